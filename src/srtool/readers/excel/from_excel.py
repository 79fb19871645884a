"""A file with sheets as a register: one made with this tool, or one that an organisation keeps for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import PurePath

from srtool.errors import InputError, Problem
from srtool.place import Place
from srtool.portfolio.changes import REPORT
from srtool.readers import citizen_numbers
from srtool.readers.excel.attached import ATTACHED, attach
from srtool.readers.excel.book import Book, book_of
from srtool.readers.excel.column_list import column_list
from srtool.readers.excel.column_plan import Meanings
from srtool.readers.excel.formulas import results_taken
from srtool.readers.excel.grid import NO_MARKS, Grid, letters
from srtool.readers.excel.header import Cells, Mapped
from srtool.readers.excel.headless import headless_columns, over_rows
from srtool.readers.excel.marked_sheet import is_marked_sheet
from srtool.readers.excel.rows import read_records
from srtool.readers.excel.sheets import (
    HEAD_ROWS,
    TableSheet,
    expected,
    headings_seen,
    lacking,
    mapped_columns,
    recognise,
    refused_headings,
)
from srtool.readers.excel.thousands import look_like_thousands
from srtool.readers.excel.title import with_organisation
from srtool.readers.left_out import LEAVES_OUT
from srtool.readers.numbers_apart import contracts_apart, efforts_numbered
from srtool.readers.of_other_registers import OF_CONTRACT
from srtool.readers.problems import shown
from srtool.readers.raw import MARKED_SHEET, RawRegister, RawTable
from srtool.readers.vocabulary import is_no_table, plain
from srtool.register.suppliers import SUPPLIER_MARK
from srtool.register.units import FACTORS, IN_EURO, AmountUnit, UnitOrigin
from srtool.register.unread import UnreadCell

_WIDEST = 500
"""Columns in which headings are looked for: a stray cell far to the right must not make every row wide."""


LACKS = frozenset({"headings_missing", "headings_missing_none"})
"""The mistakes that a sheet has no column for what its records need."""


def read(
    data: bytes,
    name: str,
    columns: Mapping[str, str],
    *,
    only: str | None = None,
    meanings: Meanings | None = None,
    unit: AmountUnit | None = None,
) -> RawRegister:
    """The tables in the file of this name; InputError when it has no sheets.

    `columns` maps own headings to fields, `meanings` own words to those of the register, by the heading of the column.
    `unit` is what the user assumes that amounts are counted in where a sheet does not say it; None: nothing.
    With `only` just the sheets named after this table are read, and a sheet with contracts is not needed.
    """
    register = tables_of(
        book_of(data, name, PurePath(name).stem), name, columns, only=only, meanings=meanings, unit=unit
    )
    for key, table in register.tables.items():
        problems = list(citizen_numbers.taken_out(key, table))
        register.problems += problems
        register.taken.update(problem.place for problem in problems)
    return register


def tables_of(
    book: Book,
    name: str,
    columns: Mapping[str, str],
    *,
    only: str | None = None,
    meanings: Meanings | None = None,
    unit: AmountUnit | None = None,
) -> RawRegister:
    """The same of a file that was opened."""
    mapped, problems = mapped_columns(columns)
    register = RawRegister(problems=problems)
    if REPORT in book.properties:
        raise InputError([Problem("workbook_is_report", Place(name))])
    if book.kind == "old":
        register.remarks.append(Problem("old_cannot_tell", Place(name)))
    heads = _heads(name, book, register)
    register.remarks += _not_seen(name, columns, heads)
    sheets = _tables(name, heads, mapped, register, only)
    has_contracts = any(sheet.table == "contracts" and sheet.by_name for sheet in sheets)
    if only is None and not has_contracts and SUPPLIER_MARK in book.properties:
        raise InputError([Problem("workbook_for_supplier", Place(name))])
    _judge(name, heads, sheets, mapped, register, contracts_required=only is None)
    readable = [sheet for sheet in sheets if not _lacks_headings(sheet)]
    _read_sheets(book, readable, register, meanings or {}, unit)
    if only is None:
        efforts_numbered(register)
    if any(cell.why in LACKS and cell.table in OF_CONTRACT for cell in register.unread):
        register.unplaced.update(str(one["id"]) for one in register.tables.get("contracts", RawTable()).records)
    if register.examples:
        count = {"count": len(register.examples)}
        register.remarks.append(Problem("examples_skipped", register.examples[0], count))
    return register


def _heads(file: str, book: Book, register: RawRegister) -> dict[str, list[Cells]]:
    """The first rows of every sheet but our own, hidden ones included; a remark where there is more to the right."""
    heads = {}
    for grid in book.grids:
        rows = list(islice(grid.rows(), HEAD_ROWS))
        if is_marked_sheet(rows):
            register.remarks.append(Problem(MARKED_SHEET, Place(file, grid.title)))
            continue
        if any(cell is not None for row in rows for cell in row[_WIDEST:]):
            register.remarks.append(Problem("columns_cut", Place(file, grid.title), {"column": letters(_WIDEST - 1)}))
        heads[grid.title] = [row[:_WIDEST] for row in over_rows(rows, grid.merged or ())]
    return heads


def _tables(
    file: str, heads: Mapping[str, list[Cells]], mapped: Mapped, register: RawRegister, only: str | None
) -> list[TableSheet]:
    """The sheets named after their table and, if none of these is for contracts, those that look like it."""
    sheets = [sheet for title, head in heads.items() if (sheet := recognise(file, title, head, mapped)) is not None]
    named = [sheet for sheet in sheets if sheet.by_name and only in {None, sheet.table}]
    if only is not None or any(sheet.table == "contracts" for sheet in named):
        return named
    register.remarks += [Problem("sheet_read_as_contracts", sheet.place) for sheet in sheets if not sheet.by_name]
    return sheets


def _judge(
    file: str,
    heads: Mapping[str, list[Cells]],
    sheets: Sequence[TableSheet],
    mapped: Mapped,
    register: RawRegister,
    *,
    contracts_required: bool,
) -> None:
    """What is wrong with the headings, and which sheets and columns are left aside."""
    for sheet in sheets:
        spared = _lacks_headings(sheet) if contracts_required and sheet.table in LEAVES_OUT else []
        register.problems += [problem for problem in sheet.problems if problem not in spared]
        register.unread += [_whole_sheet(sheet, problem) for problem in spared]
        if spared:  # what stands where headings should may be data, and names
            continue
        elsewhere = {heading: field for heading in sheet.unknown if (field := _of_other_table(heading, sheet, mapped))}
        for heading, field in elsewhere.items():
            assigned = {"heading": heading, "field": field, "table": sheet.table}
            register.remarks.append(Problem("column_other_table", sheet.place, assigned))
        if unknown := tuple(heading for heading in sheet.unknown if heading not in elsewhere):
            register.remarks.append(Problem("columns_unknown", sheet.place, {"headings": unknown}))
        register.remarks += _of_columns(sheet, heads[sheet.title])
    aside = [title for title in heads if title not in {sheet.title for sheet in sheets}]
    for title in aside:
        register.problems += refused_headings(file, title, heads[title])
    tabular = [title for title in aside if _is_tabular(heads[title]) and not is_no_table(title)]
    lacks = {title: missing for title in tabular if (missing := lacking(title, heads[title], mapped))}
    ignored = tuple(shown(title) for title in tabular if title not in lacks)
    if contracts_required and not any(sheet.table == "contracts" for sheet in sheets):
        seen = headings_seen([row for title in aside for row in heads[title]])
        values = {
            "sheets": tuple(map(shown, heads)),
            "seen": seen,
            "expected": expected("contracts", ("id", "title")),
            "rows": HEAD_ROWS,
        }
        register.problems.append(Problem("no_contract_sheet" if seen else "no_headings", Place(file), values))
        return
    if not contracts_required:
        return
    for title, missing in lacks.items():
        register.remarks.append(Problem("sheet_lacks_headings", Place(file, title), {"missing": missing}))
    if ignored:
        register.remarks.append(Problem("sheets_ignored", Place(file), {"sheets": ignored}))


def _lacks_headings(sheet: TableSheet) -> list[Problem]:
    return [problem for problem in sheet.problems if problem.code in LACKS]


def _whole_sheet(sheet: TableSheet, problem: Problem) -> UnreadCell:
    """A sheet that the register can do without, as one that is not read."""
    missing = problem.values["missing"]
    choices = missing if isinstance(missing, tuple) else ()
    return UnreadCell(sheet.table, "", sheet.place, "", "", problem.code, choices=choices)


def _unit_of(sheet: TableSheet, table: RawTable, unit: AmountUnit | None) -> UnitOrigin | None:
    """How it is known what the amounts of contracts are counted in; None where they are in euro as they stand."""
    if sheet.table != "contracts":
        return None
    stated = [sheet.fields[index] for index in sheet.thousands]
    if unit is None and look_like_thousands(table.records, stated):
        return "doubtful"
    return "stated" if stated else None if unit is None else "assumed"


def _out_of_sight(grid: Grid, sheet: TableSheet, left_out: Sequence[int]) -> Iterator[Problem]:
    """What was read although it is hidden or struck through."""
    if grid.hidden:
        yield Problem("sheet_hidden", sheet.place)
    marks, skipped = grid.marks or NO_MARKS, frozenset(left_out)
    for code, rows in (("rows_hidden", marks.hidden_rows), ("rows_struck", marks.struck_rows)):
        read_rows = sorted(number for number in rows - skipped if number > sheet.header_row)
        if read_rows:
            place = sheet.cell(min(sheet.fields, default=0), read_rows[0])
            yield Problem(code, place, {"count": len(read_rows)})


def _of_columns(sheet: TableSheet, head: Sequence[Cells]) -> Iterator[Problem]:
    """Which columns have no heading, gave way to another one, are no total without VAT, or are in thousands."""
    if headless := headless_columns(head, sheet):
        yield Problem("columns_without_heading", sheet.place, {"columns": headless})
    for place, heading, other in sheet.lower:
        yield Problem("column_lower", place, {"heading": heading, "other": other})
    if sheet.overruled:
        yield Problem("columns_overruled", sheet.place, {"headings": sheet.overruled})
    for code, named in (("columns_with_vat", sheet.with_vat), ("columns_per_year", sheet.per_year)):
        if named:
            yield Problem(code, sheet.place, {"headings": named})
    if sheet.thousands:
        headings = tuple(sheet.headings[index] for index in sorted(sheet.thousands))
        yield Problem("amounts_in_thousands", sheet.place, {"headings": headings})


def _of_other_table(heading: str, sheet: TableSheet, mapped: Mapped) -> str | None:
    """The field of another table to which the user has assigned this heading."""
    for table, headings in mapped.items():
        if table != sheet.table and headings.get(plain(heading)):
            return f"{table}.{headings[plain(heading)]}" if table != "contracts" else headings[plain(heading)]
    return None


def _not_seen(file: str, columns: Mapping[str, str], heads: Mapping[str, list[Cells]]) -> Iterator[Problem]:
    """Headings that [columns] speaks of and that stand on no sheet."""
    if not columns:
        return
    seen = {plain(cell) for head in heads.values() for row in head for cell in row if isinstance(cell, str)}
    for heading, target in columns.items():
        if target and plain(heading) not in seen:
            yield Problem("column_not_seen", Place(file), {"heading": shown(heading)})


def _is_tabular(head: Sequence[Cells]) -> bool:
    return any(sum(cell is not None for cell in row) >= 3 for row in head)


def _read_sheets(
    book: Book, sheets: Sequence[TableSheet], register: RawRegister, meanings: Meanings, assumed: AmountUnit | None
) -> None:
    """Fills the tables of the register."""
    grids = {grid.title: grid for grid in book.grids}
    is_in_euro = IN_EURO in book.properties
    register.was_made_here = is_in_euro
    unit = None if is_in_euro else assumed
    attachments = []
    # The contracts first: the numbers in the other sheets are compared with theirs.
    for bare in sorted(sheets, key=lambda sheet: sheet.table != "contracts"):
        sheet = bare if unit is None or bare.table != "contracts" else replace(bare, factor=FACTORS[unit])
        register.headings |= {(sheet.title, letters(index)): text for index, text in sheet.headings.items()}
        register.columns += column_list(grids[sheet.title], sheet)
        records, left_out = read_records(grids[sheet.title], sheet, register, meanings)
        if not is_in_euro and (known := _unit_of(sheet, records, unit)) is not None:
            register.units[sheet.title] = known
        if sheet.factor != 1:
            register.remarks.append(Problem("amounts_by_assumption", sheet.place, {"factor": sheet.factor}))
        above = list(islice(grids[sheet.title].rows(), sheet.header_row - 1))
        register.remarks += with_organisation(records, sheet, above)
        register.remarks += results_taken(grids[sheet.title], sheet, left_out)
        register.remarks += _out_of_sight(grids[sheet.title], sheet, left_out)
        if sheet.table in ATTACHED:
            attachments.append((sheet.table, records))
        else:
            table = register.tables.setdefault(sheet.table, RawTable())
            table.records += records.records
            table.rows += records.rows
    contracts_apart(register)
    for name, lines in attachments:
        attach(name, lines, register)
