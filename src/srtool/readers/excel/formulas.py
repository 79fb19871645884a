"""Which cells of a sheet cannot be taken over, and from which the result of a formula was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from srtool.errors import Problem
from srtool.readers.excel.cells import NotRead
from srtool.readers.excel.grid import NO_MARKS, Grid
from srtool.readers.excel.sheets import TableSheet


def faults_in(grid: Grid, sheet: TableSheet) -> Mapping[int, Mapping[int, NotRead]]:
    """The cells below the headings, in columns that are read, that hold no value although they are not empty.

    By row counted from 1, then by column counted from 0.
    """
    marks = grid.marks or NO_MARKS
    faults: dict[int, dict[int, NotRead]] = defaultdict(dict)
    for row, column in marks.without_result:
        faults[row][column] = NotRead("=…", "formula_without_result")
    for (row, column), shown in marks.errors.items():
        faults[row][column] = NotRead(shown, "cell_error")
    return {
        row: in_row
        for row, cells in faults.items()
        if row > sheet.header_row and (in_row := {c: fault for c, fault in cells.items() if c in sheet.fields})
    }


def results_taken(grid: Grid, sheet: TableSheet, left_out: Collection[int]) -> list[Problem]:
    """One remark on the formulas whose results were taken over; rows that were left out are not looked at."""
    marks = grid.marks or NO_MARKS
    not_read = frozenset(left_out)
    cells = [
        (row, column)
        for row, column in marks.formulas
        if row > sheet.header_row
        and column in sheet.fields
        and row not in not_read
        and (row, column) not in marks.without_result
        and (row, column) not in marks.errors
    ]
    if not cells:
        return []
    row, column = min(cells)
    return [Problem("formulas_read", sheet.cell(column, row), {"count": len(cells)})]
