"""A sheet of loose cells: set in any order, written row by row."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from srtool.views.shared.table import Value
from srtool.views.sheets.book import Book
from srtool.views.sheets.looks import Look


class Grid:
    """The cells of one page; rows and columns are counted from 1."""

    def __init__(self, book: Book, sheet: Any) -> None:  # noqa: ANN401 - openpyxl's own
        self._book, self._sheet = book, sheet
        self._cells: dict[int, dict[int, tuple[Value, Look]]] = defaultdict(dict)

    def put(self, row: int, column: int, value: Value, look: Look | None = None) -> None:
        """Sets a cell."""
        self._cells[row][column] = (value, look or Look())

    def texts(self, first: int) -> dict[int, dict[int, str]]:
        """The texts by row and column, from this row on."""
        rows = {row: cells for row, cells in self._cells.items() if row >= first}
        return {
            row: {c: value for c, (value, _) in cells.items() if isinstance(value, str)} for row, cells in rows.items()
        }

    def write(self) -> None:
        """Writes what was set."""
        for row in range(1, max(self._cells, default=0) + 1):
            cells = self._cells.get(row, {})
            self._sheet.append([self._cell(cells.get(column)) for column in range(1, max(cells, default=0) + 1)])

    def _cell(self, of: tuple[Value, Look] | None) -> Any:  # noqa: ANN401 - idem
        return None if of is None else self._book.cell(self._sheet, *of)
