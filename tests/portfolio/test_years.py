"""What was owed and realised per year: worked by hand, and to the cent what it is over the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srtool.portfolio.years import Years, years
from srtool.progress.standing import Progress
from srtool.register.model import Adjustment, Effort, Growth, Instalment
from tests.support.followed_contracts import AMOUNTS, WITH_TABLE, a_progress, adjustments, paid

ON = date(2026, 3, 31)
# A year of 365 days, of which 184 in 2025: 100 euro a day.
TERM = {"start": date(2025, 7, 1), "end": date(2026, 6, 30)}
AT_WORK = Effort(
    "E",
    "A",
    "placement",
    block="ww",
    start=date(2025, 10, 1),
    end=date(2026, 6, 30),
    hours_per_week=Decimal(36),
    status="confirmed",
)


def rows(found: Years) -> list[tuple[int, str, str, str]]:
    return [(one.year, str(one.obligation), str(one.realised), str(one.expected)) for one in found.years]


def of(on: date = ON, **more: Any) -> list[tuple[int, str, str, str]]:  # noqa: ANN401 - fields of a contract
    return rows(years([a_progress(on=on, **{"owed": 36_500, "contract": TERM, "rules": WITH_TABLE, **more})], on))


def test_a_part_year_counts_by_its_days_and_a_person_by_the_months() -> None:
    # WW is 20,000 a year: three months in 2025, three in 2026 up to the day, and three to come.
    assert of(efforts=[AT_WORK]) == [
        (2025, "18400.00", "5000.00", "0.00"),
        (2026, "18100.00", "5000.00", "5000.00"),
    ]


def test_what_starts_later_is_expected_in_its_year() -> None:
    assert of(date(2025, 9, 1), efforts=[AT_WORK]) == [
        (2025, "18400.00", "0.00", "5000.00"),
        (2026, "18100.00", "0.00", "10000.00"),
    ]


def test_only_what_is_confirmed_is_realised() -> None:
    claimed, unknown = replace(AT_WORK, status="claimed"), replace(AT_WORK, id="F", block="unheard-of")
    assert [row[2:] for row in of(efforts=[claimed, unknown])] == [("0.00", "0.00")] * 2


def test_the_schedule_says_of_which_year_it_is_and_the_end_takes_the_rest() -> None:
    schedule = (Instalment(date(2025, 12, 31), Decimal(10_000)), Instalment(date(2026, 1, 1), Decimal(5_000)))
    assert [row[:2] for row in of(schedule=schedule)] == [(2025, "10000.00"), (2026, "26500.00")]


def test_the_growth_path_weighs_the_days() -> None:
    growth = (Growth(date(2026, 1, 1), Decimal(10)),)  # 184 * 5 against 181 * 10
    first = Decimal(36500) * 920 / (920 + 1810)
    assert of(percent=Decimal(5), growth=growth)[0][1] == str(round(first, 2))


def test_a_waiver_lowers_every_year_and_an_extension_adds_one() -> None:
    waiver = Adjustment("A", "waiver", date(2026, 1, 1), percent=Decimal(50))
    assert [row[1] for row in of(adjustments=[waiver])] == ["9200.00", "9050.00"]
    longer = Adjustment("A", "extension", date(2026, 1, 1), new_end=date(2027, 6, 30))
    found = [row[1] for row in of(owed=73_000, adjustments=[longer])]
    assert found == ["18400.00", "36500.00", "18100.00"]


def test_leniency_leaves_the_years_as_they_were() -> None:
    leniency = Adjustment("A", "leniency", date(2025, 8, 1), until=date(2026, 5, 1))
    assert of(adjustments=[leniency]) == of()


def test_without_dates_nothing_can_be_spread() -> None:
    found = years([a_progress(owed=100, contract={"start": None}, efforts=[paid(40), paid_without_day("F", 7)])], ON)
    assert rows(found) == [(2025, "0.00", "40.00", "0.00")]
    assert [str(found.undated_owed), str(found.undated_confirmed)] == ["100.00", "7.00"]


def test_without_a_start_the_day_of_the_claim_decides() -> None:
    claimed = replace(paid_without_day("F", 7), claimed_on=date(2025, 12, 31), confirmed_on=date(2026, 1, 1))
    assert of(efforts=[claimed], rules=a_progress().dossier.rules)[0][2] == "7.00"


def test_what_was_realised_on_a_contract_without_an_amount_is_not_left_out() -> None:
    found = years([a_progress(owed=None, efforts=[paid(40)])], ON)
    assert rows(found) == [(2025, "0.00", "40.00", "0.00")]
    assert (found.undated_owed, found.unknown) == (Decimal(0), 1)


def test_years_have_no_gap() -> None:
    early, late = {"start": date(2020, 1, 1), "end": date(2020, 12, 31)}, {"start": ON, "end": ON, "id": "B"}
    found = years([a_progress(contract=early), a_progress(contract=late)], ON)
    assert [one.year for one in found.years] == list(range(2020, 2027))


def paid_without_day(number: str, amount: int) -> Effort:
    return replace(paid(amount, number), start=None)


DAYS = st.dates(date(2023, 6, 1), date(2028, 6, 30))
EFFORTS = st.lists(
    st.builds(
        Effort,
        id=st.uuids().map(str),
        contract=st.just("A"),
        kind=st.sampled_from(["placement", "purchase"]),
        block=st.sampled_from(["ww", "banenafspraak", "social-procurement", None]),
        start=st.none() | DAYS,
        end=st.none() | DAYS,
        hours_per_week=st.none() | st.integers(1, 40).map(Decimal),
        amount=st.none() | AMOUNTS,
        status=st.sampled_from(["claimed", "confirmed", "confirmed", None]),
        claimed_on=st.none() | DAYS,
        confirmed_on=st.none() | DAYS,
    ).filter(lambda one: one.start is None or one.end is None or one.start <= one.end),
    max_size=6,
)
ADJUSTMENTS = adjustments(DAYS)
SCHEDULES = st.lists(st.builds(Instalment, date=DAYS, amount=AMOUNTS), max_size=3).map(tuple)
GROWTH = st.lists(st.builds(Growth, from_=DAYS, percent=st.integers(0, 20).map(Decimal)), max_size=2).map(
    lambda points: tuple(sorted(points, key=lambda one: one.from_))
)


@st.composite
def a_contract(draw: st.DrawFn) -> tuple[Progress, date]:
    on, start, end = draw(DAYS), draw(st.none() | DAYS), draw(st.none() | DAYS)
    if start is not None and end is not None:
        start, end = sorted((start, end))
    found = a_progress(
        owed=draw(st.none() | st.integers(0, 50_000)),
        on=on,
        efforts=draw(EFFORTS),
        adjustments=draw(ADJUSTMENTS),
        contract={"start": start, "end": end},
        rules=draw(st.sampled_from([WITH_TABLE, a_progress().dossier.rules, None])),
        schedule=draw(SCHEDULES),
        growth=draw(GROWTH),
        percent=draw(st.none() | st.just(Decimal(5))),
    )
    return found, on


@settings(max_examples=300, deadline=None)
@given(a_contract())
def test_each_sum_over_the_years_is_that_of_the_contract(made: tuple[Progress, date]) -> None:
    one, on = made
    found = years([one], on)
    owed, realised, expected = sums(found.years)
    assert owed + found.undated_owed == (one.owed or 0)
    assert found.unknown == (one.owed is None)
    assert realised + found.undated_confirmed == one.confirmed
    assert realised + expected + found.undated_confirmed == one.expected
    assert all(amount >= 0 for year in found.years for amount in (year.obligation, year.realised, year.expected))
    assert all(not year.realised for year in found.years if year.year > on.year)
    assert all(not year.expected for year in found.years if year.year < on.year)


@settings(max_examples=50, deadline=None)
@given(st.lists(a_contract(), max_size=3))
def test_contracts_add_up(made: Sequence[tuple[Progress, date]]) -> None:
    every = [one for one, _ in made]
    on = date(2026, 1, 1)
    one_by_one = [sums(years([one], on).years) for one in every]
    together = sums(years(every, on).years)
    assert together == tuple(sum((row[place] for row in one_by_one), Decimal(0)) for place in range(3))


def sums(found: Sequence[Any]) -> tuple[Decimal, ...]:
    return tuple(
        sum((getattr(year, name) for year in found), Decimal(0)) for name in ("obligation", "realised", "expected")
    )


@pytest.mark.parametrize("end", [date(2025, 12, 31), date(2026, 1, 1)])
def test_the_years_end_with_the_term(end: date) -> None:
    assert of(contract={**TERM, "end": end})[-1][0] == end.year
