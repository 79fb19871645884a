"""The efforts of a contract as a ledger: which of them count on a day, and for how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from srtool.contract.valuation import PERSONAL, Worth, worth
from srtool.money import quotient, to_cents
from srtool.progress.dossier import Counts, Dossier, Entry
from srtool.progress.maximum_share import fitting, within_shares
from srtool.register.model import Effort
from srtool.rules.ruleset import RuleSet
from srtool.term import add_months, days_in

_NOTHING = Decimal("0.00")
_YEAR = 12
_LEAST_HISTORY = 6


def entries(dossier: Dossier) -> Sequence[Entry]:
    """Each effort once, in order of time; what runs on counts to the end of the contract and no further.

    What the rule set counts up to a share of the obligation counts no further either.
    """
    return within_shares(_valued(dossier), dossier)


def _valued(dossier: Dossier) -> Iterator[Entry]:
    """Each effort once, in order of time, for what it counts by itself."""
    on, end = dossier.on, dossier.end
    standing = dict(_standing(dossier))
    so_far = on if end is None else min(on, end)
    for effort, places in sorted(dossier.efforts, key=lambda pair: in_time(pair[0])):
        valued = _until_the_end(effort, end)
        if dossier.rules is None:
            nothing = Worth(None, "no_rules", (), None, None, limited=False)
            yield Entry(effort, places, standing[effort.id], nothing, nothing)
            continue
        now = worth(valued, dossier.rules, places, so_far)
        is_settled = end is None or _is_settled(valued, dossier.rules, so_far, end)
        whole = now if is_settled else worth(valued, dossier.rules, places, end)
        yield Entry(effort, places, standing[effort.id], now, whole)


def _is_settled(effort: Effort, rules: RuleSet, day: date, end: date) -> bool:
    """Whether what the effort counts for does not change between the day and the end of the contract."""
    has_begun = effort.start is None or effort.start <= day
    return end <= day or (rules.counting == "costs" and has_begun)


def value_until(dossier: Dossier, entry: Entry, day: date) -> Decimal:
    """What the effort of an entry counts for up to a day and to the end of the contract; 0.00 when not known."""
    if dossier.rules is None:
        return _NOTHING
    end = dossier.end
    until = day if end is None else min(day, end)
    return (
        fitting(worth(_until_the_end(entry.effort, end), dossier.rules, entry.places, until), entry).value or _NOTHING
    )


def counts_as(effort: Effort, on: date) -> Counts:
    """How an effort counts on a day: confirmed from the day on which it was, else from that on which it was claimed."""
    if effort.status == "disputed":
        return "disputed"
    known = effort.claimed_on is None or effort.claimed_on <= on
    is_confirmed = effort.status == "confirmed" or (effort.status is None and effort.confirmed_on is not None)
    if is_confirmed and (known if effort.confirmed_on is None else effort.confirmed_on <= on):
        return "confirmed"
    return "claimed" if known else "later"


def _until_the_end(effort: Effort, end: date | None) -> Effort:
    """A person at work without an end is taken to stay until the contract ends."""
    open_ended = effort.end is None and effort.kind in PERSONAL and effort.start is not None
    if open_ended and end is not None and effort.start is not None and effort.start <= end:
        return replace(effort, end=end)
    return effort


def _standing(dossier: Dossier) -> Iterator[tuple[str, Counts]]:
    """How each effort counts; of one and its corrections the last that is confirmed stands, else the last claimed."""
    by_id = {effort.id: effort for effort, _ in dossier.efforts}
    if all(effort.corrects is None for effort in by_id.values()):
        for name, effort in by_id.items():
            yield name, counts_as(effort, dossier.on)
        return
    chains: dict[str, list[str]] = defaultdict(list)
    for name in by_id:
        chains[[*_before(name, by_id), name][0]].append(name)
    for chain in chains.values():
        # From the first on, each correction after what it corrects.
        order = sorted(chain, key=lambda name: (len(_before(name, by_id)), name))
        counts = {name: counts_as(by_id[name], dossier.on) for name in order}
        valid = [name for kind in ("confirmed", "claimed") for name in order if counts[name] == kind]
        confirmed = [name for name in order if counts[name] == "confirmed"]
        stands = (confirmed or valid or order)[-1]
        for name in order:
            replaced = len(order) > 1 and name != stands and counts[name] in {"confirmed", "claimed"}
            yield name, "corrected" if replaced else counts[name]


def _before(name: str, by_id: Mapping[str, Effort]) -> list[str]:
    """What an effort corrects, and what that corrects, the first of all first."""
    earlier: list[str] = []
    before = by_id[name].corrects
    while before is not None and before in by_id and before not in {name, *earlier}:
        earlier.insert(0, before)
        before = by_id[before].corrects
    return earlier


def total(worths: Iterable[Worth]) -> Decimal:
    """The sum of what is known, in whole cents."""
    return sum((each.value for each in worths if each.value is not None), _NOTHING)


def pace(dossier: Dossier, ledger: Iterable[Entry]) -> Decimal | None:
    """Euro a year of the efforts that started in the last twelve months, each for at most a year of its own.

    None under six months of history, or without rules.
    """
    start, on = dossier.contract.start, dossier.on
    if start is None or dossier.rules is None or add_months(start, _LEAST_HISTORY) > on:
        return None
    year = add_months(on, -_YEAR) + timedelta(days=1)
    since = max(start, year)
    new = [
        _over_a_year(entry, began, dossier.rules, dossier.end)
        for entry in ledger
        if entry.counts in {"confirmed", "claimed"}
        and (began := entry.effort.start) is not None
        and since <= began <= on
    ]
    return to_cents(quotient(total(new) * days_in(year, on), Decimal(days_in(since, on))))


def _over_a_year(entry: Entry, began: date, rules: RuleSet, end: date | None) -> Worth:
    """What an effort counts for over at most a year of its own; at its costs it counts whole from its start on."""
    counts_whole = rules.counting == "costs" and (end is None or began <= end)
    if counts_whole and entry.so_far is entry.whole:
        return entry.so_far
    return fitting(worth(entry.effort, rules, entry.places, add_months(began, _YEAR) - timedelta(days=1)), entry)


def in_time(effort: Effort) -> tuple[date, str]:
    """Efforts in order of time: the order of a ledger."""
    return day_of(effort) or date.max, effort.id


def day_of(effort: Effort) -> date | None:
    """When it began, else when it was claimed or confirmed."""
    return effort.start or effort.claimed_on or effort.confirmed_on
