"""What is owed of a contract, what of it is waived, and what is due on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from srtool.contract.demand import growth_path
from srtool.money import quotient, to_cents
from srtool.progress.record import Record
from srtool.register import last_day
from srtool.register.model import Adjustment
from srtool.term import days_in

_NOTHING = Decimal("0.00")


def end_of(record: Record, on: date) -> date | None:
    """The last day of the term with the extensions known on the day."""
    return last_day.end_of(record.contract, (one for one, _ in record.adjustments), on)


def waived(record: Record, on: date) -> Decimal:
    """What is no longer owed on the day: amounts, and percentages of the obligation; at most all of it."""
    if record.asked is None:
        return _NOTHING
    whole: Decimal = record.asked.value
    found = _NOTHING
    for one in _in_force(record, "waiver", on):
        found += one.amount or _NOTHING
        found += to_cents(whole * one.percent / 100) if one.percent is not None else _NOTHING
    return min(found, whole)


def due(record: Record, on: date) -> Decimal | None:
    """What should be there on the day: by the agreed schedule, else spread over the term along the growth path.

    Within a leniency what was due before it; in the end all that is owed. None without an obligation or a term.
    """
    return planned(record, _before_leniency(record, on), on)


def planned(record: Record, day: date, on: date) -> Decimal | None:
    """What the plan asks up to some day, with the waivers and extensions known on `on` and whatever the leniency."""
    if record.asked is None:
        return None
    whole: Decimal = record.asked.value
    left = whole - waived(record, on)
    end = end_of(record, on)
    scheduled = bool(record.contract.social_return.schedule)
    share = _by_schedule(record, day, end) if scheduled else _over_term(record, day, on)
    if share is None or not whole:
        return None if share is None else _NOTHING
    return min(left, to_cents(quotient(share * left, whole)))


def _in_force(record: Record, kind: str, on: date) -> Iterator[Adjustment]:
    return (one for one, _ in record.adjustments if one.kind == kind and one.from_ <= on)


def is_lenient(record: Record, on: date) -> bool:
    """Whether a leniency holds on the day."""
    return any(one.until is None or on <= one.until for one in _in_force(record, "leniency", on))


def _before_leniency(record: Record, on: date) -> date:
    """The day before the leniency that holds on the day, and before those that follow on each other; else the day."""
    day = on
    while held := [one for one in _in_force(record, "leniency", day) if one.until is None or day <= one.until]:
        day = min(one.from_ for one in held) - timedelta(days=1)
    return day


def _by_schedule(record: Record, day: date, end: date | None) -> Decimal:
    """What the schedule asks up to the day; at the end of the term everything."""
    whole = _NOTHING if record.asked is None else record.asked.value
    if end is not None and day >= end:
        return Decimal(whole)
    schedule = record.contract.social_return.schedule
    return sum((one.amount for one in schedule if one.date <= day), _NOTHING)


def _over_term(record: Record, day: date, on: date) -> Decimal | None:
    """The obligation over the days that have passed, each weighing as its percentage; not rounded."""
    start, end = record.contract.start, end_of(record, on)
    if record.asked is None or start is None or end is None or end < start:
        return None
    passed, all_of = _weight(record, start, min(day, end)), _weight(record, start, end)
    return quotient(record.asked.value * passed, all_of) if all_of else record.asked.value


def _weight(record: Record, start: date, until: date) -> Decimal:
    """Days up to one, each times the percentage that holds on it; without a path each times one."""
    if until < start:
        return Decimal(0)
    path = growth_path(record.contract) if record.contract.social_return.growth else ()
    if not path or any(percent is None for _, percent in path):
        return Decimal(days_in(start, until))
    weight = Decimal(0)
    for place, (since, percent) in enumerate(path):
        last = path[place + 1][0] - timedelta(days=1) if place + 1 < len(path) else until
        if percent is not None and since <= min(last, until):
            weight += days_in(since, min(last, until)) * percent
    return weight
