"""Partitions with terms, against the best of all partitions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from random import Random

import pytest

from srtool.packing import exact, partition
from srtool.packing.item import Item, fits
from srtool.packing.partition import Partition

GROUPS = 2_400
_FAR = 10_000


def _meet(first: Item, second: Item) -> bool:
    return second.start <= first.reach if first.start <= second.start else first.start <= second.reach


def _is_bundle(items: list[Item], target: int) -> bool:
    """The definition, word for word: two by two overlapping or following, and the minimum term together."""
    if len(items) < 2 or sum(item.weight for item in items) < target:
        return False
    if not all(_meet(first, second) for first, second in combinations(items, 2)):
        return False
    earliest = min(items, key=lambda item: item.start)
    return max(item.end for item in items) >= earliest.long_by


def _best(items: list[Item], target: int) -> tuple[int, int, int]:
    """(cents, most bundles, fewest bundles) of the plans that cover the most, of all plans: a table by subset."""
    weights, meets = [0], [True]
    good: list[list[int]] = [[] for _ in items]  # by the last item
    for last, item in enumerate(items):
        others = sum(1 << n for n, other in enumerate(items) if _meet(item, other))
        for rest in range(1 << last):
            weights.append(weights[rest] + item.weight)
            meets.append(meets[rest] and rest & others == rest)
            block = rest | 1 << last
            if meets[block] and weights[block] >= target:
                good[last] += [block] if _is_bundle([i for n, i in enumerate(items) if block >> n & 1], target) else []
    unit = len(items) + 1
    most, fewest = [0], [0]
    for last in range(len(items)):
        for rest in range(1 << last):
            subset = rest | 1 << last
            inside = [(subset ^ block, weights[block] * unit) for block in good[last] if block & subset == block]
            most.append(max([most[rest], *[most[other] + worth + 1 for other, worth in inside]]))
            fewest.append(max([fewest[rest], *[fewest[other] + worth - 1 for other, worth in inside]]))
    covered, count = divmod(most[-1], unit)
    return covered, count, covered * unit - fewest[-1]


def _group(chance: Random, size: int, target: int, *, with_terms: bool) -> list[Item]:
    window, least = chance.choice([0, 0, 1, 2, 3, 12]), chance.choice([0, 0, 8])
    lengths = chance.choice([(1, 30), (1, 6), (6, 48), (1, 4, 20, 48, _FAR)])
    spread = chance.choice([12, 40, 60])
    items = []
    for _ in range(size):
        start = chance.randint(0, spread) if with_terms else 0
        end = start + (chance.randint(*lengths) if len(lengths) == 2 else chance.choice(lengths))
        reach = end + 1 + window if with_terms else _FAR
        heaviest = max(1, int(target * chance.choice([0.5, 1, 1.2])))
        items.append(Item(start, end, reach, start + least, chance.randint(1, heaviest)))
    return items


def _groups() -> Iterator[tuple[list[Item], int]]:
    chance = Random(20261122)
    for n in range(GROUPS):
        size = chance.choice([8, 8, 9, 9, 10]) if n % 2 else chance.randint(0, 7)
        target = chance.choice([10, 20, 37, 100])
        yield _group(chance, size, target, with_terms=n % 6 > 0), target


def _check(plan: Partition, items: list[Item], target: int) -> None:
    members = [n for bundle in plan.bundles for n in bundle]
    assert len(members) == len(set(members))
    for bundle in plan.bundles:
        assert _is_bundle([items[n] for n in bundle], target)
        assert fits([items[n] for n in bundle], target)
    assert plan.covered == sum(items[n].weight for n in members)


@pytest.fixture
def staged(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stages for larger groups, for small ones too."""
    monkeypatch.setattr(partition, "_ALWAYS_EXACT", 0)
    monkeypatch.setattr(exact, "UP_TO", 0)


def test_small_groups_equal_brute_force() -> None:
    for n, (items, target) in enumerate(_groups()):
        if len(items) > 7 and n % 20 != 1:
            continue
        covered, most, least = _best(items, target)
        for fewest in (True, False):
            plan = partition.partition(items, target, fewest=fewest)
            _check(plan, items, target)
            assert (plan.covered, len(plan.bundles)) == (covered, least if fewest else most)
            assert plan.optimal


@pytest.mark.usefixtures("staged")
def test_no_plan_passes_a_bound() -> None:
    proved = 0
    for items, target in _groups():
        covered, most, least = _best(items, target)
        for fewest in (True, False):
            plan = partition.partition(items, target, fewest=fewest)
            _check(plan, items, target)
            assert plan.covered <= covered <= plan.covered_bound
            assert plan.bound <= least if fewest else plan.bound >= most
            assert plan.bound <= len(plan.bundles) if fewest else plan.bound >= len(plan.bundles)
            if plan.optimal:
                assert (plan.covered, len(plan.bundles)) == (covered, least if fewest else most)
            proved += plan.optimal
    assert proved > 1.8 * GROUPS


def _month(year: int, month: int) -> int:
    return date(year, month, 1).toordinal()


def _terms(*rows: tuple[tuple[int, int], tuple[int, int], int]) -> list[Item]:
    """From the first of a month to the first of a month, without a window."""
    return [
        Item(_month(*start), _month(*after) - 1, _month(*after), _month(*start), 1_000 * weight)
        for start, after, weight in rows
    ]


@pytest.mark.usefixtures("staged")
def test_a_long_term_may_serve_a_later_bundle_than_the_first_to_end() -> None:
    items = _terms(
        ((2027, 7), (2028, 1), 162),
        ((2029, 3), (2032, 3), 219),
        ((2026, 3), (2028, 3), 89),
        ((2029, 1), (2029, 7), 106),
        ((2029, 4), (2029, 10), 123),
        ((2026, 1), (2027, 1), 62),
        ((2027, 1), (2029, 1), 199),
        ((2026, 5), (2027, 5), 230),
    )
    four = [(0, 2), (1, 4), (3, 6), (5, 7)]
    assert all(fits([items[n] for n in bundle], 250_001) for bundle in four)
    plan = partition.partition(items, 250_001, fewest=False)
    assert plan.bound >= 4
    assert not plan.optimal or len(plan.bundles) == 4


@pytest.mark.parametrize("fewest", [True, False])
def test_the_order_of_the_register_does_not_matter(*, fewest: bool) -> None:
    chance = Random(7)
    for size in (6, 30, 80):
        items = [Item(*item[:4], item.weight + n) for n, item in enumerate(_group(chance, size, 100, with_terms=True))]
        found = []
        for _ in range(3):
            chance.shuffle(items)
            plan = partition.partition(items, 100, fewest=fewest)
            found.append({frozenset(items[n] for n in bundle) for bundle in plan.bundles})
        assert found[0] == found[1] == found[2]


def test_ties_go_to_starts_close_together() -> None:
    items = [Item(day, 400, _FAR, day, 6) for day in (0, 100, 1, 101)]
    plan = partition.partition(items, 10, fewest=False)
    assert set(plan.bundles) == {(0, 2), (1, 3)}


@pytest.mark.parametrize("size", [12, 30, 80])
def test_larger_groups_are_feasible_and_within_their_bounds(size: int) -> None:
    chance = Random(size)
    for _ in range(6):
        items = _group(chance, size, 100, with_terms=True)
        for fewest in (True, False):
            plan = partition.partition(items, 100, fewest=fewest)
            _check(plan, items, 100)
            assert plan.covered <= plan.covered_bound
            assert plan.bound <= len(plan.bundles) if fewest else plan.bound >= len(plan.bundles)
