"""What was owed and realised per calendar year, to the cent what it is over the whole of each contract. Euro excl. VAT.

Owed in a year is what the agreed schedule or the spread over the term asks in it, by what is known on the day of
waivers and extensions; a leniency says when somebody is held to it, not of which year it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.money import to_cents
from srtool.progress.dossier import Entry
from srtool.progress.entries import day_of, total, value_until
from srtool.progress.owed import planned
from srtool.progress.standing import Progress

_NOTHING = Decimal("0.00")
_ByYear = defaultdict[int | None, Decimal]


@dataclass(frozen=True, slots=True)
class Year:
    """One calendar year: what is known of it."""

    year: int
    obligation: Decimal
    """Owed in it: the obligation less what is waived."""
    realised: Decimal
    """Confirmed, and counted in this year up to the day."""
    expected: Decimal
    """What confirmed efforts still bring in it after the day."""


@dataclass(frozen=True, slots=True)
class Years:
    """The years without a gap between them, and what belongs to none."""

    years: tuple[Year, ...]
    undated_owed: Decimal
    """Of contracts without a start or an end, which nothing can spread."""
    undated_confirmed: Decimal
    """Of efforts without a start and without a day on which they were claimed or confirmed, and of a running total."""
    unknown: int
    """Contracts without an amount: what was realised on them counts, what they owe is not known."""


def years(followed: Iterable[Progress], on: date) -> Years:
    """The years of these contracts; over the years and the undated each sum is that of the contracts."""
    every = list(followed)
    owed, realised, expected = _ByYear(Decimal), _ByYear(Decimal), _ByYear(Decimal)
    for one in every:
        for year, asked in _owed(one):
            owed[year] += asked
        confirmed = [entry for entry in one.entries if entry.counts == "confirmed"]
        for entry in confirmed:
            for year, now, later in _counted(one, entry, on):
                realised[year] += now
                expected[year] += later
        together = one.shown("confirmed") or _NOTHING
        realised[None] += max(_NOTHING, together - total(entry.so_far for entry in confirmed))
    named = [year for year in {*owed, *realised, *expected} if year is not None]
    span = range(min(named), max(named) + 1) if named else range(0)
    return Years(
        years=tuple(
            Year(year, to_cents(owed[year]), to_cents(realised[year]), to_cents(expected[year])) for year in span
        ),
        undated_owed=to_cents(owed[None]),
        undated_confirmed=to_cents(realised[None]),
        unknown=sum(one.owed is None for one in every),
    )


def _owed(progress: Progress) -> Iterator[tuple[int | None, Decimal]]:
    """What the plan asks in each year of the term; the last takes the rest."""
    owed, term = progress.owed, _term(progress)
    if not owed:
        return
    if term is None:
        yield None, owed
        return
    before = Decimal(0)
    for year in term:
        planned_by_then = planned(progress.dossier, date(year, 12, 31))
        asked = owed if year == term[-1] or planned_by_then is None else planned_by_then
        yield year, asked - before
        before = asked


def _term(progress: Progress) -> range | None:
    """The years over which the plan is spread: of the schedule, else of the term; None without either."""
    contract, end = progress.dossier.contract, progress.dossier.end
    scheduled = [part.date.year for part in contract.social_return.schedule]
    if scheduled:
        last = max(scheduled) if end is None else end.year
        return range(min(last, *scheduled), last + 1)
    if contract.start is None or end is None or end < contract.start:
        return None
    return range(contract.start.year, end.year + 1)


def _counted(progress: Progress, entry: Entry, on: date) -> Iterator[tuple[int | None, Decimal, Decimal]]:
    """(year, what a confirmed effort counts for in it up to the day, and after the day)."""
    now, whole = entry.so_far.value or _NOTHING, entry.whole.value or _NOTHING
    start, day = entry.effort.start, day_of(entry.effort)
    if start is None:
        # Without a term it counts at once.
        yield None if day is None else min(day, on).year, now, whole - now
        return
    last = max(start, entry.whole.counted_until or start).year
    now_before = whole_before = _NOTHING
    for year in range(start.year, last + 1):
        close = date(year, 12, 31)
        whole_by = whole if year == last else value_until(progress.dossier, entry, close)
        now_by = now if year == last or close > on else whole_by
        yield year, now_by - now_before, (whole_by - now_by) - (whole_before - now_before)
        now_before, whole_before = now_by, whole_by
