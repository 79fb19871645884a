"""New efforts as rows of the register's own workbook, of which all else stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from srtool.errors import InputError, Problem
from srtool.lazy_dataclass import dataclass
from srtool.place import Place
from srtool.register.columns import infos
from srtool.register.model import Effort, RegisterFile
from srtool.register.sheet_columns import SheetColumn
from srtool.texts import LANGUAGES, Lang, lists
from srtool.texts.say import heading
from srtool.views.marked.added_rows import Below, Cell, with_rows
from srtool.views.marked.workbook import NotMarkable
from srtool.views.shared.cell_value import cell_value


@dataclass(frozen=True, slots=True)
class _EffortSheet:
    """The sheet on which the efforts stand."""

    title: str
    columns: Mapping[str, str]
    """The letters of the column of each field."""
    lang: Lang
    """In which most of its headings are."""
    below: Below


def with_efforts(data: bytes, register_file: RegisterFile, efforts: Sequence[Effort], lang: Lang) -> bytes:
    """A copy of the workbook with these efforts below the last one; InputError where it has no place for them."""
    if not efforts:
        return data
    sheet = _sheet(register_file)
    place = Place(register_file.file.name, sheet.title)
    filled = [_filled(effort) for effort in efforts]
    missing = [key for key in infos("efforts") if key not in sheet.columns and any(key in each for each in filled)]
    if missing:
        named = tuple(heading(lang, key, "efforts") for key in missing)
        raise InputError([Problem("import_columns_missing", place, {"headings": named})])
    try:
        return with_rows(data, sheet.below, [_row(each, sheet) for each in filled])
    except NotMarkable as error:
        raise InputError([Problem(error.code, place)]) from error


def _sheet(register_file: RegisterFile) -> _EffortSheet:
    """The sheet with the last effort; where there is none yet the first that has their columns."""
    columns = [column for column in register_file.columns if column.table == "efforts" and column.key]
    rows = register_file.rows.get("efforts", ())
    title = rows[-1].table if rows else next((column.place.table for column in columns), None)
    if title is None:
        raise InputError([Problem("import_no_sheet", Place(register_file.file.name))])
    own = [column for column in columns if column.place.table == title]
    top = max(column.place.number or 1 for column in own)
    last = max((row.number for row in rows if row.table == title), default=top)
    letters = {column.key: column.place.column for column in reversed(own)}
    return _EffortSheet(title, letters, _language(own), Below(title, top, last))


def _language(columns: Iterable[SheetColumn]) -> Lang:
    """The language whose own headings the sheet has most."""
    seen = {column.heading.casefold() for column in columns}

    def known(lang: Lang) -> int:
        return sum(names[0].casefold() in seen for names in lists(lang, "vocabulary.headings.efforts").values())

    return max(LANGUAGES, key=known)


def _filled(effort: Effort) -> Mapping[str, object]:
    values = {key: getattr(effort, key) for key in infos("efforts")}
    return {key: value for key, value in values.items() if value is not None and value != ()}


def _row(filled: Mapping[str, object], sheet: _EffortSheet) -> dict[str, Cell]:
    fields = infos("efforts")
    cells: dict[str, Cell] = {}
    for key, value in filled.items():
        written = cell_value(fields[key], value, sheet.lang)
        if written is not None:
            cells[sheet.columns[key]] = written  # type: ignore[assignment]  # the values of an effort are of these
    return cells
