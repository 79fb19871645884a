"""Tables as CSV that a Dutch or English Excel opens as a table."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from srtool.texts import Lang
from srtool.views.shared.lines import clean
from srtool.views.shared.table import Column, Formula, Row, Value, text_of

_BOM = "\ufeff"
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# The same behind a separator, for a reader may part the cells at the other one; the dash of "€ 100,-" is no formula.
_FORMULA_INSIDE = re.compile(r"([,;])(?=[\s\"]*(?:[=+@]|-(?!$)))")
_SEPARATOR = {"nl": ";", "en": ","}
_NEIGHBOURS = 4096
"""So many cells are remembered: those of one contract stand below each other and say much the same."""


class _Handed:
    """A stream that hands each line back: csv writes a row with one call."""

    def write(self, line: str) -> str:
        return line


def csv_lines(
    columns: Sequence[Column[Row]], rows: Iterable[Row], headings: Mapping[str, str], lang: Lang
) -> Iterator[str]:
    """Headings and rows of clean cells, with the separator of that language, line by line."""
    writer = csv.writer(_Handed(), delimiter=_SEPARATOR[lang], lineterminator="\r\n")
    yield _BOM
    yield writer.writerow([headings[column.name] for column in columns])
    values = [column.of for column in columns]
    for row in rows:
        yield writer.writerow([_cell(of(row), lang) for of in values])


def number(value: Decimal | None, lang: Lang) -> str:
    """Without thousands apart, so that a spreadsheet takes it for a number; empty for None."""
    return "" if value is None else f"{value:f}".replace(".", "," if lang == "nl" else ".")


@lru_cache(_NEIGHBOURS)
def as_text(cell: str) -> str:
    """A cell on one line, without control characters, that no spreadsheet takes for a formula."""
    text = _FORMULA_INSIDE.sub(r"\1'", clean(cell, ""))
    return "'" + text if cell.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def _cell(value: Value, lang: Lang) -> str:
    if value is None:
        return ""
    if value.__class__ is str:  # most cells
        return as_text(value)
    if isinstance(value, Decimal):
        return as_text(number(value, lang))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Formula):
        return as_text(value.text)
    text = text_of(value)
    return as_text(str(value) if text is None else text)
