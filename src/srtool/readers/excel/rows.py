"""The rows of a sheet as records of the model: the loop that a large register spends its time in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from srtool.errors import Problem
from srtool.place import Place, Row
from srtool.readers.excel.archive import rows_of
from srtool.readers.excel.cells import (
    DASHES,
    ERRORS,
    Converter,
    Noted,
    converter,
    percent,
    shows_percent,
    text_converter,
)
from srtool.readers.excel.escapes import decoded_row
from srtool.readers.excel.sheets import TableSheet
from srtool.readers.privacy import ElevenTest, is_watched
from srtool.readers.problems import shown
from srtool.readers.raw import MOST_CELLS, RawRegister, RawTable, named
from srtool.readers.vocabulary import example_marks
from srtool.register.columns import infos

_TOTAL = re.compile(r"\s*(?:(?:sub|eind)?-?totaal|totalen|(?:sub|grand)?[- ]?totals?|som|sum)\b", re.IGNORECASE)
_SUMMED = frozenset({"amount", "percent", "number", "count"})


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    parent: str
    leaf: str
    convert: Converter | None
    convert_text: Converter | None
    """For text; None saves a call for most cells."""


def read_records(worksheet: ReadOnlyWorksheet, sheet: TableSheet, into: RawRegister) -> tuple[RawTable, list[int]]:
    """The records of a sheet, and the rows of totals and examples left out; the rest goes into the register."""
    fields = infos(sheet.table)
    required = [key for key, info in fields.items() if info.required]
    summed = {key for key, info in fields.items() if info.sort in _SUMMED}
    watched = [index for index in range(sheet.width) if is_watched(sheet.table, sheet.fields.get(index))]
    eleven_test, notes = ElevenTest(watched), _Notes(sheet)
    rows = _values(worksheet, sheet)
    table, totals = RawTable(), []
    first_total: Place | None = None
    examples, first, marks = [], required[0], example_marks()
    for number, record in _records(eleven_test.watch(rows) if watched else rows, sheet, notes):
        if record.get(first) in marks:
            examples.append(number)
        elif any(key not in record for key in required) and _is_total(record, required, summed):
            totals.append(number)
            first_total = first_total or _total_cell(record, sheet, number)
        else:
            table.records.append(record)
            table.rows.append(Row(sheet.file, sheet.title, number, sheet.letters))
    if first_total is not None:
        into.remarks.append(Problem("totals_skipped", first_total, {"count": len(totals)}))
    into.examples += [Row(sheet.file, sheet.title, number, sheet.letters).at(first) for number in examples]
    into.remarks += notes.remarks()
    left_out = [*totals, *examples]
    errors = list(notes.problems(outside=left_out))
    into.problems += errors
    into.taken.update(problem.place for problem in errors)
    _refuse(sorted(eleven_test.suspects()), table, sheet, into)
    return table, left_out


def _values(worksheet: ReadOnlyWorksheet, sheet: TableSheet) -> Iterator[Sequence[object]]:
    # Beside the recognised columns a nameless one may hold what must be refused.
    width = max(sheet.width, max(sheet.fields, default=0) + 1)
    percents = [index for index, key in sheet.fields.items() if infos(sheet.table)[key].sort == "percent"]
    first = sheet.header_row + 1
    if not percents:
        return rows_of(worksheet, sheet.place, first=first, width=width)
    return _with_percents(rows_of(worksheet, sheet.place, cells=True, first=first, width=width), percents)


def _with_percents(rows: Iterable[Sequence[Any]], percents: Sequence[int]) -> Iterator[Sequence[object]]:
    """Values of cells, those of percentages as the number Excel shows: only the cell knows its format."""
    for cells in rows:
        values = decoded_row(cell.value for cell in cells)
        for index in percents:
            if values[index] is not None:
                values[index] = percent(values[index], formatted=shows_percent(cells[index].number_format))
        yield values


def _records(  # noqa: C901 - one loop over millions of cells; a call per cell would double its time
    rows: Iterable[Sequence[object]], sheet: TableSheet, notes: _Notes
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Row number and record of each row that holds something in a recognised column."""
    plan = [(c.index, c.parent, c.leaf, c.convert, c.convert_text) for c in _columns(sheet)]
    for number, values in enumerate(rows, start=sheet.header_row + 1):
        record: dict[str, Any] = {}
        for index, parent, leaf, convert, convert_text in plan:
            value = values[index]
            if value is None:
                continue
            convert_it = convert
            if value.__class__ is str:
                convert_it = convert_text
                if value in ERRORS:
                    notes.refuse(str(value), index, number)
                    continue
                if not value or value in DASHES or value.isspace():
                    continue
            if convert_it is not None:
                value = convert_it(value)
            if value.__class__ is Noted:
                value = notes.take(value, index, number)
            if value is None:
                continue
            if parent:
                record.setdefault(parent, {})[leaf] = value
            else:
                record[leaf] = value
        if record:
            yield number, record


