"""Where a value stands in the user's own file, so that every message can point at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """One record: a TOML table such as `contracts[0]`, or one row of an Excel sheet."""

    file: str
    table: str
    number: int | None = None
    """The row in the sheet, counted from 1; None for TOML."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Column letter per (dotted) field, shared by the rows of a sheet."""
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    """Full places of fields that stand in a sheet of their own, such as `social_return.growth[0].from`."""

    def at(self, key: str) -> str:
        """`tender.toml: contracts[0].wage_sum`, or `register.xlsx: Contracten!F7`.

        A field without a column is shown at the record's first known cell.
        """
        if self.number is None:
            return f"{self.file}: {self.table}.{key}" if key else f"{self.file}: {self.table}"
        if key in self.elsewhere:
            return self.elsewhere[key]
        column = self.columns.get(key) or next(iter(self.columns.values()), "A")
        return f"{self.file}: {self.table}!{column}{self.number}"
