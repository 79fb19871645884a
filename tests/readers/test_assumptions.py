"""[assume]: one answer for all contracts that do not say themselves, in either language, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.cli.run import own
from srtool.errors import InputError
from srtool.finding import Assumed, Step, Unit
from srtool.place import Place
from srtool.readers.settings import NAME, Settings, load
from srtool.register.assumptions import Assumptions
from srtool.texts import LANGUAGES
from srtool.texts.say import problem
from srtool.views.shared.json_document import step as step_document
from srtool.views.shared.step_lines import origin_text


def _load(folder: Path, text: str) -> Settings:
    (folder / NAME).write_text(text, encoding="utf-8")
    return load(folder / NAME)


DUTCH = """[assume]
policy = "utrecht"
stage = "lopend"
vat = "inclusief btw"
period = "per jaar"
unit = 1000
basis = "opdrachtwaarde"
over_extension = "nee"
extended = "ja"
realised_approved = true
"""
ENGLISH = """[assume]
policy = "utrecht"
stage = "running"
vat = "including VAT"
period = "per year"
unit = "thousands"
basis = "contract value"
over_extension = false
extended = true
realised_approved = "yes"
"""


@pytest.mark.parametrize("text", [DUTCH, ENGLISH])
def test_every_key_in_both_languages(tmp_path: Path, text: str) -> None:
    expected = Assumptions(
        policy="utrecht",
        stage="running",
        vat="including_vat",
        period="per_year",
        unit="thousands",
        basis="contract_value",
        over_extension=False,
        extended=True,
        realised_approved=True,
        file="srtool.toml",
    )
    settings = _load(tmp_path, text)
    assert settings.assume == expected
    assert own(settings).assume == expected


@pytest.mark.parametrize("text", ["", "[assume]\n", 'lang = "nl"\n'])
def test_without_answers_nothing_is_assumed(tmp_path: Path, text: str) -> None:
    assert own(_load(tmp_path, text)).assume == Assumptions()


@pytest.mark.parametrize(
    ("line", "code", "key"),
    [
        ("bases = 1", "key_unknown", "bases"),
        ('file = "x"', "key_unknown_far", "file"),
        ('basis = "omzetje"', "choice_unknown", "basis"),
        ("extended = 2", "yes_no_type", "extended"),
        ('policy = ""', "text_empty", "policy"),
        ("unit = 500", "choice_unknown", "unit"),
    ],
)
def test_what_is_wrong_is_said_with_its_key(tmp_path: Path, line: str, code: str, key: str) -> None:
    with pytest.raises(InputError) as caught:
        _load(tmp_path, f"[assume]\n{line}\n")
    (wrong,) = caught.value.problems
    assert (wrong.code, str(wrong.place)) == (code, f"srtool.toml: assume.{key}")
    for lang in LANGUAGES:
        assert problem(lang, wrong)


def test_no_table(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        _load(tmp_path, "assume = 5\n")
    assert [wrong.code for wrong in caught.value.problems] == ["setting_not_table"]


def test_a_step_says_that_it_is_an_assumption_of_the_user() -> None:
    origin = Assumptions(basis="wage_sum", file="srtool.toml").origin("basis")
    assert origin == Assumed(Place("srtool.toml", "assume", key="basis"))
    assert origin_text(origin, "nl") == "aanname van de gebruiker: srtool.toml: assume.basis"
    assert origin_text(origin, "en") == "assumption of the user: srtool.toml: assume.basis"
    document = step_document(Step("asked_basis", "wage_sum", Unit.WORD, origin))
    assert document["origin"] == {"kind": "assumed", "place": "srtool.toml: assume.basis"}
