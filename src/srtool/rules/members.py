"""Which authorities a rule set lists, and whether a name in a register means one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

_ANY = "*"
"""At the end of a listed name: whatever follows, such as `Ministerie van *`."""
_ARTICLES = frozenset({"de", "het", "the"})
_MUNICIPALITY = frozenset({"gemeente", "municipality"})


def is_listed(members: Sequence[str], authority: str) -> bool:
    """Whether one of the listed names means this authority: capitals, signs and articles aside."""
    wanted = _words(authority)
    return any(_means(member, wanted) for member in members)


def _means(member: str, wanted: tuple[str, ...]) -> bool:
    listed = _words(member.removesuffix(_ANY))
    if member.endswith(_ANY):
        return wanted[: len(listed)] == listed
    return wanted == listed


@cache
def _words(name: str) -> tuple[str, ...]:
    """The words of a name; a municipality is the same with and without that word before it."""
    words = tuple(word for word in re.findall(r"\w+", name.casefold()) if word not in _ARTICLES)
    return words[1:] if len(words) > 1 and words[0] in _MUNICIPALITY else words
