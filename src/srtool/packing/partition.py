"""Contracts into bundles: first the most wage sum, then the most or the fewest bundles, then starts close together.

The same items in any order give the same plan; what is proved is said, and else the bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from srtool.packing import exact, moments
from srtool.packing.covering import cover
from srtool.packing.item import Item, Members, capped, fits, together
from srtool.packing.search import Search

_cover_once = lru_cache(maxsize=8)(cover)
"""The ways to plan a group often come to the same weights one after the other."""
_ALWAYS_EXACT = 7
_SWEEP_UP_TO = 1_000
"""Items: a sweep tries what is left again at every end."""
_SEARCH_UP_TO = 200
_SEARCH_STEPS = 30_000
_ROUNDS, _ROUND_STEPS = 400, 1_000
_NEAR = 10
"""Bundles with the most to spare, out of which a few are rebuilt."""
_SEED = 20261122


@dataclass(frozen=True, slots=True)
class Partition:
    """The bundles, and how far anyone could get."""

    bundles: tuple[Members, ...]
    covered: int
    """Cents in bundles."""
    covered_bound: int
    """No plan covers more."""
    bound: int
    """No plan that covers the most has more bundles; where few are wanted: fewer."""

    @property
    def optimal(self) -> bool:
        """Whether both aims are proved."""
        return self.covered == self.covered_bound and len(self.bundles) == self.bound


def partition(items: Sequence[Item], target: int, *, fewest: bool) -> Partition:
    """The plan for these items; parts that never meet are planned apart."""
    parts = [_part(members, items, target, fewest=fewest) for members in _linked(items)]
    return Partition(
        tuple(bundle for part in parts for bundle in part.bundles),
        sum(part.covered for part in parts),
        sum(part.covered_bound for part in parts),
        sum(part.bound for part in parts),
    )


def _linked(items: Sequence[Item]) -> Iterator[Members]:
    """Items that are linked by terms that meet, in order of start; no bundle crosses from one part to another."""
    part: list[int] = []
    reach = 0
    for position in sorted(range(len(items)), key=lambda n: items[n]):
        if part and items[position].start > reach:
            yield tuple(part)
            part, reach = [], 0
        reach = max(reach, items[position].reach)
        part.append(position)
    if part:
        yield tuple(part)


def _part(members: Members, every: Sequence[Item], target: int, *, fewest: bool) -> Partition:
    items = [every[n] for n in members]
    if len(items) <= _ALWAYS_EXACT:
        return _proved(exact.divide(items, target, fewest=fewest), items, members)
    covered_bound, few = moments.bounds(items, target)
    if not covered_bound:
        return Partition((), 0, 0, 0)
    pools = [_joined(way(items, target), items, target) for way in (moments.one_each, moments.backwards)]
    plans = pools if fewest else [_split(pool, items, target) for pool in pools]
    if not fewest and len(items) <= _SWEEP_UP_TO:
        plans.append(_swept(items, target))
    best = max(plans, key=lambda plan: _worth(plan, items, fewest=fewest))
    least = few if _covered(best, items) == covered_bound else min(len(best), 1)
    bound = least if fewest else moments.most(items, target)
    if not fewest and len(best) < bound and len(items) > exact.UP_TO:
        best, bound = _raised(best, bound, items, target)
    plan = Partition(_named(best, members), _covered(best, items), covered_bound, bound)
    if not plan.optimal and len(items) <= exact.UP_TO:
        return _proved(exact.divide(items, target, fewest=fewest), items, members)
    return plan


def _proved(bundles: Sequence[Members], items: Sequence[Item], members: Members) -> Partition:
    covered = _covered(bundles, items)
    return Partition(_named(bundles, members), covered, covered, len(bundles))


def _named(bundles: Sequence[Members], members: Members) -> tuple[Members, ...]:
    return tuple(tuple(members[n] for n in bundle) for bundle in bundles)


def _covered(bundles: Sequence[Members], items: Sequence[Item]) -> int:
    return sum(items[n].weight for bundle in bundles for n in bundle)


def _worth(plan: Sequence[Members], items: Sequence[Item], *, fewest: bool) -> tuple[int, int, int]:
    count = -len(plan) if fewest else len(plan)
    return _covered(plan, items), count, -sum(together(items[n] for n in bundle).spread for bundle in plan)


def _split(pool: Sequence[Members], items: Sequence[Item], target: int) -> list[Members]:
    """Every bundle as the most that it makes; all that it held stays in one of them."""
    plan: list[Members] = []
    for bundle in pool:
        inside = [items[n] for n in bundle]
        parts = _joined(_most_of(range(len(inside)), inside, target), inside, target)
        whole = sum(map(len, parts)) == len(bundle)
        plan += [tuple(bundle[n] for n in part) for part in parts] if whole else [bundle]
    return plan


def _swept(items: Sequence[Item], target: int) -> list[Members]:
    """As many bundles as hold what ends first, then what ends first of the rest, and so on; what is left joins one."""
    waiting = sorted(range(len(items)), key=lambda n: (items[n].reach, items[n]))
    bundles: list[Members] = []
    while waiting:
        first = items[waiting[0]].reach
        alive = [n for n in waiting if items[n].start <= first]
        made = _most_of(alive, items, target)
        if len(alive) < len(waiting):
            made = [bundle for bundle in made if any(items[n].reach == first for n in bundle)]
        bundles += made
        used = {n for bundle in made for n in bundle} or {n for n in alive if items[n].reach == first}
        waiting = [n for n in waiting if n not in used]
    return _joined(bundles, items, target)


def _raised(plan: list[Members], bound: int, items: Sequence[Item], target: int) -> tuple[list[Members], int]:
    """More bundles that cover as much, or a lower bound: by a search of all, and else of a few neighbours at a time."""
    covered = _covered(plan, items)
    while len(plan) < bound and len(items) <= _SEARCH_UP_TO:
        search = Search(items, target, _SEARCH_STEPS)
        found = search.plan(len(plan) + 1)
        if found is None and search.steps > 0:
            return plan, len(plan)
        larger = _joined(found or (), items, target)
        if len(larger) <= len(plan) or _covered(larger, items) < covered:
            break
        plan = larger
    chance = Random(_SEED)  # noqa: S311 - no secret: only to try other neighbours each time
    weights = capped(items, target)
    near: dict[int, list[Members]] = {}
    for _ in range(_ROUNDS * _ROUNDS // max(len(items), _ROUNDS)):  # a round goes through all items
        if len(plan) >= bound or len(plan) < 2:
            break
        moment = max(items[n].start for n in chance.choice(plan))
        if moment not in near:
            near[moment] = _nearest(moment, plan, items, weights)
        larger = _rebuilt(plan, near[moment], items, target, chance)
        if len(larger) > len(plan) and _covered(larger, items) >= covered:
            plan, near = larger, {}
    return plan, bound


def _nearest(moment: int, plan: list[Members], items: Sequence[Item], weights: Sequence[int]) -> list[Members]:
    """The bundles that meet the moment and have the most to spare."""
    near = [bundle for bundle in plan if any(items[n].start <= moment <= items[n].reach for n in bundle)]
    near.sort(key=lambda bundle: (-sum(weights[n] for n in bundle), bundle))
    return near[:_NEAR]


def _rebuilt(
    plan: list[Members], near: Sequence[Members], items: Sequence[Item], target: int, chance: Random
) -> list[Members]:
    """A few of the bundles near each other, taken apart and made into one more; else the same plan."""
    chosen = chance.sample(near, min(len(near), chance.randint(2, 6)))
    members = [n for bundle in chosen for n in bundle]
    parts = [items[n] for n in members]
    if sum(capped(parts, target)) < (len(chosen) + 1) * target:
        return plan
    found = Search(parts, target, _ROUND_STEPS).plan(len(chosen) + 1)
    if found is None:
        return plan
    made = [tuple(members[n] for n in bundle) for bundle in found]
    return _joined([*(bundle for bundle in plan if bundle not in chosen), *made], items, target)


def _most_of(alive: Sequence[int], items: Sequence[Item], target: int) -> list[Members]:
    """The most bundles of items that all share a moment."""
    weights = capped([items[n] for n in alive], target)
    plans, _ = _cover_once(tuple(sorted(weights, reverse=True)), target)
    by_weight: dict[int, list[int]] = {}
    for n, weight in sorted(zip(alive, weights, strict=True), key=lambda pair: items[pair[0]], reverse=True):
        by_weight.setdefault(weight, []).append(n)
    bundles = [tuple(by_weight[weight].pop() for weight in plan) for plan in plans]
    return [bundle for bundle in bundles if fits([items[n] for n in bundle], target)]


def _joined(bundles: Sequence[Members], items: Sequence[Item], target: int) -> list[Members]:
    """The groups that are bundles, with everything else that can join one: there where the starts stay closest."""
    found = [list(bundle) for bundle in bundles if fits([items[n] for n in bundle], target)]
    wholes = [together(items[n] for n in bundle) for bundle in found]
    used = {n for bundle in found for n in bundle}
    for n in sorted(set(range(len(items))) - used, key=lambda n: items[n]):
        larger = [whole.plus(items[n]) for whole in wholes]
        hosts = [
            (whole.spread - before.spread, host)
            for host, (whole, before) in enumerate(zip(larger, wholes, strict=True))
            if whole.last <= whole.reach
        ]
        if hosts:
            _, host = min(hosts)
            found[host].append(n)
            wholes[host] = larger[host]
    return [tuple(sorted(bundle)) for bundle in found]
