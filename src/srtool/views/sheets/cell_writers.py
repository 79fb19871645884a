"""Values into cells: per look one number in the styles of the workbook, and a writer that remembers what recurs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any

from openpyxl.cell import WriteOnlyCell

from srtool.texts import Lang, sentence
from srtool.views.shared.table import Formula, Link, Toned, Value
from srtool.views.sheets.cell_xml import day_xml, empty_xml, formula_xml, number_xml, text_xml
from srtool.views.sheets.cells import looks_like_formula, readable, shortened
from srtool.views.sheets.looks import Look, dress
from srtool.views.sheets.row_height import lines_of

CellWriter = Callable[[Value], tuple[str, int]]
"""From a value to its cell, without its place, and over how many lines its text stands."""
_SHORT = 1_000
"""Characters that surely fit."""
_REMEMBERED = 2_048
"""Cells per writer: enough for what recurs on nearby rows, too few to count in memory."""


class Style:
    """The numbers of one look in the styles of the workbook, each made when it is first asked for."""

    def __init__(self, bare: Any, look: Look, lang: Lang) -> None:  # noqa: ANN401 - openpyxl's own
        self.look, self.lang = look, lang
        self._bare = bare

    @cached_property
    def plain(self) -> int:
        return self._number(quoted=False)

    @cached_property
    def quoted(self) -> int:
        """For text that Excel would take for something else."""
        return self._number(quoted=True)

    def of(self, text: str) -> int:
        """The number for this text."""
        return self.quoted if looks_like_formula(text) else self.plain

    def _number(self, *, quoted: bool) -> int:
        cell: Any = WriteOnlyCell(self._bare)
        dress(cell, self.look, self.lang)
        cell.quotePrefix = quoted
        number: int = cell.style_id
        return number


class CellWriters:
    """The looks of one workbook, and what writes cells in them."""

    def __init__(self, bare: Any, lang: Lang) -> None:  # noqa: ANN401 - openpyxl's own
        """`bare` is a sheet of the workbook, or one that it had."""
        self._lang, self._bare = lang, bare
        self._cut = sentence(lang, "report.table.cut")
        self._styles: dict[Look, Style] = {}
        self._loose: dict[Look, CellWriter] = {}

    def loose(self, look: Look) -> CellWriter:
        """The writer of single cells, whose height nobody asks."""
        if look not in self._loose:
            self._loose[look] = self.of_column(look)
        return self._loose[look]

    def of_column(self, look: Look, width: float | None = None) -> CellWriter:
        """A writer for one column; in a width of so many characters text takes as many lines as it needs."""
        style, linked = self._style(look), self._style(replace(look, linked=True))

        @lru_cache(maxsize=_REMEMBERED)
        def write(value: Value) -> tuple[str, int]:
            match value:
                case str():
                    text, dressed = value, style
                case Link(text, to):
                    dressed = style if to is None else linked
                case Toned(text, tone):
                    dressed = self._style(replace(look, tone=tone))
                case Formula(formula, result):
                    held_result = self._held(result or "") if isinstance(result, str | None) else result
                    return formula_xml(formula, held_result, style.plain), 1
                case _:
                    return _without_text(value, style), 1
            held = self._held(text)
            return text_xml(held, dressed.of(held)), 1 if width is None else lines_of(text, width)

        return write

    def _held(self, text: str) -> str:
        """The text as far as a cell can hold it."""
        if len(text) < _SHORT and text.isprintable() and "_x" not in text:  # as nearly every text is
            return text
        return shortened(readable(text), self._cut)

    def _style(self, look: Look) -> Style:
        if look not in self._styles:
            self._styles[look] = Style(self._bare, look, self._lang)
        return self._styles[look]


def _without_text(value: Value, style: Style) -> str:
    match value:
        case None:
            return empty_xml(style.plain)
        case Decimal() if style.look.kind == "percent":
            return number_xml(value.scaleb(-2), style.plain)
        case Decimal() | int():
            return number_xml(value, style.plain)
        case date():
            return day_xml(value, style.plain)
        case _:
            raise TypeError(value)
