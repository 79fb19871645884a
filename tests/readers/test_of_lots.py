"""Efforts, contacts and waivers that name a number of which each lot is a contract."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from srtool.readers import register
from tests.support.program import printed

ON = ("--on", "2026-11-22")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A number with two lots, and a contract without; efforts, a contact and adjustments that name the number."""
    book: Any = Workbook()
    book.active.title = "Contracten"
    first = ["Contractnummer", "Perceel", "Naam contract", "Opdrachtnemer", "Soort opdracht", "Loonsom"]
    book.active.append([*first, "SROI %", "Grondslag", "Ingangsdatum", "Einddatum"])
    for number, lot, firm in (("C-1", 1, "A"), ("C-1", 2, "B"), ("C-2", None, "C")):
        row = [number, lot, "Schoonmaak", firm, "diensten", 400_000, 5, "loonsom", date(2025, 1, 1), date(2026, 6, 30)]
        book.active.append(row)
    sheets: dict[str, list[list[object]]] = {
        "Inspanningen": [
            ["Nummer", "Contract", "Soort inspanning", "Bedrag", "Startdatum", "Status"],
            ["e1", "C-1", "inkoop", 20_000, date(2025, 2, 1), "bevestigd"],
            ["e2", "C-1/2", "inkoop", 5_000, date(2025, 2, 1), "bevestigd"],
            ["e3", "C-2", "inkoop", 20_000, date(2025, 2, 1), "bevestigd"],
        ],
        "Contactmomenten": [["Contract", "Datum", "Soort"], ["C-1", date(2026, 11, 1), "gesprek"]],
        "Aanpassingen": [
            ["Contract", "Soort aanpassing", "Vanaf", "Nieuwe einddatum", "Bedrag", "Reden"],
            ["C-1", "verlenging", date(2026, 1, 1), date(2026, 9, 30), None, "r"],
        ],
    }
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for line in rows:
            sheet.append(line)
    book.save(tmp_path / "r.xlsx")
    return tmp_path / "r.xlsx"


def test_what_holds_for_all_lots_is_repeated_and_what_is_of_one_is_asked(path: Path) -> None:
    register_file = register.read(path)
    records = register_file.register
    assert [contract.id for contract in records.contracts] == ["C-1/1", "C-1/2", "C-2"]
    assert [effort.id for effort in records.efforts] == ["e2", "e3"]
    assert [contact.contract for contact in records.contacts] == ["C-1/1", "C-1/2"]
    assert [one.contract for one in records.adjustments] == ["C-1/1", "C-1/2"]
    (cell,) = register_file.unread
    assert (cell.why, cell.key, cell.choices, str(cell.place)) == (
        "which_lot",
        "contract",
        ("C-1/1", "C-1/2"),
        "r.xlsx: Inspanningen!B2",
    )


@pytest.mark.parametrize(("lang", "words"), [("nl", "van meer percelen"), ("en", "of several lots")])
def test_of_the_lots_it_is_not_said_what_was_done(path: Path, lang: str, words: str) -> None:
    run = printed(["monitor", str(path), *ON, "--format", "json", "--lang", lang])
    assert words in run.stderr
    state = {one["contract"]: (one["state"], one["confirmed"]) for one in json.loads(run.stdout)["progress"]}
    assert state["C-1/1"] == state["C-1/2"] == ("unknown", None)
    assert state["C-2"] == ("met", "20000.00")


def test_a_number_that_no_contract_has_costs_its_row(path: Path) -> None:
    book = load_workbook(path)
    book["Inspanningen"]["B2"] = "C-9"
    book.save(path)
    run = printed(["check", str(path), *ON])
    assert (run.code in {0, 1}, "Inspanningen!B2" in run.stderr) == (True, True)
