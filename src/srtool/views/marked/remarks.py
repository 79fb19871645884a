"""The findings on a draft as comments on its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from srtool.draft.passage import Kind, Passage
from srtool.finding import OPEN, Finding
from srtool.place import TextPlace
from srtool.texts import Lang, words
from srtool.texts.say import message, remedy
from srtool.views.marked.document import Comment
from srtool.views.shared.names import check_title, label_key, source_titles
from srtool.views.shared.quotes import shortened

_IN_BODY = frozenset({Kind.BODY, Kind.CELL, Kind.TEXT_BOX})
_MOST = 5
"""So many places of one finding are named."""


def comments(
    findings: Iterable[Finding], passages: Sequence[Passage], first: Passage | None, lang: Lang
) -> Iterator[Comment]:
    """One comment for each that is open, on its first passage; without one it stands at `first`, else at the start."""
    files = {passage.file for passage in passages}  # the earlier version is not the one that is marked
    start = 0 if first is None or first.kind not in _IN_BODY else first.paragraph
    for finding in findings:
        if finding.outcome not in OPEN:
            continue
        places = list(dict.fromkeys(place for place in finding.places if place.file in files))[:_MOST]
        lines = _lines(finding, places[1:], lang)
        yield _at(places[0], passages, start, lines) if places else Comment(start, lines)


def _at(place: TextPlace, passages: Sequence[Passage], start: int, lines: Sequence[str]) -> Comment:
    number = next((n for n, passage in enumerate(passages) if _is_of(passage, place)), None)
    if number is None:
        return Comment(start, lines)
    passage = passages[number]
    if passage.kind in _IN_BODY:
        return Comment(passage.paragraph, lines, place.words, place.passage[: place.offset])
    if passage.kind in {Kind.FOOTNOTE, Kind.ENDNOTE}:
        # A note is read after the paragraph that refers to it.
        before = (other.paragraph for other in reversed(passages[:number]) if other.kind in _IN_BODY)
        return Comment(next(before, 0), lines)
    return Comment(0, lines)


def _is_of(passage: Passage, place: TextPlace) -> bool:
    return (passage.file, passage.paragraph, passage.text) == (place.file, place.paragraph, place.passage)


def _lines(finding: Finding, others: Iterable[TextPlace], lang: Lang) -> list[str]:
    phrases, labels = words(lang, "tender.comment"), words(lang, "shared.labels")
    title = check_title(lang, finding.code)
    lines = [
        phrases["head"].format(code=finding.code, label=labels[label_key(finding)], title=title),
        message(lang, finding),
    ]
    todo = remedy(lang, finding)
    if todo:
        lines.append(phrases["remedy"].format(text=todo))
    lines += [phrases["elsewhere"].format(place=other, words=shortened(other)) for other in others]
    if finding.sources:
        lines.append(phrases["source"].format(titles=source_titles(finding.sources)))
    return lines
