"""The twelve months in which the efforts of one person come to most hours, beside those of a full-time year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from srtool.lazy_dataclass import dataclass
from srtool.register.model import Effort
from srtool.term import add_months, days_in

_YEAR, _WEEK = 12, 7
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TwelveMonths:
    """What the efforts of one person come to between two days a year apart, both included; in hours."""

    start: date
    end: date
    known: Fraction
    most: Fraction
    """With efforts of which the hours are not known taken as full time: they cannot be more."""
    full_time: Fraction
    efforts: tuple[Effort, ...]
    """Those with a day in these months, in the order in which they were given."""
    without_hours: tuple[Effort, ...]

    @property
    def is_above(self) -> bool:
        """Whether what is known is more than a full-time year."""
        return self.known > self.full_time

    @property
    def may_be_above(self) -> bool:
        return self.most > self.full_time


def fullest_year(efforts: Sequence[Effort], full_time: Fraction, on: date) -> TwelveMonths | None:
    """The twelve months with most of a full-time year, up to the day; by known hours where these are more than one.

    `full_time` is in hours a week. None where no effort has begun by the day.
    """
    begun = [effort for effort in efforts if effort.start is not None and effort.start <= on]
    years = [_within(start, begun, full_time, on) for start in sorted(set(_starts(begun, on)))]
    by_known = max(years, key=lambda year: year.known / year.full_time, default=None)
    if by_known is None or by_known.is_above:
        return by_known
    return max(years, key=lambda year: year.most / year.full_time)


def _starts(efforts: Sequence[Effort], on: date) -> Iterator[date]:
    """Each sum of hours over a moving year is largest where that begins or ends with an effort."""
    for effort in efforts:
        if effort.start is not None:
            yield effort.start
            yield add_months(_last_day(effort, on) + _DAY, -_YEAR)


def _last_day(effort: Effort, on: date) -> date:
    return on if effort.end is None else min(effort.end, on)


def _within(start: date, efforts: Sequence[Effort], full_time: Fraction, on: date) -> TwelveMonths:
    end = add_months(start, _YEAR) - _DAY
    days = {effort.id: _days(effort, start, end, on) for effort in efforts}
    inside = tuple(effort for effort in efforts if days[effort.id] > 0)
    a_day = {effort.id: _hours_a_day(effort, full_time) for effort in inside}
    most = sum(
        ((full_time / _WEEK if (hours := a_day[one.id]) is None else hours) * days[one.id] for one in inside),
        Fraction(0),
    )
    return TwelveMonths(
        start=start,
        end=end,
        known=sum(((a_day[one.id] or Fraction(0)) * days[one.id] for one in inside), Fraction(0)),
        most=most,
        full_time=full_time * days_in(start, end) / _WEEK,
        efforts=inside,
        without_hours=tuple(effort for effort in inside if a_day[effort.id] is None),
    )


def _days(effort: Effort, start: date, end: date, on: date) -> int:
    """Days of an effort that has begun, up to the day and between these two, both included."""
    first = start if effort.start is None else max(effort.start, start)
    return max(0, days_in(first, min(_last_day(effort, on), end)))


def _hours_a_day(effort: Effort, full_time: Fraction) -> Fraction | None:
    """Hours per calendar day; a total is spread evenly over its days. None where the hours are not known."""
    if effort.hours_per_week is not None:
        return Fraction(effort.hours_per_week) / _WEEK
    if effort.full_time:
        return full_time / _WEEK
    if effort.hours is not None and effort.start is not None and effort.end is not None and effort.end >= effort.start:
        return Fraction(effort.hours) / days_in(effort.start, effort.end)
    return None
