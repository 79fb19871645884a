"""Cells that hold an amount, a day or a demand in words, as values of the register."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.readers.excel.cells import Noted, NotRead
from srtool.readers.excel.prices import in_its_column
from srtool.readers.values.amounts import Sign, amount_of, thousands_in
from srtool.readers.values.days import (
    INDEFINITE,
    Edge,
    Order,
    day_of,
    is_day_first,
    is_in_doubt,
    month_first_sign,
    order_in,
)
from srtool.readers.values.demands import Demand, demand_of
from srtool.readers.values.reading import Read, Reading

_EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's count, as it counts from March 1900 on."""
_SERIALS = range(32_874, 73_051)
"""Days from 1990 to 2099: a number in this range under a date is one that lost its format."""
_MONTH_FIRST = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})\s*/")
_COUNTED = 5
"""Figures of such a number."""
_YEARS = range(1990, 2100)
_LAST_DAYS = frozenset({"end", "end_latest", "until", "new_end", "extended_until", "pso_until"})


@dataclass(slots=True)
class ColumnProof:
    """What the cells of one column prove together; looked for only when a cell is in doubt."""

    texts: Callable[[], Iterable[str]]
    _sign: Sign | None = None
    _is_known: bool = field(default=False)

    @property
    def thousands(self) -> Sign | None:
        """The sign between thousands."""
        if not self._is_known:
            self._sign, self._is_known = thousands_in(self.texts()), True
        return self._sign


def amount(text: str, key: str, proof: ColumnProof) -> object:
    """An amount in words, as the whole column is written; what it is depends on the field too."""
    reading = amount_of(text)
    if not isinstance(reading, Read) and reading.why in {"amount_ambiguous", "amount_decimals"}:
        reading = amount_of(text, proof.thousands)
    return in_its_column(_taken(text, reading), key)


@dataclass(slots=True)
class DayOrder:
    """In which order the days with slashes of a sheet stand; looked for only when one is in doubt."""

    texts: Callable[[], Iterable[str]]
    _order: Order | None = None
    _is_known: bool = field(default=False)
    _day_first: dict[str, bool] = field(default_factory=dict)

    def of(self, text: str) -> Order | None:
        """`both` or `month` where that makes another day of this text."""
        if not is_in_doubt(text):
            return None
        if not self._is_known:
            self._order, self._is_known = order_in(self.texts()), True
        return self._order

    def is_day_first(self, sign: str) -> bool:
        """Whether another day of the sheet with this sign can only be read with the day first."""
        if sign not in self._day_first:
            self._day_first[sign] = any(is_day_first(text, sign) for text in self.texts())
        return self._day_first[sign]


def day(value: object, key: str, order: DayOrder) -> object:
    """A day in words or as a number that lost its format; INDEFINITE where the text says that there is no end."""
    edge: Edge = "last" if key in _LAST_DAYS else "first"
    match value:
        case datetime():
            only_day = value.date()
            exact: object = only_day if value.time() == time(0) else Noted(only_day, "day_of_moment")
            return _not_endless(only_day, value, key) if value.year == 9999 else exact
        case date():
            return _not_endless(value, value, key) if value.year == 9999 else value
        case float() | int() if not isinstance(value, bool) and value in _SERIALS:
            return Noted(_EPOCH + timedelta(days=int(value)), "value_derived", value)
        case float() | int() if not isinstance(value, bool) and value in _YEARS:
            return _taken(value, day_of(str(int(value)), edge))
        case str():
            return _not_endless(_in_text(value, edge, order), value, key)
        case _:
            return NotRead(value, "day_type")


def _in_text(value: str, edge: Edge, order: DayOrder) -> object:
    """A day in words, in the order of the sheet."""
    if (sign := month_first_sign(value)) is not None:
        likely = day_of(value, edge)
        if not isinstance(likely, Read):
            return NotRead(value, likely.why)
        is_other = order.is_day_first(sign)
        return NotRead(value, "date_month_first", likely.value) if is_other else _noted_month_first(likely, value)
    if (other := order.of(value)) in {"month", "both"}:
        swapped = _taken(value, day_of(_MONTH_FIRST.sub(r"\2/\1/", value, count=1), edge))
        turned = swapped.value if isinstance(swapped, Noted) else swapped
        return NotRead(value, "date_order") if other == "both" else Noted(turned, "value_derived", value)
    if value.strip().isdecimal() and len(value.strip()) == _COUNTED and int(value) in _SERIALS:
        return NotRead(value, "date_type", _EPOCH + timedelta(days=int(value)))  # as Excel counts it, likely
    return _taken(value, day_of(value, edge))


def _noted_month_first(likely: Read, value: str) -> object:
    return likely.value if likely.value is INDEFINITE else Noted(likely.value, "day_month_first", value)


def _not_endless(taken: object, value: object, key: str) -> object:
    """INDEFINITE where it can be said of this field; elsewhere the cell says nothing that can be read."""
    is_endless = taken is INDEFINITE or (isinstance(taken, date) and taken.year == 9999)
    if not is_endless and not (isinstance(taken, Noted) and taken.value is INDEFINITE):
        return taken
    return INDEFINITE if key in {"end", "end_latest"} else NotRead(value, "date_type")


def demand(value: object) -> object:
    """What a column on social return asks in this cell: yes or no, a percentage, an amount, or several of these."""
    match value:
        case bool():
            return Demand(asked=value)
        case float() | int() | Decimal() if value in {0, 1}:
            return Demand(asked=bool(value))
        case float() | int() | Decimal():
            return _taken(value, demand_of(_figures(value)))
        case str():
            return _taken(value, demand_of(value))
        case _:
            return NotRead(value, "demand_type")


def _figures(value: float | Decimal) -> str:
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return format(number.normalize() if number != int(number) else number.quantize(Decimal(1)), "f")


def _taken(seen: object, reading: Reading) -> object:
    """The value, with a note where it does not stand there in so many words."""
    if not isinstance(reading, Read):
        return NotRead(seen, reading.why, reading.proposed)
    if reading.value is None or not reading.derived or isinstance(reading.value, Demand):
        return reading.value
    return reading.value if reading.value is INDEFINITE else Noted(reading.value, "value_derived", seen)


def texts_in(rows: Iterable[Iterable[object]], index: int) -> Iterator[str]:
    """The texts in one column."""
    for row in rows:
        values = list(row)
        if index < len(values) and isinstance(values[index], str):
            yield str(values[index])


def texts_in_columns(rows: Iterable[Iterable[object]], columns: Iterable[int]) -> Iterator[str]:
    """The texts in several columns."""
    wanted = tuple(columns)
    for row in rows:
        values = list(row)
        yield from (str(values[n]) for n in wanted if n < len(values) and isinstance(values[n], str))
