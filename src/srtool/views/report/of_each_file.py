"""The totals of each of several files, below the charts of the first page."""

from __future__ import annotations

from collections.abc import Mapping

from srtool.checks.summary import Summary
from srtool.sums import Sum
from srtool.texts import Lang, words
from srtool.views.shared.sum_text import sum_text
from srtool.views.shared.table import Value
from srtool.views.sheets.grid import Grid
from srtool.views.sheets.looks import Look

_COUNTS, _AMOUNTS = ("contracts", "in_scope", "open_scope"), ("norm_obligation", "asked_obligation")
_COLUMNS = (4, 5, 6, 8, 9)
"""The name has three columns to itself, and an amount with an unknown part room on its left."""


def write(grid: Grid, top: int, files: Mapping[str, Summary], lang: Lang) -> int:
    """A row for each file, with headings in the row `top`; the row that it ends on.

    Amounts in euro excl. VAT, one with an unknown part says so.
    """
    headings = words(lang, "report.of_each_file")
    for column in range(1, _COLUMNS[-1] + 1):
        grid.put(top, column, headings["file"] if column == 1 else None, Look(heading=True))
    for column, key in zip(_COLUMNS, (*_COUNTS, *_AMOUNTS), strict=True):
        grid.put(top, column, headings[key], Look(heading=True, right=True))
    row = top
    for row, (name, total) in enumerate(files.items(), start=top + 1):
        grid.put(row, 1, name)
        for column, key in zip(_COLUMNS, _COUNTS, strict=False):
            grid.put(row, column, getattr(total, key), Look("count"))
        for column, key in zip(_COLUMNS[len(_COUNTS) :], _AMOUNTS, strict=True):
            grid.put(row, column, *_amount(getattr(total, key), lang))
    return row


def _amount(total: Sum, lang: Lang) -> tuple[Value, Look]:
    if total.whole is None:
        return sum_text(total, lang, brief=True), Look(muted=True, right=True)
    return total.whole, Look("euro")
