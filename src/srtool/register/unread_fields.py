"""Which fields of which contract could not be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from srtool.register.model import RegisterFile


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
