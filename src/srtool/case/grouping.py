"""Which contracts procurement law looks at together: lots, recurring orders, and values just below a limit.

Art. 2.14 (no splitting in order to escape the law), 2.18-2.19 (lots) and 2.21 (recurring orders) of the
Aanbestedingswet 2012. "Similar" has no number in the law: every answer here is a candidate with a question.
Amounts in euro excl. VAT.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from srtool.finding import Origin
from srtool.lazy_dataclass import dataclass
from srtool.register.model import Merge
from srtool.term import add_months

TEXTS = ("market", "own_organisation", "entrepreneur", "coherence", "lots")
"""What the officer writes before merging (art. 1.5; the risks for the entrepreneur apart after advies 673)."""
CPV_GROUP = 3
"""Digits of a CPV group."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """An amount that a value may lie close to: a European threshold, or a limit of the organisation by its name."""

    name: str | None
    amount: Decimal
    origin: Origin
    key: str = ""
    """What it is called in every year: values close to different limits are no pattern."""


class Order(NamedTuple):
    """What counts of a contract when several are looked at together; None where it is not known."""

    id: str
    stage: int
    """0 before the award, 1 from the award, 2 ended: who can still act goes first."""
    kind: str | None
    authority: str | None
    """None where the file names none: then the file is one authority."""
    unit: str | None
    """The unit that buys on its own account; None for any other, which is counted with its authority."""
    supplier: str | None
    cpv: str | None
    """The CPV group."""
    procedure_start: date | None
    placed: date | None
    """Of procedure, award and start the first that is known."""
    start: date | None
    value: Decimal | None
    limits: tuple[Boundary, ...]
    """The European thresholds that may hold for it, from low to high, then the organisation's own."""
    is_rest: bool = False
    """Whether the value is what the lots without one come to together, by the estimate of their procedure."""

    @property
    def european(self) -> Boundary | None:
        """The lowest European threshold that may hold."""
        return self.limits[0] if self.limits and self.limits[0].name is None else None


@dataclass(frozen=True, slots=True)
class Together:
    """Contracts to be looked at together, in order of time, against the limit that they reach or come close to."""

    members: tuple[Order, ...]
    limit: Boundary
    limits: tuple[tuple[str, Decimal], ...] = ()
    """The limit of each member, where they differ over the years."""
    shared: str = "cpv"
    """Of a pattern: what the members have in common, `supplier` or `cpv`."""

    @property
    def is_past(self) -> bool:
        """Whether all have ended."""
        return all(order.stage > 1 for order in self.members)

    @property
    def parts(self) -> tuple[tuple[str, Decimal], ...]:
        """The values by contract, as far as known."""
        return tuple((order.id, order.value) for order in self.members if order.value is not None)

    @property
    def total(self) -> Decimal:
        """Of the values that are known."""
        return sum((value for _, value in self.parts), Decimal(0))

    @property
    def rests(self) -> tuple[tuple[str, Decimal], ...]:
        """The parts that are what several lots come to."""
        return tuple((order.id, order.value) for order in self.members if order.value is not None and order.is_rest)

    def below(self, amount: Decimal) -> tuple[tuple[str, Decimal], ...]:
        """The parts that are smaller than this."""
        return tuple((name, value) for name, value in self.parts if value < amount)


@dataclass(frozen=True, slots=True)
class Carried:
    """Groups of contracts, each with the one contract that its finding stands with."""

    by: Mapping[str, Together] = field(default_factory=dict)
    """By the contract that carries it."""
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    """By each other member the contract where it is reported."""

    @classmethod
    def of(cls, groups: Iterable[Together]) -> Carried:
        """Each group with a carrier of its own: the first about which something can still be done; past groups go."""
        by: dict[str, Together] = {}
        elsewhere: dict[str, str] = {}
        for together in groups:
            if together.is_past:
                continue
            members = sorted(together.members, key=lambda order: order.stage)
            carrier = next((order.id for order in members if order.id not in by), members[0].id)
            by.setdefault(carrier, together)
            for order in members:
                elsewhere.setdefault(order.id, carrier)
        return cls(by, {name: carrier for name, carrier in elsewhere.items() if name not in by})


def lots(orders: Iterable[Order]) -> Iterator[Together]:
    """Lots of one kind and CPV group, of one buyer, placed on the same day, that together reach a threshold."""
    placed = (order for order in orders if order.kind and order.cpv and order.procedure_start)
    for group in _by(placed, lambda order: (_buyer(order), order.kind, order.cpv, order.procedure_start)).values():
        yield from _counted(group)


def recurring(orders: Iterable[Order], months: int) -> Iterator[Together]:
    """Services or supplies of one CPV group and buyer within so many months of a first start, over all suppliers."""
    known = (order for order in orders if order.kind in {"services", "supplies"} and order.cpv and order.start)
    for group in _by(known, lambda order: (_buyer(order), order.kind, order.cpv)).values():
        yield from _periods(sorted(group, key=lambda order: (order.start or date.max, order.id)), months)


