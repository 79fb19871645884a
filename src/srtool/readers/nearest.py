"""The known word that somebody probably meant. Light: it loads what it needs only when something is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MOST = 10
"""So many words are offered to choose from."""


def nearest(word: str, words: Iterable[str]) -> tuple[str, ...]:
    """The known word that looks most like it; when none does all of them, sorted, or the first ten."""
    known = sorted(set(words))
    match = looks_like(word, known)
    return few(known) if match is None else (match,)


def few(words: Sequence[str]) -> tuple[str, ...]:
    """The first ten, and a sign that there are more."""
    return tuple(words) if len(words) <= MOST else (*words[:MOST], "…")


def closest(word: str, words: Iterable[str]) -> tuple[str, ...]:
    """At most ten of them: first those that look like it."""
    from difflib import get_close_matches  # noqa: PLC0415 - idem

    known = list(dict.fromkeys(words))
    return few(list(dict.fromkeys([*get_close_matches(word, known, n=MOST, cutoff=0.6), *known])))


def looks_like(word: str, words: Iterable[str]) -> str | None:
    """The one of these words that looks most like it; None when none does."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed when something is wrong

    return next(iter(get_close_matches(word, list(words), n=1, cutoff=0.6)), None)
