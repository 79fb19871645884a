"""Contracts with terms into bundles: first the most wage sum, then the most or the fewest bundles, then like starts.

A bundle has at least two members that all share a moment in which they run or may still follow, together the target,
and together the minimum term. Whole cents and days as ordinals; the same items in any order give the same plan.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

from srtool.covering import bound as most_bundles
from srtool.covering import cover

Members = tuple[int, ...]
"""Positions of the items of one bundle."""

_ALWAYS_EXACT, _EXACT = 7, 11


class Item(NamedTuple):
    """What counts of a contract; items sort by their start."""

    start: int
    end: int
    reach: int
    """The last day on which another contract may start and still follow this one."""
    long_by: int
    """The day on which a bundle that starts with this one has the minimum term."""
    weight: int
    """Its wage sum in cents, above zero."""


@dataclass(frozen=True, slots=True)
class Partition:
    """The bundles, and how far anyone could get."""

    bundles: tuple[Members, ...]
    covered: int
    """Cents in bundles."""
    covered_bound: int
    """No choice covers more."""
    bound: int
    """No choice that covers the most has more bundles; where few are wanted: fewer."""

    @property
    def optimal(self) -> bool:
        """Whether both aims are proved."""
        return self.covered == self.covered_bound and len(self.bundles) == self.bound


def partition(items: Sequence[Item], target: int, *, fewest: bool) -> Partition:
    """The plan for items of which each is in at most one bundle; parts that never meet are solved apart."""
    parts = [_part(members, items, target, fewest=fewest) for members in components(items)]
    return Partition(
        tuple(bundle for part in parts for bundle in part.bundles),
        sum(part.covered for part in parts),
        sum(part.covered_bound for part in parts),
        sum(part.bound for part in parts),
    )


def components(items: Sequence[Item]) -> Iterator[Members]:
    """Items that are linked by terms that meet, in order of start; bundles never cross from one to the other."""
    part: list[int] = []
    reach = 0
    for position in sorted(range(len(items)), key=lambda n: items[n]):
        if part and items[position].start > reach:
            yield tuple(part)
            part = []
        reach = max(reach, items[position].reach) if part else items[position].reach
        part.append(position)
    if part:
        yield tuple(part)


def fits(items: Sequence[Item], target: int) -> bool:
    """Whether these items are a bundle. Terms that two by two overlap or follow share one moment, and the reverse."""
    return len(items) > 1 and sum(item.weight for item in items) >= target and _whole(items).hangs_together


def spread(items: Sequence[Item]) -> int:
    """Days between the first and the last start."""
    whole = _whole(items)
    return whole.last - whole.first


def _part(members: Members, every: Sequence[Item], target: int, *, fewest: bool) -> Partition:
    items = [every[n] for n in members]
    most = _coverable(items, target)
    covered_bound = sum(item.weight for item in most)
    if not most:
        return Partition((), 0, 0, 0)
    if len(items) <= _ALWAYS_EXACT:
        return _named(_exact(items, target, fewest=fewest), members)
    ways = _FEW if fewest else _MANY
    best = max((way(items, target) for way in ways), key=lambda plan: _worth(plan, items, fewest=fewest))
    covered = sum(items[n].weight for bundle in best for n in bundle)
    bound = _fewest(most) if fewest else _most(items, target)
    plan = Partition(tuple(best), covered, covered_bound, bound if covered == covered_bound or not fewest else 1)
    if not plan.optimal and len(items) <= _EXACT:
        plan = _exact(items, target, fewest=fewest)
    return _named(plan, members)


def _named(plan: Partition, members: Members) -> Partition:
    bundles = tuple(tuple(members[n] for n in bundle) for bundle in plan.bundles)
    return Partition(bundles, plan.covered, plan.covered_bound, plan.bound)


def _worth(plan: Sequence[Members], items: Sequence[Item], *, fewest: bool) -> tuple[int, int, int]:
    covered = sum(items[n].weight for bundle in plan for n in bundle)
    count = -len(plan) if fewest else len(plan)
    return covered, count, -sum(spread([items[n] for n in bundle]) for bundle in plan)


def _exact(items: Sequence[Item], target: int, *, fewest: bool) -> Partition:
    """Every way to divide few items, by the best that can be made of each subset; ties by the spread of the starts."""
    size = 1 << len(items)
    weights, apart = _subsets(items, target)
    one = -1 if fewest else 1
    best: list[tuple[int, int, int]] = [(0, 0, 0)] * size
    choice = [0] * size
    for subset in range(1, size):
        first = subset & -subset
        rest = subset ^ first
        best[subset] = best[rest]
        others = rest
        while others:
            bundle = others | first
            if apart[bundle] >= 0:
                covered, count, together = best[rest ^ others]
                worth = (covered + weights[bundle], count + one, together - apart[bundle])
                if worth > best[subset]:
                    best[subset], choice[subset] = worth, bundle
            others = (others - 1) & rest
    bundles = tuple(_chosen(choice, size - 1))
    covered = best[-1][0]
    return Partition(bundles, covered, covered, len(bundles))


class _Whole(NamedTuple):
    """What decides whether a set of items is a bundle, beside its weight."""

    first: int
    last: int
    """Of the starts."""
    end: int
    reach: int
    long_by: int

    def with_(self, item: Item) -> _Whole:
        return _Whole(
            min(self.first, item.start),
            max(self.last, item.start),
            max(self.end, item.end),
            min(self.reach, item.reach),
            min(self.long_by, item.long_by),
        )

    @property
    def hangs_together(self) -> bool:
        return self.last <= self.reach and self.end >= self.long_by


def _whole(items: Sequence[Item]) -> _Whole:
    first, *others = items
    whole = _Whole(first.start, first.start, first.end, first.reach, first.long_by)
    for item in others:
        whole = whole.with_(item)
    return whole


def _subsets(items: Sequence[Item], target: int) -> tuple[list[int], list[int]]:
    """Per subset its weight, and the spread of its starts where it is a bundle, else -1."""
    singles = [_whole([item]) for item in items]
    wholes = [singles[0]] * (1 << len(items))
    weights, apart = [0], [-1]
    for subset in range(1, len(wholes)):
        position = (subset & -subset).bit_length() - 1
        rest = subset & (subset - 1)
        weights.append(weights[rest] + items[position].weight)
        wholes[subset] = whole = wholes[rest].with_(items[position]) if rest else singles[position]
        good = rest and weights[subset] >= target and whole.hangs_together
        apart.append(whole.last - whole.first if good else -1)
    return weights, apart


def _chosen(choice: Sequence[int], subset: int) -> Iterator[Members]:
    while subset:
        bundle = choice[subset]
        if not bundle:
            subset &= subset - 1
            continue
        yield tuple(n for n in range(bundle.bit_length()) if bundle >> n & 1)
        subset ^= bundle


def _capped(items: Sequence[Item], target: int) -> list[int]:
    """Weights below the target, so that none makes a bundle alone."""
    return [min(item.weight, target - 1) for item in items]


def _coverable(items: Sequence[Item], target: int) -> list[Item]:
    """The items that share a moment with enough others; what is left out can be in no bundle."""
    changes = sorted(
        [(item.start, 0, weight) for item, weight in zip(items, _capped(items, target), strict=True)]
        + [(item.reach, 1, -weight) for item, weight in zip(items, _capped(items, target), strict=True)]
    )
    moments: list[int] = []
    mass = 0
    for day, _, weight in changes:
        mass += weight
        if weight > 0 and mass >= target:
            moments.append(day)
    return [item for item in items if _any_within(moments, item)]


def _any_within(moments: Sequence[int], item: Item) -> bool:
    place = bisect_left(moments, item.start)
    return place < len(moments) and moments[place] <= item.reach


def _most(items: Sequence[Item], target: int) -> int:
    """An upper bound: the sweep by the first to end with weights that can be divided, and the bounds without terms."""
    return min(_divided(items, target), most_bundles(_capped(items, target), target))


def _divided(items: Sequence[Item], target: int) -> int:
    coming = sorted(items, key=lambda item: item.start, reverse=True)
    alive: list[list[int]] = []  # [reach, weight left], the first to end on top
    mass, count = 0, 0
    for last in sorted({item.reach for item in items}):
        while coming and coming[-1].start <= last:
            item = coming.pop()
            heappush(alive, [item.reach, min(item.weight, target - 1)])
            mass += min(item.weight, target - 1)
        while alive and alive[0][0] == last:
            if mass < target:
                mass -= heappop(alive)[1]
                continue
            count, mass, need = count + 1, mass - target, target
            while need:
                used = min(need, alive[0][1])
                need -= used
                alive[0][1] -= used
                if not alive[0][1]:
                    heappop(alive)
    return count


def _fewest(items: Sequence[Item]) -> int:
    """A lower bound: so many of these items that no two of them can be together."""
    count, last = 0, -1
    for item in sorted(items, key=lambda one: one.reach):
        if item.start > last:
            count, last = count + 1, item.reach
    return count


def _many(items: Sequence[Item], target: int) -> list[Members]:
    """As many bundles as there are at the moment in which the first term ends, and so on; what is left joins one."""
    open_ones = sorted(range(len(items)), key=lambda n: (items[n].reach, items[n].start, n))
    bundles: list[Members] = []
    while open_ones:
        last = items[open_ones[0]].reach
        alive = [n for n in open_ones if items[n].start <= last]
        made = _covered(alive, items, target, only_first=len(alive) < len(open_ones))
        bundles += made
        used = {n for bundle in made for n in bundle} or {open_ones[0]}
        open_ones = [n for n in open_ones if n not in used]
    return _joined(bundles, items)


def _at_points(items: Sequence[Item], target: int) -> list[Members]:
    """The fewest moments that meet every term, and as many bundles as there are at each."""
    groups = _few_points(items)
    return _joined([bundle for group in groups for bundle in _covered(group, items, target)], items)


def _covered(
    alive: Sequence[int], items: Sequence[Item], target: int, *, only_first: bool = False
) -> list[Members]:
    """Bundles of items that all share a moment; `only_first` keeps those that hold what ends first."""
    weights = _capped([items[n] for n in alive], target)
    plans, _ = cover(weights, target)
    by_weight: dict[int, list[int]] = {}
    for n, weight in sorted(zip(alive, weights, strict=True), key=lambda pair: items[pair[0]], reverse=True):
        by_weight.setdefault(weight, []).append(n)
    bundles = [tuple(by_weight[weight].pop() for weight in plan) for plan in plans]
    if only_first:
        first = min(items[n].reach for n in alive)
        bundles = [bundle for bundle in bundles if any(items[n].reach == first for n in bundle)]
    return [bundle for bundle in bundles if fits([items[n] for n in bundle], target)]


def _one_each(items: Sequence[Item], target: int) -> list[Members]:
    """One bundle at each of the fewest moments that meet every term."""
    bundles = [tuple(group) for group in _few_points(items)]
    return _joined([b for b in bundles if fits([items[n] for n in b], target)], items)


def _one_each_backwards(items: Sequence[Item], target: int) -> list[Members]:
    """The same, from the last term to the first."""
    horizon = max(item.reach for item in items)
    mirrored = [item._replace(start=horizon - item.reach, reach=horizon - item.start) for item in items]
    bundles = [tuple(group) for group in _few_points(mirrored)]
    return _joined([b for b in bundles if fits([items[n] for n in b], target)], items)


def _few_points(items: Sequence[Item]) -> list[list[int]]:
    """The items by the fewest moments that meet every term, each with the first such moment."""
    groups: list[list[int]] = []
    last = -1
    for n in sorted(range(len(items)), key=lambda n: (items[n].reach, items[n].start, n)):
        if items[n].start > last:
            last = items[n].reach
            groups.append([m for m in range(len(items)) if items[m].start <= last <= items[m].reach])
    taken: set[int] = set()
    for group in groups:
        group[:] = [n for n in group if n not in taken]
        taken |= set(group)
    return groups


def _joined(bundles: Sequence[Members], items: Sequence[Item]) -> list[Members]:
    """The bundles with everything that is left and can join one: there where the starts stay closest."""
    found = [list(bundle) for bundle in bundles]
    wholes = [_whole([items[n] for n in bundle]) for bundle in bundles]
    used = {n for bundle in found for n in bundle}
    for n in sorted(set(range(len(items))) - used, key=lambda n: items[n]):
        start, reach = items[n].start, items[n].reach
        hosts = [
            (max(whole.last, start) - min(whole.first, start) - whole.last + whole.first, host)
            for host, whole in enumerate(wholes)
            if max(whole.last, start) <= min(whole.reach, reach)
        ]
        if hosts:
            _, host = min(hosts)
            found[host].append(n)
            wholes[host] = wholes[host].with_(items[n])
    return [tuple(sorted(bundle)) for bundle in found]


_MANY: tuple[Callable[[Sequence[Item], int], list[Members]], ...] = (_many, _at_points)
_FEW: tuple[Callable[[Sequence[Item], int], list[Members]], ...] = (_one_each, _one_each_backwards)
