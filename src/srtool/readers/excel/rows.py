"""The rows of a sheet as records of the model: the loop that a large register spends its time in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import islice
from typing import Any

from srtool.errors import Problem
from srtool.place import Place, Row
from srtool.readers.excel.cells import (
    DASHES,
    ERRORS,
    Converter,
    Noted,
    converter,
    percent,
    text_converter,
)
from srtool.readers.excel.formulas import Fault, Faults, faults_in
from srtool.readers.excel.grid import Grid, letters
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


def read_records(grid: Grid, sheet: TableSheet, into: RawRegister) -> tuple[RawTable, list[int]]:
    """The records of a sheet, and the rows of totals and examples left out; the rest goes into the register."""
    fields = infos(sheet.table)
    required = [key for key, info in fields.items() if info.required]
    summed = {key for key, info in fields.items() if info.sort in _SUMMED}
    watched = [index for index in range(sheet.width) if is_watched(sheet.table, sheet.fields.get(index))]
    eleven_test, notes = ElevenTest(watched), _Notes(sheet)
    rows = _values(grid, sheet)
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


def _values(grid: Grid, sheet: TableSheet) -> Iterator[Sequence[object]]:
    """The rows below the headings, as wide as the headings are; what cannot be taken over as a Fault."""
    # Beside the recognised columns a nameless one may hold what must be refused.
    width = max(sheet.width, max(sheet.fields, default=0) + 1)
    rows = (_as_wide(row, width) for row in islice(grid.rows(), sheet.header_row, None))
    if percents := [index for index, key in sheet.fields.items() if infos(sheet.table)[key].sort == "percent"]:
        rows = _with_percents(rows, percents, sheet, grid)
    if faults := faults_in(grid, sheet):
        rows = _with_faults(rows, faults, sheet)
    return rows


def _as_wide(row: Sequence[object], width: int) -> list[object]:
    return [*row, *[None] * (width - len(row))] if len(row) < width else list(row)


def _with_percents(
    rows: Iterable[list[object]], columns: Sequence[int], sheet: TableSheet, grid: Grid
) -> Iterator[list[object]]:
    """Numbers under a percentage as the cell shows them: only its format knows whether 0.05 is shown as 5%."""
    shown = grid.percents(columns) if grid.percents is not None else frozenset()
    for number, row in enumerate(rows, start=sheet.header_row + 1):
        for index in columns:
            if row[index] is not None:
                row[index] = percent(row[index], formatted=(number, index) in shown)
        yield row


def _with_faults(rows: Iterable[list[object]], faults: Faults, sheet: TableSheet) -> Iterator[list[object]]:
    for number, row in enumerate(rows, start=sheet.header_row + 1):
        for index, fault in faults.get(number, {}).items():
            row[index] = fault
        yield row


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
            if value.__class__ is Fault:
                notes.refuse(value, index, number)
                continue
            if value.__class__ is str:
                convert_it = convert_text
                if value in ERRORS:
                    notes.refuse(Fault("cell_error", str(value)), index, number)
                    continue
                if not value or value in DASHES or value.isspace():
                    continue
                if "\r" in value:
                    value = "\n".join(value.splitlines())
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
            self.cells.setdefault(key, []).append(f"{letters(index)}{row}")
        return noted.value

    def refuse(self, fault: Any, index: int, row: int) -> None:  # noqa: ANN401 - a Fault, by its class
        self.errors.append((row, Problem(fault.code, self.sheet.cell(index, row), {"value": fault.shown})))

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
