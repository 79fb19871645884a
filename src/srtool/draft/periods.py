"""Periods in words or figures, in one spelling: "vier (4) weken" and "4 weken" are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srtool.draft.sentence import Sentence

_NUMBERS = {
    "één": 1,
    "een": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "twaalf": 12,
    "veertien": 14,
    "vijftien": 15,
    "twintig": 20,
    "vierentwintig": 24,
    "dertig": 30,
}
_UNITS = {
    "werkdag": "workdays",
    "werkdagen": "workdays",
    "dag": "days",
    "dagen": "days",
    "week": "weeks",
    "weken": "weeks",
    "maand": "months",
    "maanden": "months",
    "jaar": "years",
    "jaren": "years",
}
_PERIOD = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})\s*(?:\(\w+\)\s*)?(?:kalender)?(?P<unit>{'|'.join(_UNITS)})\b",
    re.IGNORECASE,
)


def periods(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """(such as `4 weeks`, start, end) of each period in a sentence."""
    for match in _PERIOD.finditer(sentence.text):
        word = match["number"].lower()
        number = _NUMBERS.get(word) or int(word)
        yield f"{number} {_UNITS[match['unit'].lower()]}", match.start(), match.end()
