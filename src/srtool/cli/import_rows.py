"""New records as rows of the register's own workbook, of which all else stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from srtool.errors import InputError, Problem
from srtool.lazy_dataclass import dataclass
from srtool.place import Place
from srtool.register.columns import infos
from srtool.register.model import Contact, Effort, RegisterFile
from srtool.register.sheet_columns import SheetColumn
from srtool.texts import LANGUAGES, Lang, lists
from srtool.texts.say import heading
from srtool.views.marked.added_rows import Below, Cell, with_rows
from srtool.views.marked.workbook import NotMarkable
from srtool.views.shared.cell_value import cell_value

Records = Sequence[Effort] | Sequence[Contact]


@dataclass(frozen=True, slots=True)
class _RecordSheet:
    """The sheet on which the records of a table stand."""

    table: str
    title: str
    columns: Mapping[str, str]
    """The letters of the column of each field."""
    lang: Lang
    """In which most of its headings are."""
    below: Below


def with_records(data: bytes, register_file: RegisterFile, records: Records, lang: Lang) -> bytes:
    """A copy of the workbook with these records below the last one; InputError where it has no place for them."""
    if not records:
        return data
    table = "efforts" if isinstance(records[0], Effort) else "contacts"
    sheet = _sheet(register_file, table)
    place = Place(register_file.file.name, sheet.title)
    filled = [_filled(record, table) for record in records]
    missing = [key for key in infos(table) if key not in sheet.columns and any(key in each for each in filled)]
    if missing:
        named = tuple(heading(lang, key, table) for key in missing)
        raise InputError([Problem(_code("import_columns_missing", table), place, {"headings": named})])
    try:
        return with_rows(data, sheet.below, [_row(each, sheet) for each in filled])
    except NotMarkable as error:
        raise InputError([Problem(error.code, place)]) from error


def _code(problem: str, table: str) -> str:
    """Of what came from a supplier, or from a meeting sheet."""
    return problem if table == "efforts" else f"{problem}_of_{table}"


def lacking(register_file: RegisterFile, table: str) -> Iterator[Problem]:
    """That no sheet has the columns of this table."""
    if not any(column.table == table and column.key for column in register_file.columns):
        yield Problem(_code("import_no_sheet", table), Place(register_file.file.name))


def _sheet(register_file: RegisterFile, table: str) -> _RecordSheet:
    """The sheet with the last record of the table; where there is none yet the first that has their columns."""
    columns = [column for column in register_file.columns if column.table == table and column.key]
    rows = register_file.rows.get(table, ())
    title = rows[-1].table if rows else next((column.place.table for column in columns), None)
    if title is None:
        raise InputError(lacking(register_file, table))
    own = [column for column in columns if column.place.table == title]
    top = max(column.place.number or 1 for column in own)
    last = max((row.number for row in rows if row.table == title), default=top)
    letters = {column.key: column.place.column for column in reversed(own)}
    return _RecordSheet(table, title, letters, _language(own, table), Below(title, top, last))


def _language(columns: Iterable[SheetColumn], table: str) -> Lang:
    """The language whose own headings the sheet has most."""
    seen = {column.heading.casefold() for column in columns}

    def known(lang: Lang) -> int:
        return sum(names[0].casefold() in seen for names in lists(lang, f"vocabulary.headings.{table}").values())

    return max(LANGUAGES, key=known)


def _filled(record: Effort | Contact, table: str) -> Mapping[str, object]:
    values = {key: getattr(record, key) for key in infos(table)}
    return {key: value for key, value in values.items() if value is not None and value != ()}


def _row(filled: Mapping[str, object], sheet: _RecordSheet) -> dict[str, Cell]:
    fields = infos(sheet.table)
    cells: dict[str, Cell] = {}
    for key, value in filled.items():
        written = cell_value(fields[key], value, sheet.lang)
        if written is not None:
            cells[sheet.columns[key]] = written  # type: ignore[assignment]  # the values of a record are of these
    return cells
