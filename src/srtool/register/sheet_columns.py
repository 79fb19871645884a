"""The columns of the sheets that a register was read from, and what each was taken for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.place import Place


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column with a heading of its own."""

    place: Place
    """The cell of its heading."""
    heading: str
    table: str
    key: str = ""
    """The (dotted) field that it was taken for; empty where it was not."""
    beside: str = ""
    """What it says of a contract without being a field: its term, its options, its lot."""
    example: str | Decimal | date | None = None
    """The first value below the heading; None where there is none, or it may say who somebody is."""

    holds_amounts: bool = False
    """Whether a column that is not read looks like one of amounts, by its heading and what stands in it."""

    @property
    def is_read(self) -> bool:
        return bool(self.key or self.beside)
