"""Registers as other organisations keep them: exports, plans, lists on paper; invented, each for its kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl.styles import Font

from srtool.register.model import RegisterFile
from tests.support.kept_registers import by_id, read, text, workbook

START, END = date(2025, 1, 1), date(2027, 12, 31)
HEAD = ("Contractnummer", "Omschrijving", "Leverancier", "Contractwaarde", "Startdatum", "Einddatum")


def not_read(register_file: RegisterFile) -> list[str]:
    return [str(cell.value) for cell in register_file.unread]


def line(number: object, value: object = 100_000, start: object = START, end: object = END) -> tuple[object, ...]:
    return (number, "Schoonmaak", "Firma", value, start, end)


def test_an_export_of_a_ledger(tmp_path: Path) -> None:
    head = "Contractnummer;Omschrijving;Naam leverancier;Contractwaarde;Valuta;Begindatum;Einddatum\r\n"
    rows = (
        "4600001234;Schoonmaak;CLEAN BV;250.000,00;EUR;01.01.2025;31.12.2028\r\n"
        "4600001235;Creditnota;CLEAN BV;12.500,00-;EUR;01.07.2024;30.06.2025\r\n"
        "4600001236;Licenties;ACME;90.000,00;USD;01.07.2024;30.06.2025\r\n"
    )
    register_file = text(tmp_path, "export.csv", head + rows, "cp1252")
    contracts = by_id(register_file)
    assert [one.contract_value for one in contracts.values()] == [Decimal("250000.00"), None, None]
    assert contracts["4600001234"].end == date(2028, 12, 31)
    assert not_read(register_file) == ["12.500,00-", "90.000,00 USD"]


def test_an_export_of_a_financial_system(tmp_path: Path) -> None:
    content = (
        '"Contractnummer","Omschrijving","Leverancier","Bedrag","Startdatum","Einddatum","Status"\n'
        '"C0001","Beveiliging","Secure, BV","180000.50","2025-01-01T00:00:00","2027-12-31T00:00:00","Actief"\n'
    )
    contract = by_id(text(tmp_path, "export.csv", content, "utf-8-sig"))["C0001"]
    assert (contract.contract_value, contract.supplier) == (Decimal("180000.50"), "Secure, BV")
    assert (contract.start, contract.end, contract.status) == (START, END, "running")


def test_an_export_of_a_tender_system(tmp_path: Path) -> None:
    content = (
        "Contract number\tTitle\tSupplier\tContract value\tStart date\tEnd date\tLatest end date\n"
        "TN-1\tICT services\tAlpha Ltd\t1,200,000.00\t2025-01-01\t2027-12-31\t2029-12-31\n"
    )
    contract = by_id(text(tmp_path, "export.tsv", content))["TN-1"]
    assert (contract.contract_value, contract.end_latest) == (Decimal("1200000.00"), date(2029, 12, 31))


def test_a_plan_of_tenders_with_days_to_come(tmp_path: Path) -> None:
    head = ("Nr.", "Project", "Geraamde waarde", "Procedure", "Start procedure", "Beoogde ingangsdatum", "Looptijd")
    register_file = workbook(
        tmp_path,
        {
            "Inkoopkalender 2027": [
                head,
                (1, "Schoonmaak gebouwen", 400_000, "EU openbaar", "Q3 2026", "jan-27", "4 jaar"),
                (2, "Groenonderhoud", "> 221.000", "Europees", "okt-26", "Q2 2027", "2+1+1"),
            ]
        },
    )
    first, second = by_id(register_file).values()
    assert (first.start, first.end) == (date(2027, 1, 1), date(2030, 12, 31))
    assert (second.start, second.estimated_value) == (date(2027, 4, 1), None)
    assert not_read(register_file) == ["> 221.000"]


def test_departments_in_merged_cells(tmp_path: Path) -> None:
    rows = [("Facilitair", *line("A")), (None, *line("B")), ("ICT", *line("C"))]
    register_file = workbook(
        tmp_path,
        {"Contractregister": [("Afdeling", *HEAD), *rows]},
        lambda book: book.worksheets[0].merge_cells("A2:A3"),
    )
    assert [one.unit for one in by_id(register_file).values()] == ["Facilitair", "Facilitair", "ICT"]


@pytest.mark.parametrize("columns", [("Q1 2026", "Q2 2026", "Q3 2026"), (2025, 2026, 2027)])
def test_amounts_per_period_beside_the_contract_are_none_of_its_value(
    tmp_path: Path, columns: tuple[object, ...]
) -> None:
    register_file = workbook(
        tmp_path, {"Contracten": [(*HEAD, *columns), (*line("A", None), 1_000, 2_000, 3_000), line("B")]}
    )
    assert [one.contract_value for one in by_id(register_file).values()] == [None, 100_000]


def test_a_pivot_table_before_the_register(tmp_path: Path) -> None:
    pivot = [("Rijlabels", "Som van Contractwaarde", "Aantal"), ("ICT", 100_000, 1), ("Eindtotaal", 100_000, 1)]
    assert list(by_id(workbook(tmp_path, {"Draaitabel": pivot, "Data": [HEAD, line("A"), line("B")]}))) == ["A", "B"]


def test_headings_again_on_each_page_and_empty_rows(tmp_path: Path) -> None:
    page = [HEAD, line("A"), (), line("B"), (), ("Pagina 1 van 2",)]
    again = [HEAD, line("C"), (), line("D"), ("Pagina 2 van 2",)]
    register_file = workbook(tmp_path, {"Contracten": [("Contractregister 2026",), (), *page, *again]})
    assert list(by_id(register_file)) == ["A", "B", "C", "D"]


def test_a_sheet_for_each_year(tmp_path: Path) -> None:
    sheets = {"2025": [HEAD, line("A", 200_000), line("B")], "2026": [HEAD, line("A", 220_000), line("C")]}
    values = {number: one.contract_value for number, one in by_id(workbook(tmp_path, sheets)).items()}
    assert values == {"A": 220_000, "B": 100_000, "C": 100_000}


def test_rows_that_are_struck_through_are_said(tmp_path: Path) -> None:
    def strike(book: Any) -> None:  # noqa: ANN401 - openpyxl's own
        for cell in book.worksheets[0][3]:
            cell.font = Font(strike=True)

    register_file = workbook(tmp_path, {"Contracten": [HEAD, line("A"), line("B")]}, strike)
    assert "rows_struck" in {remark.code for remark in register_file.remarks}


def test_headings_of_two_lines_with_groups(tmp_path: Path) -> None:
    groups = ("Contract", None, "Leverancier", None, "Looptijd", None, None, "Waarde")
    names = ("nummer", "naam", "naam", "KvK-nummer", "start", "einde", "max", "excl. btw")
    row = ("A", "Schoonmaak", "Firma", "12345678", START, END, date(2029, 12, 31), 300_000)

    def merge(book: Any) -> None:  # noqa: ANN401 - idem
        for area in ("A1:B1", "C1:D1", "E1:G1"):
            book.worksheets[0].merge_cells(area)

    contract = by_id(workbook(tmp_path, {"Contracten": [groups, names, row]}, merge))["A"]
    assert (contract.title, contract.supplier, contract.supplier_id) == ("Schoonmaak", "Firma", "12345678")
    assert (contract.start, contract.end, contract.end_latest) == (START, END, date(2029, 12, 31))
    assert contract.contract_value == 300_000


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("€ 1.250.000,-", 1_250_000),
        ("€ 350.000,=", 350_000),
        ("EUR 75.000,00", 75_000),
        ("1.250 k€", None),
        ("circa 2 ton", None),
        ("afroep", None),
        ("€ 100.000 / jr", None),
    ],
)
def test_amounts_as_they_are_written(tmp_path: Path, written: str, value: int | None) -> None:
    register_file = workbook(tmp_path, {"Contracten": [HEAD, line("A", written), line("B", 100_000)]})
    assert by_id(register_file)["A"].contract_value == value
    assert not_read(register_file) == ([] if value else [written])


@pytest.mark.parametrize(
    ("written", "end"),
    [
        ("t/m 31-12-2027", END),
        ("tot en met 31 december 2027", END),
        ("dec 2027", END),
        ("31/12/27", END),
        (46_752, END),
        ("2e verlenging t/m 31-12-2027", None),
        ("zie OO", None),
        ("ntb", None),
    ],
)
def test_ends_as_they_are_written(tmp_path: Path, written: object, end: date | None) -> None:
    register_file = workbook(tmp_path, {"Contracten": [HEAD, line("A", end=written), line("B")]})
    contract = by_id(register_file)["A"]
    assert (contract.end, contract.indefinite) == (end, None)


def test_an_old_kind_of_file_says_what_it_cannot_show() -> None:
    register_file = read(Path(__file__).parent / "registers" / "11-gewoon.xls")
    assert register_file.remarks[0].code == "old_cannot_tell"
