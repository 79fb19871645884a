"""Records that name a contract which is not in this register: they count nowhere, and cost the others nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from srtool.errors import Problem
from srtool.place import Row
from srtool.readers.nearest import looks_like
from srtool.readers.raw import RawRegister
from srtool.readers.unread import heading_at
from srtool.register.unread import UnreadCell

OF_CONTRACT = ("efforts", "contacts", "adjustments", "exemptions")
"""Tables of which each record names a contract."""


def without_contract(
    good: dict[str, list[tuple[Row, Any]]], against: Sequence[Problem], raw: RawRegister
) -> list[UnreadCell]:
    """Takes those records out, and gives the cells that are left unread.

    Of a contract whose number looks like the one that stands there it is not known what was done.
    """
    strays = {one.place for one in against if one.code.startswith("contract_unknown")}
    if not strays:
        return []
    cells = []
    numbers = [contract.id for _, contract in good["contracts"] if contract.id is not None]  # one may lack its own
    for table in OF_CONTRACT:
        kept = []
        for row, record in good[table]:
            place = row.at("contract")
            if place not in strays:
                kept.append((row, record))
                continue
            heading = heading_at(place, raw.headings)
            cells.append(UnreadCell(table, "contract", place, heading, "…", "contract_elsewhere"))
            likely = None if record.contract is None else looks_like(record.contract, numbers)
            if likely is not None:
                raw.unplaced.add(likely)
        good[table] = kept
    return cells
