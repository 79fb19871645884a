"""The columns of a sheet as a list: the heading of each, what it was taken for, and an example that names nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import islice

from srtool.readers.excel.grid import Grid
from srtool.readers.excel.hint_row import is_hint_row
from srtool.readers.excel.other_amounts import looks_like_amounts
from srtool.readers.excel.sheets import TableSheet
from srtool.readers.privacy import holds_number, names_bsn, names_person, passes_eleven_test
from srtool.readers.problems import shown
from srtool.register.columns import infos
from srtool.register.sheet_columns import SheetColumn
from srtool.register.unread import PERSON_TABLES

_Value = str | Decimal | date
_ROWS = 50
"""Within so many rows below the headings an example is looked for."""
_NO_NUMBER = 10**15
"""What a cell holds from here on is no amount, number or share of anything, and is not exact either."""
_LONG = 10**8
"""From here on a whole number may be a telephone number or that of a citizen."""
_SAYS_NO_NAME = frozenset({"amount", "percent", "number", "count", "months", "day", "yes_no", "cpv"})
_TEXTS_SHOWN = frozenset({"id", "title", "authority", "unit", "category", "part_of", "rule_set"})
"""Texts of contracts that are about no person; other texts may name one."""


def column_list(grid: Grid, sheet: TableSheet) -> tuple[SheetColumn, ...]:
    """One for each column with a heading, but for what the user has set aside, from left to right."""
    head = [row for row in islice(grid.rows(), sheet.header_row, sheet.header_row + _ROWS) if not is_hint_row(row)]
    return tuple(
        SheetColumn(
            sheet.cell(index, sheet.header_row),
            heading,
            sheet.table,
            sheet.fields.get(index, ""),
            sheet.beside.get(index, "counted_in" if index in sheet.units else ""),
            _example(sheet, head, index, heading),
            index in sheet.not_read and looks_like_amounts(heading, head, index),
        )
        for index, heading in sorted({**sheet.not_read, **sheet.headings}.items())
    )


def _example(sheet: TableSheet, rows: Sequence[Sequence[object]], index: int, heading: str) -> _Value | None:
    """The first value that is filled in, of a column in which none can tell who somebody is.

    Under an unknown heading only a number is shown: a text may be a name, and a day one of birth.
    """
    if sheet.table in PERSON_TABLES or names_person(heading) or names_bsn(heading):
        return None
    is_known = index in sheet.fields or index in sheet.beside
    if is_known and not _names_nobody(sheet, index):
        return None
    match _first(rows, index):
        case str() as text:
            return shown(text) if is_known and not holds_number(text) else None
        case datetime() as moment:
            return moment.date() if is_known else None
        case date() as day:
            return day if is_known else None
        case bool():
            return None
        case int() | float() | Decimal() as number:
            return _number(number, _sort(sheet, index))
    return None


def _first(rows: Sequence[Sequence[object]], index: int) -> object:
    """The first cell of the column that is not empty, in a row with more than that: one alone heads a section."""
    filled = ([place for place, cell in enumerate(row) if cell is not None and str(cell).strip()] for row in rows)
    return next((row[index] for row, places in zip(rows, filled, strict=True) if index in places and places[1:]), None)


def _names_nobody(sheet: TableSheet, index: int) -> bool:
    """Whether a known column is for something else than a name, a number of somebody or a note."""
    if index in sheet.beside:
        return True
    info = infos(sheet.table)[sheet.fields[index]]
    is_measure = info.sort in _SAYS_NO_NAME or bool(info.choices)
    return is_measure or (sheet.table == "contracts" and info.key in _TEXTS_SHOWN)


def _sort(sheet: TableSheet, index: int) -> str | None:
    """What sort of values a known column holds."""
    if index in sheet.beside:
        return "text"
    return infos(sheet.table)[sheet.fields[index]].sort if index in sheet.fields else None


def _number(value: float | Decimal, sort: str | None) -> Decimal | None:
    """A number without needless decimals; of an unknown sort no long one; no share shown as a percentage."""
    plain = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not plain.is_finite() or abs(plain) >= _NO_NUMBER:
        return None
    may_be_of_person = sort is None and (abs(plain) >= _LONG or passes_eleven_test(value))
    is_share = sort in {"percent", "yes_no"} and 0 < plain < 1
    if may_be_of_person or is_share:
        return None
    return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain
