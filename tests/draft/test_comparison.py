"""SR613: two versions of a draft, and a draft before and after the changes marked in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.draft.comparison import changes
from srtool.draft.reading import read_claims
from srtool.readers.word.draft_file import read_draft
from tests.support.word_drafts.blocks import heading, paragraph
from tests.support.word_drafts.package import write
from tests.support.word_drafts.pieces import deleted, inserted
from tests.support.word_drafts.remarked import reading

_OLD = (
    "# Social return\n\nBij opdrachten vanaf € 250.000 zet de opdrachtnemer "
    "5% van de opdrachtsom in. Mensen met een uitkering "
    "op grond van de WW of de WIA tellen mee. Binnen vier weken na gunning "
    "volgt een plan. Een tekort leidt tot een boete."
)


def _told(old: str, new: str) -> list[tuple[str, list[str], list[str]]]:
    return [
        (change.subject.value, [str(claim.value) for claim in change.gone], [str(claim.value) for claim in change.come])
        for change in changes(reading(old), reading(new))
    ]


@pytest.mark.parametrize(
    ("words", "instead", "told"),
    [
        ("5%", "7%", [("percentage", ["5"], ["7"])]),
        ("opdrachtsom", "loonsom", [("basis", ["opdrachtsom"], ["loonsom"])]),
        ("€ 250.000", "€ 100.000", [("threshold", ["250000.00"], ["100000.00"])]),
        ("WIA", "Wajong", [("target_group", ["wia_wao"], ["wajong"])]),
        (" of de WIA", "", [("target_group", ["wia_wao"], [])]),
        ("vier weken", "6 weken", [("term", ["4 weeks"], ["6 weeks"])]),
        ("vier weken", "4 weken", []),
        ("vier weken", "vier (4) weken", []),
        ("een boete", "inhouding op de factuur", [("consequence_kind", ["fine"], ["withholding"])]),
        ("# Social return", "# 4 Social return", []),
    ],
)
def test_what_changed(words: str, instead: str, told: list[tuple[str, list[str], list[str]]]) -> None:
    assert _told(_OLD, _OLD.replace(words, instead)) == told


_ROWS = "# Social return\n\n{}| Perceel | SROI |\n|---|---|\n| 1 | 5% van de loonsom |\n| 2 | 2% van de loonsom |\n"
_WHOLE = "De inzet is 5% van de loonsom.\n\n"


def test_what_still_holds_for_all_lots_is_not_gone() -> None:
    both, whole = _ROWS.format(_WHOLE), f"# Social return\n\n{_WHOLE}"
    assert _told(both, whole) == [("percentage", ["2"], [])]
    assert _told(whole, both) == [("percentage", [], ["2"])]
    (change,) = changes(reading(both), reading(whole))
    assert change.gone[0].scope.lots == {"2"}


def test_the_same_for_each_lot_is_the_same_for_all() -> None:
    rows, whole = _ROWS.format("").replace("2%", "5%"), f"# Social return\n\n{_WHOLE}"
    assert _told(rows, whole) == _told(whole, rows) == []
    assert _told(rows, whole.replace("5%", "6%")) == [("percentage", ["5", "5"], ["6"])]


def test_a_moved_sentence_is_no_change() -> None:
    first, *rest = _OLD.split("\n\n")[1].split(". ")
    assert _told(_OLD, "# Social return\n\n" + ". ".join([*rest, first]) + ".") == []


def test_a_changed_worked_example_is_no_change_of_what_is_asked() -> None:
    assert _told(_OLD, _OLD + " Voorbeeld: 2% van de loonsom van € 10.000 is € 200.") == []


def test_the_changes_marked_in_a_draft(tmp_path: Path) -> None:
    body = [
        heading("Social return"),
        paragraph("De opdrachtnemer zet ", deleted("2%"), inserted("5%"), " van de loonsom in."),
    ]
    draft = read_draft(write(tmp_path / "concept.docx", body))
    assert draft.before is not None
    (change,) = changes(read_claims(draft.before), read_claims(draft.passages))
    assert [str(claim.value) for claim in (*change.gone, *change.come)] == ["2", "5"]
