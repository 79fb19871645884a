"""What could not be read of a register is told in every form, and not who it may be about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.support.program import printed

REGISTERS = Path(__file__).parents[1] / "readers" / "registers"
ON = ("--on", "2026-11-22")
WORDS = {"1,2 mln", "250k", "ca. € 300.000 p.j.", "€ 400.000 - € 600.000", "800k", "65%", "max. 500.000"}
"""What stands in the columns of amounts of 02-bedragen-als-tekst.xlsx and is no amount."""


def unread(command: str, path: Path) -> list[dict[str, Any]]:
    run = printed([command, str(path), *ON, "--format", "json", "--fail-on", "never"])
    groups: list[dict[str, Any]] = json.loads(run.stdout).get("unread", [])
    return groups


@pytest.mark.parametrize("command", ["check", "bundle", "monitor"])
def test_every_command_tells_the_same(command: str) -> None:
    groups = unread(command, REGISTERS / "02-bedragen-als-tekst.xlsx")
    assert {group["word"] for group in groups} == WORDS
    assert {group["column"] for group in groups} == {"Waarde", "Loonsom"}


@pytest.mark.parametrize("command", ["check", "bundle", "monitor"])
def test_nothing_is_told_of_a_register_that_was_read_whole(command: str) -> None:
    run = printed([command, str(REGISTERS / "11-gewoon.xlsx"), *ON, "--format", "json", "--fail-on", "never"])
    assert "unread" not in json.loads(run.stdout)


@pytest.mark.parametrize(("lang", "title"), [("nl", "Niet gelezen"), ("en", "Not read")])
def test_the_overview_has_a_sheet_of_it(lang: str, title: str, tmp_path: Path) -> None:
    out = tmp_path / "o.xlsx"
    run = printed(["report", str(REGISTERS / "02-bedragen-als-tekst.xlsx"), "--out", str(out), "--lang", lang, *ON])
    assert run.code == 0, run.stderr
    sheet = load_workbook(out)[title]
    (table,) = sheet.tables.values()
    rows = [[cell.value for cell in row] for row in sheet[table.ref]][1:]
    assert {row[1] for row in rows} == WORDS
    assert all(row[2] == 1 and "Contracten!" in row[3] and row[4] for row in rows)


def test_the_overview_of_a_register_that_was_read_whole_has_none(tmp_path: Path) -> None:
    out = tmp_path / "o.xlsx"
    printed(["report", str(REGISTERS / "11-gewoon.xlsx"), "--out", str(out), "--lang", "en", *ON])
    assert "Not read" not in load_workbook(out).sheetnames


@pytest.mark.parametrize("command", ["check", "bundle", "monitor"])
def test_a_cell_about_a_person_is_counted_and_not_shown(command: str, tmp_path: Path) -> None:
    book: Any = Workbook()
    book.active.title = "Contracten"
    book.active.append(["Contractnummer", "Naam contract", "Opdrachtnemer", "Ingangsdatum", "Einddatum"])
    book.active.append(["A", "Schoonmaak", "Firma", "1-1-2025", "31-12-2027"])
    efforts = book.create_sheet("Inspanningen")
    efforts.append(["Nummer", "Contract", "Soort inspanning", "Persoon", "Startdatum"])
    efforts.append(["e1", "A", "plaatsing", "P-01", "Jansen begon toen"])
    book.save(tmp_path / "r.xlsx")
    (group,) = unread(command, tmp_path / "r.xlsx")
    assert (group["word"], group["first"], group["count"]) == ("…", "r.xlsx: Inspanningen", 1)
