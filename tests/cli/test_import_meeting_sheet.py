"""import of a meeting sheet: made by `meeting`, filled in, and taken over as contacts, once."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring
from zipfile import ZipFile

import openpyxl
import pytest

from srtool.readers.word.names import w
from tests.support.program import Printed, printed

REGISTER = """\
# Mijn aantekening blijft staan.
[[contracts]]
id = "A"
title = "Schoonmaak"
supplier = "Glans BV"
wage_sum = 400000
start = 2026-01-01
end = 2027-12-31
social_return = { amount = 20000 }

[[contacts]]
contract = "A"
on = 2026-06-01
kind = "visit"
note = "Eerste gesprek."
"""
NOTE = "Goed gesprek; =geen formule"
ROW = ("01-12-2026", "bezoek", NOTE, "Te weinig kandidaten", "Bellen", "Team", "15 januari 2027")


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("r.toml").write_text(REGISTER, encoding="utf-8")


def _filled_in(*rows: tuple[str, ...], contract: str | None = None) -> None:
    """A sheet of `meeting` on which somebody wrote these rows, in Word."""
    assert printed(["meeting", "r.toml", "--contract", "A", "--out", "s.docx", "--force", "--lang", "nl"]).code == 0
    with ZipFile("s.docx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    tree = fromstring(parts["word/document.xml"])  # noqa: S314 - our own document
    (table,) = [each for each in tree.iter(w("tbl")) if "Datum" in "".join(each.itertext())]
    for row, written in zip(list(table.iter(w("tr")))[1:], rows, strict=False):
        first, *others = row.iter(w("tc"))
        for cell, text in zip(others, written, strict=True):
            _write(cell, text)
        if contract is not None:
            _write(first, contract)
    parts["word/document.xml"] = tostring(tree)
    with ZipFile("s.docx", "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _write(cell: Element, text: str) -> None:
    """Puts the text in the only paragraph of a cell."""
    paragraph = cell.find(w("p"))
    assert paragraph is not None
    for run in paragraph.findall(w("r")):
        paragraph.remove(run)
    SubElement(SubElement(paragraph, w("r")), w("t")).text = text


def _import(*options: str) -> Printed:
    return printed(["import", "s.docx", "--into", "r.toml", "--lang", "nl", *options])


def _contacts(path: str = "r.toml") -> list[dict[str, object]]:
    return list(tomllib.loads(Path(path).read_text(encoding="utf-8"))["contacts"])


def test_what_was_written_becomes_a_contact_and_all_else_stays() -> None:
    _filled_in(ROW)
    result = _import("--force")
    assert (result.code, result.stdout) == (0, "")
    assert "Contacten nieuw: 1. Stond er al: 0." in result.stderr
    assert Path("r.toml").read_text(encoding="utf-8").startswith(REGISTER)
    assert _contacts()[1:] == [
        {
            "contract": "A",
            "on": date(2026, 12, 1),
            "kind": "visit",
            "note": NOTE,
            "next_step": "Bellen",
            "next_on": date(2027, 1, 15),
            "next_by": "Team",
            "cause": "too_few_candidates",
        }
    ]


def test_the_same_sheet_twice_adds_nothing_and_writes_nothing() -> None:
    _filled_in(ROW, ROW)
    assert _import("--force").code == 0
    once = Path("r.toml").read_bytes()
    again = _import("--force")
    assert (again.code, Path("r.toml").read_bytes()) == (0, once)
    assert "Contacten nieuw: 0. Stond er al: 1." in again.stderr
    assert len(_contacts()) == 2


def test_a_cause_that_the_officer_adds_later_makes_no_other_contact() -> None:
    _filled_in((*ROW[:3], "", *ROW[4:]))
    assert _import("--force").code == 0
    with Path("r.toml").open("a", encoding="utf-8") as register:
        register.write('cause = "selection"\n')
    assert _import("--force").code == 0
    assert len(_contacts()) == 2


def test_another_day_or_note_is_another_contact() -> None:
    _filled_in(ROW, ("02-12-2026", *ROW[1:]), (ROW[0], ROW[1], "Iets anders", *ROW[3:]))
    assert _import("--out", "new.toml").code == 0
    assert Path("r.toml").read_text(encoding="utf-8") == REGISTER
    assert len(_contacts("new.toml")) == 4


def test_without_a_place_to_write_nothing_is_written() -> None:
    _filled_in(ROW)
    result = _import()
    assert result.code == 2
    assert "--force" in result.stderr
    assert Path("r.toml").read_text(encoding="utf-8") == REGISTER


def test_a_contract_that_the_register_does_not_have_is_named() -> None:
    _filled_in(ROW, contract="Z")
    result = _import("--force")
    assert result.code == 3
    assert "Z" in result.stderr
    assert Path("r.toml").read_text(encoding="utf-8") == REGISTER


def test_a_sheet_on_which_nothing_was_written_adds_nothing() -> None:
    _filled_in()
    assert _import("--force").code == 0
    assert Path("r.toml").read_text(encoding="utf-8") == REGISTER


def test_contacts_in_one_list_are_said_to_leave_no_room() -> None:
    _filled_in(ROW)
    head, _, _ = REGISTER.partition("[[contacts]]")
    Path("r.toml").write_text(f'contacts = [{{ contract = "A", on = 2026-06-01 }}]\n{head}', encoding="utf-8")
    result = _import("--force")
    assert result.code == 3
    assert "[[contacts]]" in result.stderr


def test_what_is_no_sheet_is_refused() -> None:
    Path("s.docx").write_text("geen Word", encoding="utf-8")
    assert _import("--force").code == 3


SHEET = "Contactmomenten"


def _workbook(*, has_sheet: bool) -> None:
    """The register as a workbook, without the sheet of contacts or with few columns on it."""
    assert printed(["convert", "r.toml", "r.xlsx", "--lang", "nl", "--force"]).code == 0
    workbook = openpyxl.load_workbook("r.xlsx")
    if has_sheet:
        workbook[SHEET].delete_cols(4, 10)
    else:
        del workbook[SHEET]
    workbook.save("r.xlsx")


def _into_workbook(*options: str) -> Printed:
    return printed(["import", "s.docx", "--into", "r.xlsx", "--lang", "nl", *options])


def test_into_a_workbook_the_contact_is_a_row_and_comes_once() -> None:
    _filled_in(ROW)
    assert printed(["convert", "r.toml", "r.xlsx", "--lang", "nl"]).code == 0
    result = _into_workbook("--force")
    assert (result.code, result.stdout) == (0, ""), result.stderr
    assert printed(["convert", "r.xlsx", "back.toml"]).code == 0
    assert [contact["note"] for contact in _contacts("back.toml")] == ["Eerste gesprek.", NOTE]
    once = Path("r.xlsx").read_bytes()
    again = _into_workbook("--force")
    assert (again.code, Path("r.xlsx").read_bytes()) == (0, once)
    assert "Stond er al: 1." in again.stderr


@pytest.mark.parametrize(("has_sheet", "told"), [(False, SHEET), (True, "gespreksblad")])
def test_a_workbook_without_room_for_it_says_what_is_missing(told: str, *, has_sheet: bool) -> None:
    _filled_in(ROW)
    _workbook(has_sheet=has_sheet)
    was = Path("r.xlsx").read_bytes()
    result = _into_workbook("--force")
    assert result.code == 3
    assert told in result.stderr
    assert Path("r.xlsx").read_bytes() == was
