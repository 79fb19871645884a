"""Passages of the kinds that tenders have, in words of our own: what they claim; nothing is held against them."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.draft.claim import Subject
from tests.support.word_drafts.remarked import faults, reading, says

_TEXTS = Path(__file__).parent / "texts"
_ASKED = {
    "gemeente-bouwblokken": ["5", "inschrijfsom"],
    "overeenkomst-loonsom": ["5", "loonsom"],
    "gunningscriterium": [],
    "twee-procent-en-meer": ["2", "opdrachtsom", "5 more"],
    "jaaromzet-en-pso": ["5", "jaaromzet"],
    "eis-in-fte": ["1 people"],
    "nota-van-inlichtingen": ["5 was", "aanneemsom was", "loonsom", "5"],
    "optioneel-artikel": [],
    "drie-percelen": ["10 lot 1", "opdrachtsom lot 1", "5 lot 2", "2.5 lot 3"],
    "groeipad": [
        "5",
        "loonsom",
        "5 eerste contractjaar",
        "7.5 tweede contractjaar",
        "10 derde contractjaar",
        "loonsom derde contractjaar",
    ],
    "aanneemsom-met-voorbeeld": ["5", "aanneemsom"],
    "vrijstellingen": ["5", "opdrachtwaarde"],
    "tabel-met-onderdelen": ["5", "aanneemsom", "5 example"],
    "eisentabel": ["5", "opdrachtwaarde"],
    "vast-bedrag": [],
    "verlagen-en-inhouden": ["5", "opdrachtsom"],
    "gemengd-hoofdstuk": ["5", "loonsom"],
    "percelen-onder-koppen": ["10 lot 1", "opdrachtsom lot 1", "5 lot 2", "loonsom lot 2"],
    "netto-opdrachtsom": ["5", "opdrachtsom", "gefactureerde omzet bij einde"],
    "stageplaatsen": ["2 people", "1 people"],
}


def _read(name: str) -> str:
    return (_TEXTS / f"{name}.md").read_text(encoding="utf-8")


def test_every_text_has_its_answer() -> None:
    assert {path.stem for path in _TEXTS.iterdir()} == set(_ASKED)


@pytest.mark.parametrize("name", list(_ASKED))
def test_what_is_asked(name: str) -> None:
    claims = reading(_read(name)).of(Subject.PERCENTAGE, Subject.BASIS, Subject.PEOPLE)
    told = []
    for claim in claims:
        scope = claim.scope
        words = [str(claim.value)]
        words += ["people"] if claim.subject is Subject.PEOPLE else []
        words += [f"lot {lot}" for lot in sorted(scope.lots)]
        words += [scope.phase] if scope.phase else []
        words += ["more"] * scope.is_award + ["was"] * scope.was + ["example"] * scope.is_example
        told.append(" ".join(words))
    assert told == _ASKED[name]


@pytest.mark.parametrize("name", [name for name in _ASKED if name != "optioneel-artikel"])
def test_nothing_is_held_against_it(name: str) -> None:
    assert faults(_read(name)) == []


def test_an_optional_article_is_full_of_marks() -> None:
    assert says(_read("optioneel-artikel"), code="SR605") == ["mark"] * 5
