"""The rows of a sheet as records of the model: the loop that a large register spends its time in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from srtool.errors import Problem
from srtool.place import Row
from srtool.readers.excel.cells import Noted, NotRead
from srtool.readers.excel.column_plan import ColumnPlan, Meanings, plans
from srtool.readers.excel.completion import DERIVABLE, NONE_DERIVED, completed
from srtool.readers.excel.grid import Grid
from srtool.readers.excel.grid_rows import rows_below
from srtool.readers.excel.left_aside import LeftAside
from srtool.readers.excel.notes import Notes, is_needed
from srtool.readers.excel.readings import Readings
from srtool.readers.excel.sheets import TableSheet
from srtool.readers.privacy import ElevenTest, is_watched
from srtool.readers.raw import RawRegister, RawTable
from srtool.register.unread import UnreadCell, UnreadGroup, as_problem


def read_records(grid: Grid, sheet: TableSheet, into: RawRegister, meanings: Meanings) -> tuple[RawTable, list[int]]:
    """The records of a sheet, and the rows that are none and are left out; the rest goes into the register."""
    watched = [index for index in range(sheet.width) if is_watched(sheet.table, sheet.fields.get(index))]
    eleven_test, notes, aside = ElevenTest(watched), Notes(sheet), LeftAside(sheet)
    rows = rows_below(grid, sheet)
    table, is_contract = RawTable(), sheet.table == "contracts"
    plan = list(plans(sheet, grid, meanings))
    for number, cells, record, derived in _records(eleven_test.watch(rows) if watched else rows, plan, sheet, notes):
        if aside.takes(record, number, cells):
            continue
        if aside.has_ended:
            break
        if is_contract:
            aside.name(record, number)
        table.records.append(record)
        row = Row(sheet.file, sheet.title, number, sheet.letters)
        table.rows.append(replace(row, derived=derived) if derived else row)
    into.remarks += [*aside.remarks(), *notes.remarks()]
    into.examples += aside.examples()
    _leave(notes.unread(outside=aside.rows), into)
    _refuse(sorted(eleven_test.suspects()), table, sheet, into)
    return table, aside.rows


def _records(  # noqa: C901 - one loop over millions of cells; a call per cell would double its time
    rows: Iterable[Sequence[object]], plan: Sequence[ColumnPlan], sheet: TableSheet, notes: Notes
) -> Iterator[tuple[int, Sequence[object], dict[str, Any], frozenset[str]]]:
    """Number, cells and record of each row with something in a recognised column; which of its days are derived."""
    is_contract = sheet.table == "contracts"
    columns = [(one.column, one.parent, one.leaf, one.convert, Readings(one)) for one in plan]
    for number, values in enumerate(rows, start=sheet.header_row + 1):
        record: dict[str, Any] = {}
        derived = NONE_DERIVED
        for index, parent, leaf, convert, readings in columns:
            value: Any = values[index]
            if value is None:
                continue
            kind = value.__class__
            if kind is str or kind is date:
                value = readings[value]
            elif convert is not None and kind is not NotRead:
                value = convert(value)
            if value.__class__ is Noted:
                if is_contract and leaf in DERIVABLE:
                    derived |= {leaf}
                value = notes.take(value, index, number)
            if value.__class__ is NotRead:
                notes.leave(value, index, number)
            elif value is not None and parent:
                record.setdefault(parent, {})[leaf] = value
            elif value is not None:
                record[leaf] = value
        if record:
            if is_contract:
                derived |= completed(record)
            yield number, values, record, derived


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


def _leave(cells: Sequence[UnreadCell], into: RawRegister) -> None:
    """Cells that are not read; a row that cannot do without one is left out, but a merge stands or falls as a whole."""
    needed = [cell for cell in cells if is_needed(cell)]
    into.unread += [cell for cell in cells if not is_needed(cell)]
    into.unread += [replace(cell, leaves_out=True) for cell in needed if cell.table != "merges"]
    into.problems += [as_problem(UnreadGroup(cell, 1)) for cell in needed if cell.table == "merges"]
    into.taken.update(cell.place for cell in needed)


def _are_contracts(table: RawTable, into: RawRegister) -> bool:
    """Whether each line names a contract of this register: those numbers may pass the test by chance."""
    contracts = {record.get("id") for record in into.tables.get("contracts", RawTable()).records}
    return {record.get("contract") for record in table.records} - {None} <= contracts
