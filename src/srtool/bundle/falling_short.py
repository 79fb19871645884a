"""What is not enough: which contracts hang together, what is missing, and what would close the gap."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from srtool.bundle.amounts import parts_of, total
from srtool.bundle.candidates import Candidate, Grouping, item_of
from srtool.bundle.proposal import Nearby, Shortfall
from srtool.contract.obligation import is_reached
from srtool.finding import Answer
from srtool.money import from_cents
from srtool.packing.item import fits, together
from srtool.rules.ruleset import Threshold

_MOST_NEARBY = 3
_TRIED = 50
"""Groups that have enough are tried, the smallest first, until so many."""
_DIVISION = 2


def shortfalls(left: Sequence[Sequence[Candidate]], grouping: Grouping) -> tuple[Shortfall, ...]:
    """One for each set of contracts that hang together; `left` holds those of each group that are in no bundle."""
    shortfalls = [(clique, _shortfall(clique)) for group in left for clique in _cliques(group)]
    near = _Near([clique for clique, _ in shortfalls])
    other = _OtherKind([one for group in left for one in group], grouping)
    return tuple(
        replace(short, nearby=tuple(near.of(clique)), other_kind=tuple(other.of(clique)))
        for clique, short in shortfalls
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
        short_term=bool(missing) and not _long_enough(clique, group.threshold),
        readings=tuple(
            reading for reading, _ in clique[0].case.assessment.readings if missing and _enough(clique, reading)
        ),
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
        and _long_enough(clique, reading)
    )


def _long_enough(clique: Sequence[Candidate], threshold: Threshold) -> bool:
    """Whether the terms together reach the minimum term of this reading."""
    least = threshold.min_months or 0
    return together(item_of(one.case, least, one.window, 1) for one in clique).hangs_together


class _Near:
    """What falls short as well and looks alike: the same CPV group in another unit, or the same division."""

    def __init__(self, cliques: Sequence[Sequence[Candidate]]) -> None:
        self._by: dict[object, list[tuple[int, str, Sequence[Candidate]]]] = defaultdict(list)
        for clique in cliques:
            cents = sum(one.item.weight for one in clique)
            for key in _likeness(clique):
                self._by[key].append((cents, clique[0].id, clique))
        for of in self._by.values():
            of.sort(key=lambda one: one[:2])

    def of(self, clique: Sequence[Candidate]) -> Iterator[Nearby]:
        """The groups that would close the gap, the one that comes closest first."""
        group = clique[0].group
        missing = group.target - sum(one.item.weight for one in clique)
        for key in _likeness(clique) if missing > 0 else ():
            several = self._by[key]
            first = bisect_left(several, missing, key=lambda one: one[0])
            enough = (
                Nearby(other[0].group, tuple(one.id for one in other), from_cents(cents))
                for cents, _, other in several[first : first + _TRIED]
                if other[0].group != group and fits([one.item for one in (*clique, *other)], group.target)
            )
            yield from islice(enough, _MOST_NEARBY)


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
        for candidate in candidates:
            if candidate.case.contract.supplier:
                self._by[self._key(candidate)].append(candidate)

    def of(self, clique: Sequence[Candidate]) -> list[str]:
        """Their ids, in order."""
        bundle = clique[0].group.bundle
        keys = dict.fromkeys(self._key(one) for one in clique if one.case.contract.supplier)
        return sorted({one.id for key in keys for one in self._by[key] if one.group.bundle != bundle})

    def _key(self, candidate: Candidate) -> object:
        return (
            self._grouping.supplier(candidate.case.contract),
            candidate.group.kind,
            candidate.group.authority,
            candidate.group.rule_set,
        )
