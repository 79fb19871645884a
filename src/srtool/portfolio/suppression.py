"""Figures about people that may be passed on: nothing about fewer than five of them, nor what would reveal that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from srtool.portfolio.monitoring import Monitoring
from srtool.portfolio.people import FEWEST, Jobs, People, Persons, people_of, person_of, persons_of
from srtool.portfolio.settled_jobs import settled_jobs, settled_new_jobs
from srtool.portfolio.targets import TargetReached, bare, counts_for
from srtool.progress.agenda import OF_PERSONS, Due
from srtool.progress.dossier import Entry
from srtool.progress.standing import Progress


def is_few(count: int) -> bool:
    """Whether a figure about so many people would be one about persons; about nobody it is not."""
    return 0 < count < FEWEST


def of_nobody(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The efforts that may be told one by one: each of the others is one person."""
    return tuple(entry for entry in entries if person_of(entry.effort) is None)


def is_of_few(entries: Iterable[Entry]) -> bool:
    """Whether fewer than five people stand behind these efforts; of efforts without a person nobody does."""
    return is_few(len({person_of(entry.effort) for entry in entries} - {None}))


def without_persons(progress: Progress) -> Progress:
    """The same contract without its efforts of people one by one, and without what tells their target group."""
    told = of_nobody(progress.entries)
    if len(told) == len(progress.entries):
        return progress
    safe = replace(progress, entries=told)
    if is_of_few(progress.entries):
        hours = None if progress.hours is None else replace(progress.hours, confirmed_known=None)
        safe = replace(safe, gap_months=None, hours=hours)
    # The others, and worked out once.
    vars(safe).update(dues=_passed_on(progress.dues), steps=progress.steps)
    return safe


def hidden_places(counts: Sequence[int], already: Collection[int] = ()) -> set[int]:
    """The places not to be shown: of few people, and the smallest others until together they are not few."""
    hidden = {*already, *(place for place, count in enumerate(counts) if is_few(count))}
    together = sum(counts[place] for place in hidden)
    for place in sorted(range(len(counts)), key=counts.__getitem__):
        if not is_few(together):
            return hidden
        if counts[place] and place not in hidden:
            hidden.add(place)
            together += counts[place]
    return set(range(len(counts))) if is_few(together) else hidden


def shielded(monitoring: Monitoring) -> Monitoring:
    """The same portfolio fit to be passed on: its figures about people, its targets and its contracts."""
    unvalued = [entry for progress in monitoring.contracts for entry in progress.unvalued]
    told = replace(
        monitoring,
        contracts=tuple(without_persons(progress) for progress in monitoring.contracts),
        unvalued=None if is_of_few(unvalued) else monitoring.unvalued,
        agenda=_passed_on(monitoring.agenda),
    )
    if not monitoring.people.placed:
        return told
    people = _settled(persons_of(monitoring.contracts, monitoring.on), monitoring.people, monitoring.on)
    targets = tuple(_target(_settled_target(target, monitoring), people) for target in monitoring.targets)
    return replace(told, people=shielded_people(people), targets=_complement(targets, people.jobs.people))


def _passed_on(dues: Sequence[Due]) -> tuple[Due, ...]:
    """What has a date, without what tells when somebody was placed."""
    return tuple(due for due in dues if due.what != OF_PERSONS)


def _settled(persons: Persons, people: People, on: date) -> People:
    """The same figures, with jobs that move only when those of five people have changed."""
    return replace(
        people,
        jobs=settled_jobs(persons, people.jobs, on),
        new_jobs=settled_new_jobs(persons, people.new_jobs, on),
    )


def _settled_target(target: TargetReached, monitoring: Monitoring) -> TargetReached:
    if target.jobs is None or target.pace is None:
        return target
    followed = [progress for progress in monitoring.contracts if counts_for(progress, target.target)]
    persons = persons_of(followed, monitoring.on)
    now = settled_jobs(persons, target.jobs, monitoring.on)
    pace = settled_new_jobs(persons, target.pace, monitoring.on)
    whole = target.target.jobs
    return replace(target, jobs=now, open=whole and max(Decimal(0), whole - (now.number or 0)), pace=pace)


def people_given(persons: Persons, on: date) -> People:
    """What may be passed on about these persons."""
    return shielded_people(_settled(persons, people_of(persons, on), on))


