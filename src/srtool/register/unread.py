"""Cells whose value could not be read: that field is undecided, and all else of the record is judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date
from decimal import Decimal

from srtool.errors import Problem
from srtool.lazy_dataclass import dataclass
from srtool.place import Place

PERSON_TABLES = frozenset({"efforts", "contacts"})
"""Tables whose cells may say who somebody is."""


@dataclass(frozen=True, slots=True)
class UnreadCell:
    """One cell with what stands in it, and why it is not read."""

    table: str
    key: str
    """The (dotted) field that is undecided because of it."""
    place: Place
    heading: str
    """What the column is called in the file itself."""
    value: str | Decimal | date
    """What the cell shows; `…` where it may say who somebody is."""
    why: str
    proposed: object = None
    """The reading that is most likely, if there is one."""
    choices: tuple[str, ...] = field(default=(), kw_only=True)
    leaves_out: bool = field(default=False, kw_only=True)
    """Whether its whole row does not count because of it."""


@dataclass(frozen=True, slots=True)
class UnreadGroup:
    """The same word in the same column, for the same reason."""

    first: UnreadCell
    count: int


def grouped(cells: Iterable[UnreadCell]) -> tuple[UnreadGroup, ...]:
    """Each column and word once, what stands there most often first, then in the order of the file."""
    first: dict[tuple[object, ...], UnreadCell] = {}
    count: dict[tuple[object, ...], int] = {}
    for cell in cells:
        key = (cell.place.whole_table(), cell.place.column or cell.key, cell.value, cell.why, repr(cell.proposed))
        first.setdefault(key, cell)
        count[key] = count.get(key, 0) + 1
    groups = [UnreadGroup(cell, count[key]) for key, cell in first.items()]
    return tuple(sorted(groups, key=lambda group: -group.count))


def as_problem(group: UnreadGroup) -> Problem:
    """The same as a mistake or a remark."""
    cell = group.first
    values: dict[str, object] = {"heading": cell.heading, "value": cell.value, "why": cell.why, "count": group.count}
    if cell.proposed is not None and cell.table not in PERSON_TABLES:
        values["proposed"] = cell.proposed
    values |= {"choices": cell.choices, "leaves_out": cell.leaves_out}
    return Problem("unread" if cell.place.column else "unread_key", cell.place, values)
