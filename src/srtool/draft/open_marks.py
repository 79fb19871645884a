"""Marks that a text leaves to be filled in, and articles that were switched off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srtool.draft.alternatives import any_of
from srtool.draft.passage import Passage

_MARK = any_of(
    r"\[(?!\s*\d{1,3}\s*\])(?!\s*[xXvV]?\s*\])(?!\s*(?:zie|vgl\.?|art\.?|artikel|lid|paragraaf|noot)\s)[^\[\]\n]{1,120}\]",
    r"\{[A-Za-zÀ-ÿ][^{}\n]{1,60}\}",
    r"<(?!/?(?:br|p|b|i|u|em|strong|su[bp]|span|div|table|t[rdh]|[ou]l|li|a)\b)[A-Za-zÀ-ÿ][^<>\n]{1,60}>",
    r"«[^»\n]{1,60}»",
    r"\b20(?:\*{1,2}|\d\*|[xX]{2}|[._]{2,}|…|\.\.)",
    r"\([^()\n]{0,60}\binvullen\b[^()\n]{0,30}\)",
    r"\bdd[-/ ]mm[-/ ]j{2,4}\b",
    r"\bXX+\b",
    r"\bxx+\b",
    r"(?<![\w.])[xX]\s?%",
    r"\bxx?\s?%",
    "…+",
    r"\.{4,}",
    r"(?<!\.)\.{3}(?=\s*(?:%|procent|weken|euro))",
    "_{3,}",
    r"\b(?:klik(?:\s+of\s+tik)?|tik)\b[^.\n]{0,25}\b(?:tekst|datum|item|hier)\b[^.\n]{0,25}",
    r"\bkies\s+een\s+item\b",
    r"\bclick\s+(?:or\s+tap\s+)?(?:here|to)\b[^.\n]{0,30}",
    r"\bn\.?t\.?b\.?(?=[\s,;)]|$)",
    r"\bn\.n\.b\.",
    r"\bnader\s+(?:in\s+te\s+vullen|te\s+bepalen)\b",
    r"\b(?:nog\s+)?in\s*(?:te\s*)?vullen\s+door\s+inkoper\b",
    r"\bPM\b",
)
_SIGNS = re.compile(r"[\[{<«*…_]|\.\.")
_WORDS = (
    "klik",
    "tik ",
    "kies",
    "click",
    "n.t.b",
    "ntb",
    "nt.b",
    "n.n.b",
    "nader ",
    "vullen",
    "pm",
    "xx",
    "x%",
    "x %",
    "dd",
)
_SWITCHED_OFF = re.compile(
    r"(?:\W|\d|artikel)*(?:n\.?v\.?t\.?|niet van toepassing|vervallen|gereserveerd)[\s.)\]]*", re.IGNORECASE
)
_OPTIONAL = re.compile(r"\s*(?:\[\s*optione(?:el|le)[^\]]*\]|\(\s*optione(?:el|le)[^)]*\))", re.IGNORECASE)


def open_marks(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where a passage is still to be filled in; a bracketed "optioneel" before a heading is one of these."""
    last = 0
    spans: list[tuple[int, int]] = []
    if _may_be_open(passage.text):
        spans = [match.span() for match in _MARK.finditer(passage.text) if _is_mark(match[0])]
    spans.extend(passage.open_spans)
    optional = _OPTIONAL.match(passage.text) if passage.is_heading else None
    if optional:
        spans.append(optional.span())
    for start, end in sorted(spans):
        if start >= last:
            yield start, end
            last = end


def _may_be_open(text: str) -> bool:
    """A quick look at what every mark has; most passages of a draft have none of it."""
    lowered = text.lower()
    return _SIGNS.search(text) is not None or any(word in lowered for word in _WORDS)


def _is_mark(words: str) -> bool:
    """Whether it is one: "pm" in small letters is a time of day."""
    return words.lower() != "pm" or words == "PM"


def is_switched_off(text: str) -> bool:
    """Whether a paragraph says only that it does not apply."""
    return _SWITCHED_OFF.fullmatch(text) is not None


def heading_is_switched_off(text: str) -> bool:
    """Whether a heading says that its article does not apply."""
    return re.search(r"\bn\.?v\.?t\b|niet van toepassing|\bvervallen\b", text, re.IGNORECASE) is not None
