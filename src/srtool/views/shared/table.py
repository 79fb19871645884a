"""A table of any format: columns that take their value from a row; CSV, sheet and terminal only write it down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from srtool.lazy_dataclass import dataclass

Row = TypeVar("Row")
Kind = Literal["text", "wrapped", "euro", "least_euro", "whole_euro", "percent", "count", "decimal", "date"]
"""What a value is and how it stands there; percentages are given as 5 for 5%, `least_euro` is at least so much."""
NUMBERS: frozenset[Kind] = frozenset({"euro", "least_euro", "whole_euro", "percent", "count", "decimal", "date"})
"""What stands at the right of its column, and its heading above it."""
Tone = Literal["bad", "warn", "good", "calm", "open", "input"]
"""What a state calls for: the word says it, the colour only repeats it."""


@dataclass(frozen=True, slots=True)
class Formula:
    """What Excel computes, and what it comes to for whoever shows it without computing; only the tool writes these."""

    text: str
    result: str | int | Decimal | None
    """None for what counts as an empty text."""


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to another cell of the workbook."""

    text: str
    to: str | None


@dataclass(frozen=True, slots=True)
class Toned:
    """A word that its colour repeats."""

    text: str
    tone: Tone | None


Value = str | int | Decimal | date | Formula | Link | Toned | None


def text_of(value: Value) -> str | None:
    """What the value says in words; None for a number, a day, a formula and nothing."""
    match value:
        case str():
            return value
        case Link(text, _) | Toned(text, _):
            return text
        case _:
            return None


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: under `name` its heading stands in texts, and `of` takes its value from a row."""

    name: str
    kind: Kind
    of: Callable[[Row], Value]
    width: float = 14
    """On a sheet, in characters."""
    total: Literal["sum", "count"] | None = None
    """On a sheet, below the last row."""
    bars: bool = False
    """Whether on a sheet a bar in each cell shows how much of 100% it is."""
    folded: bool = False
    """Whether on a sheet it stands in the group that is closed until the reader opens it."""
    is_part: Callable[[Row], bool] | None = None
    """Whether the amount that a row has is not known, or only a part of it: the total is then at least what it says."""