def patterns(orders: Sequence[Order], percent: Decimal, months: int, *, european: bool) -> Iterator[Together]:
    """Contracts of one supplier or CPV group within so many months, each from this percentage of the same limit."""
    near: dict[Hashable, list[tuple[Order, Boundary]]] = defaultdict(list)
    for order in orders:
        for limit in order.limits:
            if (limit.name is None) is european and order.placed is not None and _is_near(order, limit, percent):
                near[limit.key].append((order, limit))
    for pairs in near.values():
        limits = {order.id: limit for order, limit in pairs}
        seen: set[tuple[str, ...]] = set()
        for shared, close in _alike([order for order, _ in pairs]):
            for members in _within(close, months):
                names = tuple(order.id for order in members)
                if names not in seen:
                    seen.add(names)
                    yield _pattern(members, limits, shared)


def _pattern(members: Sequence[Order], limits: Mapping[str, Boundary], shared: str) -> Together:
    amounts = tuple((order.id, limits[order.id].amount) for order in members)
    differ = len({amount for _, amount in amounts}) > 1
    return Together(tuple(members), limits[members[0].id], amounts if differ else (), shared)


def _alike(orders: Sequence[Order]) -> Iterator[tuple[str, list[Order]]]:
    """Those of one supplier, and those of one kind and CPV group, of one buyer."""
    by_supplier = _by((o for o in orders if o.supplier), lambda order: (_buyer(order), order.supplier))
    by_group = _by((o for o in orders if o.cpv), lambda order: (_buyer(order), order.kind, order.cpv))
    yield from (("supplier", group) for group in by_supplier.values())
    yield from (("cpv", group) for group in by_group.values())


def _within(group: Iterable[Order], months: int) -> Iterator[list[Order]]:
    """The largest sets of two or more of which the first and the last are within so many months."""
    ordered = sorted(group, key=_in_time)
    before = 0
    for place, order in enumerate(ordered):
        if order.placed is None:
            continue
        until = add_months(order.placed, months)
        last = place + sum(1 for other in ordered[place:] if other.placed is not None and other.placed < until)
        if last > before and last - place > 1:
            yield ordered[place:last]
        before = max(before, last)


def missing_texts(merge: Merge, characters: int) -> tuple[str, ...]:
    """Which of the five texts do not count: absent, of fewer characters, or in the words of one before."""
    seen: set[tuple[str, ...]] = set()
    missing = []
    for name in TEXTS:
        text = " ".join(str(getattr(merge, name) or "").split())
        words = tuple(re.findall(r"\w+", text.casefold()))
        if len(text) < characters or words in seen:
            missing.append(name)
        seen.add(words)
    return tuple(missing)


def _buyer(order: Order) -> tuple[str | None, str | None]:
    """Whose value is estimated: the authority as a whole, or a unit that buys on its own account."""
    return order.authority, order.unit


def _by(orders: Iterable[Order], key: Callable[[Order], Hashable]) -> dict[Hashable, list[Order]]:
    groups: dict[Hashable, list[Order]] = defaultdict(list)
    for order in orders:
        groups[key(order)].append(order)
    return groups


def _periods(group: Sequence[Order], months: int) -> Iterator[Together]:
    """Runs of so many months that reach a threshold, from the first start on.

    Where what follows a run is not enough, it is counted with the orders of the months before it as well.
    """
    starts = [order.start or date.max for order in group]
    ends = [bisect_left(starts, add_months(start, months)) for start in starts]
    amounts = [limit.amount for order in group if (limit := order.european) is not None]
    if not amounts:
        return
    # What cannot reach the lowest limit, or has nothing under the highest, need not be looked at.
    lowest, highest = min(amounts), max(amounts)
    sums = [Decimal(0), *accumulate(order.value or Decimal(0) for order in group)]
    small = [0, *accumulate(order.value is not None and order.value < highest for order in group)]
    place = 0
    while place < len(group):
        earliest = next(first for first in range(_first_with(place, ends), place + 1) if ends[first] > place)
        for first in dict.fromkeys((place, earliest)):
            last = ends[first]
            if sums[last] - sums[first] < lowest or small[last] == small[first]:
                continue
            counted = next(_counted(group[first:last]), None)
            if counted is not None:
                yield counted
                place = last
                break
        else:
            place += 1


def _first_with(place: int, ends: Sequence[int]) -> int:
    """The first of which the run goes on past this place; runs end no earlier than those before them."""
    return bisect_right(ends, place)


def _counted(group: Sequence[Order]) -> Iterator[Together]:
    """The group when it reaches a European threshold that one of its members does not reach by itself."""
    limits = [limit for order in group if (limit := order.european) is not None]
    if len(group) < 2 or not limits or not any(order.value for order in group):
        return
    limit = min(limits, key=lambda limit: limit.amount)
    values = [order.value for order in group if order.value is not None]
    if any(value < limit.amount for value in values) and sum(values) >= limit.amount:
        yield Together(tuple(sorted(group, key=_in_time)), limit)


def _is_near(order: Order, limit: Boundary, percent: Decimal) -> bool:
    if order.value is None or order.is_rest:  # a rest is the value of no contract
        return False
    return limit.amount * percent / 100 <= order.value <= limit.amount


def _in_time(order: Order) -> tuple[date, str]:
    return order.placed or date.max, order.id
