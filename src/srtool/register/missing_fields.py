"""Which fields of which contract could not be read, and which a whole register nowhere has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import attrgetter

from srtool.register.model import Register, RegisterFile


def unread_fields(register_file: RegisterFile) -> Mapping[str, frozenset[str]]:
    """The (dotted) keys by the id of the contract; none where all of it was read."""
    cells: dict[tuple[str, int | None], set[str]] = defaultdict(set)
    for cell in register_file.unread:
        if cell.table == "contracts":
            cells[cell.place.table, cell.place.number].add(cell.key)
    if not cells:
        return {}
    pairs = zip(register_file.register.contracts, register_file.rows["contracts"], strict=True)
    return {
        contract.id: frozenset(keys)
        for contract, row in pairs
        if (keys := cells.get((row.table, row.number))) is not None
    }


_OF_EVENTS = {
    "efforts": frozenset(
        {"kind", "status", "start", "end", "hours_per_week", "full_time", "claimed_on", "confirmed_on"}
    ),
    "contacts": frozenset({"on", "kind"}),
}
"""The fields that say when something was done and whether it counts; of an amount only the value is not known."""


def unread_events(register_file: RegisterFile) -> Mapping[str, frozenset[str]]:
    """By the id of the contract the tables in which something of what was done on it could not be read."""
    rows = {
        (cell.table, cell.place.table, cell.place.number)
        for cell in register_file.unread
        if cell.key in _OF_EVENTS.get(cell.table, ())
    }
    tables: dict[str, set[str]] = defaultdict(set)
    for table in {table for table, _, _ in rows}:
        records = getattr(register_file.register, table)
        for record, row in zip(records, register_file.rows[table], strict=True):
            if (table, row.table, row.number) in rows:
                tables[record.contract].add(table)
    return {contract: frozenset(names) for contract, names in tables.items()}


AGREED = frozenset(
    {f"social_return.{key}" for key in ("plan_due", "plan_agreed_on", "report_every_months", "shortfall_clause")}
    | {"social_return.evaluation_on", "social_return.schedule", "notice_months", "contacts"}
)
"""What was agreed of a contract and what is dated on it: the fields, and the table, of which its sheets speak."""
_SEVERAL = 2
"""Of so many contracts a table that is absent says that it is kept elsewhere."""


def is_list(register_file: RegisterFile) -> bool:
    """Whether it is a list, of which columns may be kept elsewhere: several contracts, or a sheet of one's own.

    What is absent of one contract in TOML or in a workbook of srtool is absent: these are made to be filled in here.
    """
    is_of_ones_own = bool(register_file.columns) and not register_file.was_made_here
    return is_of_ones_own or len(register_file.register.contracts) >= _SEVERAL


def absent_fields(register_file: RegisterFile, fields: Iterable[str]) -> frozenset[str]:
    """Those of these (dotted) fields of contracts, and tables, that this list nowhere has; none of a draft."""
    if not is_list(register_file):
        return frozenset()
    # A cell that cannot be read, or that says that nothing is filled in, still shows that its column is kept.
    kept = register_file.left_blank | {cell.key for cell in register_file.unread if cell.table == "contracts"}
    kept |= {"estimated_value"} if register_file.procedure_estimates else set()
    register = register_file.register
    if len(register.contracts) < _SEVERAL:  # the one cell below a heading may be empty
        kept |= {column.key for column in register_file.columns if column.table == "contracts"}
    return frozenset(field for field in fields if field not in kept and not _has(register, field))


def _has(register: Register, field: str) -> bool:
    if hasattr(register, field):
        return bool(getattr(register, field))
    value_of = attrgetter(field)
    return any(value_of(contract) not in {None, ()} for contract in register.contracts)
