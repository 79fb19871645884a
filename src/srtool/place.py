"""Where a value stands in the user's own file, so that every message can point at it: a value, text only when told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import NamedTuple

from srtool.lazy_dataclass import dataclass


class Place(NamedTuple):
    """A spot in a file: the file itself, a table or sheet in it, a record, a field or a cell.

    A tuple, for a large register makes them by the million.
    """

    file: str
    table: str = ""
    """A TOML table, a key above all tables, or the title of a sheet."""
    number: int | None = None
    """The record: counted from 0 in TOML; in a sheet its row, counted from 1."""
    key: str = ""
    """The (dotted) key in TOML."""
    column: str = ""
    """The letter of the column; empty where it is no cell of a sheet."""

    def __str__(self) -> str:
        """`tender.toml: contracts[0].wage_sum`, or `register.xlsx: Contracten!F7`."""
        return f"{self.file}: {self.inside}" if self.table else self.file

    @property
    def inside(self) -> str:
        """The same without the file: `contracts[0].wage_sum`."""
        if self.column:
            return f"{self.table}!{self.column}{self.number}"
        record = self.table if self.number is None else f"{self.table}[{self.number}]"
        return f"{record}.{self.key}" if self.key else record

    def below(self, key: str) -> Place:
        """The place of a key in the TOML table that stands here."""
        return Place(self.file, self.table, self.number, f"{self.key}.{key}" if self.key else key)

    def whole_table(self) -> Place:
        """The table or sheet, without the record."""
        return Place(self.file, self.table)


class TextPlace(NamedTuple):
    """Words in a text that was written by hand, such as a tender draft."""

    file: str
    heading: str = ""
    """The heading that they stand under; empty above the first."""
    number: str | None = None
    """The number before the passage, else that of the heading: `4.2`."""
    paragraph: int = 0
    """Which paragraph of its part of the file, counted from 0."""
    offset: int = 0
    """Where the words begin in their passage, in characters."""
    words: str = ""
    passage: str = ""
    """The whole passage that they stand in."""

    def __str__(self) -> str:
        """`leidraad.docx: 4.2 Social return`."""
        under = " ".join(part for part in (self.number, self.heading) if part)
        return f"{self.file}: {under}" if under else self.file


class TablePlace(NamedTuple):
    """A cell of a table in a Word document, by what the reader of the document sees."""

    file: str
    heading: str
    """The heading above the table; empty above the first."""
    row: int
    """Counted from 1 below the row of headings."""
    column: str
    """The heading of the column."""

    def __str__(self) -> str:
        """`blad.docx: Verslag en vervolg, 2, Datum`; in a sentence `texts.say` puts words to it."""
        return f"{self.file}: {', '.join(filter(None, (self.heading, str(self.row), self.column)))}"


Where = Place | TextPlace | TablePlace | str
"""A place in a file; else what was typed: an option such as `--on`, a path, a variable, or nothing at all."""


_NOWHERE: Mapping[str, Place] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Row:
    """One record: a TOML table such as `contracts[0]`, or one row of an Excel sheet."""

    file: str
    table: str
    number: int
    """Counted from 0 in TOML; in a sheet the row, counted from 1."""
    columns: Mapping[str, str] | None = None
    """Column letter per (dotted) field, shared by the rows of a sheet; None for TOML."""
    elsewhere: Mapping[str, Place] = field(default_factory=lambda: _NOWHERE)
    """Places of fields that stand in a sheet of their own, such as `social_return.growth[0].from`."""
    assumed: Mapping[str, Place] = field(default_factory=lambda: _NOWHERE)
    """The answers of the user that a field rests on: their places in the settings."""
    derived: frozenset[str] = frozenset()
    """The days that no cell holds as they are: they follow from a term or a quarter in words."""

    def at(self, key: str) -> Place:
        """The place of a field, or with an empty key of the record.

        A field without a column is shown at the record's first known cell.
        """
        if key in self.elsewhere:
            return self.elsewhere[key]
        if self.columns is None:
            return Place(self.file, self.table, self.number, key)
        column = self.columns.get(key) or next(iter(self.columns.values()), "A")
        return Place(self.file, self.table, self.number, "", column)
