"""Values into cells: per look one number in the styles of the workbook, and a writer that remembers what recurs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from openpyxl.cell import WriteOnlyCell

from srtool.texts import Lang, sentence
from srtool.views.shared.table import Formula, Link, Toned, Value, text_of
from srtool.views.sheets.cell_xml import day_xml, empty_xml, formula_xml, number_xml, text_xml
from srtool.views.sheets.cells import looks_like_formula, readable, shortened
from srtool.views.sheets.looks import Look, dress
from srtool.views.sheets.row_height import lines_of

CellWriter = Callable[[Value], tuple[str, int]]
"""From a value to its cell, without its place, and over how many lines its text stands."""
_REMEMBERED = 2_048
"""Cells per writer: enough for what recurs on nearby rows, too few to count in memory."""


class CellWriters:
    """The looks of one workbook, and what writes cells in them."""

    def __init__(self, bare: Any, lang: Lang) -> None:  # noqa: ANN401 - openpyxl's own
        """`bare` is a sheet of the workbook, or one that it had."""
        self._lang = lang
        self._cut = sentence(lang, "report.table.cut")
        self._bare = bare
        self._styles: dict[tuple[Look, bool], int] = {}
        self._loose: dict[Look, CellWriter] = {}

    def loose(self, look: Look) -> CellWriter:
        """The writer of single cells, whose height nobody asks."""
        if look not in self._loose:
            self._loose[look] = self.of_column(look)
        return self._loose[look]

    def of_column(self, look: Look, width: float | None = None) -> CellWriter:
        """A writer for one column; in a width of so many characters text takes as many lines as it needs."""

        @lru_cache(maxsize=_REMEMBERED)
        def write(value: Value) -> tuple[str, int]:
            text = text_of(value)
            if text is None:
                return self._xml(value, look), 1
            xml = self._text(text, _look_of(value, look))
            return xml, 1 if width is None else lines_of(text, width)

        return write

    def _xml(self, value: Value, look: Look) -> str:
        style = self._style(look, quoted=False)
        match value:
            case None:
                return empty_xml(style)
            case Formula(text):
                return formula_xml(text, None, style)
            case Decimal() if look.kind == "percent":
                return number_xml(value.scaleb(-2), style)
            case Decimal() | int():
                return number_xml(value, style)
            case date():
                return day_xml(value, style)
            case _:
                raise TypeError(value)

    def _text(self, text: str, look: Look) -> str:
        held = shortened(readable(text), self._cut)
        return text_xml(held, self._style(look, quoted=looks_like_formula(held)))

    def _style(self, look: Look, *, quoted: bool) -> int:
        """The number of a look; `quoted` tells Excel that what looks like a formula is text."""
        style = self._styles.get((look, quoted))
        if style is None:
            cell = WriteOnlyCell(self._bare)
            dress(cell, look, self._lang)
            cell.quotePrefix = quoted
            style = self._styles[look, quoted] = cell.style_id
        return style


def _look_of(value: Value, look: Look) -> Look:
    """The look with what the value itself adds to it."""
    match value:
        case Link(_, to) if to is not None:
            return replace(look, linked=True)
        case Toned(_, tone):
            return replace(look, tone=tone)
        case _:
            return look
