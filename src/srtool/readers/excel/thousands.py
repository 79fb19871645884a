"""Where a sheet says that its amounts are in thousands of euro: in a title, a note above the headings, or a heading.

Where it says nothing of the kind, its amounts may still look like it; that is asked, and never taken for granted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
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
_VALUES = ("contract_value", "estimated_value", "option_value", "framework_maximum", "wage_sum")
"""The fields with a value of the whole contract: what is for a month or of social return is small by nature."""
_FEWEST, _SMALL, _LARGEST = 3, 10_000, 100_000
"""Amounts that a sheet must have before its unit is in doubt; below what they are small; and what none may exceed."""
_TOKEN = 1
"""Euro: what fills a field in without being a value."""


def says_thousands(text: str) -> bool:
    """Whether the text gives thousands of euro as the unit."""
    return _THOUSAND.search(_with_single_blanks(text)) is not None


def without_unit(text: str) -> str:
    """The heading without that unit."""
    return _THOUSAND.sub(" ", _with_single_blanks(text)).strip()


def _with_single_blanks(text: str) -> str:
    """A long run of blanks takes the square of its length to search."""
    return " ".join(text.split())


def columns_in_thousands(
    above: Sequence[Sequence[object]], headings: Mapping[int, str], amounts: Sequence[int]
) -> frozenset[int]:
    """The columns with amounts of which the headings, or the rows above these, say that they are in thousands."""
    if any(isinstance(cell, str) and says_thousands(cell) for row in above for cell in row):
        return frozenset(amounts)
    return frozenset(index for index in amounts if says_thousands(headings.get(index, "")))


def look_like_thousands(records: Iterable[Mapping[str, object]], stated: Iterable[str]) -> bool:
    """Whether the values of contracts are likely in thousands: most of them small and whole, none of them large.

    `stated` are the fields of which the sheet itself says that they are in thousands.
    """
    keys = [key for key in _VALUES if key not in set(stated)]
    values = (_number(record.get(key)) for record in records for key in keys)
    count = small = 0
    for amount in values:
        if amount is None or amount <= _TOKEN:
            continue
        if amount > _LARGEST:  # as one of the first is in most registers
            return False
        count += 1
        small += amount < _SMALL and amount == int(amount)
    return count >= _FEWEST and 2 * small > count


def _number(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    amount = Decimal(value)
    return amount if amount.is_finite() else None


def in_euro(convert: Converter | None, factor: int) -> Converter:
    """The converter of a column in thousands, or another unit: what it gives, times the euros in one of them."""

    def converted(value: object) -> object:
        taken = value if convert is None else convert(value)
        if isinstance(taken, NotRead):
            return (
                taken
                if not isinstance(taken.proposed, Decimal)
                else replace(taken, proposed=_times(taken.proposed, factor))
            )
        return replace(taken, value=_times(taken.value, factor)) if isinstance(taken, Noted) else _times(taken, factor)

    return converted


def _times(value: object, factor: int) -> object:
    """An amount in euro; what is no number stays as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return value
    return Decimal(repr(value) if isinstance(value, float) else value) * factor
