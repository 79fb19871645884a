"""Which passages are about social return: those under a heading, in a row or in a sentence that names it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from srtool.draft.alternatives import any_of
from srtool.draft.passage import Heading, Kind, Passage

ANCHOR = any_of(r"social(?:e)?[\s-]+return", r"\bSROI\b")
"""The names of social return; SR alone has too many other meanings."""
_VOCABULARY = any_of(
    "doelgroep",
    "afstand tot de arbeidsmarkt",
    "bouwblok",
    "inspanningswaarde",
    "arbeidsbeperking",
    "participatiewet",
    "banenafspraak",
    "werkzoekende",
    "uitkeringsgerechtigd",
    r"\bPSO\b",
    r"\bSR[- ](?:verplichting|waarde|plan|eis)",
    "leerwerk",
    "werkervaringspl",
    "kandida(?:at|ten)",
    "sociale onderneming",
    "SW-bedrijf",
)
_MORE_THAN_ONE = re.compile(r"\s(?:en|&|of)\s|,|/|;")
_LEADS_TO_A_LIST = ":"
_LONGEST_TITLE = 90
_UNTICKED = "☐"


class Bearing(StrEnum):
    """How a passage bears on social return."""

    JUDGED = "judged"
    NEAR = "near"
    """After a passage about it, under the same heading: it may complete that one, and is not held against it."""
    ELSEWHERE = "elsewhere"


def bearings(passages: Sequence[Passage]) -> tuple[Bearing, ...]:
    """How each passage bears on social return, in their order."""
    rows = _rows_about_it(passages)
    follower = _Follower()
    return tuple(follower.bearing(passage, is_row=_row(passage) in rows) for passage in passages)


class _Follower:
    """Remembers what stood before, while the passages are gone through."""

    def __init__(self) -> None:
        self._under: tuple[Heading, ...] | None = None
        """The headings of the last passage that names it."""
        self._is_list = False
        self._last = Bearing.ELSEWHERE

    def bearing(self, passage: Passage, *, is_row: bool) -> Bearing:
        if passage.kind in (Kind.FOOTNOTE, Kind.ENDNOTE):
            return (
                self._last if self._last is not Bearing.ELSEWHERE or not ANCHOR.search(passage.text) else Bearing.JUDGED
            )
        self._last = self._own(passage, is_row=is_row)
        return self._last

    def _own(self, passage: Passage, *, is_row: bool) -> Bearing:
        if passage.is_hidden or passage.text.startswith(_UNTICKED):
            return Bearing.ELSEWHERE
        if passage.kind in (Kind.HEADER, Kind.FOOTER):
            return Bearing.ELSEWHERE
        if any(_is_about_it(heading) for heading in passage.headings):
            return Bearing.JUDGED
        if is_row or ANCHOR.search(passage.text):
            self._under = passage.headings
            self._is_list = passage.text.endswith(_LEADS_TO_A_LIST)
            return Bearing.JUDGED
        if self._under is None or passage.headings != self._under or passage.kind is Kind.CELL:
            return Bearing.ELSEWHERE
        if self._is_list and (
            passage.number is not None or passage.text[:1].islower() or passage.text.startswith(("-", "•", "\u2013"))
        ):
            return Bearing.JUDGED
        self._is_list = False
        return Bearing.JUDGED if _VOCABULARY.search(passage.text) else Bearing.NEAR


def _is_about_it(heading: Heading) -> bool:
    """Whether everything under a heading is about it; under "Duurzaamheid en social return" only a part is."""
    if not ANCHOR.search(heading.text):
        return False
    rest = ANCHOR.sub("", re.sub(r"\([^)]*\)|\[[^\]]*\]", "", heading.text))
    return not _MORE_THAN_ONE.search(rest)


def _row(passage: Passage) -> tuple[str, int, int] | None:
    cell = passage.cell
    return None if cell is None else (passage.file, cell.table, cell.row)


def _rows_about_it(passages: Iterable[Passage]) -> set[tuple[str, int, int] | None]:
    """The rows of which a cell names it, and those below a row that is nothing but a title which names it."""
    texts: dict[tuple[str, int, int], list[str]] = {}
    titles: set[tuple[str, int, int]] = set()
    for passage in passages:
        row = _row(passage)
        if row is None or passage.cell is None:
            continue
        if row not in texts and passage.cell.column == 1 and len(passage.text) <= _LONGEST_TITLE:
            titles.add(row)
        else:
            titles.discard(row)
        texts.setdefault(row, []).extend([passage.text, passage.cell.row_heading])
    rows: set[tuple[str, int, int] | None] = set()
    title: tuple[str, int] | None = None
    for row, cells in texts.items():
        table = row[:2]
        if row in titles:
            title = table if ANCHOR.search(cells[0]) else None
        if title == table or any(ANCHOR.search(text) for text in cells):
            rows.add(row)
    return rows
