"""A value as a notice states it, with its place in the file: everything that is taken from a notice is one of these."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from srtool.place import Place

Value_co = TypeVar("Value_co", covariant=True)


class Stated(NamedTuple, Generic[Value_co]):
    """A value and where it stands: the source is shared by all that one notice states, the path is its own.

    A named tuple, for a yearly file states a million of them and a frozen dataclass takes four times as long to make.
    """

    value: Value_co
    source: Place
    """The notice in its file, `2026.json: releases[12]`, or the row of a sheet."""
    path: str
    """From there: `/ContractNotice/cac:ProcurementProject/cbc:Name`, `tender.title`, or the letter of a column."""

    @property
    def place(self) -> Place:
        """`2026-1.xml: /ContractNotice/…`, `2026.json: releases[12].tender.title`, `2026.xlsx: OpenData sheet!C7`."""
        source = self.source
        if source.number is not None:
            return source._replace(column=self.path)
        return Place(source.file, f"{source.table}.{self.path}" if source.table else self.path)
