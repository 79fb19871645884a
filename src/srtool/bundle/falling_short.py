"""What is not enough: which contracts hang together, what is missing, and what would close the gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from srtool.bundle.amounts import parts_of, total
from srtool.bundle.candidates import Candidate, Grouping
from srtool.bundle.proposal import Nearby, Shortfall
from srtool.finding import Answer
from srtool.money import from_cents
from srtool.obligation import is_reached
from srtool.packing.item import fits
from srtool.ruleset import Threshold

_MOST_NEARBY = 3
_DIVISION = 2


def shortfalls(left: Sequence[Sequence[Candidate]], grouping: Grouping) -> tuple[Shortfall, ...]:
    """One for each set of contracts that hang together; `left` holds those of each group that are in no bundle."""
    found = [(clique, _shortfall(clique)) for group in left for clique in _cliques(group)]
    near = _Near([clique for clique, _ in found])
    other = _OtherKind([one for group in left for one in group], grouping)
    return tuple(
        replace(short, nearby=tuple(near.of(clique)), other_kind=tuple(other.of(clique))) for clique, short in found
    )


def _cliques(group: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """The contracts whose terms all meet, by the first that ends; each contract once."""
    waiting = sorted(group, key=lambda one: (one.item.reach, one.item, one.id))
    while waiting:
        first = waiting[0].item.reach
        yield sorted((one for one in waiting if one.item.start <= first), key=lambda one: one.id)
        waiting = [one for one in waiting if one.item.start > first]


def _shortfall(clique: Sequence[Candidate]) -> Shortfall:
    group = clique[0].group
    cents = sum(one.item.weight for one in clique)
    missing = max(group.target - cents, 0)
    return Shortfall(
        group=group,
        members=tuple(one.id for one in clique),
        total=from_cents(cents),
        missing=from_cents(missing),
        reason="amount" if missing else "alone" if len(clique) == 1 else "term",
        readings=tuple(reading for reading, _ in clique[0].case.found.readings if missing and _enough(clique, reading)),
        nearby=(),
        other_kind=(),
    )


def _enough(clique: Sequence[Candidate], reading: Threshold) -> bool:
    """Whether these would be a bundle under another reading of the threshold."""
    parts = parts_of(clique, reading.basis)
    return (
        len(clique) > 1
        and parts is not None
        and clique[0].group.kind in reading.kinds
        and is_reached(reading, total(parts)) is Answer.YES
    )


class _Near:
    """What falls short as well and looks alike: the same CPV group in another unit, or the same division."""

    def __init__(self, cliques: Sequence[Sequence[Candidate]]) -> None:
        self._by: dict[object, list[Sequence[Candidate]]] = defaultdict(list)
        for clique in cliques:
            for key in _likeness(clique):
                self._by[key].append(clique)

    def of(self, clique: Sequence[Candidate]) -> Iterator[Nearby]:
        """The groups that would close the gap, the one that comes closest first."""
        group = clique[0].group
        found: dict[str, Nearby] = {}
        for key in _likeness(clique):
            for other in self._by[key]:
                both = [one.item for one in (*clique, *other)]
                if other[0].group != group and fits(both, group.target):
                    amount = from_cents(sum(one.item.weight for one in other))
                    members = tuple(one.id for one in other)
                    found.setdefault(other[0].group.name, Nearby(other[0].group, members, amount))
        yield from sorted(found.values(), key=lambda near: (near.total, near.group.name))[:_MOST_NEARBY]


def _likeness(clique: Sequence[Candidate]) -> Iterator[object]:
    """Only for drafts: who executes a running contract is settled."""
    group, contract = clique[0].group, clique[0].case.contract
    if group.bundle == "merge":
        alike = (group.kind, group.authority, group.authority_kind, group.rule_set, group.threshold)
        if contract.cpv:
            yield (*alike, "cpv", contract.cpv[:_DIVISION])
        elif contract.unit:
            yield (*alike, "unit", contract.unit)


class _OtherKind:
    """Contracts of the same supplier that are in the other kind of bundle: never mixed with these."""

    def __init__(self, candidates: Sequence[Candidate], grouping: Grouping) -> None:
        self._grouping = grouping
        self._by: dict[object, list[Candidate]] = defaultdict(list)
        for one in candidates:
            if one.case.contract.supplier:
                self._by[self._key(one)].append(one)

    def of(self, clique: Sequence[Candidate]) -> list[str]:
        """Their ids, in order."""
        bundle = clique[0].group.bundle
        keys = dict.fromkeys(self._key(one) for one in clique if one.case.contract.supplier)
        return sorted({one.id for key in keys for one in self._by[key] if one.group.bundle != bundle})

    def _key(self, one: Candidate) -> object:
        return self._grouping.supplier(one.case.contract), one.group.kind, one.group.authority, one.group.rule_set
