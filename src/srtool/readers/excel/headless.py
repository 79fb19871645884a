"""Columns whose heading does not stand right above their values: merged over several rows, or not there at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from srtool.readers.excel.grid import Area, letters
from srtool.readers.excel.header import Cells
from srtool.readers.excel.sheets import TableSheet

_FEWEST = 3
"""Values that make a column of cells beside the table; fewer are remarks in the margin."""


def over_rows(head: Sequence[Cells], merged: Iterable[Area]) -> list[Cells]:
    """The first rows of a sheet, in which a cell that is merged over several rows stands in each of them."""
    rows = list(head)
    for area in merged:
        if not area.first_row < area.last_row or area.first_row > len(rows):
            continue
        top, column = rows[area.first_row - 1], area.first_column
        value = top[column] if column < len(top) else None
        for number in range(area.first_row, min(area.last_row, len(rows))):
            if value is not None:
                rows[number] = _with(rows[number], column, value)
    return rows


def _with(row: Cells, column: int, value: object) -> Cells:
    cells = [*row, *[None] * (column + 1 - len(row))]
    if cells[column] is None:
        cells[column] = value
    return cells


def headless_columns(head: Sequence[Cells], sheet: TableSheet) -> tuple[str, ...]:
    """The letters of columns without a heading in which most of the first rows hold something."""
    rows = [row for row in head[sheet.header_row :] if sum(cell is not None for cell in row) > 1]
    top = head[sheet.header_row - 1] if sheet.header_row <= len(head) else ()
    named = {*(index for index, cell in enumerate(top) if cell is not None), *sheet.headings, *sheet.not_read}
    counts = {
        index: sum(index < len(row) and row[index] is not None for row in rows)
        for index in range(sheet.width)
        if index not in named
    }
    return tuple(letters(index) for index, count in counts.items() if count >= _FEWEST and 2 * count > len(rows))
