"""What the cells of one column are read as, each text and each day once: most columns hold few different ones."""

from __future__ import annotations

from datetime import date

from srtool.readers.excel.cells import DASHES, ERRORS, NotRead
from srtool.readers.excel.column_plan import ColumnPlan

_MOST = 10_000
"""Kept of one column; of a column of numbers each is another one, and keeping them gains nothing."""


class Readings(dict[str | date, object]):
    """By the text or the day of a cell its value, a Noted or a NotRead, or None where it counts as empty."""

    __slots__ = ("_plan",)

    def __init__(self, plan: ColumnPlan) -> None:
        self._plan = plan

    def __missing__(self, cell: str | date) -> object:
        convert = self._plan.convert
        reading = self._of_text(cell) if isinstance(cell, str) else cell if convert is None else convert(cell)
        if len(self) < _MOST:
            self[cell] = reading
        return reading

    def _of_text(self, text: str) -> object:
        if text in ERRORS:
            return NotRead(text, "cell_error")
        if not text or text in DASHES or text.isspace():
            return None
        if "\r" in text:
            text = "\n".join(text.splitlines())
        return text if self._plan.convert_text is None else self._plan.convert_text(text)
