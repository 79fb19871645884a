"""A file with sheets of any kind, as grids: .xlsx, .xlsm, strict Open XML, .ods, .xls and .csv.

What a file may cost is settled before a library sees it: its kind by its content, what it expands to, and how far its
cells stand apart.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from srtool.errors import InputError, Problem
from srtool.lazy_dataclass import dataclass
from srtool.place import Place
from srtool.readers.excel import parts
from srtool.readers.excel.calc_marks import CalcSheet, calc_sheets
from srtool.readers.excel.extent import TooMuch, TooWide
from srtool.readers.excel.grid import Cell, Grid
from srtool.readers.excel.kinds import Kind, kind_of
from srtool.readers.excel.old_workbook import refuse_impossible
from srtool.readers.excel.silence import silence
from srtool.readers.excel.text_grid import text_grid

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MAX_EXPANDED = 512 * 1024**2
"""Bytes that the parts of an archive may come to together."""
MOST_PARTS = 20_000

_UNREADABLE: Mapping[Kind, str] = {
    "binary": "workbook_binary",
    "page": "file_is_page",
    "document": "file_is_document",
    "protected": "workbook_protected",
    "empty": "workbook_empty",
    "other": "workbook_not_readable",
}


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a file, and what it says of itself."""

    kind: Kind
    grids: tuple[Grid, ...]
    properties: Mapping[str, str] = field(default_factory=dict)
    """Document properties that a program gave it, by name."""


def _every(_: str) -> bool:
    return True


def book_of(data: bytes, name: str, title: str, wanted: Callable[[str], bool] = _every) -> Book:
    """The sheets in these bytes; `title` is the name of the only sheet of a .csv. InputError when they are none.

    Sheets whose title is not `wanted` are left aside: they cost nothing, and count for no limit.
    """
    kind = kind_of(data)
    if kind in _UNREADABLE:
        raise InputError([Problem(_UNREADABLE[kind], Place(name))])
    if kind == "text":
        return Book(kind, (text_grid(data, title, name),))
    try:
        with silence():
            return _of_archive(data, name, kind, wanted) if kind != "old" else _of_old(data, wanted)
    except TooWide as error:
        values = {"sheet": error.sheet, "cell": error.cell}
        raise InputError([Problem("workbook_too_wide", Place(name), values)]) from error
    except TooMuch as error:
        raise InputError([Problem("workbook_holds_too_much", Place(name), {"part": str(error)})]) from error
    except InputError:
        raise
    except BaseException as error:
        # A library written in another language reports some damage by what is no Exception.
        if isinstance(error, KeyboardInterrupt | SystemExit | GeneratorExit | MemoryError):
            raise
        raise InputError([Problem("workbook_not_readable", Place(name))]) from error


def _of_old(data: bytes, wanted: Callable[[str], bool]) -> Book:
    refuse_impossible(data)
    return Book("old", tuple(_grids(data, wanted)))


def _of_archive(data: bytes, name: str, kind: Kind, wanted: Callable[[str], bool]) -> Book:
    with ZipFile(BytesIO(data)) as archive:
        if kind == "calc":
            _refuse_too_large(archive, name, frozenset())
            sheets = {sheet.title: sheet for sheet in calc_sheets(archive)}
            return Book(kind, tuple(_with_calc(grid, sheets.get(grid.title)) for grid in _grids(data, wanted)))
        _refuse_too_large(archive, name, frozenset(filter(_is_sheet, archive.namelist())))
        every = parts.sheet_parts(archive)
        chosen = [sheet for sheet in every if wanted(sheet.title)]
        aside = {sheet.part for sheet in every} - {sheet.part for sheet in chosen}
        _refuse_too_large(archive, name, aside)
        parts.refuse_many_texts(archive)
        look = parts.styles(archive)
        marked = {sheet.title: (sheet, *parts.marks(archive, sheet, look)) for sheet in chosen}
        properties = parts.properties(archive)
    grids = tuple(_with_parts(grid, marked.get(grid.title), data, look) for grid in _grids(data, wanted))
    return Book(kind, grids, properties)


def _is_sheet(part: str) -> bool:
    return part.startswith("xl/worksheets/")


def _refuse_too_large(archive: ZipFile, name: str, aside: Collection[str]) -> None:
    """InputError where the parts come to too much together; those that are left `aside` do not count."""
    members = archive.infolist()
    size = sum(part.file_size for part in members if part.filename not in aside)
    if len(members) > MOST_PARTS or size > MAX_EXPANDED:
        raise InputError([Problem("workbook_too_large", Place(name), {"limit": MAX_EXPANDED // 1024**2})])


def _with_calc(grid: Grid, sheet: CalcSheet | None) -> Grid:
    if sheet is None:
        return grid
    shown = frozenset(sheet.percents)
    return Grid(
        grid.title,
        grid.rows,
        grid.hidden,
        tuple(sheet.merged),
        sheet.marks,
        lambda columns: frozenset(cell for cell in shown if cell[1] in columns),
    )


def _with_parts(grid: Grid, marked: Any, data: bytes, look: parts.Styles) -> Grid:  # noqa: ANN401 - sheet, marks, merged
    if marked is None:
        return grid
    sheet, marks, merged = marked
    return Grid(grid.title, grid.rows, sheet.hidden, merged, marks, partial(_percents, data, sheet, look))


def _percents(data: bytes, sheet: parts.SheetPart, look: parts.Styles, columns: Sequence[int]) -> frozenset[Cell]:
    with ZipFile(BytesIO(data)) as archive:
        return parts.percents(archive, sheet, look, columns)


def _grids(data: bytes, wanted: Callable[[str], bool]) -> Iterator[Grid]:
    """The wanted worksheets as the library reads them, without marks."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - only a sheet pays

    workbook = CalamineWorkbook.from_filelike(BytesIO(data))
    for sheet in workbook.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet and wanted(sheet.name):
            hidden = sheet.visible != SheetVisibleEnum.Visible
            yield Grid(sheet.name, partial(_rows, workbook.get_sheet_by_name(sheet.name)), hidden)


def _rows(sheet: CalamineSheet) -> Iterator[Sequence[object]]:
    """The rows with None for what is empty, and the columns before the first that is filled."""
    if sheet.start is None:
        return
    before: list[object] = [None] * sheet.start[1]
    for row in sheet.iter_rows():
        values: list[object] = [None if value == "" else value for value in row]
        yield before + values if before else values
