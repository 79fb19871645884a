"""What is to be said about the cells of a sheet: remarks once per column, and each cell that was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from srtool.errors import Problem
from srtool.lazy_dataclass import dataclass
from srtool.readers.excel.grid import letters
from srtool.readers.excel.sheets import TableSheet
from srtool.readers.problems import shown
from srtool.readers.raw import MOST_CELLS, named
from srtool.register.columns import infos
from srtool.register.unread import PERSON_TABLES, UnreadCell


@dataclass(slots=True)
class Notes:
    """Remarks and unread cells, as the rows go by."""

    sheet: TableSheet
    first: dict[tuple[int, str], Problem] = field(default_factory=dict)
    count: Counter[tuple[int, str]] = field(default_factory=Counter)
    cells: dict[tuple[int, str], list[str]] = field(default_factory=dict)
    not_read: list[tuple[int, int, UnreadCell]] = field(default_factory=list)
    """With the row and the column."""

    def take(self, noted: Any, index: int, row: int) -> object:  # noqa: ANN401 - a Noted, by its class
        """The value, once the remark on it is written down."""
        key = (index, noted.code)
        self.count[key] += 1
        if key not in self.first:
            place = self.sheet.cell(index, row)
            values = {"value": _cited(noted.value if noted.seen is None else noted.seen), "taken": _taken(noted.value)}
            self.first[key] = Problem(noted.code, place, values)
        if self.count[key] <= MOST_CELLS:
            self.cells.setdefault(key, []).append(f"{letters(index)}{row}")
        return noted.value

    def leave(self, cell: Any, index: int, row: int) -> None:  # noqa: ANN401 - a NotRead, by its class
        """Writes down that a cell is not read."""
        table = self.sheet.table
        value = "…" if table in PERSON_TABLES else _cited(cell.seen)
        place, heading = self.sheet.cell(index, row), self.sheet.headings.get(index, "")
        field_key = self.sheet.fields.get(index) or _STANDS_FOR.get(self.sheet.beside.get(index, ""), "")
        unread = UnreadCell(table, field_key, place, heading, value, cell.why, cell.proposed, choices=cell.choices)
        self.not_read.append((row, index, unread))

    def unread(self, outside: Collection[int]) -> list[UnreadCell]:
        """The cells that were not read, but for those in these rows."""
        left_out = frozenset(outside)
        return [cell for row, _, cell in self.not_read if row not in left_out]

    def remarks(self) -> Iterator[Problem]:
        """One for each kind of note and column, with the first cells and how many there are."""
        for key, problem in self.first.items():
            cells = named(self.cells[key], self.count[key])
            yield replace(problem, values={**problem.values, "count": self.count[key], "cells": cells})


_STANDS_FOR = {"term": "end", "options": "end_latest"}
"""The field that is undecided when a column beside the fields cannot be read."""


def is_needed(cell: UnreadCell) -> bool:
    """Whether the record cannot do without the field; a contract without number or title gets one."""
    return cell.table != "contracts" and infos(cell.table)[cell.key].required


def _taken(value: object) -> object:
    return value if isinstance(value, date) else _cited(value)


def _cited(value: object) -> str | Decimal:
    """A number stays one, so that it is written as the reader writes it."""
    if isinstance(value, float) and not value.is_integer():
        return Decimal(repr(value))
    return value if isinstance(value, Decimal) else shown(value)
