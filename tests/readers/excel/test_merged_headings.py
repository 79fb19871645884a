"""Headings over two rows, columns without one, and sums whose word stands in a column that is not read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from srtool.readers.excel import from_excel
from srtool.readers.raw import RawRegister

TOP = ["Leverancier", "Contract", None, "Looptijd", None, "Waarde (€)", None, "Social return", None]
LOW = [None, "nummer", "omschrijving", "van", "tot", "totaal", "loonkosten", "%", "gerealiseerd"]
FIRST = ["Van Dalen BV", "C-01", "Schoonmaak", "1-1-2024", "31-12-2027", 1_000_000, 600_000, "5%", 12_000]
SECOND = [None, "C-02", "Glasbewassing", "1-1-2024", "31-12-2027", 100_000, 80_000, "5%", None]
TOTAL = ["Totaal", None, None, None, None, 1_100_000, None, None, 12_000]


def read(
    rows: Sequence[Sequence[object]], *merged: str, columns: dict[str, str] | None = None, title: str = "Lopend"
) -> RawRegister:
    book: Any = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    for area in merged:
        book.active.merge_cells(area)
    stream = BytesIO()
    book.save(stream)
    return from_excel.read(stream.getvalue(), "r.xlsx", columns or {})


def of(register: RawRegister, key: str) -> list[Any]:
    return [record.get(key) for record in register.tables["contracts"].records]


def told(register: RawRegister) -> dict[str, tuple[str, dict[str, object]]]:
    return {remark.code: (str(remark.place), dict(remark.values)) for remark in register.remarks}


@pytest.mark.parametrize("merged", [("A1:A2",), ("A1:A2", "B1:C1", "D1:E1", "F1:G1", "H1:I1"), ()])
def test_a_heading_over_two_rows_heads_its_column(merged: tuple[str, ...]) -> None:
    register = read([TOP, LOW, FIRST, SECOND, TOTAL], *merged, "A3:A4")
    assert of(register, "supplier") == ["Van Dalen BV", "Van Dalen BV"]
    assert [column.heading for column in register.columns][:2] == ["Leverancier", "Contract nummer"]
    assert len(register.columns) == len(TOP)


def test_an_unknown_heading_over_two_rows_is_named() -> None:
    register = read([["Bakje", *TOP[1:]], LOW, FIRST], "A1:A2")
    assert told(register)["columns_unknown"][1]["headings"] == ("Bakje", "totaal")


def test_a_title_above_the_headings_heads_no_column() -> None:
    register = read(
        [
            ["Lijst van contracten", None, None],
            [None, "Contractnummer", "Omschrijving", "Leverancier"],
            [1, "A", "B", "C"],
        ]
    )
    assert [column.heading for column in register.columns] == ["Contractnummer", "Omschrijving", "Leverancier"]


def test_a_column_of_values_without_a_heading_is_named() -> None:
    rows: list[list[object]] = [[number, f"C-{number}", "Schoon", "De Boer"] for number in range(1, 6)]
    register = read([[None, "Contractnummer", "Omschrijving", "Leverancier"], *rows])
    assert told(register)["columns_without_heading"] == ("r.xlsx: Lopend", {"columns": ("A",)})


def test_a_stray_remark_beside_the_table_is_no_column() -> None:
    rows: list[list[object]] = [[f"C-{number}", "Schoon", "De Boer", None] for number in range(1, 6)]
    rows[0][3] = "nabellen"
    assert "columns_without_heading" not in told(read([["Contractnummer", "Omschrijving", "Leverancier"], *rows]))


@pytest.mark.parametrize("word", ["Totaal", "TOTAAL:", "Subtotaal", "Gemiddelde", "Aantal contracten", None])
@pytest.mark.parametrize("columns", [{}, {"totaal": "Opdrachtwaarde"}, {"totaal": "contract_value"}])
def test_sums_below_are_no_contract(word: str | None, columns: dict[str, str]) -> None:
    mapped = {"totaal": "contract_value"} if columns else {}
    register = read([TOP, LOW, FIRST, SECOND, [word, *TOTAL[1:]]], "A1:A2", columns=mapped)
    assert of(register, "id") == ["C-01", "C-02"]
    assert told(register)["totals_skipped"][1]["count"] == 1


def test_the_word_for_sums_may_stand_in_a_column_that_is_not_read() -> None:
    headings = ["Nog iets", "Contractnummer", "Omschrijving", "Leverancier", "Status"]
    rows: list[list[object]] = [
        ["x", "C-01", "Schoon", "De Boer", "lopend"],
        ["Totaal", None, None, "1 leverancier", "2 lopend"],
    ]
    register = read([headings, *rows])
    assert of(register, "id") == ["C-01"]
    assert told(register)["totals_skipped"][0] == "r.xlsx: Lopend!A3"


@pytest.mark.parametrize("title", ["Totaal onderhoud liften", "Som der delen"])
def test_a_contract_may_begin_with_a_word_for_sums(title: str) -> None:
    register = read([["Contractnummer", "Omschrijving", "Leverancier"], ["C-01", title, "De Boer"]])
    assert of(register, "title") == [title]


def test_a_row_of_which_one_cell_is_read_does_not_say_that_it_is_alone() -> None:
    headings = ["Nog iets", "Contractnummer", "Omschrijving", "Leverancier", "Status"]
    register = read([headings, ["x", "C-01", "Schoon", "De Boer", "lopend"], ["a", None, "Facilitair", None, None]])
    assert told(register)["sections_skipped"][0] == "r.xlsx: Lopend!C3"


def test_a_heading_may_stand_over_three_rows() -> None:
    rows: list[list[object]] = [
        ["Nr", "Contract", "Leverancier", "Financieel", None, "Social return", None],
        [None, None, None, "excl. btw", "Arbeid", "%", "Behaald"],
        [None, None, None, "Waarde", "%", None, None],
        ["C-1", "Schoon", "Alfa", 600_000, 70, 5, 12_000],
    ]
    register = read(rows, "A1:A3", "B1:B3", "C1:C3", "D1:E1", "F1:G1", "F2:F3", "G2:G3")
    (record,) = register.tables["contracts"].records
    assert record["social_return"] == {"percent": 5, "realised": 12_000}
    assert (record["contract_value"], record["labour_share"]) == (600_000, 70)


@pytest.mark.parametrize("word", ["Gemiddeld", "Gemiddelde", "Aantal", "Average"])
def test_a_word_for_all_where_the_number_stands(word: str) -> None:
    headings = ["Contractnummer", "Omschrijving", "Leverancier", "Bedrag"]
    register = read([headings, ["C-1", "Schoon", "Alfa", 600_000], [word, None, None, 600_000]])
    assert of(register, "id") == ["C-1"]


@pytest.mark.parametrize(
    "hints",
    [
        ["", "", "(tekst)", "(€ excl. btw)", "(dd-mm-jjjj)", "(%)"],
        [None, None, None, "€", "dd-mm-jjjj", "%"],
        ["tekst", "tekst", "tekst", "euro", "datum", "ja/nee"],
    ],
)
def test_a_row_that_says_how_to_fill_in_is_none_of_the_contracts(hints: list[object]) -> None:
    headings = ["Contractnummer", "Omschrijving", "Leverancier", "Bedrag", "Ingangsdatum", "SROI"]
    register = read([headings, hints, ["C-1", "Schoon", "Alfa", "600.000,00", "1-2-2025", "5%"]])
    assert of(register, "id") == ["C-1"]
    assert register.tables["contracts"].rows[0].number == 3
    assert not register.unread
    assert [column.example for column in register.columns][3] == "600.000,00"


def test_an_amount_is_no_term_of_options() -> None:
    headings = ["Contractnummer", "Omschrijving", "Leverancier", "Opties"]
    register = read([headings, ["C-1", "Schoon", "Alfa", 100_000], ["C-2", "Groen", "Beta", 12]])
    assert [cell.why for cell in register.unread] == ["term_bounds"]


def test_a_day_that_lost_its_format_in_text_is_proposed() -> None:
    headings = ["Contractnummer", "Omschrijving", "Leverancier", "Begin"]
    register = read([headings, ["C-1", "Schoon", "Alfa", "45689"], ["C-2", "Groen", "Beta", "99999"]])
    assert [cell.proposed for cell in register.unread] == [date(2025, 2, 1), None]
