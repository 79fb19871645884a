"""Amounts in euro as tender texts write them, as a whole number of cents, and whether one is a cap or a threshold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from srtool.draft.claim import Subject
from srtool.draft.sentence import Sentence

_AMOUNT = re.compile(
    r"(?:€|\bEUR\b|\beuro\b)\s*(?P<before>\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(?P<cents>\d{2}|-+))?"
    r"(?:\s*(?P<times>miljoen|mln\.?|miljard))?"
    r"|(?<![\d.,])(?P<after>\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(?P<after_cents>\d{2}|-+))?"
    r"(?:\s*(?P<after_times>miljoen|mln\.?|miljard))?\s*(?:euro\b|EUR\b)",
    re.IGNORECASE,
)
_TIMES = {"miljoen": 10**6, "mln": 10**6, "miljard": 10**9}
_CAP = re.compile(
    r"\bmaximaal\b|\bten hoogste\b|\bmaximum\b|\bplafond\b|\bgemaximeerd\b|\bniet meer dan\b", re.IGNORECASE
)
_THRESHOLD = re.compile(
    r"drempel|\bvanaf\b|\bboven\b|\bof (?:meer|hoger)\b|hoger dan|groter dan|meer dan|gelijk aan|\bonder de\b|\btot\b",
    re.IGNORECASE,
)


def amounts(sentence: Sentence) -> Iterator[tuple[Subject, Decimal, int, int]]:
    """(cap, threshold or amount, euro, start, end) of each amount in a sentence."""
    for match in _AMOUNT.finditer(sentence.text):
        before = sentence.text[max(0, match.start() - 60) : match.start()]
        after = sentence.text[match.end() : match.end() + 25]
        if _CAP.search(before):
            subject = Subject.CAP
        elif _THRESHOLD.search(before) or _THRESHOLD.match(after.strip()):
            subject = Subject.THRESHOLD
        else:
            subject = Subject.AMOUNT
        yield subject, _value(match), match.start(), match.end()


def _value(match: re.Match[str]) -> Decimal:
    whole = re.sub(r"[. ]", "", match["before"] or match["after"])
    cents = (match["cents"] or match["after_cents"] or "").replace("-", "")
    times = (match["times"] or match["after_times"] or "").rstrip(".").lower()
    return Decimal(f"{whole}.{cents or '00'}") * _TIMES.get(times, 1)
