"""Meeting sheets that came back: what was written in their tables becomes contacts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from srtool.errors import InputError, Problem
from srtool.place import TablePlace
from srtool.readers.returned.notes import read
from srtool.register.model import Contact
from srtool.texts import LANGUAGES, Lang, lists, words
from srtool.texts.say import problem as problem_in_words
from srtool.views.meeting.sheet import NOTES
from srtool.views.word.blocks import Block, Heading, Table, Text
from srtool.views.word.to_docx import SHEET, document

HEAD = [words("nl", "meeting.notes")[key] for key in NOTES]


def _sheet(folder: Path, *rows: Sequence[str], head: Sequence[str] = HEAD, lang: Lang = "nl") -> Path:
    path = folder / "blad.docx"
    blocks: list[Block] = [Text("Verslag"), Table([["Contract", "Stand"], ["A", "op koers"]]), Table([head, *rows])]
    path.write_bytes(document(blocks, lang, SHEET))
    return path


def test_each_row_that_was_filled_in_is_a_contact(tmp_path: Path) -> None:
    path = _sheet(
        tmp_path,
        ["A", "1-12-2026", "bezoek", "Goed gesprek", "te weinig kandidaten", "Bellen", "Team", "15 januari 2027"],
        ["A", "", "", "", "", "", "", ""],
        ["B", "2026-12-02", "", "", "", "", "", ""],
    )
    notes = read(path)
    assert (notes.problems, notes.remarks) == ((), ())
    first, second = (contact for _, contact in notes.contacts)
    assert (first.contract, first.on, first.kind, first.note) == ("A", date(2026, 12, 1), "visit", "Goed gesprek")
    assert (first.next_step, first.next_by, first.next_on) == ("Bellen", "Team", date(2027, 1, 15))
    assert second == Contact("B", date(2026, 12, 2))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_headings_of_the_sheet_are_known_to_the_reader(lang: Lang) -> None:
    assert lang in get_args(Lang)
    known = lists(lang, "vocabulary.headings.contacts")
    assert [key for key in NOTES if words(lang, "meeting.notes")[key] not in known[key]] == []


def test_a_sheet_on_which_nothing_was_written_gives_nothing(tmp_path: Path) -> None:
    notes = read(_sheet(tmp_path, ["A", *[""] * 7]))
    assert (notes.contacts, notes.problems) == ((), ())


def test_what_cannot_be_read_is_named_by_its_cell(tmp_path: Path) -> None:
    notes = read(_sheet(tmp_path, ["A", "binnenkort", "bezoek", "", "", "", "", ""]))
    assert [(problem.code, problem.place) for problem in notes.problems] == [
        ("unread", TablePlace("blad.docx", "", 1, "Datum"))
    ]


def test_a_place_is_told_by_heading_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "blad.docx"
    first = Table([HEAD, ["A", "1-12-2026", *[""] * 6], ["A", "", "bezoek", *[""] * 5]])
    turned = [*HEAD[:1], *HEAD[2:0:-1], *HEAD[3:]]
    second = Table([turned, ["A", *[""] * 7], ["A", "gedoe", "2-12-2026", *[""] * 5]])
    blocks: list[Block] = [Heading(1, "Verslag en vervolg"), first, Heading(1, "Later"), second]
    path.write_bytes(document(blocks, "nl", SHEET))
    notes = read(path)
    assert [(problem.code, problem.place) for problem in notes.problems] == [
        ("unread", TablePlace("blad.docx", "Later", 2, "Soort")),
        ("cell_missing", TablePlace("blad.docx", "Verslag en vervolg", 2, "Datum")),
    ]
    (row, _), *_, (_, later) = notes.contacts
    assert later.on == date(2026, 12, 2)
    assert row.at("contract") == TablePlace("blad.docx", "Verslag en vervolg", 1, "Contract")
    told = problem_in_words("nl", notes.problems[1])
    assert told.startswith("blad.docx, tabel onder \u2018Verslag en vervolg\u2019, rij 2 onder de koppen, kolom")
    assert "at the top" in problem_in_words("en", Problem("cell_missing", TablePlace("a.docx", "", 1, "Datum")))


def test_a_citizen_number_is_refused(tmp_path: Path) -> None:
    notes = read(_sheet(tmp_path, ["A", "1-12-2026", "", "Over 111222333 gesproken", "", "", "", ""]))
    assert {problem.code for problem in notes.problems} >= {"claim_bsn"}


def test_a_document_without_such_a_table_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(document([Text("Geachte heer")], "nl"))
    assert [problem.code for problem in read(path).problems] == ["notes_no_table"]


def test_what_is_no_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "blad.docx"
    path.write_text("geen Word", encoding="utf-8")
    with pytest.raises(InputError):
        read(path)
