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
