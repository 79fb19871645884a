from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from srtool.portfolio.monitoring import Monitoring, monitor
from srtool.portfolio.people import People, people
from srtool.portfolio.suppression import shielded
from srtool.progress.standing import Progress
from srtool.register.model import Effort, Target
from srtool.views.monitor.people import people_lines, target_line
from tests.support.followed_contracts import ON, a_contact, a_progress, placed

IN_REGISTER: dict[str, Any] = {"jobs_register": True, "hours_per_week": Decimal("25.5")}


def who(*efforts: Effort) -> People:
    return people([a_progress(efforts=efforts)], ON)


def many(count: int, **more: Any) -> list[Effort]:  # noqa: ANN401 - fields of an effort
    return [placed(f"{more.get('tag', '')}{n}", **{k: v for k, v in more.items() if k != "tag"}) for n in range(count)]


def of(efforts: Sequence[Effort], targets: Sequence[Target] = (), **contract: Any) -> Monitoring:  # noqa: ANN401 - fields
    return monitor([a_progress(efforts=efforts, contract=dict(contract))], targets, ON)


@pytest.mark.parametrize(
    ("effort", "after_12", "undated"),
    [
        (placed("1"), 1, 0),
        (placed("1", outcome="left"), 0, 1),
        (placed("1", outcome="left", end=date(2026, 3, 1)), 1, 0),
        (placed("1", outcome="left", end=date(2025, 8, 1)), 0, 0),
        (placed("1", outcome="stayed", end=date(2025, 8, 1)), 1, 0),
        (placed("1", end=date(2025, 8, 1)), 0, 0),
    ],
)
def test_who_is_still_at_work(effort: Effort, after_12: int, undated: int) -> None:
    found = who(effort)
    assert (found.after_12, found.left_undated) == ((after_12, 1), undated)


def test_the_ladder_goes_by_time_over_contracts() -> None:
    later = placed("1", date(2026, 1, 1), ladder_start=3, ladder_now=5)
    first = replace(placed("2", date(2025, 1, 1), ladder_start=1, ladder_now=3), person="P1")
    assert people([a_progress(efforts=[later]), a_progress(efforts=[first])], ON).steps_grown == 4


def test_full_time_without_hours_is_counted_and_not_guessed() -> None:
    found = who(placed("1", **IN_REGISTER), placed("2", full_time=True, jobs_register=True))
    assert [found.jobs.number, found.jobs.without_hours] == [Decimal(1), 1]
    said = people_lines(of([placed("2", full_time=True, jobs_register=True)]), "en", internal=True)
    assert "1 person in the jobs register without hours: not in that number of jobs" in said


def test_claimed_counts_and_both_numbers_are_said() -> None:
    found = who(placed("1", **IN_REGISTER), placed("2", status="claimed", **IN_REGISTER))
    assert (found.placed, found.confirmed, found.claimed) == (2, 1, 1)
    assert [found.jobs.number, found.jobs.confirmed] == [Decimal(2), Decimal(1)]


def test_a_target_counts_what_its_authority_has() -> None:
    ours = a_progress(efforts=many(2, **IN_REGISTER), contract={"authority": " Gemeente A"})
    theirs = a_progress(efforts=many(3, tag="b", **IN_REGISTER), contract={"authority": "Gemeente B", "id": "B"})
    targets = (Target("a", Decimal(5), authority="gemeente a"), Target("all", Decimal(5)))
    a, everybody = monitor([ours, theirs], targets, ON).targets
    assert [one.jobs.number if one.jobs else None for one in (a, everybody)] == [2, 5]
    assert [a.open, everybody.open] == [Decimal(3), Decimal(0)]


def test_a_closed_target_has_no_figure_of_today() -> None:
    (closed,) = of(many(1, **IN_REGISTER), [Target("t", Decimal(5), until=date(2023, 12, 31))]).targets
    assert (closed.jobs, closed.open, closed.closed) == (None, None, True)
    assert "1.00" not in target_line(closed, "en")


