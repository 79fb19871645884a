"""How long a contract runs, in the four shapes in which a notice says so."""

from __future__ import annotations

from datetime import date, timedelta

from srtool.lazy_dataclass import dataclass
from srtool.notice.stated import Stated
from srtool.term import add_months

_MONTHS_IN = {"MONTH": 1, "YEAR": 12}
_DAYS_IN = {"DAY": 1, "CALENDAR_DAY": 1, "WEEK": 7}
_LONGEST = 1200
"""Months; beyond a century a duration is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A number of a unit: DAY, CALENDAR_DAY, WEEK, MONTH or YEAR; another unit counts for nothing."""

    number: int
    unit: str

    @property
    def months(self) -> int | None:
        """Whole months; None for days and weeks, which no number of months stands for."""
        months = self.number * _MONTHS_IN.get(self.unit, 0)
        return months if 0 < months <= _LONGEST else None

    @property
    def days(self) -> int | None:
        """Days, also of weeks; None for months and years, which have no fixed number of them."""
        return self.number * _DAYS_IN[self.unit] if self.unit in _DAYS_IN else None

    @property
    def is_known(self) -> bool:
        """Whether the unit is one of those above."""
        return self.unit in _MONTHS_IN or self.unit in _DAYS_IN

    def last_day_from(self, start: date) -> date | None:
        """The last day of a term that starts on this day."""
        if self.months is not None:
            return add_months(start, self.months) - timedelta(days=1)
        days = self.number * _DAYS_IN.get(self.unit, 0)
        return start + timedelta(days=days - 1) if 0 < days <= _LONGEST * 31 else None


@dataclass(frozen=True, slots=True)
class Period:
    """Two days; a day and a duration; a duration alone; or without end. Renewals are counted, never added up."""

    start: Stated[date] | None = None
    end: Stated[date] | None = None
    duration: Stated[Duration] | None = None
    indefinite: Stated[bool] | None = None
    """True for UNLIMITED; None for UNKNOWN, which says nothing."""
    renewals: Stated[int] | None = None
    renewal_terms: Stated[str] | None = None

    @property
    def last_day(self) -> Stated[date] | None:
        """The end as stated, else what the start and the duration come to, at the place of the duration."""
        if self.end is not None or self.start is None or self.duration is None:
            return self.end
        day = self.duration.value.last_day_from(self.start.value)
        return None if day is None else self.duration._replace(value=day)  # type: ignore[arg-type,return-value]

    @property
    def months(self) -> Stated[int] | None:
        """The whole months of a duration that has no start."""
        months = self.duration.value.months if self.duration and self.start is None else None
        return Stated(months, self.duration.source, self.duration.path) if self.duration and months else None

    @property
    def days(self) -> Stated[int] | None:
        """The days of a duration in days or weeks that has no start: no number of months stands for them."""
        days = self.duration.value.days if self.duration and self.start is None else None
        return Stated(days, self.duration.source, self.duration.path) if self.duration and days else None


NO_PERIOD = Period()
