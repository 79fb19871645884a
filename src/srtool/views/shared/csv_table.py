"""Tables as CSV that a Dutch or English Excel opens as a table."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from srtool.texts import Lang
from srtool.views.shared.lines import clean

_BOM = "\ufeff"
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SEPARATOR = {"nl": ";", "en": ","}


class _Line:
    """A stream that hands each line back: csv writes a row with one call."""

    def write(self, line: str) -> str:
        return line


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], lang: Lang) -> Iterator[str]:
    """Headings and rows of clean cells, with the separator of that language, line by line."""
    writer = csv.writer(_Line(), delimiter=_SEPARATOR[lang], lineterminator="\r\n")
    yield _BOM
    yield writer.writerow(headings)
    for row in rows:
        yield writer.writerow(row)


def number(value: Decimal | None, lang: Lang) -> str:
    """Without thousands apart, so that a spreadsheet takes it for a number; empty for None."""
    return "" if value is None else f"{value:f}".replace(".", "," if lang == "nl" else ".")


def as_text(cell: str) -> str:
    """A cell on one line, without control characters, that no spreadsheet takes for a formula."""
    text = clean(cell, "")
    return "'" + text if cell.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text
