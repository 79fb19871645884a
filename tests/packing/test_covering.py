"""Bin covering against every choice, and what its bounds promise."""

from __future__ import annotations

import gc
from collections import Counter
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srtool.packing.covering import bound, cover, next_fit, reduce
from srtool.packing.item import Item
from srtool.packing.partition import partition


def _best(weights: tuple[int, ...], target: int) -> int:
    """The most bundles of all choices: every subset with the first weight, or without it."""

    @cache
    def most(left: frozenset[int]) -> int:
        if not left:
            return 0
        first, *others = sorted(left)
        found = most(left - {first})
        for choice in range(1 << len(others)):
            bundle = [first] + [n for place, n in enumerate(others) if choice >> place & 1]
            if sum(weights[n] for n in bundle) >= target:
                found = max(found, 1 + most(left - set(bundle)))
        return found

    return most(frozenset(range(len(weights))))


@given(st.integers(min_value=2, max_value=60), st.data())
def test_few_weights_are_covered_as_well_as_can_be(target: int, data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.integers(min_value=1, max_value=target - 1), max_size=7))
    bundles, most = cover(weights, target)
    assert len(bundles) == most == _best(tuple(weights), target)
    assert all(sum(bundle) >= target for bundle in bundles)
    assert not Counter(w for bundle in bundles for w in bundle) - Counter(weights)


@given(st.integers(min_value=2, max_value=60), st.data())
def test_no_choice_passes_the_bound_and_a_reduction_loses_nothing(target: int, data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.integers(min_value=1, max_value=target - 1), max_size=7))
    best = _best(tuple(weights), target)
    assert bound(weights, target) >= best
    pairs, rest = reduce(weights, target)
    assert len(pairs) + _best(tuple(rest), target) == best


@pytest.mark.parametrize("n", [50, 100, 200])
def test_realistic_wage_sums_are_proved(n: int) -> None:
    """Some seven to a bundle of above 250,000.00: lognormal, the median 27,000."""
    chance = Random(n)
    target = 25_000_001
    for _ in range(5):
        weights = [min(int(chance.lognormvariate(10.2, 0.7) * 100), target - 1) for _ in range(n)]
        bundles, most = cover(weights, target)
        assert len(bundles) == most
        assert len(bundles) >= len(next_fit(weights, target))


def test_nothing_stays_in_memory_without_the_garbage_collector() -> None:
    """The program runs with the collector off: what holds itself would stay until the end."""
    chance = Random(1)
    weights = [chance.randint(20, 240) for _ in range(40)]
    items = [Item(n, n + 20, n + 30, n + 6, weight) for n, weight in enumerate(weights)]
    collected = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        cover(weights, 251)
        partition(items, 251, fewest=False)
        assert gc.collect() == 0
    finally:
        if collected:
            gc.enable()


def test_nothing_makes_no_bundle() -> None:
    assert cover([], 10) == ([], 0)
    assert cover([9], 10) == ([], 0)
    assert cover([5, 5], 10) == ([(5, 5)], 1)
    assert cover([5, 4], 10) == ([], 0)
