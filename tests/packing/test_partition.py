"""Partitions with terms, against every partition that there is."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from srtool.packing import exact, partition
from srtool.packing.item import Item, fits
from srtool.packing.partition import Partition

GROUPS = 2_000
_FAR = 10_000


def _is_bundle(items: list[Item], target: int) -> bool:
    """The definition, word for word: two by two overlapping or following, and the minimum term together."""
    if len(items) < 2 or sum(item.weight for item in items) < target:
        return False
    for first in items:
        for second in items:
            if second.start > first.reach and second.start >= first.start:
                return False
    earliest = min(items, key=lambda item: item.start)
    return max(item.end for item in items) >= earliest.long_by


def _partitions(good: list[bool], weights: list[int], left: int) -> Iterator[tuple[int, int]]:
    """(covered, bundles) of every way to divide these items."""
    if not left:
        yield 0, 0
        return
    first = left & -left
    rest = left ^ first
    others = rest
    while True:
        block = others | first
        for covered, count in _partitions(good, weights, rest ^ others):
            yield (covered + weights[block], count + 1) if good[block] else (covered, count)
        if not others:
            return
        others = (others - 1) & rest


def _every(items: list[Item], target: int) -> set[tuple[int, int]]:
    blocks = [[item for n, item in enumerate(items) if block >> n & 1] for block in range(1 << len(items))]
    good = [_is_bundle(block, target) for block in blocks]
    weights = [sum(item.weight for item in block) for block in blocks]
    return set(_partitions(good, weights, (1 << len(items)) - 1))


def _group(chance: Random, size: int, target: int, *, with_terms: bool) -> list[Item]:
    window, least = chance.choice([0, 5, 12]), chance.choice([0, 0, 8])
    items = []
    for _ in range(size):
        start = chance.randint(0, 60) if with_terms else 0
        end = start + chance.randint(1, 30)
        reach = end + 1 + window if with_terms else _FAR
        heaviest = max(1, int(target * chance.choice([0.5, 1, 1.2])))
        items.append(Item(start, end, reach, start + least, chance.randint(1, heaviest)))
    return items


def _groups() -> Iterator[tuple[list[Item], int]]:
    chance = Random(20261122)
    for n in range(GROUPS):
        size = 8 + n % 2 if n % 12 == 0 else chance.randint(0, 7)
        target = chance.choice([10, 20, 37, 100])
        yield _group(chance, size, target, with_terms=n % 3 > 0), target


def _aims(plan: Partition, *, fewest: bool) -> tuple[int, int]:
    return plan.covered, -len(plan.bundles) if fewest else len(plan.bundles)


def _check(plan: Partition, items: list[Item], target: int) -> None:
    members = [n for bundle in plan.bundles for n in bundle]
    assert len(members) == len(set(members))
    for bundle in plan.bundles:
        assert _is_bundle([items[n] for n in bundle], target)
        assert fits([items[n] for n in bundle], target)
    assert plan.covered == sum(items[n].weight for n in members)


def test_small_groups_equal_brute_force_and_no_plan_passes_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    for items, target in _groups():
        every = _every(items, target)
        for fewest in (True, False):
            best = max((covered, -count if fewest else count) for covered, count in every)
            plan = partition.partition(items, target, fewest=fewest)
            _check(plan, items, target)
            assert _aims(plan, fewest=fewest) == best
            assert plan.optimal
            with monkeypatch.context() as without:  # the stages for larger groups, held against the same
                without.setattr(partition, "_ALWAYS_EXACT", 0)
                without.setattr(exact, "UP_TO", 0)
                staged = partition.partition(items, target, fewest=fewest)
            _check(staged, items, target)
            assert _aims(staged, fewest=fewest) <= best
            assert staged.covered_bound >= best[0]
            assert not staged.optimal or _aims(staged, fewest=fewest) == best
            if not fewest:
                assert staged.bound >= max(count for covered, count in every if covered == best[0])


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
