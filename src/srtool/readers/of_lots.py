"""Rows that name a number of which each lot is a contract: what holds for all lots, and what cannot be told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from srtool.readers.raw import RawRegister, RawTable
from srtool.register.unread import UnreadCell

_FOR_ALL = ("contacts", "exemptions")
"""A conversation or a reason to deviate is about every lot."""
_FOR_SOME = ("efforts", "adjustments")
"""An effort or a waiver is of one lot, and which is not said; what extends or is lenient holds for all."""


def spread_over_lots(register: RawRegister, lots: Mapping[str, Sequence[str]]) -> None:
    """Repeats what holds for all lots of a number, and leaves out, as not read, what is of one of them."""
    if not lots:
        return
    for table in (*_FOR_ALL, *_FOR_SOME):
        if table in register.tables:
            register.tables[table] = _spread(table, register.tables[table], lots, register)


def _spread(table: str, raw: RawTable, lots: Mapping[str, Sequence[str]], register: RawRegister) -> RawTable:
    spread = RawTable()
    for record, row in zip(raw.records, raw.rows, strict=True):
        numbers = lots.get(str(record.get("contract")).strip())
        if numbers is None:
            spread.records.append(record)
            spread.rows.append(row)
        elif table in _FOR_ALL or (table == "adjustments" and not _is_waiver(record)):
            spread.records += [{**record, "contract": number} for number in numbers]
            spread.rows += [row] * len(numbers)
        else:
            place = row.at("contract")
            heading = register.headings.get((place.table, place.column), "")
            register.unread.append(
                UnreadCell(table, "contract", place, heading, "…", "which_lot", choices=tuple(numbers))
            )
            register.unplaced.update(numbers)
    return spread


def _is_waiver(record: Mapping[str, Any]) -> bool:
    return record.get("amount") is not None or record.get("percent") is not None
