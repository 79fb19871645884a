"""A sheet as any kind of file gives it: values by row and column, and what the kind can tell about its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field

from srtool.lazy_dataclass import dataclass

Cell = tuple[int, int]
"""Row counted from 1, column from 0."""


@dataclass(frozen=True, slots=True)
class Area:
    """A range of cells, both corners included: rows counted from 1, columns from 0."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What a workbook says of its cells beside their values."""

    errors: Mapping[Cell, str] = field(default_factory=dict)
    """Cells in which a formula failed, with what they show: `#N/A`."""
    formulas: tuple[Cell, ...] = ()
    """Cells that hold a formula, in order."""
    without_result: frozenset[Cell] = frozenset()
    """Formulas of which the workbook holds no result."""
    hidden_rows: frozenset[int] = frozenset()
    struck_rows: frozenset[int] = frozenset()
    """Rows of which the first filled cell is struck through."""


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet; what its kind of file cannot tell is None."""

    title: str
    rows: Callable[[], Iterator[Sequence[object]]]
    """All rows from the first on, columns from A on; None for an empty cell. Rows may differ in length."""
    hidden: bool = False
    merged: tuple[Area, ...] | None = None
    marks: Marks | None = None
    percents: Callable[[Sequence[int]], frozenset[Cell]] | None = None
    """The cells of these columns that are shown as a percentage."""


def letters(column: int) -> str:
    """The letters of a column counted from 0: `A`, `AB`."""
    text, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text
