"""What is passed on about target groups: the right figures, and none about fewer than five people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import chain, combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srtool.portfolio.monitoring import monitor
from srtool.portfolio.people import FEWEST, people
from srtool.portfolio.suppression import shielded
from srtool.portfolio.target_groups import TargetGroup, TargetGroups, groups
from srtool.progress.standing import Progress
from srtool.register.model import Effort
from tests.support.followed_contracts import ON, WITH_TABLE, a_progress, paid, placed

FEW = range(1, FEWEST)
# Half a year of WW at full time, 10,000 euro, of which three months are past.
HALF = {"start": date(2026, 3, 2), "end": date(2026, 9, 1), "hours_per_week": Decimal(36)}


def many(count: int, block: str | None = "ww", tag: str = "", **more: Any) -> list[Effort]:  # noqa: ANN401 - fields
    return [placed(f"{tag}{block}{n}", **{"block": block, "amount": None, **HALF, **more}) for n in range(count)]


def followed(*efforts: Effort) -> list[Progress]:
    return [a_progress(efforts=efforts, rules=WITH_TABLE)]


def of(*efforts: Effort) -> TargetGroups:
    return groups(followed(*efforts), ON)


def told(one: TargetGroup) -> tuple[str | None, int | None, int | None, str | None, str | None]:
    value, expected = (None if amount is None else str(amount) for amount in (one.value, one.expected))
    return one.block or one.kind, one.people, one.efforts, value, expected


def test_a_group_of_five_worked_by_hand() -> None:
    found = of(*many(5))
    assert [told(one) for one in found.rows] == [("ww", 5, 5, "25000.00", "50000.00")]
    assert told(found.total) == (None, 5, 5, "25000.00", "50000.00")
    assert (found.hidden, found.shielded) == (None, False)
    assert found.rows[0].label == WITH_TABLE.blocks_named("ww")[0].label


def test_claimed_people_count_and_claimed_euros_do_not() -> None:
    assert [told(one) for one in of(*many(6, status="claimed")).rows] == [("ww", 6, 6, "0.00", "0.00")]


def test_what_is_disputed_or_starts_later_is_nobody() -> None:
    later: dict[str, Any] = {"start": date(2026, 7, 1), "end": date(2026, 9, 30)}
    found = of(*many(5), *many(7, "wia", status="disputed"), *many(5, "nug", **later))
    assert [told(one)[:3] for one in found.rows] == [("ww", 5, 5), ("nug", 0, 0)]
    assert found.rows[1].expected == 5 * 1_250


def test_one_person_with_two_efforts_is_one_of_the_group_of_the_first() -> None:
    second = replace(many(1, "wia", start=date(2026, 4, 1))[0], person="Pww0")
    found = of(*many(5), second)
    assert [told(one)[:3] for one in found.rows] == [("ww", 5, 6)]


def test_an_effort_without_a_block_stands_under_its_kind() -> None:
    found = groups([a_progress(efforts=[paid(100), *many(5, None)])], ON)
    assert [told(one)[:4] for one in found.rows] == [("purchase", 0, 1, "100.00"), ("placement", 5, 5, "0.00")]


@pytest.mark.parametrize(
    ("sizes", "shown", "rest"),
    [
        ((4,), [], None),
        ((5, 5), [5, 5], None),
        ((9, 6, 4), [9], 10),  # the six go with the four, or the total would tell of these
        ((9, 6, 3, 2), [9, 6], 5),  # these are five together
        ((9, 1, 1), [], 11),
        ((2, 2), [], None),
    ],
)
def test_too_few_are_told_with_others(sizes: Sequence[int], shown: list[int], rest: int | None) -> None:
    found = of(*chain.from_iterable(many(size, block) for size, block in zip(sizes, BLOCKS, strict=False)))
    assert sorted((one.people or 0 for one in found.rows), reverse=True) == shown
    assert (found.hidden and found.hidden.people) == rest
    assert found.shielded == (len(shown) < len(sizes))


def test_of_four_people_in_all_nothing_is_passed_on_nor_what_was_bought() -> None:
    found = of(*many(4), paid(100))
    assert (found.rows, found.hidden) == ((), None)
    assert told(found.total) == (None, None, None, None, None)


def test_the_euros_of_few_among_many_are_left_out() -> None:
    found = of(*many(3), *many(5, tag="c", status="claimed"), *many(6, "wia"), *many(8, "nug"))
    by_name = {one.block: one for one in found.rows}
    assert [by_name["ww"].people, by_name["ww"].value, by_name["ww"].expected] == [8, None, None]
    assert (by_name["wia"].people, by_name["wia"].value) == (6, None)  # else the total would tell
    assert by_name["nug"].value == 8 * 1_250  # a quarter of 5,000


def test_what_few_still_bring_is_not_the_difference_of_two_figures() -> None:
    gone: dict[str, Any] = {"start": date(2025, 3, 1), "end": date(2025, 8, 31)}
    (row,) = of(*many(4), *many(6, tag="g", **gone)).rows
    assert [row.people, row.value, row.expected] == [10, 4 * 5_000 + 6 * 10_000, None]


def test_a_group_of_which_a_few_are_still_to_start_is_not_named() -> None:
    later: dict[str, Any] = {"start": date(2026, 7, 1), "end": date(2026, 9, 30)}
    found = of(*many(9), *many(2, "wia", **later))
    assert [told(one) for one in found.rows] == [("ww", 9, 9, "45000.00", None)]
    assert found.hidden is None
    assert found.shielded
    found = of(*many(9), *many(6, "nug"), *many(2, "ioaw"), *many(2, "wia", **later))
    assert [one.block for one in found.rows] == ["ww"]


STILL_TO_START: dict[str, Any] = {"start": date(2026, 7, 1), "end": date(2026, 9, 30)}


def test_what_four_people_who_are_all_still_to_start_will_bring_is_not_told() -> None:
    found = of(*many(4, **STILL_TO_START))
    assert (found.rows, found.hidden, found.shielded) == ((), None, True)
    assert told(found.total) == (None, 0, 0, "0.00", None)


def test_nor_is_it_the_difference_with_what_was_bought() -> None:
    found = of(*many(4, **STILL_TO_START), paid(100))
    assert [told(one) for one in found.rows] == [("purchase", 0, 1, "0.00", None)]
    assert told(found.total) == (None, 0, 1, "0.00", None)


def test_groups_of_few_who_are_still_to_start_are_told_together_so_that_the_total_adds_up() -> None:
    planned = (*many(4, **STILL_TO_START), *many(1, "wia", **STILL_TO_START))
    found = of(*planned)
    assert found.rows == ()
    assert found.hidden is not None
    assert told(found.hidden) == told(found.total) == (None, 0, 0, "0.00", "27500.00")
    found = of(*planned, *many(6, "nug"))
    assert [told(one) for one in found.rows] == [("nug", 6, 6, "7500.00", "15000.00")]
    assert found.hidden is not None
    assert told(found.hidden) == (None, 0, 0, "0.00", "27500.00")
    assert told(found.total) == (None, 6, 6, "7500.00", "42500.00")


def test_nobody_and_nothing() -> None:
    found = groups([], ON)
    assert (found.rows, found.hidden, found.shielded) == ((), None, False)
    assert told(found.total) == (None, 0, 0, "0.00", "0.00")


EFFORTS = st.lists(
    st.builds(
        lambda n, block, person, start, months, status: Effort(
            f"E{n}",
            "A",
            "placement" if block != "social-procurement" else "purchase",
            block=block,
            person=None if person is None else f"P{person}",
            start=start,
            end=date(start.year + months // 12, months % 12 + 1, 28) if months else None,
            hours_per_week=Decimal(36),
            status=status,
        ),
        n=st.uuids(),
        block=st.sampled_from(["ww", "wia", "nug", "banenafspraak", "social-procurement", None]),
        person=st.none() | st.integers(0, 30),
        start=st.dates(date(2025, 1, 1), date(2026, 12, 31)),
        months=st.sampled_from([0, 20, 30, 60]),
        status=st.sampled_from(["confirmed", "confirmed", "confirmed", "claimed"]),
    ),
    min_size=4,
    max_size=45,
)


BLOCKS = ("ww", "wia", "nug", "banenafspraak")
SIZED = st.lists(
    st.tuples(
        st.integers(0, 8),
        st.integers(0, 8),
        st.sampled_from(["confirmed", "claimed"]),
        st.sampled_from([date(2026, 5, 1), date(2026, 7, 1)]),
    ),
    min_size=2,
    max_size=4,
).map(
    lambda sizes: [
        effort
        for block, (size, more, status, start) in zip(BLOCKS, sizes, strict=False)
        for effort in (*many(size, block), *many(more, block, "m", status=status, start=start))
    ]
)
"""Groups of about five, of which some are sure and some are still to start."""


def subsets(cells: Sequence[TargetGroup]) -> Iterator[tuple[TargetGroup, ...]]:
    return chain.from_iterable(combinations(cells, size) for size in range(len(cells) + 1))


@settings(max_examples=250, deadline=None)
@given(EFFORTS | SIZED)
def test_nothing_that_is_shown_can_be_combined_into_few_people(efforts: list[Effort]) -> None:
    every = followed(*efforts)
    found = groups(every, ON)
    behind = Behind(every, found)
    cells = [*found.rows, *([found.hidden] if found.hidden else [])]
    passed_on = shielded(monitor(every, (), ON)).people.placed
    assert found.total.people == passed_on
    for column, measures in COLUMNS.items():
        known = [cell for cell in cells if all(getattr(cell, name) is not None for name in column)]
        told_of_all = all(getattr(found.total, name) is not None for name in column)
        for chosen in subsets(known):
            for measure in measures:
                of_chosen = behind.those(measure, chosen)
                if chosen:
                    assert len(of_chosen) not in FEW, (column, chosen)
                # The euros of all contracts stand elsewhere in the report, whether or not the total is shown here.
                if chosen or told_of_all:
                    assert len(behind.those(measure) - of_chosen) not in FEW, (column, chosen)


COLUMNS = {
    ("people",): ("placed",),
    ("efforts",): ("placed",),
    ("value",): ("brought",),
    ("expected",): ("brings",),
    ("value", "expected"): ("to_bring",),
}


class Behind:
    """Who is behind each figure, counted apart from the code: effort by effort."""

    def __init__(self, every: Sequence[Progress], found: TargetGroups) -> None:
        entries = [one for of in every for one in of.entries if one.effort.kind == "placement"]
        entries.sort(key=lambda one: (one.effort.block is None, one.effort.start, one.effort.id))
        names = {id(one): one.effort.person or one.effort.id for one in entries}
        self.home: dict[str, str | None] = {}
        self.who: dict[str, set[str]] = defaultdict(set)
        for one in entries:
            name = names[id(one)]
            self.home.setdefault(name, one.effort.block)
            value, expected = one.so_far.value or 0, one.whole.value or 0
            sure = one.counts == "confirmed"
            for measure, counts in {
                "placed": one.effort.start is not None and one.effort.start <= ON,
                "brought": sure and value,
                "brings": sure and expected,
                "to_bring": sure and value != expected,
            }.items():
                self.who[measure].update({name} if counts else ())
        self.named = {one.block for one in found.rows if one.kind != "purchase"}

    def those(self, measure: str, cells: Sequence[TargetGroup] | None = None) -> set[str]:
        """Of all, or of the groups that are shown in these cells."""
        if cells is None:
            return self.who[measure]
        shown = {one.block for one in cells if one.block is not None or one.kind == "placement"}
        rest = any(one.block is None and one.kind is None for one in cells)
        return {
            name
            for name in self.who[measure]
            if self.home[name] in shown or (rest and self.home[name] not in self.named)
        }


@settings(max_examples=100, deadline=None)
@given(EFFORTS | SIZED)
def test_the_groups_add_up_to_the_total_and_to_what_the_monitor_says(efforts: list[Effort]) -> None:
    every = followed(*efforts)
    found = groups(every, ON)
    cells = [*found.rows, *([found.hidden] if found.hidden else [])]
    if found.total.people is None:
        assert people(every, ON).placed in FEW
        return
    assert sum(one.people or 0 for one in cells) == found.total.people == people(every, ON).placed
    assert sum(one.efforts or 0 for one in cells) == found.total.efforts
    behind = Behind(every, found)
    for name, whole, measures in (
        ("value", every[0].confirmed, ("brought",)),
        ("expected", every[0].expected, ("brought", "to_bring")),
    ):
        few = any(len(behind.those(measure)) in FEW for measure in measures)
        assert getattr(found.total, name) == (None if few else whole), name
        if not few and all(getattr(one, name) is not None for one in cells):
            assert sum((getattr(one, name) for one in cells), Decimal(0)) == whole, name


@settings(max_examples=50, deadline=None)
@given(EFFORTS)
def test_the_order_changes_nothing(efforts: list[Effort]) -> None:
    assert of(*efforts) == of(*efforts[::-1])
