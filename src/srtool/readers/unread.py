"""What could not be read, as remarks: per column and word, with how many there are and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from srtool.errors import Problem
from srtool.money import to_cents
from srtool.place import Place, Row
from srtool.register.model import Contract
from srtool.register.unread import UnreadCell, as_problem, grouped

_DECIMALS = frozenset({"amount_decimals", "percent_decimals"})
_POINT = re.compile(r"-?\d+\.\d+")
"""A number as it stands in a cell, whatever language the sheet is in."""
_CONTRADICTED = {
    "end_before_start": ("start", "end"),
    "latest_before_end": ("end_latest",),
    "parent_self": ("part_of",),
    "parent_cycle": ("part_of",),
}
"""What is left open of a contract whose fields contradict each other, or those of others."""


def without_contradicted(
    contracts: Sequence[tuple[Row, Contract]], against: Iterable[Problem], headings: Mapping[tuple[str, str], str]
) -> tuple[list[tuple[Row, Contract]], list[UnreadCell]]:
    """The contracts without the fields that contradict others, and these as cells that are not read."""
    wrong = {problem.place: problem for problem in against if problem.code in _CONTRADICTED}
    if not wrong:
        return list(contracts), []
    circled = {number: problem for problem in wrong.values() for number in _circle(problem)}
    cells: list[UnreadCell] = []
    kept: list[tuple[Row, Contract]] = []
    for row, contract in contracts:
        sound = contract
        for key in ("end", "end_latest", "part_of"):
            problem = wrong.get(row.at(key)) or (circled.get(contract.id) if key == "part_of" else None)
            if problem is None or _CONTRADICTED[problem.code][-1] != key:
                continue
            fields = _CONTRADICTED[problem.code]
            cells += [_contradicted(row, field, contract, problem, headings) for field in fields]
            without: Any = dict.fromkeys(fields)
            sound = replace(sound, **without)
        kept.append((row, sound))
    return kept, cells


def heading_at(place: Place, headings: Mapping[tuple[str, str], str]) -> str:
    """What the column is called in the file itself; the key where it has none."""
    return headings.get((place.table, place.column), "") if place.column else place.key


def remarks(cells: Iterable[UnreadCell]) -> list[Problem]:
    """One for each column and word."""
    return [as_problem(group) for group in grouped(cells)]


def of_mistake(table: str, key: str, place: Place, problem: Problem, heading: str) -> UnreadCell:
    """A mistake in a cell that the record can do without, as a cell that is not read."""
    choices, shown = problem.values.get("choices", ()), str(problem.values.get("value", ""))
    value = Decimal(shown) if place.column and problem.code in _DECIMALS and _POINT.fullmatch(shown) else shown
    return UnreadCell(
        table,
        key,
        place,
        heading,
        value,
        problem.code,
        to_cents(value) if isinstance(value, Decimal) and problem.code == "amount_decimals" else None,
        choices=tuple(map(str, choices)) if isinstance(choices, list | tuple) else (),
    )


def _circle(problem: Problem) -> tuple[str, ...]:
    """The contracts that are part of each other in a circle."""
    numbers = problem.values.get("ids", ())
    return tuple(map(str, numbers)) if isinstance(numbers, list | tuple) else ()


def _contradicted(
    row: Row, key: str, contract: Contract, problem: Problem, headings: Mapping[tuple[str, str], str]
) -> UnreadCell:
    place = row.at(key)
    written = getattr(contract, key)
    # In TOML a day stands as it is cited; in a cell it is whatever its format makes of it.
    is_day_of_cell = bool(place.column) and isinstance(written, date)
    value = ", ".join(_circle(problem)) or (written if is_day_of_cell else str(written))
    return UnreadCell("contracts", key, place, heading_at(place, headings), value, problem.code)
