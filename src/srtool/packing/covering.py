"""How many bundles of at least a target do weights make? Bin covering: a plan, and a bound that no plan can pass.

Weights and targets are whole numbers (cents); every weight is above zero and below the target, so that a bundle has at
least two. The work is counted in steps, never in seconds: the same weights give the same plan on every machine.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from random import Random

Bundle = tuple[int, ...]
"""The weights of one bundle, the largest first."""

_SEARCH_UP_TO = 100
_SEARCH_STEPS = 60_000
_PAIRS_UP_TO = 3_000
_DIVISORS = range(1, 61)
_ROUNDS, _ROUND_STEPS = 400, 1_500
_SEED = 20261122


def cover(weights: Sequence[int], target: int) -> tuple[list[Bundle], int]:
    """Disjoint bundles of at least the target, and the number that no choice can exceed; the two are often equal."""
    fixed, rest = reduce(weights, target)
    most = bound(rest, target)
    found: list[Bundle] = max((way(rest, target) for way in WAYS), key=len)
    if len(found) < most and len(rest) <= _SEARCH_UP_TO:
        better, finished = _search_up(rest, target, len(found), most)
        found = better or found
        most = len(found) if finished else most
    if len(found) < most:
        found = _rebuilt(found, rest, target, most)
    return fixed + found, len(fixed) + most


def next_fit(weights: Sequence[int], target: int) -> list[Bundle]:
    """Largest first, each bundle closed as soon as it reaches the target: the simple rule, as a yardstick."""
    bundles, open_one, total = [], [], 0
    for weight in sorted(weights, reverse=True):
        open_one.append(weight)
        total += weight
        if total >= target:
            bundles.append(tuple(open_one))
            open_one, total = [], 0
    return bundles


def bound(weights: Sequence[int], target: int) -> int:
    """No choice gives more bundles: by the sum, by rounding up (dual feasible functions) and by counting pairs."""
    pairs = _most_pairs(sorted(weights, reverse=True), target)
    by_pairs = pairs + (len(weights) - 2 * pairs) // 3
    return min(by_pairs, *(sum(values) // need for values, need in measures(weights, target)))


def measures(weights: Sequence[int], target: int) -> Iterator[tuple[list[int], int]]:
    """Other values for the weights, with what every bundle has of them; first the weights and the target themselves."""
    yield [*weights], target
    # A sum above target - 1 is one above m of its m-th parts, so that the parts rounded up are at least m + 1.
    scale = target - 1
    if scale:
        yield from (([-(-m * w // scale) for w in weights], m + 1) for m in _DIVISORS)


def reduce(weights: Sequence[int], target: int) -> tuple[list[Bundle], list[int]]:
    """Pairs that some best plan holds (Labbé, Laporte and Martello 1995), and the weights left, the largest first."""
    bundles: list[Bundle] = []
    rest = sorted(weights, reverse=True)
    while True:
        first, last = 0, len(rest) - 1
        while first < last and rest[first] + rest[last] >= target:
            bundles.append((rest[first], rest[last]))
            first, last = first + 1, last - 1
        rest = rest[first : last + 1]
        exact = _exact_pair(rest, target)
        if exact is None:
            return bundles, rest
        bundles.append(exact)
        for weight in exact:
            rest.remove(weight)


def _exact_pair(largest_first: Sequence[int], target: int) -> Bundle | None:
    """Two weights that make the target to the cent."""
    first, last = 0, len(largest_first) - 1
    while first < last:
        total = largest_first[first] + largest_first[last]
        if total == target:
            return largest_first[first], largest_first[last]
        first, last = (first + 1, last) if total > target else (first, last - 1)
    return None


def _most_pairs(largest_first: Sequence[int], target: int) -> int:
    pairs, first, last = 0, 0, len(largest_first) - 1
    while first < last:
        if largest_first[first] + largest_first[last] >= target:
            pairs, first = pairs + 1, first + 1
        last -= 1
    return pairs


def _least_overshoot(largest_first: Sequence[int], target: int) -> list[Bundle]:
    """The largest, filled up with large ones, closed by the one or two that overshoot least."""
    rest = sorted(largest_first)
    bundles: list[Bundle] = []
    total = sum(rest)
    while total >= target:
        bundle = [rest.pop()]
        gap = target - bundle[0]
        while gap > 0:
            closing = _closing(rest, gap)
            if not closing:
                bundle.append(rest.pop())
                gap -= bundle[-1]
                continue
            bundle.extend(rest.pop(position) for position in sorted(closing, reverse=True))
            gap = 0
        total -= sum(bundle)
        bundles.append(tuple(bundle))
    return bundles


def _closing(smallest_first: Sequence[int], gap: int) -> tuple[int, ...]:
    """The positions of the one or two that fill the gap with the least overshoot; none when one must be added first."""
    one = bisect_left(smallest_first, gap)
    best: tuple[int, tuple[int, ...]] = (gap, ())
    if one < len(smallest_first):
        best = (smallest_first[one] - gap, (one,))
    if len(smallest_first) <= _PAIRS_UP_TO:
        low, high = 0, len(smallest_first) - 1
        while low < high:
            over = smallest_first[low] + smallest_first[high] - gap
            if over < 0:
                low += 1
                continue
            if over < best[0]:
                best = (over, (low, high))
            high -= 1
    return best[1]


def _pairs_first(largest_first: Sequence[int], target: int) -> list[Bundle]:
    """As many pairs as there are, each with the smallest partner that will do; what is left by least overshoot."""
    bundles: list[Bundle] = []
    rest: list[int] = []
    smallest_first = list(reversed(largest_first))
    for weight in largest_first:
        if not smallest_first or smallest_first[-1] != weight:
            continue  # it is a partner already
        smallest_first.pop()
        partner = bisect_left(smallest_first, target - weight)
        if partner < len(smallest_first):
            bundles.append((weight, smallest_first.pop(partner)))
        else:
            rest.append(weight)
    return bundles + _least_overshoot(rest, target)


def _large_with_small(largest_first: Sequence[int], target: int) -> list[Bundle]:
    """The largest, filled up with the smallest (after Csirik, Frenk, Labbé and Zhang 1999)."""
    bundles: list[Bundle] = []
    first, last = 0, len(largest_first) - 1
    while first < last:
        bundle, total, small = [largest_first[first]], largest_first[first], last
        while small > first and total < target:
            bundle.append(largest_first[small])
            total += largest_first[small]
            small -= 1
        if total < target:
            break
        bundles.append(tuple(bundle))
        first, last = first + 1, small
    return bundles


WAYS: tuple[Callable[[Sequence[int], int], list[Bundle]], ...] = (
    _least_overshoot,
    _pairs_first,
    _large_with_small,
    next_fit,
)


def _search_up(rest: Sequence[int], target: int, found: int, most: int) -> tuple[list[Bundle] | None, bool]:
    """One bundle more at a time until there is none, or until the steps are used up; True when it is settled."""
    best: list[Bundle] | None = None
    for wanted in range(found + 1, most + 1):
        search = _Search(target, _SEARCH_STEPS)
        plan = search.plan(tuple(rest), wanted)
        if plan is None:
            return best, search.steps > 0
        best = plan
    return best, True


class _Search:
    """Bin completion (Fukunaga and Korf 2007): the largest weight is in some best plan; try what completes it."""

    def __init__(self, target: int, steps: int) -> None:
        self.target = target
        self.steps = steps

    def plan(self, largest_first: Bundle, wanted: int) -> list[Bundle] | None:
        """So many bundles out of these weights; None when there are none, or when the steps are used up."""
        if wanted == 0:
            return []
        spare = sum(largest_first) - wanted * self.target
        if spare < 0 or len(largest_first) < 2 * wanted:
            return None
        for positions in self._completions(largest_first, spare):
            taken = {0, *positions}
            after = self.plan(tuple(w for n, w in enumerate(largest_first) if n not in taken), wanted - 1)
            if after is not None:
                return [tuple(largest_first[n] for n in sorted(taken)), *after]
            if self.steps <= 0:
                return None
        return None

    def _completions(self, largest_first: Bundle, spare: int) -> Iterator[tuple[int, ...]]:
        """What closes a bundle with the first weight: no needless one, and no more overshoot than is spare."""
        left = [*reversed([0, *accumulate(reversed(largest_first))])]
        return self._extended(largest_first, left, spare, self.target - largest_first[0], ())

    def _extended(
        self, largest_first: Bundle, left: Sequence[int], spare: int, gap: int, chosen: tuple[int, ...]
    ) -> Iterator[tuple[int, ...]]:
        """What closes the gap after the chosen; `left` is the sum from each position on."""
        # A method and not a closure, which would hold itself: nothing collects such cycles while the program runs.
        self.steps -= 1
        since = chosen[-1] + 1 if chosen else 1
        if self.steps <= 0 or left[since] < gap:
            return
        # Of all that close the bundle the smallest leaves the most for the others.
        closing = bisect_left(largest_first, -gap + 1, since, key=lambda weight: -weight) - 1
        if closing >= since and largest_first[closing] - gap <= spare:
            yield (*chosen, closing)
        before = None
        for position in range(closing + 1, len(largest_first)):
            weight = largest_first[position]
            if weight != before:
                yield from self._extended(largest_first, left, spare, gap - weight, (*chosen, position))
            before = weight


def _rebuilt(bundles: list[Bundle], weights: Sequence[int], target: int, most: int) -> list[Bundle]:
    """A few bundles and what is over, taken apart and made into one more, as often as that works out."""
    chance = Random(_SEED)  # noqa: S311 - no secret: only to try other neighbours each time
    found = [*bundles]
    over = _left_over(weights, found)
    for _ in range(_ROUNDS):
        if len(found) >= most or len(found) < 2:
            break
        chosen = chance.sample(range(len(found)), min(len(found), chance.randint(2, 5)))
        parts = sorted((*over, *(w for n in chosen for w in found[n])), reverse=True)
        if sum(parts) < (len(chosen) + 1) * target:
            continue
        plan = _Search(target, _ROUND_STEPS).plan(tuple(parts), len(chosen) + 1)
        if plan is not None:
            found = [bundle for n, bundle in enumerate(found) if n not in chosen] + plan
            over = _left_over(weights, found)
    return found


def _left_over(weights: Sequence[int], bundles: Sequence[Bundle]) -> list[int]:
    left = sorted(weights)
    for bundle in bundles:
        for weight in bundle:
            left.pop(bisect_left(left, weight))
    return left
