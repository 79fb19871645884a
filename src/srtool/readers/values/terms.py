"""Terms as people write them: `4 jaar + 2x1 jaar optie`, `36 mnd`, `2+1+1`. In whole months, options apart."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.readers.values.days import INDEFINITE, day_of
from srtool.readers.values.reading import LONGEST, Read, Reading, Unread, squeezed
from srtool.register.fields import MOST_MONTHS


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day of a term."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Term:
    """A term in whole months, with the months of all its options; None for what is not said."""

    months: int | None
    option_months: int | None = None


_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("een één eén one", "twee two", "drie three", "vier four", "vijf five", "zes six", "zeven seven", "acht eight",
         "negen nine", "tien ten", "elf eleven", "twaalf twelve"),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_UNIT = r"(?P<unit>jaar|jaren|jr|j|years?|yrs?|y|maanden|maand|mnd|mnden|mn|months?|m)\b\.?"
_PIECE = re.compile(
    rf"(?:(?P<times>\d{{1,2}}) ?(?:x|\*|keer|maal|times) ?)?(?P<number>\d{{1,4}}(?:[.,]\d{{1,2}})?) ?(?:{_UNIT})?"
)
_BETWEEN = " +;,/()&"
"""What may stand between the parts."""
_MOST_YEARS = 10
"""A bare number above this is no number of years."""
_SHORT = re.compile(r"(weken|week|wk|weeks?|dagen|dag|days?)\b")
_OPTION = re.compile(
    r"\(?(?:\+|\bplus\b|\ben\b|\bmet\b|\bwith\b|;|,)?\s*\(?(?:optie(?:s|jaar|jaren)?|verlenging(?:en|soptie|sopties)?|verlengen|"
    r"extensions?|options?|optioneel)\b"
)
_NOISE = re.compile(
    r"\b(?:met|en|and|plus|with|opti(?:es?|ejaar|ejaren|oneel)|verlengings?opties?|verlenging(?:en)?|"
    r"(?:te )?verlengen|mogelijkheid|elk|each|extensions?|options?|tot|van|om|de|een|initieel|initial|vaste?|looptijd|"
    r"per keer|telkens)\b"
)
_NONE = re.compile(r"geen|nee|none|no|0|niet|n\.?v\.?t\.?|-")
_LARGE = re.compile(r"\d{4,}(?:[.,]\d+)?")
_PERIOD = re.compile(r"(?:van |from )?(.{4,30}?) ?(?:t/m|tot en met|until|through|to| - ) ?(.{4,30})")
_UNTIL = re.compile(r"(?:t/m|tot en met|tot|until|through|eindigt|loopt tot) (.+)")


def term_of(text: str, unit: str | None = None) -> Reading:
    """A Term; INDEFINITE for one without end; a day for `t/m 2028`. A bare number is in `unit`, else in months.

    `2+1+1` without a unit is in years. Days and weeks are no whole months, and unread.
    """
    if len(text) > LONGEST:
        return Unread("term_long")
    plain = _with_figures(squeezed(text))
    endless = day_of(plain)
    if isinstance(endless, Read) and endless.value is INDEFINITE:
        return endless
    until = _UNTIL.fullmatch(plain)
    if until:
        end = day_of(until[1], "last")
        return (
            Read(end.value, derived=True)
            if isinstance(end, Read) and isinstance(end.value, date)
            else Unread("term_type")
        )
    if (period := _period(plain)) is not None:
        return Read(period, derived=True)
    if _SHORT.search(plain):
        return Unread("term_short")
    return _term(plain, unit)


def _period(plain: str) -> Period | None:
    """The days of `1-1-2025 t/m 31-12-2028`; None where it is no period of two days in order."""
    between = _PERIOD.fullmatch(plain)
    if between is None:
        return None
    start, end = day_of(between[1], "first"), day_of(between[2], "last")
    if not (isinstance(start, Read) and isinstance(end, Read)):
        return None
    first, last = start.value, end.value
    is_ordered = isinstance(first, date) and isinstance(last, date) and first <= last
    return Period(first, last) if is_ordered and isinstance(first, date) and isinstance(last, date) else None


def options_of(text: str, unit: str | None = None) -> Reading:
    """The months of all options together: 0 for `geen`; `ja` says that there are some, and is unread."""
    if len(text) > LONGEST:
        return Unread("term_long")
    plain = _with_figures(squeezed(text))
    if _NONE.fullmatch(plain):
        return Read(0, derived=True)
    if _SHORT.search(plain):
        return Unread("term_short")
    if _LARGE.fullmatch(plain):  # an amount, or a year
        return Unread("term_bounds")
    pieces = _pieces(plain, unit)
    if pieces is None:
        return Unread("term_type")
    total = sum(pieces)
    return Read(total, derived=True) if 0 < total <= MOST_MONTHS else Unread("term_bounds")


def _term(plain: str, unit: str | None) -> Reading:
    pieces = _pieces(plain, unit)
    if not pieces:
        bare = re.fullmatch(r"\d{1,2}", plain)
        return Unread("term_unit", int(plain) * 12) if bare and 0 < int(plain) <= _MOST_YEARS else Unread("term_type")
    first, *rest = pieces
    says_options = bool(rest) or bool(_OPTION.search(plain))
    if not 0 < first <= MOST_MONTHS or sum(rest) > MOST_MONTHS:
        return Unread("term_bounds")
    if says_options and not rest:
        return Unread("term_options", first)
    return Read(Term(first, sum(rest) if rest else None), derived=True)


def _pieces(plain: str, unit: str | None) -> list[int] | None:
    """The parts of a term in months, the first being the term itself; None when something is left that is no part."""
    bare = _NOISE.sub(" ", plain)
    parts = list(_PIECE.finditer(bare))
    if not parts or _PIECE.sub("", bare).strip(_BETWEEN):
        return None
    written = next((part["unit"] for part in parts if part["unit"]), None)
    small = all(Decimal(part["number"].replace(",", ".")) <= _MOST_YEARS for part in parts)
    several = len(parts) > 1 or parts[0]["times"] is not None
    # Without any unit `2+1+1` and `2x1` can only be years, and `48` only months; a bare `4` may be either.
    usual = written or unit or ("jaar" if several and small else None if small else "maand")
    months = [_months(part, usual) for part in parts]
    return None if None in months else [number for number in months if number is not None]


def _months(part: re.Match[str], usual: str | None) -> int | None:
    """One part in whole months; None when it has no unit, or is no whole number of them."""
    unit = part["unit"] or usual
    if unit is None:
        return None
    factor = (12 if unit.startswith(("j", "y")) else 1) * int(part["times"] or 1)
    number = Decimal(part["number"].replace(",", ".")) * factor
    return int(number) if number == int(number) else None


def _with_figures(plain: str) -> str:
    """`vier jaar` as `4 jaar`; `24 (vierentwintig) maanden` as `24 maanden`."""
    figures = re.sub(r"(\d+) \((?:[a-z]+)\)", r"\1", plain)
    return re.sub(r"[a-zé]+", lambda word: str(_NUMBERS.get(word[0], word[0])), figures)
