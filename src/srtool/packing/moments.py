"""Bundles by the moments at which they hang together: one at each, and how far any choice of moments could get.

The last start of a bundle is a moment that all its members share, so that only starts need to be tried.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
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
    links = [_START]
    most_before = [0]  # per link the most that a chain up to it covers
    for moment in starts:
        meets = [n for n in order if items[n].start <= moment <= items[n].reach]
        best = _best_before(_Meeting.of(moment, meets, items, weights), links, most_before, target, double=double)
        if best is not None:
            links.append(best)
            most_before.append(max(best.covered, most_before[-1]))
    last: _Link | None = max(links, key=lambda link: link[:2])
    chain: list[int] = []
    while last is not None and last is not _START:
        chain.append(last.moment)
        last = last.before
    return order, chain[::-1]


def _best_before(
    meeting: _Meeting, links: Sequence[_Link], most_before: Sequence[int], target: int, *, double: bool
) -> _Link | None:
    """The best chain that goes on at this moment; None where none can. The links are in order of time."""
    starts, weights, covers, ends, terms = meeting.starts, meeting.weights, meeting.covers, meeting.ends, meeting.terms
    last = len(starts) - 1
    if weights[last] < target or ends[last] < terms[last]:
        return None
    whole, best_covered, best_fewness = covers[last], -1, 0
    best: _Link | None = None
    new = -1  # of what meets here the last that starts after the moment before it
    for place in range(len(links) - 1, -1, -1):
        if best_covered > most_before[place] + whole:
            break  # further back there is less
        before = links[place]
        covered, fewness, moment, mass, _ = before
        while new < last and starts[new + 1] > moment:
            new += 1
        if double:
            good = before is _START or mass + (weights[new] if new >= 0 else 0) >= 2 * target
        else:
            good = new >= 0 and weights[new] >= target and ends[new] >= terms[new]
        if not good:
            continue
        covered += covers[new] if new >= 0 else 0
        if covered > best_covered or (covered == best_covered and fewness - 1 > best_fewness):
            best_covered, best_fewness, best = covered, fewness - 1, before
    return None if best is None else _Link(best_covered, best_fewness, meeting.moment, weights[last], best)


class _Meeting(NamedTuple):
    """The items that meet at a moment, the last to start first; of each and all before it what decides together."""

    moment: int
    starts: list[int]
    weights: list[int]
    """Each below the target, so that what is enough are two or more."""
    covers: list[int]
    ends: list[int]
    terms: list[int]
    """The last day of the shortest minimum term."""

    @classmethod
    def of(cls, moment: int, meets: Sequence[int], items: Sequence[Item], weights: Sequence[int]) -> _Meeting:
        last_first = [items[n] for n in reversed(meets)]
        return cls(
            moment,
            [item.start for item in last_first],
            list(accumulate(weights[n] for n in reversed(meets))),
            list(accumulate(item.weight for item in last_first)),
            list(accumulate((item.end for item in last_first), max)),
            list(accumulate((item.long_by for item in last_first), min)),
        )


class _Link(NamedTuple):
    """The best chain that ends at a moment; without `before` it is still empty."""

    covered: int
    fewness: int
    """Minus the number of moments."""
    moment: int
    mass: int
    """Of everything that meets it."""
    before: _Link | None


_START = _Link(0, 0, -1, 0, None)


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
