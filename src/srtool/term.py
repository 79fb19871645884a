"""Terms in days and months: a term reaches N months when the day after its end is N months after its start."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

_IN_EVERY_MONTH = 28


@lru_cache(maxsize=10_000)
def add_months(day: date, months: int) -> date:
    """The same day of the month, or the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    if day.day <= _IN_EVERY_MONTH:
        return date(year, month, day.day)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def whole_months(start: date, end: date) -> int:
    """How many months the term from start to end (both included) has reached; 0 when the end is before the start."""
    after = end + timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    # The month in which the day after the end lies is reached on the day of the start, or on its last day.
    if months > 0 and after.day < start.day and after.day < monthrange(after.year, after.month)[1]:
        months -= 1
    return max(0, months)


def days_in(start: date, end: date) -> int:
    """Days of the term, both ends included."""
    return (end - start).days + 1


def months_and_days(start: date, end: date) -> tuple[int, int, int]:
    """Whole months from the start, the days left over, and the days of that last anniversary month."""
    months = whole_months(start, end)
    since = add_months(start, months)
    return months, (end - since).days + 1, (add_months(start, months + 1) - since).days
