"""The kinds of value a register holds, each read from TOML and from Excel cells alike.

A type carries its *sort* (`amount`, `day`, …), which tells readers how to offer a cell and views how to show it.
A mistake is raised with the code of its problem; the sentence for it lives in texts/.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any

from pydantic_core import PydanticCustomError

from srtool.lazy_dataclass import dataclass
from srtool.money import LONGEST, NotANumber, amount_from_float, amount_from_text, checked_amount, percent_from_text

TRUE_WORDS = frozenset({"ja", "j", "yes", "y", "true", "waar"})
FALSE_WORDS = frozenset({"nee", "n", "no", "false", "onwaar"})
MOST_MONTHS = 1200
MOST_WEEK_HOURS = 168
_MIDNIGHT = re.compile(r"(?:T|\s+)0{1,2}:00(?::00(?:[.,]0+)?)?\Z")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DUTCH = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_WORDS = re.compile(r"(\d{1,2})(?:\s+|\s*[-/.]\s*)([a-zA-Z]+)\.?(?:\s+|\s*[-/.]\s*)(\d{4})")
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb februari february",
            "mrt maart mar march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "aug augustus august",
            "sep sept september",
            "okt oktober oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
"""The number of each month, by its name or short name in Dutch and English."""


@dataclass(frozen=True, slots=True)
class Sort:
    """How a field is offered and shown: text, kvk, cpv, amount, percent, number, count, months, day, yes_no, texts …"""

    name: str


def _wrong(code: str, **values: object) -> PydanticCustomError:
    return PydanticCustomError(code, code, values)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _wrong("text_type")
    text = value.strip()
    if not text:
        raise _wrong("text_empty")
    return _once(text)


@lru_cache(maxsize=2_048)
def _once(text: str) -> str:
    """The same text for every record that has it: of a large register units, suppliers and people recur."""
    return text


def _kvk(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(r"[0-9]{8}", text):
        raise _wrong("kvk_type")
    return text


def _number(value: object, read_text: Callable[[str], Decimal], what: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        raise _wrong(f"{what}_type")
    try:
        if isinstance(value, str):
            return read_text(value)
        if isinstance(value, float) and value.is_integer():  # a sheet knows no whole numbers
            value = int(value)
        number = value if isinstance(value, Decimal) else _exact(repr(value) if isinstance(value, float) else value)
    except NotANumber as error:
        raise _wrong(error.code.replace("percent", what)) from error
    if not number.is_finite():
        raise _wrong(f"{what}_type")
    return number


def _amount(value: object) -> Decimal:
    try:
        if isinstance(value, float):
            return _amount_of_cell(value or 0.0)  # of minus zero as well
        if value.__class__ is int:
            return _amount_of_whole(value)
        return checked_amount(_number(value, amount_from_text, "amount"))
    except NotANumber as error:
        raise _wrong(error.code) from error


_amount_of_cell = lru_cache(maxsize=10_000)(amount_from_float)
"""Worked out once, and one object, for an amount that stands in many records."""


@lru_cache(maxsize=10_000)
def _amount_of_whole(value: object) -> Decimal:
    """The same of a number without decimals."""
    return checked_amount(_number(value, amount_from_text, "amount"))


@lru_cache(maxsize=10_000, typed=True)
def _exact(value: str | int) -> Decimal:
    """A number as it is written; hours and percentages are the same few, and large registers have many of them."""
    return Decimal(value)


def _percent(value: object) -> Decimal:
    number = _number(value, percent_from_text, "percent")
    if not 0 <= number <= 100:
        raise _wrong("percent_range")
    if number != round(number, 4):
        raise _wrong("percent_decimals")
    return number


def _quantity(value: object) -> Decimal:
    return _usual_quantity(value) if value.__class__ in {int, float} else _any_quantity(value)


def _any_quantity(value: object) -> Decimal:
    number = _number(value, percent_from_text, "number")
    if not 0 <= number < 1_000_000:
        raise _wrong("number_range")
    return number


_usual_quantity = lru_cache(maxsize=10_000)(_any_quantity)
"""Worked out once: hours a week are the same few, and large registers have many of them."""


def _week_hours(value: object) -> Decimal:
    number = _quantity(value)
    if number > MOST_WEEK_HOURS:
        raise _wrong("hours_range")
    return number


def _count(value: object) -> int:
    number = _number(value, percent_from_text, "count")
    if not 0 <= number < 1_000_000 or number != int(number):
        raise _wrong("count_type")
    return int(number)


def _months(value: object) -> int:
    number = _number(value, percent_from_text, "count")
    if number != int(number):
        raise _wrong("count_type")
    if not 0 <= number <= MOST_MONTHS:
        raise _wrong("months_range")
    return int(number)


def _day(value: object) -> date:
    return _shared(value if value.__class__ is date else _any_day(value))


@lru_cache(maxsize=10_000)
def _shared(day: date) -> date:
    """One object for a day that stands in many records: a register of a year has some hundreds of different ones."""
    if not 1900 <= day.year <= 2999:
        raise _wrong("day_range")
    return day


def _any_day(value: object) -> date:
    if isinstance(value, datetime):
        if value.time() != time(0):
            raise _wrong("day_time")
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or len(value) > LONGEST:
        raise _wrong("day_type")
    text = _MIDNIGHT.sub("", value.strip())  # an export puts this behind every date
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DUTCH.fullmatch(text):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
    elif (match := _WORDS.fullmatch(text)) and match[2].lower() in MONTHS:
        day, month, year = int(match[1]), MONTHS[match[2].lower()], int(match[3])
    else:
        raise _wrong("day_type")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise _wrong("day_type") from error


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = value.strip().lower() if isinstance(value, str) else ""
    if word in TRUE_WORDS:
        return True
    if word in FALSE_WORDS:
        return False
    raise _wrong("yes_no_type")


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [part for part in value.split(";") if part.strip()]
    if not isinstance(value, list | tuple):
        raise _wrong("texts_type")
    return tuple(_text(part) for part in value)


def _amounts(value: object) -> tuple[Decimal, ...]:
    if isinstance(value, str):
        value = [part for part in value.split(";") if part.strip()]
    if not isinstance(value, list | tuple):
        value = [value]
    return tuple(_amount(part) for part in value)


@dataclass(frozen=True, slots=True)
class Check:
    """How a value from outside becomes one of ours; raises the code of what is wrong."""

    read: Callable[[object], Any]


@dataclass(frozen=True, slots=True)
class Alias:
    """What a field is called from outside, where that is a word of the language here."""

    name: str


Text = Annotated[str, Sort("text"), Check(_text)]
Kvk = Annotated[str, Sort("kvk"), Check(_kvk)]
Cpv = Annotated[str, Sort("cpv"), Check(_text)]
Amount = Annotated[Decimal, Sort("amount"), Check(_amount)]
"""Euro excl. VAT, whole cents, at least zero."""
Percent = Annotated[Decimal, Sort("percent"), Check(_percent)]
"""5 means 5%; from 0 to 100."""
Quantity = Annotated[Decimal, Sort("number"), Check(_quantity)]
WeekHours = Annotated[Decimal, Sort("number"), Check(_week_hours)]
"""Hours in a week, which has 168."""
Count = Annotated[int, Sort("count"), Check(_count)]
Months = Annotated[int, Sort("months"), Check(_months)]
"""At most a hundred years, so that a day with months added stays in the calendar."""
Day = Annotated[date, Sort("day"), Check(_day)]
YesNo = Annotated[bool, Sort("yes_no"), Check(_yes_no)]
Texts = Annotated[tuple[str, ...], Sort("texts"), Check(_texts)]
Amounts = Annotated[tuple[Decimal, ...], Sort("amounts"), Check(_amounts)]
