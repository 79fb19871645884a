"""Bundles by the moments at which they hang together: one at each, and how far any choice of moments could get.

The last start of a bundle is a moment that all its members share, so that only starts need to be tried.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from srtool.packing.covering import bound, measures
from srtool.packing.item import Item, Members, capped

_CHAINS_UP_TO = 1_500
"""Items: a chain takes their square."""
_CUTS_UP_TO = 60


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
    """No plan has more bundles: the moments cut into stretches, and what each stretch could make by itself.

    Proof. The last start of a bundle is a moment that all its members meet and at which enough weight meets; this
    moment is in one stretch. So the bundles of a stretch are disjoint sets of items that meet the stretch, each of at
    least the target (and of at least the need in every other measure), and no more of them exist than these items
    hold. An item that meets two stretches counts in both, which only raises the sum. Every way to cut gives such a
    bound, and the least of them is taken. Where the target or more crosses a cut, the cut gains nothing.
    """
    enough = _enough(items, target)
    possible = [item for item in items if _any_within(enough, item)]
    starts = sorted(range(len(possible)), key=lambda n: possible[n].start)
    reaches = sorted(range(len(possible)), key=lambda n: possible[n].reach)
    start_days, reach_days = [possible[n].start for n in starts], [possible[n].reach for n in reaches]
    # Per cut how many items have started at the moment before it, and how many have ended by the moment after it.
    cuts = [(bisect_right(start_days, a), bisect_left(reach_days, b)) for a, b in pairwise(enough)]
    weights = capped(possible, target)
    started, ended = _running(weights, starts), _running(weights, reaches)
    light = sorted((started[a] - ended[b], a, b) for a, b in cuts if started[a] - ended[b] < target)
    cuts = [(0, 0), *sorted((a, b) for _, a, b in light[:_CUTS_UP_TO]), (len(possible), len(possible))]
    tables = [(_running(values, starts), _running(values, reaches), need) for values, need in measures(weights, target)]
    best = [0]
    for last in range(1, len(cuts)):
        best.append(
            min(
                best[first] + min((begun[cuts[last][0]] - over[cuts[first][1]]) // need for begun, over, need in tables)
                for first in range(last)
            )
        )
    return min(best[-1], bound(weights, target))


def _running(values: Sequence[int], order: Sequence[int]) -> list[int]:
    return [0, *accumulate(values[n] for n in order)]


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
    most_before: list[int] = []  # per link the most that a chain up to it covers
    for moment in starts:
        meets = [n for n in order if items[n].start <= moment <= items[n].reach]
        whole = _Mass.of(meets, items, weights)
        best: _Link | None = None
        new = _Mass()
        for place in range(len(links) - 1, -2, -1):
            before, most = (links[place], most_before[place]) if place >= 0 else (_START, 0)
            if best is not None and best.covered > most + whole.covered:
                break  # further back there is less
            while meets and items[meets[-1]].start > before.moment:
                n = meets.pop()
                new = new.plus(items[n], weights[n])
            if double:
                good = whole.is_enough(target) and (before is _START or before.mass + new.weight >= 2 * target)
            else:
                good = new.is_enough(target)
            link = _Link(before.covered + new.covered, before.fewness - 1, moment, whole.weight, before)
            if good and before.counts and (best is None or link[:2] > best[:2]):
                best = link
        links.append(best or _Link(0, 0, moment, whole.weight, None))
        most_before.append(max(links[-1].covered, most_before[-1] if most_before else 0))
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


class _Mass(NamedTuple):
    """Items that share a moment, as far as it counts whether they are enough."""

    weight: int = 0
    """With no item at or above the target, so that what is enough are two or more."""
    covered: int = 0
    end: int = 0
    long_by: int = 0

    @classmethod
    def of(cls, members: Iterable[int], items: Sequence[Item], weights: Sequence[int]) -> _Mass:
        mass = cls()
        for n in members:
            mass = mass.plus(items[n], weights[n])
        return mass

    def plus(self, item: Item, weight: int) -> _Mass:
        return _Mass(
            self.weight + weight,
            self.covered + item.weight,
            max(self.end, item.end),
            min(self.long_by, item.long_by) if self.weight else item.long_by,
        )

    def is_enough(self, target: int) -> bool:
        return self.weight >= target and self.end >= self.long_by


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
    enough = _enough(items, target)
    return [item for item in items if _any_within(enough, item)]


def _enough(items: Sequence[Item], target: int) -> list[int]:
    """The starts at which the target or more meets, in order: no bundle has its last start at another."""
    weights = capped(items, target)
    changes = sorted(
        [(item.start, 0, weight) for item, weight in zip(items, weights, strict=True)]
        + [(item.reach, 1, -weight) for item, weight in zip(items, weights, strict=True)]
    )
    days: set[int] = set()
    mass = 0
    for day, ends, weight in changes:
        mass += weight
        if not ends and mass >= target:
            days.add(day)
    return sorted(days)


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
