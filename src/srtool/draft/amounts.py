"""Amounts in euro as tender texts write them, as a whole number of cents, and whether one is a cap or a threshold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from srtool.draft.alternatives import any_of
from srtool.draft.claim import Subject
from srtool.draft.sentence import Sentence

_NUMBER = r"\d{1,3}(?:[. ]\d{3})+|\d+"
_AMOUNT = any_of(
    rf"(?:€|\bEUR\b|\beuro\b)\s*(?P<before>{_NUMBER})(?:,(?P<cents>\d{{2}}|-+))?(?:\s*(?P<times>miljoen|mln|miljard)\b)?",
    rf"(?<![\d.,])(?P<after>{_NUMBER})(?:,(?P<after_cents>\d{{2}}|-+))?(?:\s*(?P<after_times>miljoen|mln|miljard)\b\.?)?"
    r"\s*(?:euro\b|EUR\b)",
)
_TIMES = {"miljoen": 10**6, "mln": 10**6, "miljard": 10**9}
_CAP = any_of(
    r"\bmaximaal\b", r"\bten hoogste\b", r"\bmaximum\b", r"\bplafond\b", r"\bgemaximeerd\b", r"\bniet meer dan\b"
)
_THRESHOLD = any_of(
    "drempel",
    r"\bvanaf\b",
    r"\bboven\b",
    r"\bof (?:meer|hoger)\b",
    "hoger dan",
    "groter dan",
    "meer dan",
    "gelijk aan",
    r"\bonder de\b",
    r"\btot\b",
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
    times = (match["times"] or match["after_times"] or "").lower()
    return Decimal(f"{whole}.{cents or '00'}") * _TIMES.get(times, 1)
