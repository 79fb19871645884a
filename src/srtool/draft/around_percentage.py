"""The words around a percentage, by which it is told what it is."""

from __future__ import annotations

import re
from collections.abc import Callable

from srtool.draft.bases import basis_after, basis_before
from srtool.draft.percentages import Percentage


def near(pattern: str) -> Callable[[Percentage], bool]:
    """Whether the words stand near the percentage, or above or beside the cell that it stands in."""
    words = re.compile(pattern, re.IGNORECASE)

    def holds(percentage: Percentage) -> bool:
        cell = percentage.sentence.passage.cell
        beside = "" if cell is None else f"{cell.row_heading} {cell.column_heading}"
        return any(words.search(text) for text in (percentage.before[-45:], percentage.after[:45], beside))

    return holds


def before(pattern: str) -> Callable[[Percentage], bool]:
    """Whether the words stand before the percentage, with at most two others in between."""
    words = re.compile(rf"(?:{pattern})\s*(?:\w+\s+){{0,2}}$", re.IGNORECASE)
    return lambda percentage: words.search(percentage.before) is not None


def after(pattern: str) -> Callable[[Percentage], bool]:
    """Whether the words directly follow the percentage."""
    words = re.compile(rf"[\s)]*(?:{pattern})", re.IGNORECASE)
    return lambda percentage: words.match(percentage.after) is not None


def has_basis(percentage: Percentage) -> bool:
    """Whether it is said of which sum the percentage is."""
    text = percentage.sentence.text
    return basis_after(text, percentage.end) is not None or basis_before(text, percentage.start) is not None
