"""Headings of amounts that are no total excl. VAT, and of what was realised as far as it was approved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from srtool.readers.values.amounts import amount_of
from srtool.readers.values.reading import Read

_WITH_VAT = re.compile(
    r"\b(?:incl(?:\.|usief|uding|usive)?(?:\s+of)?|met|with)\s*(?:\d+\s?%\s*)?(?:btw|b\.t\.w|vat)\b", re.IGNORECASE
)
_WITHOUT_VAT = re.compile(r"\b(?:excl(?:\.|usief|uding|usive)?|zonder|without)\s*(?:btw|b\.t\.w|vat)\b", re.IGNORECASE)
_PER_YEAR = re.compile(
    r"\bper\s+(?:jaar|year|annum)\b|\bp\.\s?[ja]\.?(?!\w)|\b(?:jaarlijkse?|yearly|annual|jaarwaarde|jaarbedrag)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"waarde|bedrag|kosten|omzet|prijs|som\b|raming|uitgaven|budget|value|amount|cost|price|turnover|spend|estimate|€",
    re.IGNORECASE,
)
_MONEY = re.compile(rf"{_AMOUNT.pattern}|totaa?l|\beur\b|omvang|\bsize\b", re.IGNORECASE)
_SOCIAL = re.compile(r"\bsroi\b|\bsr\b|social|verplichting|gerealiseerd|obligation|realised", re.IGNORECASE)
"""Of an amount of social return, which is no value of a contract."""
_LEAST = 100
"""Euro: a column of smaller numbers counts something else."""
_APPROVED = re.compile(
    r"[\s(\[,;:/-]*\b(?:goedgekeurde?|geaccordeerde?|akkoord|approved)\b[\s)\],;:/-]*", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:niet|nog|not|to be|te)\b", re.IGNORECASE)


def has_vat(text: str) -> bool:
    """Whether the text says that its amounts include VAT."""
    return bool(_WITH_VAT.search(text)) and not says_without_vat(text)


def says_without_vat(heading: str) -> bool:
    """Whether the heading says that its amounts are without VAT."""
    return bool(_WITHOUT_VAT.search(heading))


def is_per_year(heading: str) -> bool:
    """Whether the heading is one of amounts for a year."""
    return bool(_PER_YEAR.search(heading)) and bool(_AMOUNT.search(heading))


def looks_like_amounts(heading: str, rows: Iterable[Sequence[object]], index: int) -> bool:
    """Whether a column that is not read may hold what contracts are worth: by its heading, and by most of its cells."""
    if not _MONEY.search(heading) or _SOCIAL.search(heading) or has_vat(heading) or is_per_year(heading):
        return False
    cells = [row[index] for row in rows if index < len(row) and row[index] is not None]
    return 2 * sum(map(_is_amount, cells)) > len(cells)


def _is_amount(cell: object) -> bool:
    if isinstance(cell, str):
        reading = amount_of(cell)
        return isinstance(reading, Read) or reading.proposed is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool) and cell >= _LEAST


def without_approval(heading: str) -> str | None:
    """The heading without the word that says that it was approved; None where it does not say so."""
    if _NOT.search(heading) or not _APPROVED.search(heading):
        return None
    return _APPROVED.sub(" ", heading).strip()
