"""The efforts of a contract as a ledger: which of them count on a day, and for how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from srtool.model import Effort
from srtool.money import quotient, to_cents
from srtool.progress.record import Counts, Entry, Record
from srtool.term import add_months, days_in
from srtool.valuation import Worth, worth

_NOTHING = Decimal("0.00")
_YEAR = 12
_LEAST_HISTORY = 6


def entries(record: Record, on: date, end: date | None) -> Iterator[Entry]:
    """Each effort once, in order of time."""
    if record.rules is None:
        return
    corrected = _corrected(record, on)
    for effort, places in sorted(record.efforts, key=lambda one: _in_time(one[0])):
        counts = "corrected" if effort.id in corrected else counts_as(effort, on)
        last = effort.end or end
        # What runs on counts to the end of the contract; a later day than its own end changes nothing.
        now = worth(effort, record.rules, places, on)
        whole = now if last is not None and last <= on else worth(effort, record.rules, places, last)
        yield Entry(effort, places, counts, now, whole)


def counts_as(effort: Effort, on: date) -> Counts:
    """How an effort counts on a day: confirmed from the day on which it was."""
    if effort.status == "disputed":
        return "disputed"
    if effort.status == "confirmed" and (effort.confirmed_on is None or effort.confirmed_on <= on):
        return "confirmed"
    return "later" if effort.claimed_on is not None and effort.claimed_on > on else "claimed"


def _corrected(record: Record, on: date) -> frozenset[str]:
    """The efforts in whose place another stands: once that is confirmed, or where neither is."""
    by_id = {effort.id: effort for effort, _ in record.efforts}
    found = set()
    for effort in by_id.values():
        old = by_id.get(effort.corrects or "")
        if old is None:
            continue
        now, before = counts_as(effort, on), counts_as(old, on)
        if now == "confirmed" or (now == "claimed" and before != "confirmed"):
            found.add(old.id)
        elif now == "claimed":
            found.add(effort.id)  # what was confirmed stands until the correction is
    return frozenset(found)


def total(worths: Iterable[Worth]) -> Decimal:
    """The sum of what is known, in whole cents."""
    return sum((one.value for one in worths if one.value is not None), _NOTHING)


def pace(record: Record, ledger: Iterable[Entry], on: date) -> Decimal | None:
    """Euro a year of the efforts that started in the last twelve months; None under six months of history."""
    start = record.contract.start
    if start is None or add_months(start, _LEAST_HISTORY) > on:
        return None
    since = max(start, add_months(on, -_YEAR) + timedelta(days=1))
    new = [
        one.whole
        for one in ledger
        if one.counts in {"confirmed", "claimed"} and one.effort.start is not None and since <= one.effort.start <= on
    ]
    days = days_in(since, on)
    return to_cents(quotient(total(new) * days_in(add_months(on, -_YEAR) + timedelta(days=1), on), Decimal(days)))


def _in_time(effort: Effort) -> tuple[date, str]:
    return effort.start or effort.claimed_on or effort.confirmed_on or date.max, effort.id
