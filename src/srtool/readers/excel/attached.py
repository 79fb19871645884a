"""Growth paths and schedules: sheets of their own in Excel, lists within the contract in the model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from srtool.errors import Problem
from srtool.place import Place, Row
from srtool.readers.problems import shown
from srtool.readers.raw import RawRegister, RawTable
from srtool.register.columns import LISTS

ATTACHED: Mapping[str, str] = {key.rpartition(".")[2]: key for key in LISTS}
"""Sheet to the list in the contract: `growth` to `social_return.growth`."""


def attach(table: str, lines: RawTable, into: RawRegister) -> None:
    """Puts each line into the list of its contract, and its place with the contract's own."""
    contracts = into.tables.get("contracts", RawTable())
    at = {str(record.get("id")): index for index, record in reversed(list(enumerate(contracts.records)))}
    places: dict[int, dict[str, Place]] = {}
    for record, row in zip(lines.records, lines.rows, strict=True):
        contract = record.pop("contract", None)
        index = at.get(str(contract).strip()) if contract is not None else None
        if index is None:
            into.problems.append(_nowhere(contract, row))
            continue
        parent, _, leaf = ATTACHED[table].rpartition(".")
        holder = contracts.records[index].setdefault(parent, {})
        entries: list[object] = holder.setdefault(leaf, [])  # type: ignore[attr-defined]  # made here or by the line above
        here = f"{ATTACHED[table]}[{len(entries)}]"
        of_contract = places.setdefault(index, {})
        of_contract.setdefault(ATTACHED[table], row.at("contract"))
        of_contract |= _places(here, row, record)
        entries.append(record)
    for index, elsewhere in places.items():
        before = contracts.rows[index]
        contracts.rows[index] = replace(before, elsewhere={**before.elsewhere, **elsewhere})


def _places(entry: str, row: Row, record: Iterable[str]) -> dict[str, Place]:
    keys = {*record, *(row.columns or ())} - {"contract"}
    return {entry: row.at("contract")} | {f"{entry}.{key}": row.at(key) for key in sorted(keys)}


def _nowhere(contract: object, row: Row) -> Problem:
    if contract is None:
        return Problem("line_without_contract", row.at("contract"))
    return Problem("line_of_unknown_contract", row.at("contract"), {"contract": shown(contract)})