def shielded_people(people: People) -> People:
    """The same figures without those on fewer than five people, and without what would reveal these."""
    placed = people.placed or 0
    if placed < FEWEST:
        nobody = (None, None)
        return People(
            placed=None,
            confirmed=None,
            claimed=None,
            after_6=nobody,
            after_12=nobody,
            left_undated=None,
            permanent=None,
            in_register=None,
            grown=nobody,
            steps_grown=None,
            jobs=_no_jobs(people.jobs),
            new_jobs=_no_jobs(people.new_jobs),
            shielded=True,
        )
    six = _ratio(people.after_6, placed)
    twelve = _ratio(people.after_12, placed)
    if six[1] is not None and twelve[1] is not None and is_few(six[1] - twelve[1]):
        twelve = (None, None)
    grown = _ratio(people.grown, placed)
    safe = replace(
        people,
        confirmed=_recorded(people.confirmed, placed),
        claimed=_recorded(people.claimed, placed),
        after_6=six,
        after_12=twelve,
        left_undated=_recorded(people.left_undated, placed),
        permanent=_part(people.permanent, placed),
        in_register=_part(people.in_register, placed),
        grown=grown,
        steps_grown=None if grown[0] is None else people.steps_grown,
        jobs=_jobs(people.jobs, placed),
        new_jobs=_jobs(people.new_jobs, placed),
    )
    return replace(safe, shielded=safe != people)


def _part(count: int | None, whole: int) -> int | None:
    """A count that is neither few nor leaves few."""
    return count if count is not None and FEWEST <= count <= whole - FEWEST else None


def _recorded(count: int | None, whole: int) -> int | None:
    """A count of how people were recorded, not of what they are: that it is all or nobody tells nothing of anybody."""
    return count if count in {0, whole} else _part(count, whole)


def _ratio(of: tuple[int | None, int | None], placed: int) -> tuple[int | None, int | None]:
    """Both counts, the second alone, or neither; those who are not measured may be none, but not few."""
    part, measured = of
    if measured is None or measured < FEWEST or is_few(placed - measured):
        return None, None
    return _part(part, measured), measured


def _jobs(jobs: Jobs, placed: int) -> Jobs:
    if jobs.people < FEWEST:
        return _no_jobs(jobs)
    return replace(_confirmed(jobs), without_hours=_recorded(jobs.without_hours, placed))


def _confirmed(jobs: Jobs) -> Jobs:
    """Without what is confirmed where few people are behind it, or behind what is only claimed."""
    few = len(jobs.hours_confirmed) < FEWEST or _tells_of_few(jobs.hours, jobs.hours_confirmed)
    return replace(jobs, confirmed=None) if few else jobs


def _tells_of_few(hours: Mapping[str, Decimal], others: Mapping[str, Decimal]) -> bool:
    """Whether one sum less the other is about few people."""
    return is_few(sum(hours.get(name) != others.get(name) for name in {*hours, *others}))


def _no_jobs(jobs: Jobs) -> Jobs:
    return replace(jobs, number=None, confirmed=None, without_hours=None, on=None)


def _target(target: TargetReached, people: People) -> TargetReached:
    """Of fewer than five, or of all but a few: neither what is reached nor what is open."""
    if target.jobs is None or target.pace is None:
        return target
    now = _of_many(target.jobs, people.jobs)
    pace = _of_many(target.pace, people.new_jobs)
    if _tells_of_few(target.jobs.hours, target.pace.hours):
        pace = _no_jobs(target.pace)
    open_: Decimal | None = None if now.number is None else target.open
    return replace(target, jobs=now, open=open_, pace=pace)


def _of_many(jobs: Jobs, whole: Jobs) -> Jobs:
    if jobs.people < FEWEST or _tells_of_few(whole.hours, jobs.hours):
        return _no_jobs(jobs)
    told = _confirmed(jobs)
    return replace(told, confirmed=None) if _tells_of_few(whole.hours_confirmed, jobs.hours_confirmed) else told


def _complement(targets: tuple[TargetReached, ...], everybody: int) -> tuple[TargetReached, ...]:
    """Where the authorities that are shown leave few others, the smallest of them is not shown either."""
    shown = {
        bare(one.target.authority): one.jobs.people
        for one in targets
        if one.target.authority is not None and one.jobs is not None and one.jobs.number is not None
    }
    if not shown or not is_few(everybody - sum(shown.values())):
        return targets
    smallest = min(shown, key=lambda name: (shown[name], name))
    return tuple(_hidden(one) if bare(one.target.authority) == smallest else one for one in targets)


def _hidden(target: TargetReached) -> TargetReached:
    if target.jobs is None or target.pace is None:
        return target
    return replace(target, jobs=_no_jobs(target.jobs), open=None, pace=_no_jobs(target.pace))
