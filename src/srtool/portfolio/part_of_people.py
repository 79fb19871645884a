"""The people of one contract beside those of the whole register, which are passed on as well.

A figure of the contract is given only where that of all others could be given too: the whole less the contract, and
the whole less every contract that is shown, would else tell of few people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from srtool.portfolio.people import Jobs, People, people_of, persons_of
from srtool.portfolio.suppression import hidden_places, people_given, shielded_people
from srtool.progress.standing import Progress


def part_of_people(chosen: Progress, others: Sequence[Progress], on: date) -> People:
    """The people of this contract, as far as those of the other contracts do not make them tell of few."""
    here = persons_of([chosen], on)
    if not here:
        return people_of(here, on)
    counts = [len(persons_of([progress], on)) for progress in others]
    hidden = hidden_places([len(here), *counts])
    if 0 in hidden:
        return untold_people(on)
    rest = persons_of(others, on)
    elsewhere = {name: efforts for name, efforts in rest.items() if name not in here}
    unseen = persons_of([others[place - 1] for place in sorted(hidden)], on)
    told = people_given(here, on)
    for persons in (rest, elsewhere, unseen):
        if persons:
            told = _where_both(told, people_given(persons, on))
    return told


def untold_people(on: date) -> People:
    """No figure at all: some are not passed on, and of the others it could be worked out which."""
    return shielded_people(people_of({}, on))


def _where_both(own: People, others: People) -> People:
    """The figures of the one that could be given of the others too."""
    given: dict[str, Any] = {
        field.name: _figure(getattr(own, field.name), getattr(others, field.name))
        for field in fields(People)
        if field.name != "shielded"
    }
    return replace(own, **given, shielded=own.shielded or others.shielded)


def _figure(own: Any, others: Any) -> Any:  # noqa: ANN401 - a figure, a pair of them or jobs
    if isinstance(own, Jobs) and isinstance(others, Jobs):
        kept = {name: getattr(own, name) for name in ("number", "confirmed", "without_hours")}
        return replace(own, **{name: _figure(value, getattr(others, name)) for name, value in kept.items()})
    if isinstance(own, tuple) and isinstance(others, tuple):
        return tuple(_figure(*pair) for pair in zip(own, others, strict=True))
    return None if others is None else own
