"""Figures about people that may be passed on: nothing about fewer than five of them, nor what would reveal that."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from srtool.portfolio.monitoring import Monitoring
from srtool.portfolio.people import Jobs, People
from srtool.portfolio.targets import TargetReached, bare

FEWEST = 5


def is_few(count: int) -> bool:
    """Whether a figure about so many people would be one about persons; about nobody it is not."""
    return 0 < count < FEWEST


def shielded(found: Monitoring) -> Monitoring:
    """The same portfolio with its figures about people and its targets fit to be passed on."""
    if not found.people.placed:
        return found
    whole = found.people.jobs.people, found.people.new_jobs.people
    targets = tuple(_target(one, *whole) for one in found.targets)
    return replace(found, people=_people(found.people), targets=_complement(targets, whole[0]))


def _people(of: People) -> People:
    placed = of.placed or 0
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
            jobs=_no_jobs(of.jobs),
            new_jobs=_no_jobs(of.new_jobs),
            shielded=True,
        )
    six = _ratio(of.after_6, placed)
    twelve = _ratio(of.after_12, placed)
    if six[1] is not None and twelve[1] is not None and is_few(six[1] - twelve[1]):
        twelve = (None, None)
    grown = _ratio(of.grown, placed)
    found = replace(
        of,
        confirmed=_recorded(of.confirmed, placed),
        claimed=_recorded(of.claimed, placed),
        after_6=six,
        after_12=twelve,
        left_undated=_recorded(of.left_undated, placed),
        permanent=_part(of.permanent, placed),
        in_register=_part(of.in_register, placed),
        grown=grown,
        steps_grown=None if grown[0] is None else of.steps_grown,
        jobs=_jobs(of.jobs, placed),
        new_jobs=_jobs(of.new_jobs, placed),
    )
    return replace(found, shielded=found != of)


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


def _jobs(of: Jobs, placed: int) -> Jobs:
    if of.people < FEWEST:
        return _no_jobs(of)
    few = of.people_confirmed < FEWEST or is_few(of.people - of.people_confirmed)
    return replace(of, confirmed=None if few else of.confirmed, without_hours=_recorded(of.without_hours, placed))


def _no_jobs(of: Jobs) -> Jobs:
    return replace(of, number=None, confirmed=None, without_hours=None)


def _target(one: TargetReached, everybody: int, new: int) -> TargetReached:
    """Of fewer than five, or of all but a few: neither what is reached nor what is open."""
    if one.jobs is None or one.pace is None:
        return one
    now = _of_many(one.jobs, everybody)
    pace = _of_many(one.pace, new)
    if is_few(one.jobs.people - one.pace.people):
        pace = _no_jobs(one.pace)
    open_: Decimal | None = None if now.number is None else one.open
    return replace(one, jobs=now, open=open_, pace=pace)


def _of_many(jobs: Jobs, everybody: int) -> Jobs:
    few = jobs.people < FEWEST or is_few(everybody - jobs.people)
    return _no_jobs(jobs) if few else jobs


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


def _hidden(one: TargetReached) -> TargetReached:
    if one.jobs is None or one.pace is None:
        return one
    return replace(one, jobs=_no_jobs(one.jobs), open=None, pace=_no_jobs(one.pace))
