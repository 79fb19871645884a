"""A table of which the rows come before it is known how wide its columns must be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from srtool.views.shared.table import Column
from srtool.views.sheets import table
from srtool.views.sheets.book import Book, Fits
from srtool.views.sheets.table import TableSheet

FITS = Fits.of(Decimal("123456789012345.00"), 12)


@dataclass(frozen=True)
class Row:
    contract: str
    owed: Decimal


COLUMNS = (
    Column[Row]("contract", "wrapped", lambda row: row.contract, 5),
    Column[Row]("owed", "euro", lambda row: row.owed, 8, "sum"),
)


def _written(first: Fits) -> dict[str, bytes]:
    book = Book("nl", "Overzicht", date(2026, 11, 22), lambda: None, first)
    sheet = TableSheet(book, "contracts", COLUMNS)
    for number in range(9):
        sheet.append(Row(f"Contract {number}", Decimal(number)))
    if first != FITS:
        book.fits = FITS
        sheet.refit()
    sheet.close()
    stream = BytesIO()
    book.save(stream)
    book.close()
    with ZipFile(stream) as parts:
        return {name: parts.read(name) for name in parts.namelist() if "sheet" in name or "workbook" in name}


@pytest.mark.parametrize("most_rows", [1_048_576, 9])
@pytest.mark.parametrize("first", [Fits.of(Decimal(0), 12), Fits.of(Decimal(10) ** 40, 30)])
def test_it_becomes_what_it_would_have_been(monkeypatch: pytest.MonkeyPatch, most_rows: int, first: Fits) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", most_rows)
    assert _written(first) == _written(FITS)
