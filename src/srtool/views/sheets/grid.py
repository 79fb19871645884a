"""A sheet of loose cells: set in any order, written row by row."""

from __future__ import annotations

from collections import defaultdict

from srtool.views.shared.table import Value
from srtool.views.sheets.looks import Look
from srtool.views.sheets.streamed_sheet import StreamedSheet


class Grid:
    """The cells of one page; rows and columns are counted from 1."""

    def __init__(self, sheet: StreamedSheet) -> None:
        self._sheet = sheet
        self._cells: dict[int, dict[int, tuple[Value, Look]]] = defaultdict(dict)
        self._heights: dict[int, float] = {}

    def put(self, row: int, column: int, value: Value, look: Look | None = None) -> None:
        """Sets a cell."""
        self._cells[row][column] = (value, look or Look())

    def high(self, row: int, points: float) -> None:
        """Makes a row so high."""
        self._heights[row] = points

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
            beside = [cells.get(column) for column in range(1, max(cells, default=0) + 1)]
            self._sheet.append(beside, self._heights.get(row))
