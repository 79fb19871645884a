"""People who are at work on several efforts at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from srtool.register.model import Effort

FULL_TIME = Decimal(40)
"""Hours a week above which a person cannot count, where the rule set has no full-time hours."""
_MOST_OF_ONE = 200
"""Efforts under one code: more are no person but a word such as `unknown`."""


def hours_at_once(efforts: Iterable[Effort]) -> Mapping[str, Decimal]:
    """Per effort of a person with several at once: the most hours a week that these come to, over all contracts.

    Two of one contract with the same dates count as twice full time, whatever hours they have.
    """
    most: dict[str, Decimal] = {}
    for of_person in by_person(efforts).values():
        if len(of_person) > 1:
            _add_overlaps(of_person, most)
    return most


def by_person(efforts: Iterable[Effort]) -> Mapping[str, Sequence[Effort]]:
    """The efforts with a start that count, by who they are about; of codes that are no person nothing."""
    every = list(efforts)
    of_each: dict[str, list[Effort]] = defaultdict(list)
    corrected = {effort.corrects for effort in every if effort.corrects is not None}
    for effort in every:
        counts = effort.status != "disputed" and effort.id not in corrected
        if effort.person is not None and effort.start is not None and counts:
            of_each[effort.person].append(effort)
    return {person: of_person for person, of_person in of_each.items() if len(of_person) <= _MOST_OF_ONE}


def _add_overlaps(efforts: Sequence[Effort], most: dict[str, Decimal]) -> None:
    first: dict[tuple[object, ...], Effort] = {}
    for effort in efforts:
        twin = first.setdefault((effort.contract, effort.start, effort.end), effort)
        if twin is not effort:
            most |= {twin.id: 2 * FULL_TIME, effort.id: 2 * FULL_TIME}
        together = [other for other in efforts if _runs_on(other, effort.start)]
        hours = sum((_hours(other) for other in together), Decimal(0))
        if len(together) > 1:
            most |= {other.id: max(hours, most.get(other.id, Decimal(0))) for other in together}


def _runs_on(effort: Effort, day: date | None) -> bool:
    started = effort.start is not None and day is not None and effort.start <= day
    return started and (effort.end is None or (day is not None and day <= effort.end))


def _hours(effort: Effort) -> Decimal:
    if effort.hours_per_week is not None:
        return effort.hours_per_week
    return FULL_TIME if effort.full_time else Decimal(0)
