"""A value as a notice states it, with its place in the file: everything that is taken from a notice is one of these."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

Value_co = TypeVar("Value_co", covariant=True)


class Stated(NamedTuple, Generic[Value_co]):
    """A value and where it stands: the source is shared by all that one notice states, the path is its own.

    A named tuple, for a yearly file states a million of them and a frozen dataclass takes four times as long to make.
    """

    value: Value_co
    source: str
    """`notices/2026-1.xml` or `2026.json: releases[12]`."""
    path: str
    """`/ContractNotice/cac:ProcurementProject/cbc:Name`, `tender.title` or `C7`."""

    @property
    def place(self) -> str:
        """`2026-1.xml: /ContractNotice/…`, `2026.json: releases[12].tender.title`, `2026.xlsx: OpenData sheet!C7`."""
        if self.path.startswith("/"):
            return f"{self.source}: {self.path}"
        mark = "!" if self.path[:1].isupper() else "."
        return f"{self.source}{mark}{self.path}"
