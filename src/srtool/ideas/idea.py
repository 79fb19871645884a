"""One idea: an example of social return in a category, with its source."""

from __future__ import annotations

from typing import Literal

from srtool.lazy_dataclass import dataclass

Kind = Literal["did", "can", "caution"]
"""A named case, what is named as promising, or where it goes wrong."""
Certainty = Literal["stated", "second_hand"]
"""Read at the source, or in what somebody else wrote about it."""


@dataclass(frozen=True, slots=True)
class Idea:
    """An example and no rule, in the language of the reader."""

    id: str
    kind: Kind
    category: str
    example: str
    caution: str | None
    """What went wrong elsewhere with the same, where the source says so."""
    source: str
    url: str | None
    parties: str | None
    """Firms and bodies that the source names: an example recommends nobody."""
    certainty: Certainty
    cpv: tuple[str, ...]
    """First digits of CPV codes, chosen by srtool to match the words of the source."""
    terms: tuple[str, ...]
    """Words by which people look for the category, in both languages, in lower case."""
