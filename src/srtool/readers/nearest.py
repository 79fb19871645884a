"""The known word that somebody probably meant. Light: it loads what it needs only when something is wrong."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, words: Iterable[str]) -> tuple[str, ...]:
    """The known word that looks most like it; all of them, sorted, when none does."""
    known = sorted(set(words))
    match = looks_like(word, known)
    return tuple(known) if match is None else (match,)


def looks_like(word: str, words: Iterable[str]) -> str | None:
    """The one of these words that looks most like it; None when none does."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed when something is wrong

    return next(iter(get_close_matches(word, list(words), n=1, cutoff=0.6)), None)
