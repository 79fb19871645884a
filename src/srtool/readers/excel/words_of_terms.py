"""Columns on the term of a contract and its options, as months; a column that says so in its heading gives the unit."""

from __future__ import annotations

import re

from srtool.readers.excel.cells import Noted, NotRead, as_text
from srtool.readers.values.days import INDEFINITE
from srtool.readers.values.reading import Read, Reading
from srtool.readers.values.terms import Term, options_of, term_of

_UNITS = (
    ("jaar", re.compile(r"\b(?:jaar|jaren|jr|years?)\b", re.IGNORECASE)),
    ("maand", re.compile(r"\b(?:maand(?:en)?|mnd|months?)\b", re.IGNORECASE)),
)


def unit_in(heading: str) -> str | None:
    """The unit that a heading names: `Looptijd (jaren)`."""
    return next((unit for unit, pattern in _UNITS if pattern.search(heading)), None)


def term(value: object, unit: str | None) -> object:
    """A Term, the day on which it ends, or INDEFINITE."""
    return _taken(value, term_of(str(as_text(value)), unit))


def options(value: object, unit: str | None) -> object:
    """The months of all options together."""
    return _taken(value, options_of(str(as_text(value)), unit))


def months(value: object) -> object:
    """A whole number of months; a number without a unit is one of months."""
    reading = term_of(str(as_text(value)), "maand")
    if isinstance(reading, Read) and isinstance(reading.value, Term) and reading.value.option_months is None:
        return reading.value.months
    return NotRead(value, "term_type" if isinstance(reading, Read) else reading.why)


def _taken(seen: object, reading: Reading) -> object:
    if not isinstance(reading, Read):
        return NotRead(seen, reading.why, reading.proposed)
    return (
        reading.value
        if reading.value is INDEFINITE or reading.value == 0
        else Noted(reading.value, "term_derived", seen)
    )
