"""Which contracts procurement law looks at together: lots, recurring orders, and values just below a limit.

Art. 2.14 (no splitting in order to escape the law), 2.18-2.19 (lots) and 2.21 (recurring orders) of the
Aanbestedingswet 2012. "Similar" has no number in the law: every answer here is a candidate with a question.
Amounts in euro excl. VAT.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from srtool.finding import Origin
from srtool.model import Merge, Register
from srtool.term import add_months

TEXTS = ("market", "own_organisation", "entrepreneur", "coherence", "lots")
"""What the officer writes before merging (art. 1.5; the risks for the entrepreneur apart after advies 673)."""
CPV_GROUP = 3
"""Digits of a CPV group."""


@dataclass(frozen=True, slots=True)
class Limit:
    """An amount that a value may lie close to: a European threshold, or a limit of the organisation by its name."""

    name: str | None
    amount: Decimal
    origin: Origin


@dataclass(frozen=True, slots=True)
class Order:
    """What counts of a contract when several are looked at together; None where it is not known."""

    id: str
    stage: int
    """0 before the award, 1 from the award, 2 ended: who can still act goes first."""
    kind: str | None
    authority: str | None
    unit: str | None
    supplier: str | None
    cpv: str | None
    """The CPV group."""
    procedure_start: date | None
    placed: date | None
    """Of procedure, award and start the first that is known."""
    start: date | None
    value: Decimal | None
    limits: tuple[Limit, ...]
    """The European thresholds that may hold for it, from low to high, then the organisation's own."""

    @property
    def european(self) -> Limit | None:
        """The lowest European threshold that may hold."""
        return next((limit for limit in self.limits if limit.name is None), None)


@dataclass(frozen=True, slots=True)
class Together:
    """Contracts to be looked at together, in order of time, against the limit that they reach or come close to."""

    members: tuple[Order, ...]
    limit: Limit

    @property
    def carrier(self) -> str:
        """The contract that the finding stands with: the first about which something can still be done."""
        return min(self.members, key=lambda order: order.stage).id

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

    def below(self, amount: Decimal) -> tuple[tuple[str, Decimal], ...]:
        """The parts that are smaller than this."""
        return tuple((name, value) for name, value in self.parts if value < amount)


def suppliers(register: Register) -> Mapping[str, str]:
    """Every number, alias and name in the suppliers table to the number under which the supplier is known.

    A name or alias of several suppliers says nothing.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for supplier in register.suppliers:
        for name in supplier.aliases:
            owners[name].add(supplier.id)
    own = {supplier.id: supplier.id for supplier in register.suppliers}
    own |= {alias: next(iter(ids)) for alias, ids in owners.items() if len(ids) == 1}
    names: dict[str, set[str]] = defaultdict(set)
    for supplier in register.suppliers:
        names[supplier.name].add(own[supplier.id])
    return {name: next(iter(ids)) for name, ids in names.items() if len(ids) == 1} | own


def lots(orders: Iterable[Order]) -> Iterator[Together]:
    """Lots of one kind and CPV group, of one unit, placed on the same day, that together reach a threshold."""
    placed = (order for order in orders if order.kind and order.cpv and order.procedure_start)
    for group in _by(placed, lambda order: (_buyer(order), order.kind, order.cpv, order.procedure_start)).values():
        yield from _counted(group)


def recurring(orders: Iterable[Order], months: int) -> Iterator[Together]:
    """Services or supplies of one CPV group and unit within so many months of the first start, over all suppliers."""
    known = (order for order in orders if order.kind in {"services", "supplies"} and order.cpv and order.start)
    for group in _by(known, lambda order: (_buyer(order), order.kind, order.cpv)).values():
        for period in _periods(group, months):
            yield from _counted(period)


def patterns(orders: Sequence[Order], percent: Decimal, months: int, *, european: bool) -> Iterator[Together]:
    """Contracts of one supplier or CPV group within so many months, each from this percentage of the same limit."""
    near: dict[str | None, dict[str, tuple[Order, Limit]]] = defaultdict(dict)
    for order in orders:
        for limit in order.limits:
            if (limit.name is None) is european and _is_near(order, limit, percent):
                near[limit.name].setdefault(order.id, (order, limit))
    for found in near.values():
        close = [order for order, _ in found.values()]
        for members in _components(close, list(_neighbours(close, months))):
            yield Together(members, found[members[0].id][1])


def missing_texts(merge: Merge, characters: int) -> tuple[str, ...]:
    """Which of the five texts do not count: absent, of fewer characters, or the same as one before."""
    seen: set[str] = set()
    missing = []
    for name in TEXTS:
        text = " ".join(str(getattr(merge, name) or "").split())
        if len(text) < characters or text.casefold() in seen:
            missing.append(name)
        seen.add(text.casefold())
    return tuple(missing)


def _buyer(order: Order) -> tuple[str | None, str | None]:
    return order.authority, order.unit


def _by(orders: Iterable[Order], key: Callable[[Order], Hashable]) -> dict[Hashable, list[Order]]:
    groups: dict[Hashable, list[Order]] = defaultdict(list)
    for order in orders:
        groups[key(order)].append(order)
    return groups


def _periods(group: Iterable[Order], months: int) -> Iterator[list[Order]]:
    """Runs of so many months, each from the first start that was not in the one before."""
    period: list[Order] = []
    until: date | None = None
    for order in sorted(group, key=lambda order: (order.start or date.max, order.id)):
        if order.start is None:
            continue
        if until is None or order.start >= until:
            if period:
                yield period
            period, until = [], add_months(order.start, months)
        period.append(order)
    if period:
        yield period


def _counted(group: Sequence[Order]) -> Iterator[Together]:
    """The group when it reaches a European threshold that one of its members does not reach by itself."""
    limits = [limit for order in group if (limit := order.european) is not None]
    if len(group) < 2 or not limits:
        return
    found = Together(tuple(sorted(group, key=_in_time)), min(limits, key=lambda limit: limit.amount))
    below = any(order.value is not None and order.value < found.limit.amount for order in group)
    if below and found.total >= found.limit.amount:
        yield found


def _is_near(order: Order, limit: Limit, percent: Decimal) -> bool:
    return order.value is not None and limit.amount * percent / 100 <= order.value <= limit.amount


def _neighbours(orders: Sequence[Order], months: int) -> Iterator[tuple[str, str]]:
    """Pairs next to each other in time within so many months: of one supplier, or of one kind and CPV group."""
    dated = [order for order in orders if order.placed is not None]
    by_supplier = _by((o for o in dated if o.supplier), lambda order: (order.authority, order.supplier))
    by_group = _by((o for o in dated if o.cpv), lambda order: (order.authority, order.kind, order.cpv))
    for group in (*by_supplier.values(), *by_group.values()):
        for one, other in pairwise(sorted(group, key=_in_time)):
            if one.placed and other.placed and other.placed < add_months(one.placed, months):
                yield one.id, other.id


def _components(orders: Sequence[Order], pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[Order, ...]]:
    """The orders that hang together by pairs, each group in order of time."""
    head = {order.id: order.id for order in orders}

    def top(name: str) -> str:
        while head[name] != name:
            head[name] = name = head[head[name]]
        return name

    for one, other in pairs:
        head[top(other)] = top(one)
    for group in _by(orders, lambda order: top(order.id)).values():
        if len(group) > 1:
            yield tuple(sorted(group, key=_in_time))


def _in_time(order: Order) -> tuple[date, str]:
    return order.placed or date.max, order.id
