"""Where formulas stand, and whether the workbook holds their results: a second look at the sheets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from openpyxl.workbook import Workbook

from srtool.errors import Problem
from srtool.place import Place
from srtool.readers.excel.archive import opened, rows_of
from srtool.readers.excel.sheets import TableSheet
from srtool.readers.raw import RawRegister

_COMPUTED_TEXT = "str"
"""How a cell is marked whose formula gave a text; an empty one has no value, yet was computed."""


def look_at_formulas(
    path: Path, cached: Workbook, sheets: Iterable[tuple[TableSheet, Collection[int]]], into: RawRegister
) -> None:
    """One remark per sheet on results that were taken over; a problem per column with formulas without one.

    Each sheet comes with its rows of totals, which are not looked at.
    """
    with opened(path, cached_values=False) as formulas:
        for sheet, left_out in sheets:
            first: Place | None = None
            count = 0
            without: dict[int, list[Place]] = {}
            for index, place, has_result in _formulas(cached, formulas, sheet, frozenset(left_out)):
                if has_result:
                    first, count = first or place, count + 1
                else:
                    without.setdefault(index, []).append(place)
            for places in without.values():
                into.problems.append(Problem("formula_without_result", places[0], {"count": len(places)}))
                into.taken.update(places)
            if first is not None:
                into.remarks.append(Problem("formulas_read", first, {"count": count}))


def _formulas(
    cached: Workbook, formulas: Workbook, sheet: TableSheet, left_out: frozenset[int]
) -> Iterator[tuple[int, Place, bool]]:
    """Each formula in a recognised column, but for rows of totals: column, place, and whether its result is stored."""
    first, width = sheet.header_row + 1, max(sheet.fields, default=0) + 1
    written = rows_of(formulas[sheet.title], sheet.place, cells=True, first=first, width=width)
    results = rows_of(cached[sheet.title], sheet.place, cells=True, first=first, width=width)
    for number, (cells, values) in enumerate(zip(written, results, strict=True), start=first):
        for index in sheet.fields if number not in left_out else ():
            if cells[index].value is not None and cells[index].data_type == "f":
                result = values[index]
                yield (
                    index,
                    sheet.cell(index, number),
                    result.value is not None or result.data_type == _COMPUTED_TEXT,
                )
