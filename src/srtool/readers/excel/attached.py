"""Growth paths and schedules: sheets of their own in Excel, lists within the contract in the model."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from srtool.place import Place, Row
from srtool.readers.raw import RawRegister, RawTable
from srtool.readers.unread import heading_at
from srtool.register.columns import LISTS, infos
from srtool.register.unread import UnreadCell

ATTACHED: Mapping[str, str] = {key.rpartition(".")[2]: key for key in LISTS}
"""Sheet to the list in the contract: `growth` to `social_return.growth`."""


def attach(table: str, lines: RawTable, into: RawRegister) -> None:
    """Puts each line into the list of its contract, and its place with the contract's own.

    A line that cannot be read costs the whole list of its contract: what is left of it would say something else.
    """
    contracts = into.tables.get("contracts", RawTable())
    at = {str(record.get("id")): index for index, record in reversed(list(enumerate(contracts.records)))}
    places: dict[int, dict[str, Place]] = {}
    needed = [key for key, info in infos(table).items() if info.required]
    incomplete: dict[int, str] = {}
    for record, row in zip(lines.records, lines.rows, strict=True):
        contract = record.get("contract")
        index = at.get(str(contract).strip()) if contract is not None else None
        absent = [key for key in needed if key not in record]
        into.unread += [_line(table, key, row, into, "cell_missing") for key in absent if row.at(key) not in into.taken]
        if index is None and contract is not None:
            into.unread.append(_line(table, "contract", row, into, "contract_elsewhere"))
        if index is not None and absent:
            incomplete[index] = row.table
        if index is None or absent:
            continue
        del record["contract"]
        parent, _, leaf = ATTACHED[table].rpartition(".")
        holder = contracts.records[index].setdefault(parent, {})
        entries: list[object] = holder.setdefault(leaf, [])  # type: ignore[attr-defined]  # made here or by the line above
        here = f"{ATTACHED[table]}[{len(entries)}]"
        of_contract = places.setdefault(index, {})
        of_contract.setdefault(ATTACHED[table], row.at("contract"))
        of_contract |= _places(here, row, record)
        entries.append(record)
    for index, title in incomplete.items():
        _leave_list(table, index, title, into)
        places.pop(index, None)
    for index, elsewhere in places.items():
        before = contracts.rows[index]
        contracts.rows[index] = replace(before, elsewhere={**before.elsewhere, **elsewhere})


def _places(entry: str, row: Row, record: Iterable[str]) -> dict[str, Place]:
    keys = {*record, *(row.columns or ())} - {"contract"}
    return {entry: row.at("contract")} | {f"{entry}.{key}": row.at(key) for key in sorted(keys)}


def _line(table: str, key: str, row: Row, into: RawRegister, why: str) -> UnreadCell:
    """The cell because of which a line does not count."""
    place = row.at(key)
    return UnreadCell(table, key, place, heading_at(place, into.headings), "", why, leaves_out=why == "cell_missing")


def _leave_list(table: str, index: int, title: str, into: RawRegister) -> None:
    """Takes the list of a contract out; of a growth path the percentage goes with it, which it changes over time."""
    contracts = into.tables["contracts"]
    parent, _, leaf = ATTACHED[table].rpartition(".")
    holder: Any = contracts.records[index].get(parent, {})
    holder.pop(leaf, None)
    if leaf == "growth":
        leaf = "percent"
        holder.pop(leaf, None)
    place = contracts.rows[index].at(f"{parent}.{leaf}")
    heading = heading_at(place, into.headings)
    into.unread.append(UnreadCell("contracts", f"{parent}.{leaf}", place, heading, title, "list_unread"))
