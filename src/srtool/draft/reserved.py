"""Contracts that are reserved for sheltered workshops and social enterprises (art. 2.82 Aanbestedingswet 2012)."""

from __future__ import annotations

import re

from srtool.draft.alternatives import any_of
from srtool.draft.sentence import Sentence

_RESERVED = any_of(
    r"\bvoorbehouden\s+(?:opdracht\w*|aan\b|perce\w+|procedure|aanbesteding)",
    r"\b(?:opdracht|perceel(?:\s+\w+)?|deelname|overeenkomst)\b[^.;]{0,60}\bvoorbehouden\b",
    r"\b2\.82\b",
    r"\bvoorbehoudt\b[^.;]{0,40}\baan\s+(?:sociale|SW)",
)
_RIGHTS = any_of(
    r"rechten\s+voorbehouden",
    r"onder\s+voorbehoud",
    r"zich\s+(?:\w+\s+){0,4}?(?:het\s+)?recht\w*[^.;]{0,40}voor",
    r"behoudt\s+zich",
)
_NOTICE = re.compile(r"\baankondiging\w*", re.IGNORECASE)


def may_be_reserved(text: str) -> bool:
    """A quick look, for the whole draft is gone through."""
    return "oorbehoud" in text or "2.82" in text


def reserved_words(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence reserves the contract or a lot; a right that somebody reserves is another thing."""
    match = _RESERVED.search(sentence.text)
    if match is None or (_RIGHTS.search(sentence.text) and "2.82" not in match[0]):
        return None
    return match.span()


def names_the_notice(text: str) -> bool:
    """Whether a text speaks of the notice, in which a reservation must stand."""
    return _NOTICE.search(text) is not None
