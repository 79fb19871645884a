"""Whether a text is in Dutch: the wordings of claims are Dutch, and of another language nothing is read."""

from __future__ import annotations

import re

READ = "nl"
"""The language in which drafts are read."""
_DUTCH = """
aan als bij dan dat de deze dit door een elke en geen haar heeft het hij hun ieder kan maar met minimaal moet na naar
niet nog onder op per te ten tot uit van vanaf voor waar wie wordt worden zich zij zijn zonder
"""
_ENGLISH = """
and are as at be been by for from has have if its must not on or shall should such than that the their these this
those to under until upon which who whose will with within without
"""
_GERMAN = """
als auf bei das dem den der ein eine einem einen einer für im ist mit nach nicht oder sich sind und vom von werden
wird zu zum zur
"""
_FRENCH = """
au aux ce ces cette dans de des doit du elle est et il la le les leur ou par pas pour que qui sera ses son sont sur
un une
"""
_OWN = frozenset(_DUTCH.split())
_OTHERS = tuple(frozenset(words.split()) for words in (_ENGLISH, _GERMAN, _FRENCH))
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r'"[^"]+"|\u201c[^\u201d]+\u201d|\u201e[^\u201d]+\u201d|\u2018[^\u2019]+\u2019|\([^)]*\)')
_FEWEST = 2
"""With fewer words that belong to one language alone a text is too short to tell."""


def is_dutch(text: str) -> bool:
    """Whether a text is in Dutch, or too short to tell; what it quotes is left aside."""
    own, other = _counts(text)
    return other < _FEWEST or own >= other


def is_surely_dutch(text: str) -> bool:
    """The same without the benefit of the doubt."""
    own, other = _counts(text)
    return own >= max(_FEWEST, other)


def _counts(text: str) -> tuple[int, int]:
    """The words that are Dutch alone, and those of the other language that has most."""
    words = [word.lower() for word in _WORD.findall(_QUOTED.sub(" ", text))]
    own = sum(word in _OWN for word in words)
    return own, max(sum(word in others for word in words) for others in _OTHERS)
