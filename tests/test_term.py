"""Months and days of a term."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srtool.term import add_months, days_in, whole_months

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2026, 1, 1), date(2026, 6, 30), 6),
        (date(2026, 1, 1), date(2026, 6, 29), 5),
        (date(2026, 8, 31), date(2027, 2, 27), 6),
        (date(2026, 8, 31), date(2027, 2, 26), 5),
        (date(2028, 2, 29), date(2029, 2, 27), 12),
        (date(2026, 1, 1), date(2026, 1, 1), 0),
        (date(2026, 1, 1), date(2029, 12, 31), 48),
    ],
)
def test_whole_months(start: date, end: date, months: int) -> None:
    assert whole_months(start, end) == months


@given(DAYS, st.integers(min_value=0, max_value=600))
def test_a_term_reaches_its_months_on_the_day_and_not_a_day_earlier(start: date, months: int) -> None:
    end = add_months(start, months) - timedelta(days=1)
    assert whole_months(start, end) == months
    if months:
        assert whole_months(start, end - timedelta(days=1)) == months - 1


@given(DAYS, st.integers(min_value=0, max_value=10_000))
def test_longer_never_reaches_less(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    assert days_in(start, end) == days + 1
    assert whole_months(start, end) <= whole_months(start, end + timedelta(days=1))
