"""A register as it stands in the file, before its values are judged: what both readers deliver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from srtool.errors import Problem
from srtool.lazy_dataclass import dataclass
from srtool.place import Place, Row, Where
from srtool.register.procedure_estimate import ProcedureEstimate
from srtool.register.sheet_columns import SheetColumn
from srtool.register.units import UnitOrigin
from srtool.register.unread import UnreadCell


class BareNumber(str):
    """A number without quotation marks whose decimals look like thousands: to be questioned as it was written."""

    __slots__ = ()


_BLOCK = 5_000
"""Records that are judged at a time."""
MOST_CELLS = 10
"""So many places does one remark name."""


MARKED_SHEET = "sheet_of_marks"
"""The remark that a file has the sheet of `check --mark`, and so is a copy of another one."""
ABSENT = frozenset({"key_missing", "cell_missing"})
"""The mistakes that something needed is not there."""


def named(places: Sequence[str], count: int) -> tuple[str, ...]:
    """The places that a remark names, and a mark when there are more."""
    return (*places[:MOST_CELLS], *(("…",) if count > MOST_CELLS else ()))


@dataclass(slots=True)
class RawTable:
    """Records with the keys of the model (`social_return` nested), each with its place."""

    records: list[dict[str, object]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def blocks(raw: RawTable) -> Iterator[RawTable]:
    """The table in parts, each let go before the next: beside its records nobody needs what they were made from."""
    while raw.records:
        block = RawTable(raw.records[:_BLOCK], raw.rows[:_BLOCK])
        del raw.records[:_BLOCK], raw.rows[:_BLOCK]
        yield block


@dataclass(slots=True)
class RawRegister:
    """Tables by the names of `model.Register`; problems make it unreadable, remarks do not."""

    tables: dict[str, RawTable] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    examples: list[Place] = field(default_factory=list)
    """Places of rows that are only an example, and left out."""
    unread: list[UnreadCell] = field(default_factory=list)
    """Cells that could not be read; their fields are left out of the records."""
    headings: dict[tuple[str, str], str] = field(default_factory=dict)
    """What the columns that are read are called, by the title of the sheet and the letter."""
    units: dict[str, UnitOrigin] = field(default_factory=dict)
    """How it is known what the amounts of contracts are counted in, by the title of the sheet."""
    columns: list[SheetColumn] = field(default_factory=list)
    """All columns with a heading, those that are not read included."""
    unplaced: set[str] = field(default_factory=set)
    """Contracts of which something was done that cannot be told from what was done on another lot."""
    procedure_estimates: dict[str, ProcedureEstimate] = field(default_factory=dict)
    """By the number of each contract that is a lot of a procedure whose notice estimates the whole."""
    was_made_here: bool = False
    """Whether it is a workbook that srtool made: like a file of TOML it is filled in here, and kept nowhere else."""
    has_unread: bool = False
    """Whether a remark tells of a notice, or of a value in one, that could not be read."""
    taken: set[Where] = field(default_factory=set)
    """Places whose value was refused and taken out: that it is missing now is no second mistake."""


def has_number_twice(table: RawTable) -> bool:
    """Whether two records of a table have the same number."""
    numbers = [str(record["id"]).strip() for record in table.records if isinstance(record.get("id"), str | int)]
    return len(set(numbers)) < len(numbers)