def test_of_fewer_than_five_nothing_is_passed_on() -> None:
    found = shielded(of(many(4, **IN_REGISTER), [Target("t", Decimal(5))]))
    assert found.people.placed is None
    assert found.people.after_6 == (None, None)
    assert (found.people.jobs.number, found.targets[0].open) == (None, None)
    assert people_lines(found, "nl", internal=False) == [
        "De cijfers zijn weggelaten: minder dan 5 mensen geplaatst, of naast andere cijfers gaan ze daarover."
    ]
    assert "(not shown) of 5 jobs" in target_line(found.targets[0], "en")


@pytest.mark.parametrize(("permanent", "shown"), [(4, None), (5, 5), (7, 7), (8, None), (12, None)])
def test_a_part_is_passed_on_when_neither_it_nor_the_rest_is_few(permanent: int, shown: int | None) -> None:
    efforts = [*many(permanent, employment="permanent"), *many(12 - permanent, tag="t", employment="temporary")]
    found = shielded(of(efforts)).people
    assert (found.placed, found.permanent) == (12, shown)


def test_a_few_jobs_beside_many_people_are_left_out() -> None:
    found = shielded(of([*many(4, **IN_REGISTER), *many(10, tag="t")])).people
    assert (found.placed, found.in_register, found.jobs.number) == (14, None, None)
    found = shielded(of([*many(6, **IN_REGISTER), *many(10, tag="t")])).people
    assert [found.in_register, found.jobs.number] == [6, Decimal(6)]


def test_a_target_that_leaves_few_others_is_left_out() -> None:
    ours = a_progress(efforts=many(6, **IN_REGISTER), contract={"authority": "A"})
    theirs = a_progress(efforts=many(3, tag="b", **IN_REGISTER), contract={"authority": "B", "id": "B"})
    targets = (Target("a", Decimal(9), authority="A"), Target("all", Decimal(9)))
    a, everybody = shielded(monitor([ours, theirs], targets, ON)).targets
    assert [one.jobs.number if one.jobs else None for one in (a, everybody)] == [None, 9]


def test_what_several_targets_leave_over_is_not_few() -> None:
    sizes = {"A": 7, "B": 6, "C": 3}
    contracts = [
        a_progress(efforts=many(size, tag=name, **IN_REGISTER), contract={"authority": name, "id": name})
        for name, size in sizes.items()
    ]
    targets = tuple(Target(name, Decimal(9), authority=name) for name in sizes)
    shown = shielded(monitor(contracts, targets, ON)).targets
    assert [one.jobs.number if one.jobs else None for one in shown] == [7, None, None]


def test_nobody_placed_needs_no_shield() -> None:
    found = of([])
    assert shielded(found) == found
    assert people_lines(found, "en", internal=True) == []


def named(cause: str, on: date = date(2026, 5, 1), contract: str = "A", owed: int | None = 20_000) -> Progress:
    return a_progress(owed=owed, contacts=[a_contact(on, cause=cause)], contract={"id": contract, "category": "X"})


def test_causes_count_up_to_the_day_whatever_their_spelling() -> None:
    found = [named(" No_Checks"), named("no_checks", contract="B"), named("selection", date(2026, 6, 2), "C")]
    assert [(one.code, one.contracts) for one in monitor(found, (), ON).causes] == [("no_checks", 2)]


def test_a_category_sums_what_has_an_amount() -> None:
    found = [named("other"), named("other", contract="B", owed=None)]
    (category,) = monitor(found, (), ON).categories
    assert [category.contracts, category.unknown, category.owed.known, category.owed.whole] == [2, 1, 20_000, None]
    (category,) = monitor(found[1:], (), ON).categories
    assert [category.owed.known, category.confirmed.whole, category.expected.whole] == [None, 0, 0]
