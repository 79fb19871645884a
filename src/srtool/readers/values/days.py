"""Days as people write them. A month, a quarter or a year gives its first day under a start, its last under an end."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Literal

from srtool.lazy_dataclass import dataclass
from srtool.readers.values.reading import LONGEST, Read, Reading, Unread, squeezed
from srtool.register.fields import MONTHS

Edge = Literal["first", "last"]
Order = Literal["day", "month", "both"]
"""Whether the day or the month comes first; `both`: some say this and others that."""
FIRST_YEAR, LAST_YEAR = 1900, 2999


@dataclass(frozen=True, slots=True)
class Indefinite:
    """In place of a day: there is no end."""


INDEFINITE = Indefinite()

_MONTHS = MONTHS | {"febr": 2, "maa": 3}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*|[+-]\d{2}:\d{2}|z)?")
_FIGURES = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ]'?(\d{4}|\d{2})(?:[ t,]+\d{1,2}[:.]\d{2}(?::\d{2})?(?: uur)?)?")
_MIDDLE = re.compile(r"[-/. ](?:1[3-9]|2\d|3[01])[-/. ]")
_JOINED = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
"""`20261231`, as business systems export a day."""
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_WORDS = re.compile(
    r"(?:(?:ma|di|wo|do|vr|za|zo)[a-z]*,? )?(\d{1,2})(?:e|st|nd|rd|th)?[- .]([a-z]+)\.?[- ,.]+'?(\d{4}|\d{2})"
)
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
"""`March 1, 2026`, as English writes a day."""
_MONTH = re.compile(r"([a-z]+)\.?[- /]?'?(\d{4}|\d{2})")
_MONTH_FIGURES = re.compile(r"(\d{1,2})[-/](\d{4})|(\d{4})-(\d{1,2})")
_QUARTER = re.compile(
    r"(?:q|k|kw|kwartaal|quarter) ?([1-4])[ -/]*'?(\d{4}|\d{2})"
    r"|([1-4])(?:e|st|nd|rd|th)? ?(?:kw|kwartaal|quarter)[ -/]*(\d{4})"
    r"|(\d{4})[ -/]*(?:q|k|kw) ?([1-4])"
)
_YEAR = re.compile(r"\d{4}")
_ENDLESS = re.compile(
    r"(?:voor )?onbepaald(?:e (?:tijd|duur))?|doorlopend|tot (?:weder)?opzegging|onbeperkt|geen einddatum"
    r"|indefinite|open ended|open-ended|until further notice|unlimited|auto(?:matisch(?:e)?)? verleng(?:d|ing|en).*"
)
_FROM = re.compile(r"(?:per|vanaf|ingaande|m\.?i\.?v\.?|from|since) (.+)")
_UNTIL = re.compile(r"(?:t/m|tot en met|until|through) (.+)")
_UNCLEAR = re.compile(r"(?:tot|voor|uiterlijk|rond|by|before) (.+)")


def order_in(texts: Iterable[str]) -> Order | None:
    """In which order the days with slashes stand, as far as some of them can only be read in one; None: unknown."""
    orders = {order for text in texts if len(text) <= LONGEST and (order := _order(squeezed(text)))}
    return next(iter(orders)) if len(orders) == 1 else "both" if orders else None


def is_in_doubt(text: str) -> bool:
    """Whether it is a day with slashes that is another day in the American order."""
    figures = _FIGURES.fullmatch(squeezed(text)) if "/" in text and len(text) <= LONGEST else None
    return figures is not None and int(figures[1]) <= 12 >= int(figures[2]) and int(figures[1]) != int(figures[2])


def month_first_sign(text: str) -> str | None:
    """The sign between the figures of a day that is one only with the month first, such as `1-13-2025`."""
    if len(text) > LONGEST or not _MIDDLE.search(text):  # the quick answer for nearly all
        return None
    figures = _FIGURES.fullmatch(squeezed(text))
    return figures[0][figures.end(1)] if figures and int(figures[2]) > 12 >= int(figures[1]) else None


def is_day_first(text: str, sign: str) -> bool:
    """Whether it is a day with this sign that is one only with the day first."""
    figures = _FIGURES.fullmatch(squeezed(text)) if len(text) <= LONGEST else None
    return figures is not None and figures[0][figures.end(1)] == sign and int(figures[1]) > 12 >= int(figures[2])


def _order(plain: str) -> Order | None:
    figures = _FIGURES.fullmatch(plain) if "/" in plain else None
    if figures is None or (int(figures[1]) > 12) == (int(figures[2]) > 12):
        return None
    return "day" if int(figures[1]) > 12 else "month"


def day_of(text: str, edge: Edge = "first") -> Reading:
    """The day that the text stands for, or INDEFINITE; a period gives its first or last day, and is then derived.

    Days lie in the years 1900 to 2999. Otherwise the text is unread, with a proposal where there is a likely day.
    """
    if len(text) > LONGEST:
        return Unread("date_long")
    plain = squeezed(text).strip(" .")
    if _ENDLESS.fullmatch(plain):
        return Read(INDEFINITE, derived=True)
    clear = (_FROM if edge == "first" else _UNTIL).fullmatch(plain)
    reading = _written(clear[1] if clear else plain, edge)
    if reading is not None:
        return Read(reading.value, derived=True) if clear and isinstance(reading, Read) else reading
    unclear = _UNCLEAR.fullmatch(plain) or _FROM.fullmatch(plain) or _UNTIL.fullmatch(plain)
    likely = _written(unclear[1], edge) if unclear else None
    return Unread("date_type", likely.value if isinstance(likely, Read) else _about(plain))


def _written(plain: str, edge: Edge) -> Reading | None:
    return _exact(plain) or _period(plain, edge)


def _exact(plain: str) -> Reading | None:
    """A day written out in figures or words."""
    if iso := _ISO.fullmatch(plain):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]), derived=len(plain) > len("2026-01-01"))
    if first := _YEAR_FIRST.fullmatch(plain) or _JOINED.fullmatch(plain):
        return _day(int(first[1]), int(first[2]), int(first[3]), derived=True)
    if figures := _FIGURES.fullmatch(plain):
        day, month, year = int(figures[1]), int(figures[2]), _year(figures[3])
        if month > 12 >= day:  # only the American order is a day
            day, month = month, day
            return _day(year, month, day, derived=True)
        return _day(year, month, day, derived=len(figures[3]) == 2 or figures[3] not in plain[-4:])
    words = _WORDS.fullmatch(plain)
    if words and words[2] in _MONTHS:
        return _day(_year(words[3]), _MONTHS[words[2]], int(words[1]), derived=len(words[3]) == 2)
    english = _MONTH_FIRST.fullmatch(plain)
    if english and english[1] in _MONTHS:
        return _day(int(english[3]), _MONTHS[english[1]], int(english[2]), derived=False)
    return None


def _period(plain: str, edge: Edge) -> Reading | None:
    """The first or last day of a month, a quarter or a year."""
    months = _months(plain)
    if months is None:
        return None
    year, first, last = months
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Unread("date_bounds")
    month = first if edge == "first" else last
    return Read(date(year, month, 1 if edge == "first" else monthrange(year, month)[1]), derived=True)


def _months(plain: str) -> tuple[int, int, int] | None:
    """Year, first month and last month of a period."""
    if _YEAR.fullmatch(plain):
        return int(plain), 1, 12
    if (quarter := _QUARTER.fullmatch(plain)) is not None:
        number = int(quarter[1] or quarter[3] or quarter[6])
        return _year(quarter[2] or quarter[4] or quarter[5]), 3 * number - 2, 3 * number
    month = _MONTH.fullmatch(plain)
    if month and month[1] in _MONTHS:
        return _year(month[2]), _MONTHS[month[1]], _MONTHS[month[1]]
    figures = _MONTH_FIGURES.fullmatch(plain)
    if figures:
        number, year = int(figures[1] or figures[4]), int(figures[2] or figures[3])
        return (year, number, number) if 1 <= number <= 12 else None
    return None


def _about(plain: str) -> date | None:
    """A likely day of an unclear period: the end or the beginning of a year."""
    about = re.fullmatch(r"(eind|einde|ultimo|begin|primo) (\d{4})", plain)
    if about is None or not FIRST_YEAR <= int(about[2]) <= LAST_YEAR:
        return None
    year = int(about[2])
    return date(year, 12, 31) if about[1] in {"eind", "einde", "ultimo"} else date(year, 1, 1)


def _year(figures: str) -> int:
    """The year of two or four figures; two are of this century up to 69."""
    number = int(figures)
    return number if len(figures) == 4 else number + (2000 if number < 70 else 1900)


def _day(year: int, month: int, day: int, *, derived: bool) -> Reading:
    if year == 9999:  # what systems store for "no end"
        return Read(INDEFINITE, derived=True)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Unread("date_bounds")
    try:
        return Read(date(year, month, day), derived)
    except ValueError:
        return Unread("date_unknown")
