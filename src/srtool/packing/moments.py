"""Bundles by the moments at which they hang together: one at each, and how far any choice of moments could get.

The last start of a bundle is a moment that all its members share, so that only starts need to be tried.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from srtool.packing.item import Item, Members, capped, together

_CHAINS_UP_TO = 1_500
"""Items: a chain takes their square."""


def one_each(items: Sequence[Item], target: int) -> list[Members]:
    """At most one bundle per moment; each item in the first that it meets. As much as such a plan can cover."""
    if len(items) > _CHAINS_UP_TO:
        return _at_few(items)
    order, chain = _chain(items, target, double=False)
    groups: list[Members] = []
    before = -1
    for moment in chain:
        groups.append(tuple(n for n in order if before < items[n].start <= moment <= items[n].reach))
        before = moment
    return groups


def backwards(items: Sequence[Item], target: int) -> list[Members]:
    """The same with each item in the last bundle that it meets."""
    horizon = max(item.reach for item in items)
    mirrored = [item._replace(start=horizon - item.reach, reach=horizon - item.start) for item in items]
    return one_each(mirrored, target)


def bounds(items: Sequence[Item], target: int) -> tuple[int, int]:
    """(most cents, fewest bundles with that many): no plan covers more, and none that covers that much has fewer."""
    if len(items) > _CHAINS_UP_TO:
        possible = _coverable(items, target)
        return sum(item.weight for item in possible), _apart(possible)
    _, chain = _chain(items, target, double=True)
    covered = sum(item.weight for item in items if any(item.start <= moment <= item.reach for moment in chain))
    return covered, len(chain)


def most(items: Sequence[Item], target: int) -> int:
    """No plan has more bundles, not even when weights could be divided: a sweep by the first to end."""
    coming = sorted(items, reverse=True)
    alive: list[list[int]] = []  # [reach, weight left], the first to end on top
    mass, count = 0, 0
    for last in sorted({item.reach for item in items}):
        while coming and coming[-1].start <= last:
            item = coming.pop()
            weight = min(item.weight, target - 1)
            heappush(alive, [item.reach, weight])
            mass += weight
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


def _chain(items: Sequence[Item], target: int, *, double: bool) -> tuple[list[int], list[int]]:
    """The items in order of start, and the chain of moments that meets the most weight, with the fewest moments.

    An item counts at the first moment of the chain that it meets. Each moment needs the target: of what counts there
    or, with `double`, of everything that it meets, and two moments in a row twice the target. No plan can do without
    the latter, so that such a chain bounds all plans.
    """
    order = sorted(range(len(items)), key=lambda n: items[n])
    starts = sorted({item.start for item in items})
    weights = capped(items, target)
    links: list[_Link] = []
    for moment in starts:
        meets = [n for n in order if items[n].start <= moment <= items[n].reach]
        mass = sum(weights[n] for n in meets)
        enough = _is_enough(mass, [items[n] for n in meets], target)
        best: _Link | None = None
        new: list[Item] = []
        new_mass, covered = 0, 0
        for before in (*reversed(links), _START):
            while meets and items[meets[-1]].start > before.moment:
                n = meets.pop()
                new.append(items[n])
                new_mass, covered = new_mass + weights[n], covered + items[n].weight
            if double:
                good = enough and (before is _START or before.mass + new_mass >= 2 * target)
            else:
                good = _is_enough(new_mass, new, target)
            link = _Link(before.covered + covered, before.fewness - 1, moment, mass, before)
            if good and before.counts and (best is None or link[:2] > best[:2]):
                best = link
        links.append(best or _Link(0, 0, moment, mass, None))
    last: _Link | None = max((_START, *links), key=lambda link: (link.counts, link[:2]))
    chain: list[int] = []
    while last is not None and last is not _START:
        chain.append(last.moment)
        last = last.before
    return order, chain[::-1]


class _Link(NamedTuple):
    """The best chain that ends at a moment; without `before` there is none, and it only stands in the row."""

    covered: int
    fewness: int
    """Minus the number of moments."""
    moment: int
    mass: int
    """Of everything that meets it."""
    before: _Link | None

    @property
    def counts(self) -> bool:
        return self.before is not None or self is _START


_START = _Link(0, 0, -1, 0, None)


def _is_enough(mass: int, items: Sequence[Item], target: int) -> bool:
    return mass >= target and together(items).end >= min(item.long_by for item in items)


def _at_few(items: Sequence[Item]) -> list[Members]:
    """By the fewest moments that meet every term; what does not reach the target is left."""
    groups: list[list[int]] = []
    last = -1
    for n in sorted(range(len(items)), key=lambda n: (items[n].reach, items[n])):
        if items[n].start > last:
            last = items[n].reach
            groups.append([m for m in range(len(items)) if items[m].start <= last <= items[m].reach])
    taken: set[int] = set()
    for group in groups:
        group[:] = [n for n in group if n not in taken]
        taken |= set(group)
    return [tuple(group) for group in groups]


def _coverable(items: Sequence[Item], target: int) -> list[Item]:
    """The items that share a moment with enough others; what is left out can be in no bundle."""
    weights = capped(items, target)
    changes = sorted(
        [(item.start, 0, weight) for item, weight in zip(items, weights, strict=True)]
        + [(item.reach, 1, -weight) for item, weight in zip(items, weights, strict=True)]
    )
    enough: list[int] = []
    mass = 0
    for day, _, weight in changes:
        mass += weight
        if weight > 0 and mass >= target:
            enough.append(day)
    return [item for item in items if _any_within(enough, item)]


def _any_within(days: Sequence[int], item: Item) -> bool:
    place = bisect_left(days, item.start)
    return place < len(days) and days[place] <= item.reach


def _apart(items: Sequence[Item]) -> int:
    """So many of these items that no two of them can be together."""
    count, last = 0, -1
    for item in sorted(items, key=lambda one: one.reach):
        if item.start > last:
            count, last = count + 1, item.reach
    return count
