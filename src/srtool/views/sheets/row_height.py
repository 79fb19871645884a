"""How high a row must be for its texts: Excel finds it by itself, LibreOffice does not."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from srtool.views.shared.table import Value, text_of

LINE = 15.0
"""Points that a line of text is high."""
_HIGHEST = 400.0
"""Points; Excel's own limit is 409."""


def height(cells: Iterable[tuple[Value, float]]) -> float | None:
    """How high a row must be for these texts, each in a column of so many characters; None for one line.

    Excel finds it by itself, LibreOffice does not.
    """
    return points(max((lines_of(text, width) for value, width in cells if (text := text_of(value))), default=1))


def points(lines: int) -> float | None:
    """How high so many lines are; None for one."""
    return min(lines * LINE, _HIGHEST) if lines > 1 else None


def lines_of(text: str, width: float) -> int:
    """Over how many lines a text stands in a column of so many characters."""
    most = max(1.0, (width - 1.5) * 1.1)  # with the indent; a character of text is a little narrower than a digit
    if len(text) <= most and "\n" not in text:
        return 1
    return sum(1 if len(part) <= most else _broken(part, most) for part in text.split("\n"))


def _broken(text: str, most: float) -> int:
    """The lines of a text that breaks between its words, and within those that are longer than a line."""
    lines, used = 1, 0.0
    for part in text.split(" "):
        size = len(part)
        if used and used + 1 + size > most:
            lines, used = lines + 1, 0.0
        lines += ceil(size / most) - 1 if size else 0
        used = used + 1 + size if size <= most else size % most
    return lines
