"""What could not be read, as remarks: per column and word, with how many there are and what to do."""

from __future__ import annotations

from collections.abc import Iterable

from srtool.errors import Problem
from srtool.place import Place
from srtool.readers.privacy import PERSON_TABLES
from srtool.register.unread import UnreadCell, UnreadGroup, grouped


def remarks(cells: Iterable[UnreadCell]) -> list[Problem]:
    """One for each column and word."""
    return [as_problem(group) for group in grouped(cells)]


def as_problem(group: UnreadGroup) -> Problem:
    """The same as a mistake or a remark."""
    cell = group.first
    values: dict[str, object] = {"heading": cell.heading, "value": cell.value, "why": cell.why, "count": group.count}
    if cell.proposed is not None and cell.table not in PERSON_TABLES:
        values["proposed"] = cell.proposed
    return Problem("unread", cell.place, values | {"choices": cell.choices})


def of_mistake(table: str, key: str, place: Place, problem: Problem, heading: str) -> UnreadCell:
    """A mistake in a cell that the record can do without, as a cell that is not read."""
    choices = problem.values.get("choices", ())
    return UnreadCell(
        table,
        key,
        place,
        heading,
        str(problem.values.get("value", "")),
        problem.code,
        choices=tuple(map(str, choices)) if isinstance(choices, list | tuple) else (),
    )
