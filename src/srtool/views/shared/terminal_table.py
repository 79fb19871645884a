"""A table as text on a terminal: columns below each other, numbers at the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from srtool.texts import Lang
from srtool.texts.say import amount, day
from srtool.views.shared.table import NUMBERS, Column, Row, Value, text_of

_APART = "  "


def aligned(
    columns: Sequence[Column[Row]], rows: Iterable[Row], lang: Lang, headings: Mapping[str, str] | None = None
) -> list[str]:
    """A line per row, below one of headings where these are given; the last column stays as wide as it is."""
    cells = [[_cell(column.of(row), lang) for column in columns] for row in rows]
    if headings is not None:
        cells.insert(0, [headings[column.name] for column in columns])
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [_APART.join(_placed(row, columns, widths)) for row in cells]


def _placed(row: Sequence[str], columns: Sequence[Column[Row]], widths: Sequence[int]) -> list[str]:
    pairs = zip(row, columns, widths, strict=True)
    placed = [cell.rjust(width) if column.kind in NUMBERS else cell.ljust(width) for cell, column, width in pairs]
    return [*placed[:-1], row[-1]]


def _cell(value: Value, lang: Lang) -> str:
    match value:
        case None:
            return "-"
        case Decimal():
            return amount(lang, value)
        case date():
            return day(lang, value)
    text = text_of(value)
    return str(value) if text is None else text
