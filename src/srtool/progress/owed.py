"""What is owed of a contract, what of it is waived, and what is due on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from srtool.contract.demand import growth_path
from srtool.money import quotient, to_cents
from srtool.progress.dossier import Dossier
from srtool.register.model import Adjustment
from srtool.term import days_in

_NOTHING = Decimal("0.00")


def waived(dossier: Dossier) -> Decimal | None:
    """What is no longer owed on the day: amounts, and percentages of the obligation; at most all of it.

    None while the obligation is not known and something of it is waived.
    """
    if dossier.asked is None:
        return None if any(_in_force(dossier, "waiver", dossier.on)) else _NOTHING
    whole: Decimal = dossier.asked.value
    released = _NOTHING
    for waiver in _in_force(dossier, "waiver", dossier.on):
        released += waiver.amount or _NOTHING
        released += to_cents(whole * waiver.percent / 100) if waiver.percent is not None else _NOTHING
    return min(released, whole)


def due(dossier: Dossier) -> Decimal | None:
    """What was agreed until the day: by the schedule, else along the growth path; in the end all that is owed.

    Within a leniency what was due before it. None without an obligation, or where no interim standing was agreed.
    """
    if dossier.is_end_open:
        return None
    day, asked = _before_leniency(dossier), dossier.contract.social_return
    is_agreed = asked.schedule or asked.growth or (dossier.end is not None and day >= dossier.end)
    return planned(dossier, day) if is_agreed else None


def in_proportion(dossier: Dossier) -> Decimal | None:
    """Where no interim standing was agreed: what is owed in proportion to the days of the term that have passed."""
    return None if dossier.is_end_open or due(dossier) is not None else planned(dossier, _before_leniency(dossier))


def planned(dossier: Dossier, day: date) -> Decimal | None:
    """What the plan asks up to some day, with the waivers and extensions of today, whatever the leniency."""
    if dossier.asked is None:
        return None
    whole: Decimal = dossier.asked.value
    left = whole - (waived(dossier) or _NOTHING)
    scheduled = bool(dossier.contract.social_return.schedule)
    share = _by_schedule(dossier, day) if scheduled else _over_term(dossier, day)
    if share is None or not whole:
        return None if share is None else _NOTHING
    return min(left, to_cents(quotient(share * left, whole)))


def _in_force(dossier: Dossier, kind: str, on: date) -> Iterator[Adjustment]:
    return (one for one, _ in dossier.adjustments if one.kind == kind and one.from_ <= on)


def is_lenient(dossier: Dossier) -> bool:
    """Whether a leniency holds on the day."""
    on = dossier.on
    return any(leniency.until is None or on <= leniency.until for leniency in _in_force(dossier, "leniency", on))


def _before_leniency(dossier: Dossier) -> date:
    """The day before the leniency that holds on the day, and before those that follow on each other; else the day."""
    day = dossier.on
    while held := [one for one in _in_force(dossier, "leniency", day) if one.until is None or day <= one.until]:
        day = min(one.from_ for one in held) - timedelta(days=1)
    return day


def _by_schedule(dossier: Dossier, day: date) -> Decimal:
    """What the schedule asks up to the day; at the end of the term everything."""
    whole = _NOTHING if dossier.asked is None else dossier.asked.value
    if dossier.end is not None and day >= dossier.end:
        return Decimal(whole)
    schedule = dossier.contract.social_return.schedule
    return sum((one.amount for one in schedule if one.date <= day), _NOTHING)


def _over_term(dossier: Dossier, day: date) -> Decimal | None:
    """The obligation over the days that have passed, each weighing as its percentage; not rounded."""
    start, end = dossier.contract.start, dossier.end
    if dossier.asked is None or start is None or end is None or end < start:
        return None
    passed, all_of = _weight(dossier, start, min(day, end)), _weight(dossier, start, end)
    return quotient(dossier.asked.value * passed, all_of) if all_of else dossier.asked.value


def _weight(dossier: Dossier, start: date, until: date) -> Decimal:
    """Days up to one, each times the percentage that holds on it; without a path each times one."""
    if until < start:
        return Decimal(0)
    path = growth_path(dossier.contract) if dossier.contract.social_return.growth else ()
    if not path or any(percent is None for _, percent in path):
        return Decimal(days_in(start, until))
    weight = Decimal(0)
    for place, (since, percent) in enumerate(path):
        last = path[place + 1][0] - timedelta(days=1) if place + 1 < len(path) else until
        if percent is not None and since <= min(last, until):
            weight += days_in(since, min(last, until)) * percent
    return weight
