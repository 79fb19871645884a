"""Jobs as they may be passed on day after day: they move only when those of five people or more have changed.

Of two days between which one person came or went, the difference would be the hours of that person. So the jobs
that are given are those of the last day on which five people or more had changed since the jobs given before; which
day that is follows from the register alone, and is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from srtool.portfolio.people import FEWEST, Jobs, Persons, as_jobs, is_gone
from srtool.progress.dossier import Entry
from srtool.term import add_months

_NOTHING = Decimal(0)
_Hours = tuple[Decimal, Decimal]
"""A week: all of it, and what of it is confirmed."""
_NO_HOURS: _Hours = (_NOTHING, _NOTHING)
_Moves = dict[date, list[tuple[str, _Hours]]]
_YEAR = 12


def settled_jobs(persons: Persons, now: Jobs, on: date) -> Jobs:
    """The jobs of these persons on the last day on which five or more had changed; `now` are those of the day."""
    return _settled(persons, now, on, lambda entry: entry.effort.end)


def settled_new_jobs(persons: Persons, now: Jobs, on: date) -> Jobs:
    """The same of what had started in the twelve months before."""
    return _settled(persons, now, on, _end_as_new)


def _settled(persons: Persons, now: Jobs, on: date, last_day: Callable[[Entry], date | None]) -> Jobs:
    moves: _Moves = defaultdict(list)
    for name, entries in persons.items():
        for entry in entries:
            for day, change in _moves(entry, last_day(entry)):
                if day <= on:
                    moves[day].append((name, change))
    settled, given_on = _given(moves)
    hours = {name: whole for name, (whole, _) in settled.items() if whole > 0}
    confirmed = {name: sure for name, (_, sure) in settled.items() if sure > 0}
    return replace(
        now,
        number=as_jobs(hours.values()),
        confirmed=as_jobs(confirmed.values()),
        hours=hours,
        hours_confirmed=confirmed,
        on=None if given_on == date.min else given_on,
    )


def _given(moves: _Moves) -> tuple[dict[str, _Hours], date | None]:
    """The hours that were given last, and on which day."""
    current: dict[str, _Hours] = {}
    given: dict[str, _Hours] = {}
    differing: set[str] = set()
    given_on: date | None = None
    for day in sorted(moves):
        for name, (whole, sure) in moves[day]:
            before = current.get(name, _NO_HOURS)
            current[name] = (before[0] + whole, before[1] + sure)
            if current[name] == given.get(name, _NO_HOURS):
                differing.discard(name)
            else:
                differing.add(name)
        if len(differing) >= FEWEST:
            given |= {name: current[name] for name in differing}
            differing.clear()
            given_on = day
    return given, given_on


def _moves(entry: Entry, last: date | None) -> Iterator[tuple[date, _Hours]]:
    """When the hours of an effort begin to count, begin to be confirmed, and end."""
    effort = entry.effort
    hours = effort.hours_per_week
    if not effort.jobs_register or hours is None or is_gone(effort):
        return
    begins = max(effort.start or date.min, effort.claimed_on or date.min)
    is_sure = entry.counts == "confirmed"
    sure_from = max(begins, effort.confirmed_on or date.min)
    ends = None if last is None or last == date.max else last + timedelta(days=1)
    if ends is not None and ends <= begins:
        return
    yield begins, (hours, _NOTHING)
    if is_sure and (ends is None or sure_from < ends):
        yield sure_from, (_NOTHING, hours)
    if ends is not None:
        yield ends, (-hours, -hours if is_sure and sure_from < ends else _NOTHING)


def _end_as_new(entry: Entry) -> date | None:
    """The last day on which an effort is of the last twelve months; without a start it never was."""
    effort = entry.effort
    if effort.start is None:
        return date.min
    a_year = add_months(effort.start, _YEAR) - timedelta(days=1)
    return a_year if effort.end is None else min(a_year, effort.end)
