"""Days that a text names in full: "1 februari 2026", "1-2-2026"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_DAY = re.compile(rf"\b(\d{{1,2}})(?:[-/](\d{{1,2}})[-/]|\s+({'|'.join(_MONTHS)})\s+)(20\d\d)\b", re.IGNORECASE)
_VERSION = re.compile(
    r"\b(?:versie|d\.d\.|gedateerd|vastgesteld|gepubliceerd|van|bijlage)\s*(?:\w+\s+){0,2}$", re.IGNORECASE
)


def days(text: str) -> Iterator[tuple[date, int, int]]:
    """(day, start, end) of each day that is one."""
    for match in _DAY.finditer(text):
        month = int(match[2]) if match[2] else _MONTHS.index(match[3].lower()) + 1
        try:
            day = date(int(match[4]), month, int(match[1]))
        except ValueError:
            continue
        yield day, match.start(), match.end()


def names_a_version(before: str) -> bool:
    """Whether the day that follows is that of a document: "versie 2 van 1 mei 2026"."""
    return _VERSION.search(before) is not None
