"""Headings of amounts that are no total excl. VAT, and of what was realised as far as it was approved."""

from __future__ import annotations

import re

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


def without_approval(heading: str) -> str | None:
    """The heading without the word that says that it was approved; None where it does not say so."""
    if _NOT.search(heading) or not _APPROVED.search(heading):
        return None
    return _APPROVED.sub(" ", heading).strip()
