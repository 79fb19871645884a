"""Two figures that are both passed on tell nothing of fewer than five people: neither does their difference."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from srtool.portfolio.monitoring import monitor
from srtool.portfolio.part_of_people import part_of_people
from srtool.portfolio.people import People
from srtool.portfolio.suppression import hidden_places, shielded
from srtool.progress.standing import Progress
from srtool.register.model import Effort, Target
from tests.support.followed_contracts import ON, a_progress, placed

AT_WORK: dict[str, Any] = {"jobs_register": True, "hours_per_week": Decimal(24), "employment": "permanent"}


def workers(count: int, tag: str = "", **more: Any) -> list[Effort]:  # noqa: ANN401 - fields
    return [placed(f"{tag}{number}", **{**AT_WORK, **more}) for number in range(count)]


def contract(name: str, count: int) -> Progress:
    return a_progress(efforts=workers(count, name), contract={"id": name})


def of_first(*contracts: Progress) -> People:
    return part_of_people(contracts[0], contracts[1:], ON)


@pytest.mark.parametrize(("claiming", "shown"), [(0, True), (1, False), (4, False), (5, True)])
def test_hours_claimed_beside_confirmed_ones_of_the_same_few_people(claiming: int, shown: bool) -> None:  # noqa: FBT001
    extra = [placed(f"x{n}", person=f"P{n}", status="claimed", **AT_WORK) for n in range(claiming)]
    jobs = shielded(monitor([a_progress(efforts=[*workers(15), *extra])], (), ON)).people.jobs
    assert jobs.number is not None
    assert (jobs.confirmed is not None) is shown


@pytest.mark.parametrize(("elsewhere", "shown"), [(0, True), (1, False), (4, False), (5, True)])
def test_a_contract_that_leaves_few_others_has_no_figures(elsewhere: int, shown: bool) -> None:  # noqa: FBT001
    told = of_first(contract("A", 14), contract("B", elsewhere))
    assert (told.placed, told.jobs.number is not None) == ((14, True) if shown else (None, False))


def test_what_the_contracts_that_are_shown_leave_over_is_not_few() -> None:
    """The whole less A and less B would be C."""
    three = [contract("A", 9), contract("B", 7), contract("C", 1)]
    shown = [of_first(one, *(other for other in three if other is not one)).placed for one in three]
    assert shown == [9, None, None]


def test_people_on_both_contracts_do_not_count_as_others() -> None:
    """Five of the six on B work on A as well, so the whole less A is one person."""
    both = [placed(f"b{n}", person=f"PA{n}", **AT_WORK) for n in range(5)]
    second = a_progress(efforts=[*both, placed("b9", **AT_WORK)], contract={"id": "B"})
    assert of_first(contract("A", 14), second).placed is None


def test_a_figure_of_few_others_is_left_out_and_the_rest_is_not() -> None:
    others = [*workers(9, "b", employment="temporary"), placed("perm", **AT_WORK)]
    told = of_first(contract("A", 14), a_progress(efforts=others, contract={"id": "B"}))
    assert (told.placed, told.permanent, told.shielded) == (14, None, True)


def test_a_contract_without_people_says_so() -> None:
    assert of_first(contract("A", 0), contract("B", 1)).placed == 0


@pytest.mark.parametrize(("before", "shown"), [(0, True), (1, False), (5, True)])
def test_the_new_jobs_of_a_target_beside_all_its_jobs(before: int, shown: bool) -> None:  # noqa: FBT001
    """People with earlier efforts beside their new ones: the hours of these follow from both figures."""
    new = workers(10, start=date(2026, 1, 1))
    old = [placed(f"old{n}", person=f"P{n}", **AT_WORK) for n in range(before)]
    (target,) = shielded(monitor([a_progress(efforts=[*new, *old])], [Target("t", Decimal(9))], ON)).targets
    assert target.pace is not None
    assert (target.pace.number is not None) is shown


def test_a_target_leaves_out_what_is_confirmed_of_few() -> None:
    extra = placed("x", person="P0", status="claimed", **AT_WORK)
    (target,) = shielded(monitor([a_progress(efforts=[*workers(15), extra])], [Target("t", Decimal(9))], ON)).targets
    assert target.jobs is not None
    assert target.jobs.number is not None
    assert target.jobs.confirmed is None


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [([], set()), ([9], set()), ([9, 1], {0, 1}), ([9, 0, 1], {0, 2}), ([9, 6, 1], {1, 2}), ([3, 2, 9], {0, 1})],
)
def test_the_smallest_others_are_hidden_with_the_few(counts: list[int], hidden: set[int]) -> None:
    assert hidden_places(counts) == hidden


def jobs_on(day: date, *efforts: Effort) -> tuple[Decimal | None, date | None]:
    """What is passed on about jobs on this day, and of which day that is."""
    jobs = shielded(monitor([a_progress(efforts=efforts, on=day)], (), day)).people.jobs
    return jobs.number, jobs.on


def test_one_person_who_leaves_does_not_show_between_two_days() -> None:
    leaving = placed("x", end=date(2026, 3, 15), **AT_WORK)
    before, after = (jobs_on(date(2026, 3, day), *workers(12), leaving) for day in (15, 16))
    assert before == after == (Decimal("12.24"), date(2025, 1, 1))


@pytest.mark.parametrize(("leaving", "jobs", "day"), [(4, "15.06", date(2025, 1, 1)), (5, "10.35", date(2026, 3, 15))])
def test_jobs_move_when_those_of_five_people_have_changed(leaving: int, jobs: str, day: date) -> None:
    """Of sixteen people these go one after another: the day after the last of them counts."""
    going = [placed(f"x{n}", end=date(2026, 3, 10 + n), **AT_WORK) for n in range(leaving)]
    assert jobs_on(date(2026, 4, 1), *workers(16 - leaving), *going) == (Decimal(jobs), day)


def test_somebody_who_comes_back_has_not_changed() -> None:
    """Away and back again: the jobs given stay those of the first day."""
    again = [placed("x", end=date(2026, 1, 31), **AT_WORK), placed("y", start=date(2026, 3, 1), person="Px", **AT_WORK)]
    assert jobs_on(date(2026, 4, 1), *workers(9), *again) == (Decimal("9.41"), date(2025, 1, 1))


def test_five_who_are_confirmed_one_by_one_show_together() -> None:
    def confirmed(count: int) -> Decimal | None:
        efforts = [placed(f"x{n}", confirmed_on=date(2026, 2, 1 + n), **AT_WORK) for n in range(5)]
        day = date(2026, 2, count)
        return shielded(monitor([a_progress(efforts=[*workers(6), *efforts], on=day)], (), day)).people.jobs.confirmed

    assert [confirmed(count) for count in (3, 4)] == [Decimal("5.65")] * 2
    assert confirmed(5) == Decimal("10.35")


def test_the_jobs_of_the_day_are_given_when_all_came_at_once() -> None:
    assert jobs_on(ON, *workers(10)) == (Decimal("9.41"), date(2025, 1, 1))
    assert jobs_on(ON, *workers(10, start=None)) == (Decimal("9.41"), None)
