"""Whether a code of a person may tell who it is: a birth date, an initial with a surname, or a name."""

from __future__ import annotations

import re
from datetime import date

_LETTER = r"[A-Za-z\u00c0-\u024f]"
_SMALL = r"[a-z\u00df-\u024f'\u2019-]"
_NAME = rf"[A-Z\u00c0-\u00de]{_SMALL}+"
_PARTICLE = r"(?:van|de|den|der|het|ten|ter|te|von|la|le|el|al|bin|ben|'t)"
_BETWEEN = rf"(?:{_PARTICLE}\s+)*"
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)?\d{2}|(?:19|20)\d{2}[-/. ]\d{1,2}[-/. ]\d{1,2})(?!\d)"
)
_WRITTEN_DATE = re.compile(rf"(?<!\d)\d{{1,2}}[-/. ]+{_LETTER}{{3,9}}\.?[-/. ]+(?:19|20)?\d{{2}}(?!\d)")
_DIGITS = re.compile(r"\d{8}")
_INITIALS = re.compile(rf"(?:[A-Z](?:\.\s*|\s+)){{1,5}}{_BETWEEN}{_NAME}(?:[\s-]+{_NAME})*")
_SURNAME_FIRST = re.compile(rf"{_BETWEEN}{_NAME},?\s+(?:[A-Z](?:\.\s*|\s+|\b)){{1,5}}(?:\s*{_PARTICLE})*")
_WITH_COMMA = re.compile(
    rf"{_BETWEEN}{_NAME}(?:[\s-]+{_NAME})*,\s*{_NAME}(?:\s+(?:{_NAME}|[A-Z]\.?))*(?:\s+{_PARTICLE})*"
)
_WORDS = re.compile(rf"(?:{_BETWEEN}(?:{_NAME}|[A-Z]\.?)(?:[\s-]+|$))+")
_CALLED = re.compile(r"(?:kandidaat|deelnemer|persoon|candidate|participant|person)\s+[A-Z]", re.IGNORECASE)
"""A word for anybody, with a letter: that only looks like a name."""
_LIVING = range(1920, 2021)


def why_refused(code: str) -> str | None:
    """The code of the problem where this tells who it is: a date, or an initial with a surname."""
    text = " ".join(code.split())
    if _DATE.search(text) or _WRITTEN_DATE.search(text) or _is_birth_date(text):
        return "person_date"
    if _CALLED.fullmatch(text):
        return None
    if _INITIALS.fullmatch(text) or _SURNAME_FIRST.fullmatch(text) or _WITH_COMMA.fullmatch(text):
        return "person_name"
    return None


def looks_like_name(code: str) -> bool:
    """Whether it is made of capitalised words only: a name, or a word such as *Kandidaat A*."""
    return bool(_WORDS.fullmatch(" ".join(code.split())))


def _is_birth_date(text: str) -> bool:
    """Eight digits that are a day on which somebody who works may have been born."""
    if not _DIGITS.fullmatch(text):
        return False
    orders = ((text[:4], text[4:6], text[6:]), (text[4:], text[2:4], text[:2]))
    return any(int(year) in _LIVING and _is_day(int(year), int(month), int(day)) for year, month, day in orders)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