def _columns(sheet: TableSheet) -> Iterator[_Column]:
    fields = infos(sheet.table)
    for index, key in sheet.fields.items():
        info = fields[key]
        parent, _, leaf = key.rpartition(".")
        to_supplier = (sheet.table, key) == ("contracts", "supplier")
        convert = converter(info, refers_to_supplier=to_supplier)
        yield _Column(index, parent, leaf, convert, text_converter(info, refers_to_supplier=to_supplier))


@dataclass(slots=True)
class _Notes:
    """What is to be said about cells: remarks once per column, with the first cells and how many there are."""

    sheet: TableSheet
    first: dict[tuple[int, str], Problem] = field(default_factory=dict)
    count: Counter[tuple[int, str]] = field(default_factory=Counter)
    cells: dict[tuple[int, str], list[str]] = field(default_factory=dict)
    errors: list[tuple[int, Problem]] = field(default_factory=list)

    def take(self, noted: Any, index: int, row: int) -> object:  # noqa: ANN401 - a Noted, by its class
        key = (index, noted.code)
        self.count[key] += 1
        if key not in self.first:
            place = self.sheet.cell(index, row)
            self.first[key] = Problem(noted.code, place, {"value": _cited(noted.seen or noted.value)})
        if self.count[key] <= MOST_CELLS:
            self.cells.setdefault(key, []).append(f"{get_column_letter(index + 1)}{row}")
        return noted.value

    def refuse(self, value: str, index: int, row: int) -> None:
        # A number beyond the last day that Excel knows looks like a failed formula.
        no_day = value == "#VALUE!" and infos(self.sheet.table)[self.sheet.fields[index]].sort == "day"
        code = "cell_error_day" if no_day else "cell_error"
        self.errors.append((row, Problem(code, self.sheet.cell(index, row), {"value": value})))

    def problems(self, outside: Collection[int]) -> Iterator[Problem]:
        left_out = frozenset(outside)
        return (problem for row, problem in self.errors if row not in left_out)

    def remarks(self) -> Iterator[Problem]:
        for key, problem in self.first.items():
            cells = named(self.cells[key], self.count[key])
            yield replace(problem, values={**problem.values, "count": self.count[key], "cells": cells})


def _cited(value: object) -> object:
    """A number stays one, so that it is written as the reader writes it."""
    if isinstance(value, float):
        return Decimal(repr(value))
    return value if isinstance(value, Decimal) else shown(value)


def _is_total(record: Mapping[str, Any], required: Collection[str], summed: Collection[str]) -> bool:
    """A row of totals: it says so where a record has its name, or it holds nothing but sums."""
    says_so = any(isinstance(value, str) and _TOTAL.match(value) for value in record.values())
    return says_so or (not any(key in record for key in required) and all(key in summed for key in record))


def _total_cell(record: Mapping[str, Any], sheet: TableSheet, number: int) -> Place:
    """The cell that says that its row holds totals, else the first one that is filled in."""
    says_so = (key for key, value in record.items() if isinstance(value, str) and _TOTAL.match(value))
    return Row(sheet.file, sheet.title, number, sheet.letters).at(next(says_so, next(iter(record))))


def _refuse(suspects: Sequence[int], table: RawTable, sheet: TableSheet, into: RawRegister) -> None:
    """Refuses columns of values that look like a BSN, and forgets these values."""
    for index in suspects:
        key = sheet.fields.get(index, "")
        if key == "contract" and _are_contracts(table, into):
            continue
        into.problems.append(Problem("column_like_bsn", sheet.cell(index, sheet.header_row)))
        for record, row in zip(table.records, table.rows, strict=True):
            if record.pop(key, None) is not None:
                into.taken.add(row.at(key))


def _are_contracts(table: RawTable, into: RawRegister) -> bool:
    """Whether each line names a contract of this register: those numbers may pass the test by chance."""
    contracts = {record.get("id") for record in into.tables.get("contracts", RawTable()).records}
    return {record.get("contract") for record in table.records} - {None} <= contracts
