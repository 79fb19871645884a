"""A column that says in what the figure beside it is counted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from srtool.readers import register
from srtool.register.model import Contract, RegisterFile


def read(folder: Path, headings: list[str], *rows: list[object]) -> RegisterFile:
    book: Any = Workbook()
    book.active.title = "Contracten"
    book.active.append(["Contractnummer", "Omschrijving", "Ingangsdatum", *headings])
    for n, row in enumerate(rows, start=1):
        book.active.append([f"C-{n}", "Schoonmaak", date(2025, 1, 1), *row])
    stream = BytesIO()
    book.save(stream)
    (folder / "r.xlsx").write_bytes(stream.getvalue())
    return register.read(folder / "r.xlsx")


def first(register_file: RegisterFile) -> Contract:
    return register_file.register.contracts[0]


@pytest.mark.parametrize(
    ("headings", "row", "months"),
    [
        (["Looptijd", "Eenheid"], [48, "maanden"], 48),
        (["Looptijd", "Eenheid"], [4, "jaar"], 48),
        (["Looptijd", "Tijdseenheid"], ["4", "jaren"], 48),
        (["Contractduur", "Eenheid looptijd"], [3.0, "Jaar"], 36),
        (["Eenheid", "Looptijd"], ["mnd", 18], 18),
        (["Term", "Term unit"], [2, "years"], 24),
        (["Looptijd", "Eenheid"], ["4 jaar", "maanden"], 48),  # what says its unit itself stays as it is
    ],
)
def test_a_term_and_its_unit(tmp_path: Path, headings: list[str], row: list[object], months: int) -> None:
    register_file = read(tmp_path, headings, row)
    assert first(register_file).term_months == months
    assert first(register_file).end is not None
    assert not register_file.unread


def test_options_have_a_unit_of_their_own(tmp_path: Path) -> None:
    register_file = read(tmp_path, ["Looptijd", "Eenheid", "Opties", "Eenheid"], [48, "maanden", 2, "jaar"])
    contract = first(register_file)
    assert (contract.end, contract.end_latest) == (date(2028, 12, 31), date(2030, 12, 31))


@pytest.mark.parametrize("unit", ["dagen", "weken", "sprints"])
def test_a_unit_that_is_no_month_leaves_the_term_open(tmp_path: Path, unit: str) -> None:
    register_file = read(tmp_path, ["Looptijd", "Eenheid"], [48, unit])
    assert first(register_file).end is None
    assert [cell.value for cell in register_file.unread] == [f"48 {unit}"]


@pytest.mark.parametrize(
    ("heading", "figure", "unit", "euros"),
    [
        ("Eenheid", 400, "x 1.000", 400_000),
        ("Eenheid", 1.25, "mln", 1_250_000),
        ("Eenheid bedrag", 400.5, "k€", 400_500),
        ("Valuta", 400_000, "EUR", 400_000),
        ("Munteenheid", 400_000, "€", 400_000),
        ("Eenheid", 400_000, "euro excl. btw", 400_000),
        ("Currency", 400_000, "Euro", 400_000),
        ("Eenheid", 400_000, None, 400_000),
    ],
)
def test_an_amount_and_its_unit(tmp_path: Path, heading: str, figure: float, unit: str | None, euros: int) -> None:
    register_file = read(tmp_path, ["Contractwaarde", heading], [figure, unit])
    assert first(register_file).contract_value == euros
    assert ("value_derived" in {remark.code for remark in register_file.remarks}) == (figure != euros)


@pytest.mark.parametrize(
    ("figure", "unit", "proposed"),
    [
        (50_000, "per jaar", None),
        (50_000, "p.j.", None),
        (4_000, "per maand", None),
        (400_000, "USD", None),
        (400_000, "incl. btw", None),
        (400_000, "stuks", None),
        ("400", "x 1.000", 400_000),
    ],
)
def test_an_amount_of_something_else_is_left_open(
    tmp_path: Path, figure: object, unit: str, proposed: int | None
) -> None:
    register_file = read(tmp_path, ["Contractwaarde", "Eenheid"], [figure, unit])
    assert first(register_file).contract_value is None
    (cell,) = register_file.unread
    assert (cell.value, cell.proposed) == (f"{figure} {unit}", None if proposed is None else Decimal(proposed))


def test_a_unit_beside_nothing_that_is_counted_is_a_column_like_another(tmp_path: Path) -> None:
    register_file = read(tmp_path, ["Contractwaarde", "Leverancier", "Eenheid"], [400, "Firma", "x 1.000"])
    assert first(register_file).contract_value == 400
    assert "columns_unknown" in {remark.code for remark in register_file.remarks}


def test_a_merged_unit_holds_for_all_its_rows(tmp_path: Path) -> None:
    book: Any = Workbook()
    sheet = book.active
    sheet.title = "Contracten"
    sheet.append(["Contractnummer", "Omschrijving", "Ingangsdatum", "Looptijd", "Eenheid"])
    for n in (1, 2, 3):
        sheet.append([f"C-{n}", "Schoonmaak", date(2025, 1, 1), n, "jaar" if n == 1 else None])
    sheet.merge_cells("E2:E4")
    book.save(tmp_path / "r.xlsx")
    contracts = register.read(tmp_path / "r.xlsx").register.contracts
    assert [contract.term_months for contract in contracts] == [12, 24, 36]
