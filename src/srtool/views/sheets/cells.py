"""The cells of a workbook: text that stays text, and numbers and dates in the format a reader expects."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from openpyxl.cell import WriteOnlyCell

from srtool.texts import Lang

EURO = '"€" #,##0.00'
LEAST_EURO = '"≥ €" #,##0.00'
WHOLE_EURO = '"€" #,##0'
PERCENT = "0.00%"
COUNT = "#,##0"
FONT = "Calibri"
"""A cell with a font of its own must name it, or LibreOffice chooses another than for its neighbours."""
DATE: Mapping[Lang, str] = {"nl": "dd-mm-yyyy", "en": "yyyy-mm-dd"}
MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767
MOST_IN_TITLE = 31
"""Excel's own limits: rows of a sheet, characters of a cell and of the name of a sheet."""

_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "'", "\t")


def readable(text: str) -> str:
    """The text as a cell can hold it: with its line breaks, `?` for control characters, and `_x000D_` as it stands."""
    if text.isprintable() and "_x" not in text:  # as nearly every text is
        return text
    return _ESCAPED.sub("_x005F_", _STEERING.sub("?", text.replace("\r\n", "\n").replace("\r", "\n")))


def fits(text: str) -> bool:
    """Whether a cell can hold it all; Excel counts a sign beyond the first 65,536 as two."""
    return 2 * len(text) <= MOST_CHARACTERS or len(text.encode("utf-16-le", "replace")) <= 2 * MOST_CHARACTERS


def shortened(text: str, mark: str) -> str:
    """The text as far as a cell can hold it, with a mark where it was cut."""
    if fits(text):
        return text
    return text.encode("utf-16-le")[: 2 * (MOST_CHARACTERS - len(mark))].decode("utf-16-le", "ignore") + mark


def looks_like_formula(text: str) -> bool:
    """Whether Excel would make something else of it than text when it is typed."""
    return text.startswith(_LOOKS_LIKE_FORMULA)


def put(cell: Any, text: str) -> None:  # noqa: ANN401 - openpyxl's cell, of a sheet or for writing only
    """Writes text as text, whatever it starts with; it must be `readable` and fit."""
    cell.value = text
    cell.data_type = "s"  # openpyxl makes a formula of `=` and an error of `#N/A`
    if looks_like_formula(text):
        cell.quotePrefix = True


def text_cell(sheet: Any, text: str) -> Any:  # noqa: ANN401 - openpyxl's sheet and cell, for writing only
    """A cell that holds text as `put` writes it."""
    cell = WriteOnlyCell(sheet)
    put(cell, readable(text))
    return cell
