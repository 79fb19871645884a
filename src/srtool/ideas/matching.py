"""Which ideas fit: by the first digits of a CPV code, else by the words of a category or title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from srtool.ideas.idea import Idea
from srtool.lazy_dataclass import dataclass
from srtool.register.cpv import CPV
from srtool.register.model import Contract

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_CPV_START = re.compile(r"[0-9]{2,8}(-[0-9])?")
_DIVISION, _WHOLE = 2, 8
"""Digits of a CPV division, and of a whole code."""
_MAY_BE_LONGER = 5
"""From so many letters a word may go on: schoonmaak, schoonmaakdiensten."""
_MAY_BE_INSIDE = 6
"""From so many letters it may stand in another: gebouwschoonmaak."""
_MAY_BE_CUT = 4
"""From so many letters a word may be typed in part: scho."""


@dataclass(frozen=True, slots=True)
class Match:
    """An idea, and what it was found by: the first digits of a CPV code, or a word."""

    idea: Idea
    by: Literal["cpv", "word"]
    on: str


def is_cpv(text: str) -> bool:
    """Whether this is a CPV code or the first digits of one, at least two."""
    return _CPV_START.fullmatch(text.strip()) is not None


def of_cpv(ideas: Sequence[Idea], code: str) -> tuple[Match, ...]:
    """The ideas of this code or of these first digits, the nearest first."""
    digits = code.strip()[:8].partition("-")[0]
    wanted = max(digits.rstrip("0"), digits[:_DIVISION], key=len) if len(digits) == _WHOLE else digits
    prefixes = [(idea, prefix) for idea in ideas for prefix in idea.cpv]
    above = [(idea, prefix) for idea, prefix in prefixes if digits.startswith(prefix)]
    below = [(idea, prefix) for idea, prefix in prefixes if prefix.startswith(wanted) and not digits.startswith(prefix)]
    nearest = sorted(above, key=lambda pair: (-len(pair[1]), len(pair[0].cpv)))
    return _each_once(Match(idea, "cpv", prefix) for idea, prefix in (*nearest, *below))


def of_words(ideas: Sequence[Idea], text: str) -> tuple[Match, ...]:
    """The ideas of which a term stands in the text, the longest term first; a term may be typed in part."""
    tokens = tuple(word.group().casefold() for word in _WORD.finditer(text))
    pairs = [(idea, term) for idea in ideas for term in idea.terms if _is_in(term, tokens)]
    return _each_once(Match(idea, "word", term) for idea, term in sorted(pairs, key=lambda pair: -len(pair[1])))


def of_contract(ideas: Sequence[Idea], contract: Contract) -> tuple[Match, ...]:
    """The ideas of its CPV code; without any, those of the words of its category, else of its title."""
    by_code = of_cpv(ideas, contract.cpv) if contract.cpv and CPV.fullmatch(contract.cpv) else ()
    return by_code or of_words(ideas, contract.category or "") or of_words(ideas, contract.title)


def _is_in(term: str, tokens: tuple[str, ...]) -> bool:
    parts = _words_of(term)
    if len(parts) > 1:
        return any(tokens[start : start + len(parts)] == parts for start in range(len(tokens)))
    return any(_is_same(term, token) for token in tokens)


@cache
def _words_of(term: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(term))


def _is_same(term: str, token: str) -> bool:
    if token == term or (len(token) >= _MAY_BE_CUT and term.startswith(token)):
        return True
    if len(term) >= _MAY_BE_INSIDE:
        return term in token
    return len(term) >= _MAY_BE_LONGER and token.startswith(term)


def _each_once(matches: Iterator[Match]) -> tuple[Match, ...]:
    first: dict[str, Match] = {}
    for match in matches:
        first.setdefault(match.idea.id, match)
    return tuple(first.values())
