"""The rows of a sheet below its headings, with what only the workbook knows of their cells put into them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from srtool.readers.excel.cells import NotRead, percent
from srtool.readers.excel.column_plan import MIXED
from srtool.readers.excel.formulas import faults_in
from srtool.readers.excel.grid import Area, Grid
from srtool.readers.excel.hint_row import is_hint_row
from srtool.readers.excel.shares import Shares, shares_of
from srtool.readers.excel.sheets import TableSheet
from srtool.readers.excel.unit_columns import in_their_units
from srtool.register.columns import infos


def rows_below(grid: Grid, sheet: TableSheet) -> Iterator[Sequence[object]]:
    """The rows below the headings, as wide as these are; what cannot be taken over as a NotRead."""
    # Beside the recognised columns a nameless one may hold what must be refused.
    width = max(sheet.width, max(sheet.fields, default=0) + 1)
    first = sheet.header_row + 1
    rows = _without_hints(_as_wide(row, width) for row in islice(grid.rows(), sheet.header_row, None))
    fields = infos(sheet.table)
    amounts = [n for n, key in sheet.fields.items() if key == "social_return.amount"]
    percents = [n for n, key in sheet.fields.items() if n not in amounts and _may_be_percent(key, fields[key].sort)]
    if percents or amounts:
        shares = {n: shares_of(grid, first - 1, n) for n in percents if fields[sheet.fields[n]].sort == "percent"}
        rows = _with_percents(rows, percents, amounts, first, grid, shares)
    if faults := faults_in(grid, sheet):
        rows = _with_faults(rows, faults, first)
    over_rows = [area for area in grid.merged or () if area.last_row > area.first_row >= first]
    if over_rows:
        rows = _with_merged(rows, over_rows, (*sheet.fields, *sheet.beside, *sheet.units), first)
    if sheet.units:
        return in_their_units(rows, sheet.units, [n for n, key in sheet.fields.items() if fields[key].sort == "amount"])
    return rows


def _without_hints(rows: Iterator[list[object]]) -> Iterator[list[object]]:
    """The rows; the first as an empty one where it only says how the columns are filled in."""
    first = next(rows, None)
    if first is not None:
        yield [None] * len(first) if is_hint_row(first) else first
    yield from rows


def _may_be_percent(key: str, sort: str) -> bool:
    return sort == "percent" or key in MIXED


def _as_wide(row: Sequence[object], width: int) -> list[object]:
    return [*row, *[None] * (width - len(row))] if len(row) < width else list(row)


def _with_percents(
    rows: Iterable[list[object]],
    columns: Sequence[int],
    amounts: Sequence[int],
    first: int,
    grid: Grid,
    shares: Mapping[int, Shares],
) -> Iterator[list[object]]:
    """Numbers under a percentage as the cell shows them: only its format knows whether 0.05 is shown as 5%.

    Under an amount such a number is a percentage in words, and no amount of 5 euro.
    """
    shown = grid.percents([*columns, *amounts]) if grid.percents is not None else frozenset()
    for number, row in enumerate(rows, start=first):
        for index in columns:
            if row[index].__class__ in {float, int}:
                figure, is_formatted = row[index], (number, index) in shown
                row[index] = percent(figure, formatted=is_formatted)
                if figure == 1 and not is_formatted and index in shares:
                    row[index] = shares[index].number(figure)
        for index in amounts:
            if row[index].__class__ in {float, int} and (number, index) in shown:
                row[index] = f"{percent(row[index], formatted=True)}%"
        yield row


def _with_faults(
    rows: Iterable[list[object]], faults: Mapping[int, Mapping[int, NotRead]], first: int
) -> Iterator[list[object]]:
    for number, row in enumerate(rows, start=first):
        for index, fault in faults.get(number, {}).items():
            row[index] = fault
        yield row


def _with_merged(
    rows: Iterable[list[object]], areas: Sequence[Area], columns: Iterable[int], first: int
) -> Iterator[list[object]]:
    """A merged cell holds for every row that it covers."""
    covered: dict[int, list[tuple[int, int]]] = defaultdict(list)
    read = frozenset(columns)
    for area in areas:
        if area.first_column in read and area.last_row - area.first_row < _MOST_ROWS:
            for number in range(area.first_row + 1, area.last_row + 1):
                covered[number].append((area.first_column, area.first_row))
    tops = {top for cells in covered.values() for _, top in cells}
    of_top: dict[int, list[object]] = {}
    for number, row in enumerate(rows, start=first):
        if number in tops:
            of_top[number] = row
        for column, top in covered.get(number, ()):
            if row[column] is None:
                row[column] = of_top[top][column]
        yield row


_MOST_ROWS = 10_000
