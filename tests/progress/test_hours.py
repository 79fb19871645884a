"""Progress in hours, beside the euros: only hours that efforts state, and nothing that tells of few people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from srtool.portfolio.suppression import without_persons
from srtool.progress.hours import HoursReached, hours_reached
from srtool.register.model import Effort
from tests.support.followed_contracts import a_progress, paid, placed

HOURS = Decimal(400)


def reached(*efforts: Effort, hours: Decimal | None = HOURS) -> HoursReached | None:
    return a_progress(owed=None, hours=hours, efforts=efforts).hours


@pytest.mark.parametrize("hours", [None, Decimal(0)])
def test_where_no_hours_are_asked_there_are_none(hours: Decimal | None) -> None:
    assert reached(placed("1", hours=Decimal(120)), hours=hours) is None


def test_confirmed_hours_are_summed_and_claimed_ones_are_not() -> None:
    claimed = placed("3", hours=Decimal(90), status="claimed")
    found = reached(placed("1", hours=Decimal(120)), placed("2", hours=Decimal("40.5")), claimed)
    assert found == HoursReached(HOURS, Decimal("160.5"), 0)
    assert found.confirmed == Decimal("160.5")


def test_a_corrected_effort_counts_once() -> None:
    corrected = placed("2", hours=Decimal(100), corrects="1")
    assert reached(placed("1", hours=Decimal(120)), corrected) == HoursReached(HOURS, Decimal(100), 0)


def test_work_without_a_total_of_hours_is_not_zero_and_a_purchase_has_none() -> None:
    found = reached(placed("1", hours=Decimal(120)), placed("2", hours_per_week=Decimal(24)), paid(1_000))
    assert found == HoursReached(HOURS, Decimal(120), 1)
    assert found.confirmed is None


def test_a_register_without_efforts_says_nothing_of_hours() -> None:
    asks = a_progress(owed=None, hours=HOURS)
    assert asks.hours == HoursReached(HOURS, Decimal(0), 0)
    assert hours_reached(replace(asks.dossier, keeps_efforts=False), ()) == HoursReached(HOURS, None)


def test_hours_stand_beside_an_amount_too() -> None:
    both = a_progress(owed=20_000, hours=HOURS, efforts=[placed("1", hours=Decimal(120))])
    assert [both.owed, both.confirmed] == [20_000, 100]
    assert both.hours == HoursReached(HOURS, Decimal(120), 0)


@pytest.mark.parametrize(("people", "told"), [(4, None), (5, Decimal(50))])
def test_the_hours_of_few_people_are_not_passed_on(people: int, told: Decimal | None) -> None:
    efforts = [placed(str(number), date(2025, 1, 1), hours=Decimal(10)) for number in range(people)]
    found = without_persons(a_progress(owed=None, hours=HOURS, efforts=efforts)).hours
    assert found is not None
    assert (found.asked, found.confirmed) == (HOURS, told)
