"""The cells of the sheets that tell a supplier what was agreed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill

from srtool.views.sheets.cells import EURO, FONT, text_cell
from srtool.views.sheets.row_height import height

PLAIN, BOLD = Font(name=FONT, size=11), Font(name=FONT, size=11, bold=True)
TITLE, NOTE = Font(name=FONT, size=14, bold=True), Font(name=FONT, size=11, italic=True)
_HEAD = PatternFill("solid", fgColor="DDEBF7")
_WRAP = Alignment(wrap_text=True, vertical="top")
_RIGHT = Alignment(horizontal="right", wrap_text=True, vertical="top")
_LEFT = Alignment(horizontal="left", vertical="top")


def text(sheet: Any, words: str, font: Font = PLAIN, *, wrap: bool = True) -> Any:  # noqa: ANN401 - openpyxl's, for writing only
    """Words as text, over several lines where they do not fit."""
    cell = text_cell(sheet, words)
    cell.font = font
    if wrap:
        cell.alignment = _WRAP
    return cell


def head(sheet: Any, words: str, *, right: bool = False) -> Any:  # noqa: ANN401 - idem
    """The heading of a column; `right` above amounts."""
    cell = text(sheet, words, BOLD)
    cell.fill = _HEAD
    if right:
        cell.alignment = _RIGHT
    return cell


def value(sheet: Any, content: object, number_format: str, absent: str | None = None) -> Any:  # noqa: ANN401 - idem
    """A day or an amount; `absent` is what stands in the place of one that is not known."""
    cell: Any = WriteOnlyCell(sheet)
    cell.value = absent if content is None else content
    cell.font, cell.number_format = PLAIN, number_format
    cell.alignment = _RIGHT if number_format == EURO else _LEFT
    return cell


def append(sheet: Any, row: int, cells: Sequence[Any], widths: Sequence[float]) -> None:  # noqa: ANN401 - idem
    """A row as high as its words need in columns of so many characters; `row` is its number."""
    words = [cell.value if isinstance(cell.value, str) else None for cell in cells]
    sheet.row_dimensions[row].height = height(zip(words, widths, strict=True))
    sheet.append(cells)
