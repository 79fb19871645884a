"""Shapes that sheets have where nobody made them for a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from srtool.readers import register
from srtool.readers.excel import from_excel
from srtool.readers.raw import RawRegister

HEAD: list[object] = ["Contractnummer", "Omschrijving", "Leverancier", "Contractwaarde", "Ingangsdatum"]
START = date(2026, 1, 1)


def row(
    number: str | None, title: str | None = "Schoonmaak", supplier: str = "Glans", value: object = 5
) -> list[object]:
    return [number, title, supplier, value, START]


def workbook_of(sheets: Mapping[str, Sequence[Sequence[object]]]) -> Workbook:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for cells in rows:
            sheet.append(list(cells))
    return workbook


def read_workbook(workbook: Workbook) -> RawRegister:
    stream = BytesIO()
    workbook.save(stream)
    return from_excel.read(stream.getvalue(), "a.xlsx", {})


def read(sheets: Mapping[str, Sequence[Sequence[object]]]) -> RawRegister:
    return read_workbook(workbook_of(sheets))


def contracts(register: RawRegister) -> dict[str, dict[str, Any]]:
    assert not register.problems
    return {str(record["id"]): record for record in register.tables["contracts"].records}


def codes(register: RawRegister) -> list[str]:
    return [remark.code for remark in register.remarks]


@pytest.mark.parametrize("titles", [("2024", "2025"), ("Contracten 2025", "Contracten 2024")])
def test_of_a_number_on_the_sheets_of_two_years_the_newest_holds(titles: tuple[str, str]) -> None:
    register = read({title: [HEAD, row("A", title), row(title)] for title in titles})
    by_id = contracts(register)
    newest = max(titles)
    assert set(by_id) == {"A", *titles}
    assert by_id["A"]["title"] == newest
    assert codes(register).count("older_row") == 1


def test_departments_with_other_headings_are_one_register() -> None:
    register = read(
        {
            "Facilitair": [HEAD, row("A")],
            "ICT": [["Zaaknummer", "Onderwerp", "Opdrachtnemer", "Waarde", "Startdatum"], row("B")],
        }
    )
    assert list(contracts(register)) == ["A", "B"]


def test_a_merged_cell_holds_for_all_rows_that_it_covers() -> None:
    workbook = workbook_of({"Contracten": [HEAD, row("A"), row("B", supplier=""), row("C", supplier=""), row("D")]})
    workbook["Contracten"].merge_cells("C2:C4")
    by_id = contracts(read_workbook(workbook))
    assert [record.get("supplier") for record in by_id.values()] == ["Glans"] * 4


def test_rows_with_one_number_and_their_own_values_are_lots() -> None:
    register = read({"Contracten": [HEAD, row("A", value=5), row("A", value=7), row("B")]})
    by_id = contracts(register)
    assert {number: record["contract_value"] for number, record in by_id.items()} == {"A/1": 5, "A/2": 7, "B": 5}
    assert by_id["A/1"]["estimated_value"] == 12
    assert codes(register) == ["lots_apart"]


def test_lots_keep_their_own_numbers_and_an_estimate_of_their_own() -> None:
    head = [*HEAD, "Perceel", "Raming"]
    rows = [[*row("A"), "Noord", 50], [*row("A"), "Zuid", None], [*row("B"), 1, None]]
    by_id = contracts(read({"Contracten": [head, *rows]}))
    assert {number: record.get("estimated_value") for number, record in by_id.items()} == {
        "A/Noord": 50,
        "A/Zuid": 10,
        "B": None,
    }


def test_the_same_row_twice_is_one_contract() -> None:
    register = read({"Contracten": [HEAD, row("A"), row("A"), row("B")]})
    assert [record["id"] for record in register.tables["contracts"].records] == ["A", "B"]
    assert [remark.code for remark in register.remarks] == ["rows_the_same"]


def test_rows_of_one_number_that_say_something_else_are_called_after_their_rows() -> None:
    register = read({"Contracten": [HEAD, row("A"), row("A", "Catering"), row("A"), row("B")]})
    assert [record["id"] for record in register.tables["contracts"].records] == ["A #2", "A #3", "B"]
    assert [remark.code for remark in register.remarks] == ["rows_the_same", "number_on_rows"]


def test_contracts_without_a_column_of_numbers_are_called_after_their_rows() -> None:
    register = read({"Contracten": [HEAD[1:], row("A")[1:], row("B", "Catering")[1:]]})
    assert {number: record["title"] for number, record in contracts(register).items()} == {
        "#2": "Schoonmaak",
        "#3": "Catering",
    }
    assert codes(register) == ["numbered_by_row"]


def test_contracts_without_a_known_column_of_names_are_called_by_their_numbers() -> None:
    register = read({"Lijst": [["Contractnummer", "Wat", *HEAD[2:]], row("A"), row("B")]})
    assert [record["title"] for record in contracts(register).values()] == ["A", "B"]
    assert {"untitled", "columns_unknown"} <= set(codes(register))


def test_sections_subtotals_and_notes_are_no_contracts() -> None:
    rows: list[list[object]] = [
        HEAD,
        ["Afdeling Groen"],
        row("A"),
        [None, "Subtotaal", None, 5],
        ["Afdeling Grijs"],
        row("B"),
        [None, "Totaal", None, 10],
        [],
        ["* exclusief opties"],
    ]
    register = read({"Contracten": rows})
    assert list(contracts(register)) == ["A", "B"]
    assert codes(register) == ["totals_skipped", "sections_skipped"]


def test_a_second_table_below_is_not_read() -> None:
    below: list[list[object]] = [["Leverancier", "Contactpersoon", "Telefoon"], ["Glans", "J. de Vries", "030"]]
    register = read({"Contracten": [HEAD, row("A"), [], *below]})
    assert list(contracts(register)) == ["A"]
    assert "second_table" in codes(register)


def test_a_contract_below_an_empty_row_is_read() -> None:
    assert list(contracts(read({"Contracten": [HEAD, row("A"), [], [], row("B")]}))) == ["A", "B"]


def test_a_second_table_beside_is_left_alone() -> None:
    head = [*HEAD, None, "Leverancier", "Contactpersoon"]
    rows: list[list[object]] = [[*row("A"), None, "Hap", "J. de Vries"], [*[None] * 6, "Snap", "P. Jansen"]]
    register = read({"Contracten": [head, *rows]})
    assert {number: record["supplier"] for number, record in contracts(register).items()} == {"A": "Glans"}
    assert {"column_lower", "columns_unknown"} <= set(codes(register))


@pytest.mark.parametrize(
    "note",
    ["Bedragen x € 1.000", "(x 1000 euro)", "alle bedragen in duizenden euro's", "in k€", "× € 1.000"],  # noqa: RUF001
)
def test_a_note_that_amounts_are_in_thousands_is_followed(note: str) -> None:
    register = read({"Contracten": [[note], HEAD, row("A", value=400), row("B", value="€ 250,50")]})
    assert [record["contract_value"] for record in contracts(register).values()] == [400_000, 250_500]
    assert codes(register) == ["amounts_in_thousands"]


@pytest.mark.parametrize("heading", ["Contractwaarde (x € 1.000)", "Contractwaarde x 1.000", "Contractwaarde in k€"])
def test_a_heading_that_says_thousands_counts_for_its_own_column(heading: str) -> None:
    head = [*HEAD[:3], heading, HEAD[4], "Loonsom"]
    (record,) = contracts(read({"Contracten": [head, [*row("A", value=400), 300]]})).values()
    assert (record["contract_value"], record["wage_sum"]) == (400_000, 300)


@pytest.mark.parametrize("title", ["Register van 1.000 contracten", "Stand per 1-1-2026, versie 1000", "x"])
def test_a_thousand_of_something_else_changes_no_amount(title: str) -> None:
    (record,) = contracts(read({"Contracten": [[title], HEAD, row("A", value=400)]})).values()
    assert record["contract_value"] == 400


def test_hidden_and_struck_rows_are_read_and_said() -> None:
    workbook = workbook_of({"Contracten": [HEAD, row("A"), row("B"), row("C")]})
    sheet = workbook["Contracten"]
    sheet.row_dimensions[3].hidden = True
    sheet["A4"].font = Font(strike=True)
    register = read_workbook(workbook)
    assert list(contracts(register)) == ["A", "B", "C"]
    assert codes(register) == ["rows_hidden", "rows_struck"]


def test_a_hidden_sheet_is_read_and_said() -> None:
    workbook = workbook_of({"Uitleg": [["Lees dit"]], "Contracten": [HEAD, row("A")]})
    workbook["Contracten"].sheet_state = "hidden"
    register = read_workbook(workbook)
    assert list(contracts(register)) == ["A"]
    assert codes(register) == ["sheet_hidden"]


def test_five_percent_under_an_amount_is_no_five_euro(tmp_path: Path) -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Contracten"
    sheet.append(["Nummer", "Titel", "Loonsom", "Verplichting bedrag"])
    sheet.append(["A", "Schoonmaak", 600_000, 0.05])
    sheet["D2"].number_format = "0%"
    sheet.append(["B", "Catering", 600_000, 30_000])
    path = tmp_path / "register.xlsx"
    book.save(path)
    asked = [contract.social_return for contract in register.read(path).register.contracts]
    assert [(one.amount, one.percent) for one in asked] == [(None, 5), (30_000, None)]
