"""Rows of a table with headings: of a workbook row by row, or of a CSV file in whatever encoding it was saved."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import IO, Any

from srtool.errors import InputError, Problem
from srtool.lazy_dataclass import dataclass
from srtool.notice.stated import Stated
from srtool.place import Place
from srtool.readers.excel.grid import letters

Cells = Sequence[Any]
Row = tuple[int, Cells]
_SNIFFED = 1 << 16


@dataclass(frozen=True, slots=True)
class Table:
    """The rows below the headings, each with its number in the sheet, and the column of each field."""

    name: str
    columns: dict[str, int]
    rows: Iterator[Row]


class RowFacts(Mapping[str, Stated[Any]]):
    """What a row states, by field, with its cells: made when asked for, since a table of notices states a million."""

    __slots__ = ("_fields", "_place", "_values")

    def __init__(self, place: Place, fields: Mapping[str, tuple[int, str]], values: tuple[Any, ...]) -> None:
        """`fields` gives the place of each among the values, and its column; rows that fill the same share it."""
        self._place = place
        self._fields = fields
        self._values = values

    def __getitem__(self, key: str) -> Stated[Any]:
        number, column = self._fields[key]
        return Stated(self._values[number], self._place, column)

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)


class Columns:
    """Cells of a row by field, and where they stand."""

    def __init__(self, table: Table, file: str) -> None:
        self._columns = table.columns
        self.source = self._row = Place(file, table.name)
        self._kept: dict[Any, Any] = {}
        self._layouts: dict[tuple[tuple[str, str], ...], Mapping[str, tuple[int, str]]] = {}
        self._letters = {field: letters(column) for field, column in table.columns.items()}

    def get(self, row: Row, field: str) -> object:
        """The cell; None where the table has no such column or the row ends before it."""
        column = self._columns.get(field)
        return row[1][column] if column is not None and column < len(row[1]) else None

    def stated(self, value: Any, row: Row, field: str) -> Stated[Any]:  # noqa: ANN401 - of any field
        """The value at the cell of this field; a text or day that stands in many rows is kept once."""
        if isinstance(value, str | date):
            value = self._kept.setdefault(value, value)
        if self._row.number != row[0]:
            self._row = self.source._replace(number=row[0])
        return Stated(value, self._row, self._letters[field])

    def facts(self, facts: Mapping[str, Stated[Any]]) -> RowFacts:
        """The facts of one row, in a third of the memory."""
        filled = tuple((key, stated.path) for key, stated in facts.items())
        layout = self._layouts.get(filled)
        if layout is None:
            layout = {key: (number, column) for number, (key, column) in enumerate(filled)}
            self._layouts[filled] = layout
        return RowFacts(self._row, layout, tuple(stated.value for stated in facts.values()))


def plain(heading: object) -> str:
    """`Id publicatie`, `ID  PUBLICATIE:` and `id_publicatie` are one word."""
    spelled = unicodedata.normalize("NFKD", str(heading).casefold())
    return "".join(char for char in spelled if char.isalnum())


def columns_of(row: Cells, aliases: Mapping[str, str], needed: frozenset[str]) -> dict[str, int] | None:
    """The column of each field that a heading in this row names; None when a needed one is not among them.

    Of two headings for one field the one that stands first among the aliases is read.
    """
    rank = {alias: place for place, alias in enumerate(aliases)}
    columns: dict[str, tuple[int, int]] = {}
    for column, cell in enumerate(row):
        heading = plain(cell) if isinstance(cell, str) else ""
        field = aliases.get(heading)
        if field is not None and columns.get(field, (len(rank), 0))[0] > rank[heading]:
            columns[field] = (rank[heading], column)
    return {field: column for field, (_, column) in columns.items()} if needed <= columns.keys() else None


def csv_rows(file: IO[bytes], name: str) -> Iterator[Cells]:
    """The rows of a CSV file in UTF-8 or else CP1252, separated as its first line is; read line by line."""
    start = file.read(_SNIFFED)
    file.seek(0)
    if not start.strip():
        raise InputError([Problem("notice_empty", name)])
    if b"\0" in start:
        raise InputError([Problem("notices_no_table", name)])
    encoding = _encoding(file)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    head = start.partition(b"\n")[0].decode(encoding, "replace")
    delimiter = max(";,\t", key=head.count)
    try:
        yield from csv.reader(text, delimiter=delimiter)
    except csv.Error as error:
        raise InputError([Problem("notices_no_table", name)]) from error
    finally:
        text.detach()


def _encoding(file: IO[bytes]) -> str:
    """UTF-8 when the whole file is; else what Windows saves in the Netherlands."""
    decode = codecs.getincrementaldecoder("utf-8")().decode
    try:
        while block := file.read(_SNIFFED):
            decode(block)
        decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"
