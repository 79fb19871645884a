"""Passages of a text as they are quoted: of a long one only what stands around the words that matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from srtool.place import TextPlace
from srtool.texts import Lang, sentence

_LONGEST = 160
_AROUND = 60
"""Characters of a passage that are shown, and at least so many around the words that matter."""
_MOST = 3
"""So many passages are quoted."""


def quotes(places: Iterable[TextPlace], lang: Lang) -> Iterator[tuple[str, str]]:
    """(where, the passage between quotation marks) of the first passages, each once."""
    several = {(str(place), shortened(place)): None for place in places}
    for where, part in list(several)[:_MOST]:
        yield where, sentence(lang, "tender.lines.quote").format(words=part)


def shortened(place: TextPlace) -> str:
    """The passage, or the part of it around its words, between whole words."""
    end = place.offset + len(place.words)
    begin = max(0, min(place.offset - _AROUND, len(place.passage) - _LONGEST))
    last = max(end + _AROUND, begin + _LONGEST)
    part = place.passage[begin:last]
    if last < len(place.passage):
        part = part.rpartition(" ")[0] + " …"
    if begin:
        part = "… " + part.partition(" ")[2]
    return " ".join(part.split())
