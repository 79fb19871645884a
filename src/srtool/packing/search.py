"""So many bundles with terms, or the proof that there are not so many: every choice, as far as the steps go."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from operator import add, sub

from srtool.packing.covering import measures
from srtool.packing.item import Item, Members, capped

_MEASURES = 6
_STEP = 16
"""Items that are gone through in the time of a step."""


class Search:
    """Bin completion by terms: the first to end is in a bundle with what meets its end, or in none.

    All that has started by the end of the first to end meets that day, so that any of it makes a bundle with the first,
    and from there on only the weight and the end of each matter. Of two that both close a bundle the one that is
    lighter and ends sooner is as good: where a later bundle needs it, the other can take its place. The same holds
    backwards for the last to start, which is taken where far fewer meet it. The minimum term is not looked at, so that
    the proof holds with it and a plan must still be tried against it.
    """

    def __init__(self, items: Sequence[Item], target: int, steps: int) -> None:
        self.steps = steps
        self._target = target
        self._order = sorted(range(len(items)), key=lambda n: (items[n].reach, items[n]))
        by_end = [items[n] for n in self._order]
        self._starts = [item.start for item in by_end]
        self._reaches = [item.reach for item in by_end]
        self._earliness = [-item.start for item in by_end]
        self._weights = capped(by_end, target)
        chosen = list(islice(measures(self._weights, target), _MEASURES))
        self._values = list(zip(*(values for values, _ in chosen), strict=True))
        self._needs = [need for _, need in chosen]
        self._dead: set[tuple[Members, int]] = set()

    def plan(self, wanted: int) -> list[Members] | None:
        """So many bundles; None when there are not so many or, with no steps left, when none were found."""
        self._dead.clear()
        spares = [-wanted * need for need in self._needs]
        for values in self._values:
            spares = [*map(add, spares, values)]
        found = self._plan(tuple(range(len(self._order))), wanted, spares)
        return None if found is None else [tuple(sorted(self._order[n] for n in bundle)) for bundle in found]

    def _plan(self, left: Members, wanted: int, spares: Sequence[int]) -> list[Members] | None:
        """`spares` is what is left over in each measure when all the bundles wanted are made."""
        if not wanted:
            return []
        self.steps -= 1 + len(left) // _STEP
        if min(spares) < 0 or (left, wanted) in self._dead:
            return None
        first, alive, worth = self._side(left)
        for chosen in self._completions(first, alive, worth, spares[0]):
            rest = tuple(n for n in left if n != first and n not in chosen)
            after = self._plan(rest, wanted - 1, [*map(add, self._without(spares, (first, *chosen)), self._needs)])
            if after is not None:
                return [(first, *chosen), *after]
            if self.steps <= 0:
                return None
        without = tuple(n for n in left if n != first)
        after = self._plan(without, wanted, self._without(spares, (first,)))
        if after is None and self.steps > 0:
            self._dead.add((left, wanted))
        return after

    def _without(self, spares: Sequence[int], gone: Members) -> Sequence[int]:
        for n in gone:
            spares = [*map(sub, spares, self._values[n])]
        return spares

    def _side(self, left: Members) -> tuple[int, list[int], Sequence[int]]:
        """The first to end or the last to start, the others that meet it, and how long each of them is of use."""
        first, last = left[0], max(left, key=self._starts.__getitem__)
        end, start = self._reaches[first], self._starts[last]
        forwards = [n for n in left if n != first and self._starts[n] <= end]
        backwards = [n for n in left if n != last and self._reaches[n] >= start]
        if 2 * len(backwards) < len(forwards):  # to change sides all the time finds less
            return last, backwards, self._earliness
        return first, forwards, self._reaches

    def _completions(self, first: int, alive: list[int], worth: Sequence[int], spare: int) -> Iterator[Members]:
        """What makes a bundle with the first and with no needless one."""
        alive.sort(key=lambda n: (-self._weights[n], -worth[n]))
        sums = [*reversed([0, *accumulate(self._weights[n] for n in reversed(alive))])]
        gap = self._target - self._weights[first]
        for chosen in self._extended(alive, worth, sums, spare, gap, ()):
            if sum(self._weights[alive[place]] for place in chosen) < self._target:
                yield tuple(alive[place] for place in chosen)

    def _extended(
        self, alive: Sequence[int], worth: Sequence[int], sums: Sequence[int], spare: int, gap: int, chosen: Members
    ) -> Iterator[Members]:
        """What closes the gap after the chosen places; `sums` is what is there from each place on."""
        self.steps -= 1
        since = chosen[-1] + 1 if chosen else 0
        if self.steps <= 0 or sums[since] < gap:
            return
        lighter = bisect_left(alive, -gap + 1, since, key=lambda n: -self._weights[n])
        least: int | None = None
        for place in range(lighter - 1, since - 1, -1):
            n = alive[place]
            if self._weights[n] - gap > spare:
                break
            if least is None or worth[n] < least:
                least = worth[n]
                yield (*chosen, place)
        before = None
        for place in range(lighter, len(alive)):
            n = alive[place]
            kind = self._weights[n], worth[n]
            if kind != before:
                yield from self._extended(alive, worth, sums, spare, gap - self._weights[n], (*chosen, place))
            before = kind
