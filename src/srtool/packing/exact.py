"""Every way to divide a few items, by the best that can be made of each subset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from srtool.packing.item import Item, Members, alone

UP_TO = 11
"""Items; the work triples with each one."""


def divide(items: Sequence[Item], target: int, *, fewest: bool) -> list[Members]:
    """The bundles that cover the most; of these the most, or the fewest; of these the smallest spread of starts."""
    size = 1 << len(items)
    weights, spreads = _subsets(items, target)
    one = -1 if fewest else 1
    best = [(0, 0, 0)] * size
    choice = [0] * size
    for subset in range(1, size):
        first = subset & -subset
        rest = subset ^ first
        best[subset] = best[rest]
        others = rest
        while others:
            bundle = others | first
            if spreads[bundle] >= 0:
                covered, count, nearness = best[rest ^ others]
                worth = (covered + weights[bundle], count + one, nearness - spreads[bundle])
                if worth > best[subset]:
                    best[subset], choice[subset] = worth, bundle
            others = (others - 1) & rest
    return list(_chosen(choice, size - 1))


def _subsets(items: Sequence[Item], target: int) -> tuple[list[int], list[int]]:
    """Per subset its weight, and the spread of its starts where it is a bundle, else -1."""
    singles = [alone(item) for item in items]
    wholes = [singles[0]] * (1 << len(items))
    weights, spreads = [0], [-1]
    for subset in range(1, len(wholes)):
        position = (subset & -subset).bit_length() - 1
        rest = subset & (subset - 1)
        weights.append(weights[rest] + items[position].weight)
        wholes[subset] = wholes[rest].plus(items[position]) if rest else singles[position]
        good = rest and weights[subset] >= target and wholes[subset].hangs_together
        spreads.append(wholes[subset].spread if good else -1)
    return weights, spreads


def _chosen(choice: Sequence[int], subset: int) -> Iterator[Members]:
    while subset:
        bundle = choice[subset]
        if bundle:
            yield tuple(n for n in range(bundle.bit_length()) if bundle >> n & 1)
            subset ^= bundle
        else:
            subset &= subset - 1
