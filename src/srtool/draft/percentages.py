"""Percentages in figures or words, 5 for 5%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from srtool.draft.sentence import Sentence
from srtool.lazy_dataclass import dataclass

_WORDS = {
    "half": "0.5",
    "één": "1",
    "een": "1",
    "anderhalf": "1.5",
    "twee": "2",
    "tweeënhalf": "2.5",
    "twee en een half": "2.5",
    "drie": "3",
    "vier": "4",
    "vijf": "5",
    "zes": "6",
    "zeven": "7",
    "acht": "8",
    "negen": "9",
    "tien": "10",
    "vijftien": "15",
    "twintig": "20",
}
_PERCENTAGE = re.compile(
    r"(?<![\d.,])(?P<figure>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:\([a-zë ]+\)\s?)?(?:%|procent\b)"
    rf"|\b(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})\s(?:\(\d{{1,3}}\)\s)?procent\b",
    re.IGNORECASE,
)
_REACH = 70


@dataclass(frozen=True, slots=True)
class Percentage:
    """A percentage in a sentence."""

    value: Decimal
    sentence: Sentence
    start: int
    end: int

    @property
    def before(self) -> str:
        return self.sentence.text[max(0, self.start - _REACH) : self.start]

    @property
    def after(self) -> str:
        return self.sentence.text[self.end : self.end + _REACH]


def percentages(sentence: Sentence) -> Iterator[Percentage]:
    """The percentages of a sentence, in order."""
    for match in _PERCENTAGE.finditer(sentence.text):
        figure = match["figure"]
        value = Decimal(figure.replace(",", ".") if figure else _WORDS[match["word"].lower()])
        yield Percentage(value, sentence, match.start(), match.end())
