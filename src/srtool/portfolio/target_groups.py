"""Realised by target group: people, efforts and euros of a building block, else of a kind of effort.

This is passed on, so no figure is shown about fewer than five people, nor one that subtraction makes into that: from
the total, from the groups that are shown, from the number of people placed, or of what is expected that which is
confirmed. A person belongs to one group, that of the first effort that names a block, with everything that he or she
did; the groups therefore add up. Groups of too few people are told together, with the smallest others where these
are still too few; so is a group of which only a few are still to start. Of what remains the euros are left out as well
where few people have brought them.

The amounts of each contract are passed on whole: they say what a supplier delivered, and of no group. The total of the
euros here is such an amount too, and is only left out where the same few people are behind all of it. Contracts
without an amount count, as they do for the people placed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.portfolio.people import has_started, person_of
from srtool.portfolio.suppression import hidden_places, is_few
from srtool.progress.dossier import Entry
from srtool.progress.entries import in_time
from srtool.progress.standing import Progress

_NOTHING = Decimal("0.00")

_COUNTED = frozenset({"confirmed", "claimed"})
_Key = tuple[str | None, str | None]
"""(block, kind): one of both."""


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """People of one building block, or efforts of one kind; None for a figure that is not passed on."""

    block: str | None
    """The id of the building block; None for efforts without one, and for several groups together."""
    label: Mapping[str, str] | None
    """What the block is called, per language."""
    kind: str | None
    """The kind of efforts without a block; None where a block says it, and for several groups together."""
    people: int | None
    """Different people; 0 for what is no person, such as a purchase."""
    efforts: int | None
    value: Decimal | None
    """Confirmed up to the day, euro excl. VAT."""
    expected: Decimal | None
    """The same with what confirmed efforts still bring."""
    shielded: bool
    """Whether one of its figures is not passed on."""


@dataclass(frozen=True, slots=True)
class TargetGroups:
    """What may be passed on about the groups of a register."""

    rows: tuple[TargetGroup, ...]
    """Those that are shown, the most euros first."""
    hidden: TargetGroup | None
    """The others together; None where there are none, or where these are too few as well."""
    total: TargetGroup
    shielded: bool
    """Whether anything is not passed on."""


@dataclass(slots=True)
class _Tally:
    """One group as it is counted; a person stands in those of one group only."""

    key: _Key = (None, None)
    label: Mapping[str, str] | None = None
    placed: set[str] = field(default_factory=set)
    brought: set[str] = field(default_factory=set)
    """Who is behind what is confirmed, and below who behind what it still brings."""
    to_bring: set[str] = field(default_factory=set)
    efforts: int = 0
    value: Decimal = _NOTHING
    expected: Decimal = _NOTHING

    def add(self, entry: Entry, person: str | None, on: date) -> None:
        """Claimed efforts count as people and efforts, only confirmed ones in euros."""
        started = has_started(entry.effort, on)
        self.efforts += started
        sure = entry.counts == "confirmed"
        value, expected = ((one.value or _NOTHING) if sure else _NOTHING for one in (entry.so_far, entry.whole))
        self.value += value
        self.expected += expected
        if person is not None:
            behind = ((self.placed, started), (self.brought, bool(value)), (self.to_bring, value != expected))
            for people, counts in behind:
                people.update({person} if counts else ())


def groups(followed: Iterable[Progress], on: date) -> TargetGroups:
    """The groups of these contracts, fit to be passed on."""
    tallies = _tallies([entry for progress in followed for entry in progress.entries if entry.counts in _COUNTED], on)
    total = _together(tallies)
    if is_few(len(total.placed)):
        return _untold(total)
    planned = {place for place, tally in enumerate(tallies) if not tally.efforts and is_few(len(tally.to_bring))}
    away = hidden_places([len(tally.placed) for tally in tallies], planned)
    apart = [tally for place, tally in enumerate(tallies) if place not in away]
    rest = [_together([tallies[place] for place in sorted(away)])] if away else []
    cells = [*apart, *rest]
    no_value = hidden_places([len(tally.brought) for tally in cells])
    no_expected = hidden_places([len(tally.to_bring) for tally in cells], no_value)
    shown = [
        _group(tally, value=place not in no_value, expected=place not in no_expected)
        for place, tally in enumerate(cells)
    ]
    value = not is_few(len(total.brought))
    # Of people who are all still to start there is nothing to say but what they will bring, where these are not few.
    tells = any(tally.efforts or place not in no_expected for place, tally in enumerate(rest, start=len(apart)))
    return TargetGroups(
        rows=tuple(sorted(shown[: len(apart)], key=_rank)),
        hidden=shown[-1] if tells else None,
        total=_group(total, value=value, expected=value and not is_few(len(total.to_bring))),
        shielded=bool(away or no_value or no_expected),
    )


def untold_groups(followed: Iterable[Progress], on: date) -> TargetGroups:
    """That something is not passed on, and nothing else."""
    entries = [entry for progress in followed for entry in progress.entries if entry.counts in _COUNTED]
    return _untold(_together(_tallies(entries, on)))


def _untold(total: _Tally) -> TargetGroups:
    return TargetGroups((), None, _group(total, people=False, value=False, expected=False), shielded=True)


def _tallies(entries: Sequence[Entry], on: date) -> list[_Tally]:
    """Each group that has something, in the order of their names."""
    homes: dict[str, tuple[tuple[bool, tuple[date, str]], _Key]] = {}
    for entry in entries:
        person, key = person_of(entry.effort), _key(entry)
        if person is not None:
            home = (key[0] is None, in_time(entry.effort)), key
            homes[person] = min(homes.get(person, home), home)
    tallies: dict[_Key, _Tally] = {}
    for entry in entries:
        person = person_of(entry.effort)
        key = _key(entry) if person is None else homes[person][1]
        tally = tallies.setdefault(key, _Tally(key))
        tally.add(entry, person, on)
        if entry.so_far.block is not None and entry.so_far.block.id == key[0]:
            label = entry.so_far.block.label
            # Rule sets may call a block differently; which name is taken may not depend on the order.
            tally.label = (
                label if tally.label is None else min(tally.label, label, key=lambda each: sorted(each.items()))
            )
    return sorted(
        (each for each in tallies.values() if each.efforts or each.expected), key=lambda each: _named(*each.key)
    )


def _key(entry: Entry) -> _Key:
    block = entry.so_far.block
    return (None, entry.effort.kind) if block is None else (block.id, None)


def _named(block: str | None, kind: str | None) -> tuple[str, str]:
    return block or "", kind or ""


def _together(tallies: Iterable[_Tally]) -> _Tally:
    whole = _Tally()
    for tally in tallies:
        whole.placed |= tally.placed
        whole.brought |= tally.brought
        whole.to_bring |= tally.to_bring
        whole.efforts += tally.efforts
        whole.value += tally.value
        whole.expected += tally.expected
    return whole


def _group(tally: _Tally, *, people: bool = True, value: bool = True, expected: bool = True) -> TargetGroup:
    return TargetGroup(
        block=tally.key[0],
        label=tally.label,
        kind=tally.key[1],
        people=len(tally.placed) if people else None,
        efforts=tally.efforts if people else None,
        value=tally.value if value else None,
        expected=tally.expected if expected else None,
        shielded=not (people and value and expected),
    )


def _rank(group: TargetGroup) -> tuple[bool, Decimal, tuple[str, str]]:
    return group.value is None, -(group.value or _NOTHING), _named(group.block, group.kind)
