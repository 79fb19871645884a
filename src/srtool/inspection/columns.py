"""Which columns an officer should look at first: with unread cells, not read, in doubt, or deciding a verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from srtool.errors import Problem
from srtool.lazy_dataclass import dataclass
from srtool.place import Place
from srtool.register.model import RegisterFile
from srtool.register.sheet_columns import SheetColumn
from srtool.register.unread import UnreadGroup, grouped

DECIDING = frozenset(
    {
        *("contract_value", "estimated_value", "framework_maximum", "wage_sum", "labour_share"),
        *("kind", "status", "procedure", "start", "end", "end_latest", "authority", "rule_set"),
        *("social_return.asked", "social_return.percent", "social_return.amount", "social_return.basis"),
    }
)
"""Fields of a contract on which it depends whether social return applies, and what is owed."""
_NO_PARENT = "is_framework"
"""The remark that a column says yes or no, and not which contract is the parent."""
_ASKED = "social_return.asked"
_DEMANDS = frozenset({"social_return.amount", "social_return.percent"})
"""Fields of which a column may say yes or no instead."""


@dataclass(frozen=True, slots=True)
class ColumnNote:
    """A column with what is not clear about it."""

    column: SheetColumn
    taken_for: str = ""
    """The (dotted) field that it was read as; empty where it was not."""
    unread: tuple[UnreadGroup, ...] = ()
    """Its cells that could not be read, per word; the most frequent first."""
    remarks: int = 0
    """How many remarks the reader made on it."""
    remark_cells: tuple[str, ...] = ()
    """Where these stand, such as `G2`."""

    @property
    def unread_cells(self) -> int:
        return sum(group.count for group in self.unread)

    @property
    def is_notable(self) -> bool:
        """Whether it is unread, in doubt or decides a verdict."""
        return bool(self.unread or self.remarks or not self.column.is_read or self._decides)

    @property
    def rank(self) -> tuple[int, bool, int]:
        """Lower is to be looked at earlier."""
        kinds = (bool(self.unread), not self.column.is_read, bool(self.remarks), self._decides)
        kind = kinds.index(True) if True in kinds else len(kinds)
        return kind, not self.column.holds_amounts, -self.unread_cells

    @property
    def _decides(self) -> bool:
        return self.column.table == "contracts" and (self.column.key in DECIDING or bool(self.column.beside))


def column_notes(register_file: RegisterFile) -> tuple[ColumnNote, ...]:
    """One for each column, what is to be looked at first ahead; else in the order of the file."""
    unread: dict[tuple[str, str], list[UnreadGroup]] = defaultdict(list)
    for group in grouped(register_file.unread):
        unread[group.first.place.table, group.first.place.column].append(group)
    remarks = _by_column(register_file.remarks)
    frameworks = {
        (remark.place.table, remark.place.column)
        for remark in register_file.remarks
        if remark.code == _NO_PARENT and isinstance(remark.place, Place)
    }
    notes = []
    for column in register_file.columns:
        where = (column.place.table, column.place.column)
        notes.append(
            ColumnNote(
                column,
                "" if where in frameworks else _taken_for(column, register_file),
                tuple(unread[where]),
                len(remarks[where]),
                tuple(remarks[where]),
            )
        )
    return tuple(sorted(notes, key=lambda note: note.rank))


def _taken_for(column: SheetColumn, register_file: RegisterFile) -> str:
    """Its field; of one for an amount or a percentage in which only yes and no stand, whether it is asked at all."""
    if column.key not in _DEMANDS or any(
        other.key == _ASKED and other.place.table == column.place.table for other in register_file.columns
    ):
        return column.key
    demands = [contract.social_return for contract in register_file.register.contracts]
    has_own = any(getattr(demand, column.key.rpartition(".")[2]) is not None for demand in demands)
    return column.key if has_own or all(demand.asked is None for demand in demands) else _ASKED


def _by_column(remarks: Iterable[Problem]) -> Mapping[tuple[str, str], list[str]]:
    """The cells of each column with a remark, those that are not read left out: these are counted apart."""
    cells: dict[tuple[str, str], list[str]] = defaultdict(list)
    for remark in remarks:
        place = remark.place
        if isinstance(place, Place) and place.column and remark.code != "unread":
            cells[place.table, place.column].append(f"{place.column}{place.number or ''}")
    return cells
