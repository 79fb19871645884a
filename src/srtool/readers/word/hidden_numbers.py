"""Numbers in a text that may be somebody's citizen number: hidden where they are read, so that nothing shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from srtool.draft.passage import Passage
from srtool.draft.people_data import HIDDEN
from srtool.readers.privacy import passes_eleven_test

_NINE_DIGITS = re.compile(r"(?<![\d.,-])\d(?:[ .\-\u00a0]?\d){8}(?![\d,])")
_MAY_HOLD = re.compile(r"(?:\d[ .\-\u00a0]?){8}")
"""A quick look: most texts hold no number so long."""
_AFTER_ITS_NAME = re.compile(
    r"\b(?:BSN|burgerservicenummer|sofi-?nummer)s?\b(?:[\s:=(-]|nummer|nr\.?|is|van\s\w+(?:\s\w+)?){0,8}"
    r"(?P<number>\d[\d .\-]{6,11}\d)",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"(?:€|\bEUR|\beuro|\bRSIN|\bKvK\w*|\bbtw-?\w*|\bOIN|\b(?:dossier|zaak|referentie|project|telefoon|bestek)\w*"
    r"|\btel\.?|\bNL)[\s:.\w-]{0,14}$",
    re.IGNORECASE,
)


def without_numbers(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages, each digit of such a number replaced by a sign: all else keeps its place."""
    return tuple(_hidden(passage) for passage in passages)


def _hidden(passage: Passage) -> Passage:
    text = _without(passage.text)
    headings = tuple(replace(heading, text=_without(heading.text)) for heading in passage.headings)
    cell = passage.cell
    if cell is not None:
        beside = _without(cell.row_heading), _without(cell.column_heading), _without(cell.corner)
        cell = replace(cell, row_heading=beside[0], column_heading=beside[1], corner=beside[2])
    if (text, headings, cell) == (passage.text, passage.headings, passage.cell):
        return passage
    return replace(passage, text=text, headings=headings, cell=cell)


@cache
def _without(text: str) -> str:
    """The same text for a text without such a number; headings come by many times."""
    if not _MAY_HOLD.search(text):
        return text
    spans = [match.span("number") for match in _AFTER_ITS_NAME.finditer(text)]
    spans += [
        match.span()
        for match in _NINE_DIGITS.finditer(text)
        if passes_eleven_test(match[0].replace("\N{NO-BREAK SPACE}", " "))
        and not _OTHER_NUMBER.search(text, 0, match.start())
    ]
    for start, end in spans:
        text = text[:start] + HIDDEN * (end - start) + text[end:]
    return text
