"""A column of percentages in which some stand as a fraction: `0.6` may be 60%, or six tenths of one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from decimal import Decimal
from functools import partial
from itertools import islice

from srtool.lazy_dataclass import dataclass
from srtool.readers.excel.cells import NotRead, filled
from srtool.readers.excel.grid import Grid

_FRACTION = re.compile(r"0*[.,]\d{1,10}")
_ONE = re.compile(r"1(?:[.,]0{1,10})?")
"""A text without its sign: `0,5%` says itself what it is."""


@dataclass(slots=True)
class Shares:
    """Whether the bare figures of a column are fractions; looked for only when a cell holds a bare one."""

    cells: Callable[[], Iterable[object]]
    _are_some: bool | None = field(default=None)

    def text(self, value: object) -> object:
        """The text as it is; a fraction without a sign is not read, nor a one among fractions."""
        text = filled(value)
        if not isinstance(text, str):
            return text
        bare = text.strip()
        if _FRACTION.fullmatch(bare):
            figure = Decimal(bare.replace(",", "."))
            return _in_doubt(value, figure) if figure else text
        return _in_doubt(value, Decimal(1)) if _ONE.fullmatch(bare) and self._some() else text

    def number(self, value: object) -> object:
        """A one among fractions is not read, for it may be the whole; another number stays as it is."""
        return _in_doubt(value, Decimal(1)) if value == 1 and self._some() else value

    def _some(self) -> bool:
        if self._are_some is None:
            self._are_some = any(_is_fraction(cell) for cell in self.cells())
        return self._are_some


def shares_of(grid: Grid, header_row: int, index: int) -> Shares:
    """Of one column of a sheet; the row of its headings counted from 1."""
    return Shares(partial(_bare_cells, grid, header_row, index))


def _bare_cells(grid: Grid, header_row: int, index: int) -> Iterator[object]:
    """The cells below the heading that are not shown as a percentage."""
    shown = grid.percents([index]) if grid.percents is not None else frozenset()
    for number, row in enumerate(islice(grid.rows(), header_row, None), start=header_row + 1):
        if index < len(row) and (number, index) not in shown:
            yield row[index]


def _is_fraction(cell: object) -> bool:
    if isinstance(cell, str):
        bare = cell.strip()
        return bool(_FRACTION.fullmatch(bare)) and Decimal(bare.replace(",", ".")) != 0
    return isinstance(cell, float) and 0 < cell < 1


def _in_doubt(value: object, share: Decimal) -> NotRead:
    percent = (share * 100).normalize()
    return NotRead(value, "percent_share", percent if percent != int(percent) else percent.quantize(Decimal(1)))
