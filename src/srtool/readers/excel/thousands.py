"""Where a sheet says that its amounts are in thousands of euro: in a title, a note above the headings, or a heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from srtool.readers.excel.cells import Converter, Noted, NotRead

_THOUSAND = re.compile(
    r"[\(\[]?\s*(?:"
    r"(?:in\s+)?[x\u00d7*]\s*(?:€|eur(?:o)?)?\s*1[. ]?000\b"
    r"|(?:€|eur)\s*[x\u00d7*]\s*1[. ]?000\b"
    r"|\bin\s+(?:€\s*)?duizend(?:en|tallen)?\b(?:\s+(?:euro(?:'s)?|€))?"
    r"|\bin\s+(?:thousands(?:\s+of\s+euros?)?|k\s?€|k\s?euro|€\s?k)"
    r"|\b(?:k€|€k)"
    r")\s*[\)\]]?",
    re.IGNORECASE,
)
FACTOR = 1000


def says_thousands(text: str) -> bool:
    """Whether the text gives thousands of euro as the unit."""
    return bool(_THOUSAND.search(text))


def without_unit(text: str) -> str:
    """The heading without that unit."""
    return _THOUSAND.sub(" ", text).strip()


def columns_in_thousands(
    above: Sequence[Sequence[object]], headings: Mapping[int, str], amounts: Sequence[int]
) -> frozenset[int]:
    """The columns with amounts of which the headings, or the rows above these, say that they are in thousands."""
    if any(isinstance(cell, str) and says_thousands(cell) for row in above for cell in row):
        return frozenset(amounts)
    return frozenset(index for index in amounts if says_thousands(headings.get(index, "")))


def in_euro(convert: Converter | None) -> Converter:
    """The converter of a column in thousands: what it gives, times a thousand."""

    def converted(value: object) -> object:
        taken = value if convert is None else convert(value)
        if isinstance(taken, NotRead):
            return taken if not isinstance(taken.proposed, Decimal) else replace(taken, proposed=_times(taken.proposed))
        return replace(taken, value=_times(taken.value)) if isinstance(taken, Noted) else _times(taken)

    return converted


def _times(value: object) -> object:
    """An amount in euro; what is no number stays as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return value
    return Decimal(repr(value) if isinstance(value, float) else value) * FACTOR
