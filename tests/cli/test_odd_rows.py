"""One row that cannot be read costs that row: the rest is judged, and of its contract nothing is said for certain."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from srtool.readers import register
from tests.support.program import printed

ON = ("--on", "2026-11-22", "--fail-on", "never")
Rows = list[list[Any]]
CONTRACTS: Rows = [
    ["Contractnummer", "Naam contract", "Status", "Ingangsdatum", "Einddatum", "Opdrachtnemer", "Verplichting bedrag"],
    ["A", "Schoonmaak", "afgelopen", date(2025, 1, 1), date(2025, 12, 31), "Glans", 5_000],
    ["B", "Catering", "afgelopen", date(2025, 1, 1), date(2025, 12, 31), "Smaak", 5_000],
]
HEAD: list[Any] = ["Nummer", "Contractnummer", "Soort", "Status", "Bedrag", "Ingangsdatum", "Einddatum", "Corrigeert"]
GOOD: list[Any] = ["E2", "B", "inkoop", "goedgekeurd", 5_000, date(2025, 3, 1), date(2025, 3, 1), None]


def made(path: Path, **sheets: Rows) -> Path:
    """A workbook with these sheets beside that of the contracts."""
    workbook = Workbook()
    workbook.worksheets[0].title = "Contracten"
    for row in CONTRACTS:
        workbook.worksheets[0].append(row)
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


def states(path: Path) -> dict[str, tuple[str, Any]]:
    """By contract its state and what is confirmed of it."""
    run = printed(["monitor", str(path), *ON, "--format", "json"])
    assert run.code == 0, run.stderr
    return {one["contract"]: (one["state"], one["confirmed"]) for one in json.loads(run.stdout)["progress"]}


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (["E1", "A", "iets", "goedgekeurd", 5_000, date(2025, 3, 1), None, None], "C3"),
        (["E1", "A", None, "goedgekeurd", 5_000, date(2025, 3, 1), None, None], "C3"),
        (["E1", "A", "#N/A", "goedgekeurd", 5_000, date(2025, 3, 1), None, None], "C3"),
        (["E1", "A", "inkoop", "goedgekeurd", 5_000, date(2025, 3, 1), date(2025, 2, 1), None], "G3"),
        (["E1", "A", "inkoop", "goedgekeurd", 5_000, date(2025, 3, 1), None, "E9"], "H3"),
        (["E1", "A", "inkoop", "goedgekeurd", 5_000, date(2025, 3, 1), None, "E1"], "H3"),
    ],
)
def test_an_effort_that_cannot_be_read_leaves_its_contract_open(tmp_path: Path, row: list[Any], cell: str) -> None:
    path = made(tmp_path / "r.xlsx", Inspanningen=[HEAD, GOOD, row])
    assert states(path) == {"A": ("unknown", None), "B": ("met", "5000.00")}
    (unread,) = register.read(path).unread
    assert (str(unread.place), unread.leaves_out) == (f"r.xlsx: Inspanningen!{cell}", True)
    for lang, words in (("nl", "telt zolang niet mee"), ("en", "does not count")):
        assert words in printed(["check", str(path), *ON, "--lang", lang]).stderr


def test_efforts_without_numbers_count(tmp_path: Path) -> None:
    rows: Rows = [HEAD[1:], GOOD[1:], ["A", *GOOD[2:]]]
    path = made(tmp_path / "r.xlsx", Inspanningen=rows)
    assert states(path) == {"A": ("met", "5000.00"), "B": ("met", "5000.00")}
    assert [one.id for one in register.read(path).register.efforts] == ["#2", "#3"]
    assert [one.code for one in register.read(path).remarks] == ["efforts_numbered"]


def test_a_sheet_of_efforts_without_their_contracts_leaves_every_contract_open(tmp_path: Path) -> None:
    path = made(tmp_path / "r.xlsx", Inspanningen=[["Nummer", "Soort", "Bedrag"], ["E1", "inkoop", 5_000]])
    assert {state for state, _ in states(path).values()} == {"unknown"}
    run = printed(["check", str(path), *ON, "--lang", "nl"])
    assert "r.xlsx: Inspanningen: niet gelezen" in run.stderr
    assert "Contractnummer" in run.stderr
    assert printed(["convert", str(path), str(tmp_path / "r.toml")]).code == 3


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Leveranciers", [["KvK-nummer", "Naam"], ["12345678", None]]),
        ("Contacten", [["Contractnummer", "Datum"], ["A", "ooit"]]),
        ("Aanpassingen", [["Contractnummer", "Soort", "Vanaf"], ["A", "coulance", None]]),
        ("Aanpassingen", [["Contractnummer", "Soort", "Vanaf", "Tot"], ["A", "x", date(2025, 1, 1), date(2024, 1, 1)]]),
    ],
)
def test_rows_of_other_sheets_cost_no_more_than_themselves(tmp_path: Path, title: str, rows: Rows) -> None:
    path = made(tmp_path / "r.xlsx", **{"Inspanningen": [HEAD, GOOD], title: rows})
    assert states(path)["B"] == ("met", "5000.00")
    assert any(cell.leaves_out for cell in register.read(path).unread)
    assert printed(["check", str(path), *ON, "--strict"]).code in {0, 1}


def test_a_waiver_that_cannot_be_read_calls_nothing_short(tmp_path: Path) -> None:
    rows: Rows = [["Contractnummer", "Soort", "Vanaf", "Bedrag"], ["A", "vrijstelling", None, 5_000]]
    path = made(tmp_path / "r.xlsx", Inspanningen=[HEAD, GOOD], Aanpassingen=rows)
    assert states(path)["A"] == ("unknown", None)


@pytest.mark.parametrize(
    ("title", "rows", "field"),
    [
        ("Termijnen", [["Contractnummer", "Datum", "Bedrag"], ["A", date(2025, 6, 1), "veel"]], "schedule"),
        ("Termijnen", [["Contractnummer", "Datum", "Bedrag"], ["A", None, 10]], "schedule"),
        ("Groei", [["Contractnummer", "Vanaf", "Percentage"], ["A", "ooit", 5]], "percent"),
    ],
)
def test_a_line_that_cannot_be_read_leaves_its_whole_list_open(
    tmp_path: Path, title: str, rows: Rows, field: str
) -> None:
    path = made(tmp_path / "r.xlsx", **{"Inspanningen": [HEAD, GOOD], title: [*rows, ["A", date(2025, 9, 1), 20]]})
    assert states(path) == {"A": ("unknown", "0.00"), "B": ("met", "5000.00")}
    (contract, _) = register.read(path).register.contracts
    assert (contract.social_return.schedule, contract.social_return.growth) == ((), ())
    assert ("contracts", f"social_return.{field}") in {(one.table, one.key) for one in register.read(path).unread}


TOML = """
[[contracts]]
id = "A"
title = "Schoonmaak"
kind = "services"
contract_value = 500000
{}
"""


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("wage_sum = 300000.123", "wage_sum"),
        ("wage_sum = -1", "wage_sum"),
        ('status = "loopt niet"', "status"),
        ("labour_share = 150", "labour_share"),
        ("social_return.percent = 101", "social_return.percent"),
        ("start = 1500-01-01", "start"),
        ('part_of = "A"', "part_of"),
    ],
)
def test_a_value_in_toml_that_cannot_be_read_is_left_open(tmp_path: Path, line: str, field: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(TOML.format(line), encoding="utf-8")
    run = printed(["check", str(path), *ON, "--format", "json"])
    assert run.code == 0, run.stderr
    (unread,) = json.loads(run.stdout)["unread"]
    assert (unread["field"], unread["column"], unread["count"]) == (field, field, 1)
    assert unread["first"] == f"a.toml: contracts[0].{field}"
    assert unread["remedy"]
    assert printed(["convert", str(path), str(tmp_path / "b.xlsx")]).code == 3
    assert printed(["check", str(path), "--on", "2026-11-22", "--strict"]).code == 1


def test_an_end_before_the_start_leaves_both_days_open_in_toml_too(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(TOML.format("start = 2026-01-01\nend = 2025-01-01"), encoding="utf-8")
    (contract,) = register.read(path).register.contracts
    assert (contract.start, contract.end) == (None, None)
    assert [cell.key for cell in register.read(path).unread] == ["start", "end"]


@pytest.mark.parametrize("line", ["colour = 1", 'wage_sum = "much"', 'start = "ooit"', "title = 5"])
def test_a_key_or_a_type_that_toml_does_not_know_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(TOML.replace('title = "Schoonmaak"\n', "" if "title" in line else 'title = "S"\n').format(line))
    assert printed(["check", str(path), *ON]).code == 3
