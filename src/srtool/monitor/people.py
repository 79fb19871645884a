"""People and jobs: each figure in its own column, never summed with hours or euros.

A job is 25.5 hours a week by a person in the jobs register, on a stated day (banenafspraak).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from srtool.model import Effort, Target
from srtool.money import quotient, to_cents
from srtool.progress.record import Progress
from srtool.term import add_months

HOURS_OF_A_JOB = Decimal("25.5")
_PLACED = frozenset({"placement", "learning_place", "work_experience"})
_AGES = (6, 12)


@dataclass(frozen=True, slots=True)
class People:
    """Different people, counted by their pseudonym, else by effort."""

    placed: int
    after_6: tuple[int, int]
    """(still at work six months after their start, of so many who started that long ago)"""
    after_12: tuple[int, int]
    permanent: int
    in_register: int
    grown: tuple[int, int]
    """(higher on the participation ladder now, of so many with both steps)"""
    steps_grown: int
    jobs: Decimal
    """Hours a week on the day of people in the jobs register over 25.5, in hundredths."""
    new_jobs: Decimal
    """The same of what started in the last twelve months."""


@dataclass(frozen=True, slots=True)
class TargetReached:
    """A target beside the jobs of the day."""

    target: Target
    reached: Decimal
    open: Decimal | None
    pace: Decimal
    """Jobs that started in the last twelve months and run on the day."""
    months_left: int | None
    closed: bool
    """Its last day is past: history, not a target of today."""


def people(found: Iterable[Progress], on: date) -> People:
    """What the efforts of these contracts say about people on the day; disputed and corrected ones left out."""
    efforts = [
        entry.effort
        for one in found
        for entry in one.entries
        if entry.counts in {"confirmed", "claimed"} and entry.effort.kind in _PLACED and _has_started(entry.effort, on)
    ]
    persons: dict[str, list[Effort]] = defaultdict(list)
    for effort in efforts:
        persons[effort.person or f"\N{NULL}{effort.id}"].append(effort)
    six, twelve = (_still_there(persons.values(), months, on) for months in _AGES)
    ladders = [_ladder(of) for of in persons.values()]
    known = [step for step in ladders if step is not None]
    return People(
        placed=len(persons),
        after_6=six,
        after_12=twelve,
        permanent=sum(any(one.employment == "permanent" for one in of) for of in persons.values()),
        in_register=sum(any(one.jobs_register for one in of) for of in persons.values()),
        grown=(sum(step > 0 for step in known), len(known)),
        steps_grown=sum(max(step, 0) for step in known),
        jobs=jobs(efforts, on),
        new_jobs=jobs((one for one in efforts if one.start and one.start > add_months(on, -12)), on),
    )


def jobs(efforts: Iterable[Effort], on: date) -> Decimal:
    """The jobs on the day: every hour of people in the jobs register counts."""
    hours = sum(
        (one.hours_per_week for one in efforts if one.jobs_register and one.hours_per_week and _runs(one, on)),
        Decimal(0),
    )
    return to_cents(quotient(hours, HOURS_OF_A_JOB))


def reached(targets: Sequence[Target], now: Decimal, new: Decimal, on: date) -> tuple[TargetReached, ...]:
    """Each target with what is reached on the day, what of that is of the last year, and what is open."""
    return tuple(
        TargetReached(
            target=target,
            reached=now,
            open=None if target.jobs is None else max(Decimal(0), target.jobs - now),
            pace=new,
            months_left=None if target.until is None else _months_left(target.until, on),
            closed=target.until is not None and target.until < on,
        )
        for target in targets
    )


def _months_left(until: date, on: date) -> int:
    return max(0, (until.year - on.year) * 12 + until.month - on.month)


def _has_started(effort: Effort, on: date) -> bool:
    return effort.start is None or effort.start <= on


def _runs(effort: Effort, on: date) -> bool:
    return _has_started(effort, on) and (effort.end is None or on <= effort.end)


def _still_there(persons: Iterable[Sequence[Effort]], months: int, on: date) -> tuple[int, int]:
    there = measured = 0
    for of in persons:
        starts = [one.start for one in of if one.start is not None]
        if not starts or (day := add_months(min(starts), months)) > on:
            continue
        measured += 1
        there += any(_runs(one, day) for one in of)
    return there, measured


def _ladder(of: Sequence[Effort]) -> int | None:
    first = [one.ladder_start for one in of if one.ladder_start is not None]
    last = [one.ladder_now for one in of if one.ladder_now is not None]
    return last[-1] - first[0] if first and last else None
