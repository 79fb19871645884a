"""What could not be read, as remarks: per column and word, with how many there are and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from srtool.errors import Problem
from srtool.place import Place, Row
from srtool.register.model import Contract
from srtool.register.unread import UnreadCell, as_problem, grouped

_CONTRADICTED = {"end_before_start": "end", "latest_before_end": "end_latest"}
"""What is left open of a contract in a sheet whose days contradict each other."""


def without_contradicted(
    contracts: Sequence[tuple[Row, Contract]], against: Iterable[Problem], headings: Mapping[tuple[str, str], str]
) -> tuple[list[tuple[Row, Contract]], list[UnreadCell]]:
    """The contracts of sheets without the days that contradict others, and these as cells that are not read."""
    wrong = {problem.place: problem for problem in against if problem.code in _CONTRADICTED}
    if not wrong:
        return list(contracts), []
    cells: list[UnreadCell] = []
    kept: list[tuple[Row, Contract]] = []
    for row, contract in contracts:
        sound = contract
        for code, key in _CONTRADICTED.items():
            place = row.at(key)
            problem = wrong.get(place)
            if row.columns is not None and problem is not None and problem.code == code:
                heading = headings.get((place.table, place.column), "")
                cells.append(UnreadCell("contracts", key, place, heading, str(problem.values["then"]), code))
                sound = replace(sound, end=None) if key == "end" else replace(sound, end_latest=None)
        kept.append((row, sound))
    return kept, cells


def remarks(cells: Iterable[UnreadCell]) -> list[Problem]:
    """One for each column and word."""
    return [as_problem(group) for group in grouped(cells)]


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
