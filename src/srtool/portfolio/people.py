"""People and jobs: each figure in its own column, never summed with hours or euros.

A job is 25.5 hours a week by a person in the jobs register, on a stated day (banenafspraak).
Confirmed and claimed efforts count, and both numbers are said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from srtool.contract.valuation import PERSONAL
from srtool.lazy_dataclass import dataclass
from srtool.money import quotient, to_cents
from srtool.progress.dossier import Entry
from srtool.progress.entries import in_time
from srtool.progress.standing import Progress
from srtool.register.model import Effort
from srtool.register.overlaps import FULL_TIME
from srtool.term import add_months

FEWEST = 5
"""So many people a figure that is passed on is about, at least."""
HOURS_OF_A_JOB = Decimal("25.5")
_AGES = (6, 12)

Persons = Mapping[str, Sequence[Entry]]
"""Different people with their efforts: by their pseudonym, else by effort."""


@dataclass(frozen=True, slots=True)
class Jobs:
    """Hours a week over 25.5 of people in the jobs register, in hundredths; None where it is not passed on."""

    number: Decimal | None
    confirmed: Decimal | None
    """Of it confirmed; the rest is claimed."""
    hours: Mapping[str, Decimal]
    """A week, of each person behind the number, and below what of it is confirmed: these are never shown."""
    hours_confirmed: Mapping[str, Decimal]
    without_hours: int | None
    """People in the jobs register who work on the day and of whom the hours are not known."""
    on: date | None = None
    """The day of the number, where it is another than that of the portfolio."""

    @property
    def people(self) -> int:
        """Behind the number."""
        return len(self.hours)


@dataclass(frozen=True, slots=True)
class People:
    """Different people; None for a figure that is not passed on."""

    placed: int | None
    confirmed: int | None
    """With a confirmed effort."""
    claimed: int | None
    """With efforts that are only claimed."""
    after_6: tuple[int | None, int | None]
    """(still at work six months after their start, of so many who started that long ago)"""
    after_12: tuple[int | None, int | None]
    left_undated: int | None
    """Gone without a last day; they count as gone from their start."""
    permanent: int | None
    in_register: int | None
    grown: tuple[int | None, int | None]
    """(higher on the participation ladder now, of so many with both steps)"""
    steps_grown: int | None
    jobs: Jobs
    """On the day."""
    new_jobs: Jobs
    """The same of what started in the last twelve months."""
    shielded: bool = False
    """Whether figures on few people were taken out."""


def people(followed: Iterable[Progress], on: date) -> People:
    """What the efforts of these contracts say about people on the day; disputed and corrected ones left out."""
    return people_of(persons_of(followed, on), on)


def people_of(persons: Persons, on: date) -> People:
    """The same of these persons."""
    efforts = [entry.effort for of in persons.values() for entry in of]
    six, twelve = _still_there(persons.values(), on)
    on_ladder = _named(one for one in efforts if one.ladder_start is not None or one.ladder_now is not None)
    known = [step for name in on_ladder if (step := _ladder(persons[name])) is not None]
    confirmed = sum(any(entry.counts == "confirmed" for entry in of) for of in persons.values())
    in_register = _named(one for one in efforts if one.jobs_register)
    since = add_months(on, -12)
    listed = {name: of for name, of in persons.items() if name in in_register}
    new = {name: [one for one in of if one.effort.start and one.effort.start > since] for name, of in listed.items()}
    return People(
        placed=len(persons),
        confirmed=confirmed,
        claimed=len(persons) - confirmed,
        after_6=six,
        after_12=twelve,
        left_undated=len(_named(filter(is_gone, efforts))),
        permanent=len(_named(one for one in efforts if one.employment == "permanent")),
        in_register=len(in_register),
        grown=(sum(step > 0 for step in known), len(known)),
        steps_grown=sum(max(step, 0) for step in known),
        jobs=jobs(listed, on),
        new_jobs=jobs(new, on),
    )


def _named(efforts: Iterable[Effort]) -> frozenset[str]:
    """Whom these efforts are about."""
    return frozenset(person for effort in efforts if (person := person_of(effort)) is not None)


def jobs(persons: Persons, on: date) -> Jobs:
    """The jobs on the day: every known hour of people in the jobs register counts."""
    at_work = {
        name: running
        for name, of in persons.items()
        if (running := [one for one in of if one.effort.jobs_register and _runs(one.effort, on)])
    }
    hours = {name: _hours(of) for name, of in at_work.items()}
    sure = {name: _hours([one for one in of if one.counts == "confirmed"]) for name, of in at_work.items()}
    return Jobs(
        number=as_jobs(hours.values()),
        confirmed=as_jobs(sure.values()),
        hours={name: each for name, each in hours.items() if each > 0},
        hours_confirmed={name: each for name, each in sure.items() if each > 0},
        without_hours=sum(any(one.effort.hours_per_week is None for one in of) for of in at_work.values()),
    )


def as_jobs(hours: Iterable[Decimal]) -> Decimal:
    """So many hours a week together as jobs, in hundredths."""
    return to_cents(quotient(sum(hours, Decimal(0)), HOURS_OF_A_JOB))


def _hours(entries: Iterable[Entry]) -> Decimal:
    """Of one person a week: never more than full time, however many efforts run at once."""
    together = sum((entry.effort.hours_per_week or Decimal(0) for entry in entries), Decimal(0))
    return min(together, FULL_TIME)


def person_of(effort: Effort) -> str | None:
    """Who an effort is about: a pseudonym, else the effort itself; None where it is no person, such as a purchase."""
    return (effort.person or f"\N{NULL}{effort.id}") if effort.kind in PERSONAL else None


def persons_of(followed: Iterable[Progress], on: date) -> dict[str, list[Entry]]:
    """Different people with their efforts that count and have begun by the day."""
    persons: dict[str, list[Entry]] = defaultdict(list)
    for progress in followed:
        for entry in progress.entries:
            counts = entry.counts in {"confirmed", "claimed"} and has_started(entry.effort, on)
            if counts and (person := person_of(entry.effort)) is not None:
                persons[person].append(entry)
    return dict(persons)


def has_started(effort: Effort, on: date) -> bool:
    """Whether it began by the day; one without a start did."""
    return effort.start is None or effort.start <= on


def is_gone(effort: Effort) -> bool:
    """Whether somebody left without a last day."""
    return effort.outcome == "left" and effort.end is None


def _runs(effort: Effort, on: date) -> bool:
    if effort.end is None:
        return has_started(effort, on) and not is_gone(effort)
    return on <= effort.end and has_started(effort, on)


def _still_there(persons: Iterable[Sequence[Entry]], on: date) -> list[tuple[int, int]]:
    """For each age (who still works, of so many); who stayed works on after the last day of the effort."""
    there, measured = Counter[int](), Counter[int]()
    for of in persons:
        starts = [start for entry in of if (start := entry.effort.start) is not None]
        for months, day in _reached(min(starts), on) if starts else ():
            measured[months] += 1
            there[months] += any(_works_on(entry.effort, day) for entry in of)
    return [(there[months], measured[months]) for months in _AGES]


@lru_cache(maxsize=10_000)
def _reached(first: date, on: date) -> tuple[tuple[int, date], ...]:
    """The ages that somebody who started on the first day has reached, each with its day."""
    return tuple((months, day) for months in _AGES if (day := add_months(first, months)) <= on)


def _works_on(effort: Effort, day: date) -> bool:
    return _runs(effort, day) or (effort.outcome == "stayed" and has_started(effort, day))


def _ladder(entries: Sequence[Entry]) -> int | None:
    """Steps between the first and the last that was noted, in order of time, whatever the contract."""
    ordered = sorted((entry.effort for entry in entries), key=in_time)
    first = [one.ladder_start for one in ordered if one.ladder_start is not None]
    last = [one.ladder_now for one in ordered if one.ladder_now is not None]
    return last[-1] - first[0] if first and last else None
