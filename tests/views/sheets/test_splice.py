"""Rows that are streamed into a workbook: what comes in comes out, in openpyxl, in calamine and in LibreOffice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook
from tests.support.workbook_read_back import assert_opens, read_back
from tests.support.workbook_structure import assert_sound

from srtool.views.shared.table import Formula, Link, Toned, Value
from srtool.views.sheets import splice
from srtool.views.sheets.cell_writers import CellWriters
from srtool.views.sheets.cells import MOST_CHARACTERS
from srtool.views.sheets.looks import Look
from srtool.views.sheets.row_height import lines_of, points
from srtool.views.sheets.streamed_sheet import StreamedSheet

Convert = Callable[[Path, str], Path]
TEXTS = (
    "gewoon",
    "=1+1",
    "+31 70 123",
    "-5",
    "@SUM(A1)",
    "'aangehaald",
    "#N/A",
    "<b>R&D</b> \"x\" 'y'",
    " spatie voor en na ",
    "regel\neen",
    "\N{SEEDLING} caf\N{LATIN SMALL LETTER E WITH ACUTE}",
    "12345678901234567890",
    "0123",
    "]]>",
)


def _saved(path: Path, rows: Sequence[Sequence[Value]], look: Look | None = None) -> Path:
    """A workbook of one sheet with these rows, as a table writes them."""
    excel = Workbook()
    layout: Any = excel.active
    layout.title = "Blad"
    writers = CellWriters(layout, "nl")
    width = max(map(len, rows))
    sheet = StreamedSheet(layout, width, writers)
    columns = [writers.of_column(look or Look(), None) for _ in range(width)]
    for row in rows:
        sheet.append_row([*row, *[None] * (width - len(row))], columns)
    with path.open("wb") as stream:
        splice.save(excel, {"Blad": sheet}, stream)
    sheet.close()
    return path


def _read(path: Path) -> list[list[object]]:
    return [[cell.value for cell in row] for row in read_back(path)["Blad"].iter_rows()]


def test_text_stays_the_same_text_everywhere(tmp_path: Path, libreoffice: Convert) -> None:
    path = _saved(tmp_path / "texts.xlsx", [(text,) for text in TEXTS])
    assert_sound(path, TEXTS)
    assert [row[0] for row in _read(path)] == list(TEXTS)
    assert [row[0] for row in CalamineWorkbook.from_path(path).get_sheet_by_name("Blad").to_python()] == list(TEXTS)
    assert_opens(path, libreoffice)


def test_what_looks_like_a_formula_is_marked_as_text(tmp_path: Path) -> None:
    sheet = read_back(_saved(tmp_path / "quoted.xlsx", [("=1+1", "gewoon")]))["Blad"]
    assert [sheet["A1"].data_type, sheet["B1"].data_type] == ["s", "s"]
    assert [bool(sheet["A1"].quotePrefix), bool(sheet["B1"].quotePrefix)] == [True, False]


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("a\x00b\x07\x1bc", "a?b??c"),
        ("regel\r\neen\rtwee", "regel\neen\ntwee"),
        ("om\N{RIGHT-TO-LEFT OVERRIDE}gekeerd", "om?gekeerd"),
        ("half\ud83c", "half?"),
        ("_x000D_", "_x005F_x000D_"),
    ],
)
def test_what_a_cell_cannot_hold_is_replaced(tmp_path: Path, given: str, held: str) -> None:
    assert _read(_saved(tmp_path / "odd.xlsx", [(given,)])) == [[held]]


@pytest.mark.parametrize(("sign", "times", "left"), [("x", 40_000, 32_763), ("\N{SEEDLING}", 17_000, 16_381)])
def test_a_text_longer_than_a_cell_is_cut(tmp_path: Path, sign: str, times: int, left: int) -> None:
    ((held,),) = _read(_saved(tmp_path / "long.xlsx", [(sign * times,)]))
    assert held == sign * left + " […]"
    assert len(str(held).encode("utf-16-le")) // 2 <= MOST_CHARACTERS


def test_numbers_and_days(tmp_path: Path, libreoffice: Convert) -> None:
    numbers: tuple[Value, ...] = (0, 7, -3, Decimal("0.10"), Decimal("1234567890123.45"), Decimal("1E+3"), 10**15 - 1)
    days: tuple[Value, ...] = (date(1900, 3, 1), date(2026, 11, 22), date(2999, 12, 31))
    path = _saved(tmp_path / "numbers.xlsx", [numbers])
    assert _read(path) == [[float(str(number)) for number in numbers]]
    assert_opens(path, libreoffice)
    path = _saved(tmp_path / "days.xlsx", [days], Look("date"))
    assert [cell.date() for cell in _read(path)[0] if hasattr(cell, "date")] == list(days)
    assert_opens(path, libreoffice)


def test_a_day_that_excel_cannot_count_is_text(tmp_path: Path) -> None:
    early = (date(1899, 12, 31), date(1900, 2, 28), date(1, 1, 1))
    path = _saved(tmp_path / "early.xlsx", [early], Look("date"))
    assert _read(path) == [["1899-12-31", "1900-02-28", "0001-01-01"]]


def test_a_percentage_is_written_as_excel_counts_it(tmp_path: Path) -> None:
    path = _saved(tmp_path / "percent.xlsx", [(Decimal("16.67"), Decimal(5))], Look("percent"))
    assert _read(path) == [[0.1667, 0.05]]


def test_a_formula_and_what_it_comes_to(tmp_path: Path) -> None:
    row = (2, Formula("=A1*2", Decimal("4.00")), Formula('=IF(A1>1,"<ja>","")', "<ja>"), Formula('=""', None))
    path = _saved(tmp_path / "formulas.xlsx", [row])
    assert _read(path) == [[2, "=A1*2", '=IF(A1>1,"<ja>","")', '=""']]
    stored = [cell.value for cell in read_back(path, data_only=True)["Blad"][1]]
    assert stored == [2, 4, "<ja>", None]


def test_a_link_and_a_tone(tmp_path: Path) -> None:
    row = (Toned("open", "open"), Link("R&D", "'Blad'!A1"), Link("nergens", None))
    path = _saved(tmp_path / "links.xlsx", [row])
    assert_sound(path)
    sheet = read_back(path)["Blad"]
    assert sheet["A1"].fill.fgColor.rgb == "00D9D2E9"
    assert (sheet["B1"].hyperlink.ref, sheet["B1"].hyperlink.location) == ("B1", "'Blad'!A1")
    assert sheet["B1"].hyperlink.display == sheet["B1"].value == "R&D"
    assert sheet["C1"].hyperlink is None


def test_empty_cells_take_no_room_and_the_extent_is_that_of_the_rows(tmp_path: Path) -> None:
    path = _saved(tmp_path / "extent.xlsx", [("a", None, "c"), (None, None, None), ("", "b", None)])
    assert _read(path) == [["a", None, "c"], [None, None, None], [None, "b", None]]
    sheet = read_back(path)["Blad"]
    assert sheet.dimensions == "A1:C3"


def test_a_row_is_as_high_as_its_texts_need(tmp_path: Path) -> None:
    excel = Workbook()
    layout: Any = excel.active
    writers = CellWriters(layout, "en")
    sheet = StreamedSheet(layout, 1, writers)
    wrapped = [writers.of_column(Look("wrapped"), 10)]
    long = "so many words that they need more lines than one"
    for text in ("short", long, "short"):
        sheet.append_row([text], wrapped)
    sheet.append([("a heading", Look(bold=True))], 24)
    path = tmp_path / "high.xlsx"
    with path.open("wb") as stream:
        splice.save(excel, {layout.title: sheet}, stream)
    sheet.close()
    heights = {row: size.height for row, size in read_back(path).worksheets[0].row_dimensions.items()}
    assert lines_of(long, 10) > 4
    assert heights == {2: points(lines_of(long, 10)), 4: 24}


def test_what_recurs_is_written_as_it_was_the_first_time(tmp_path: Path) -> None:
    rows = [(text, number) for number in range(3_000) for text in ("=x", f"n{number}", "=x")]
    assert _read(_saved(tmp_path / "again.xlsx", rows)) == [list(row) for row in rows]


def test_a_number_after_an_equal_one_of_another_kind(tmp_path: Path) -> None:
    assert _read(_saved(tmp_path / "equal.xlsx", [(1,), (Decimal("1.00"),), (1,)])) == [[1], [1], [1]]
