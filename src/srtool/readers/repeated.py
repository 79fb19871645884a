"""One number on several rows: of an older year, of several lots, or of several suppliers under one framework."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from srtool.errors import Problem
from srtool.place import Row
from srtool.readers.excel.completion import LOT
from srtool.readers.problems import shown
from srtool.readers.raw import RawTable

_YEAR = re.compile(r"(?:19|20)\d{2}")
Entry = tuple[dict[str, Any], Row]


def told_apart(table: RawTable) -> tuple[RawTable, list[Problem], dict[str, list[str]]]:
    """The contracts with a number of their own each, what was done for that, and the numbers of the lots of one."""
    groups: dict[str, list[int]] = defaultdict(list)
    for n, record in enumerate(table.records):
        groups[str(record.get("id")).strip()].append(n)
    remarks: list[Problem] = []
    left_out: set[int] = set()
    lots: dict[str, list[str]] = {}
    for number, places in groups.items():
        if len(places) > 1:
            kept, remark = _apart(number, {n: (table.records[n], table.rows[n]) for n in places})
            left_out |= set(places) - set(kept)
            remarks += remark
            named = [str(table.records[n]["id"]) for n in kept]
            if len(named) > 1 and number not in named:
                lots[number] = named
    for record in table.records:
        record.pop(LOT, None)
    if not left_out:
        return table, remarks, lots
    kept = [n for n in range(len(table.records)) if n not in left_out]
    return RawTable([table.records[n] for n in kept], [table.rows[n] for n in kept]), remarks, lots


def _apart(number: str, entries: Mapping[int, Entry]) -> tuple[list[int], list[Problem]]:
    """Which of the rows with this number are kept; their records are changed in place."""
    sheets = {row.table for _, row in entries.values()}
    if len(sheets) > 1:
        newest = max(sheets, key=lambda title: (_year(title), [row.table for _, row in entries.values()].index(title)))
        kept = {n: entry for n, entry in entries.items() if entry[1].table == newest}
        older = next(row for _, row in entries.values() if row.table != newest)
        values = {"id": shown(number), "sheet": shown(newest)}
        rest, remarks = _apart(number, kept) if len(kept) > 1 else (list(kept), [])
        return rest, [Problem("older_row", older.at("id"), values), *remarks]
    records = [record for record, _ in entries.values()]
    first = next(iter(entries.values()))[1]
    lots = [record.get(LOT) for record in records]
    if None not in lots and len(set(map(str, lots))) == len(lots):
        return _as_lots(number, entries, [str(lot) for lot in lots], first)
    worth = [record.get("contract_value") for record in records]
    if None not in worth and len(set(map(_comparable, worth))) == len(worth):
        return _as_lots(number, entries, [str(n) for n in range(1, len(records) + 1)], first)
    suppliers = [str(record.get("supplier", "")) for record in records]
    if "" not in suppliers and len(set(suppliers)) == len(suppliers) and len(set(map(_comparable, worth))) == 1:
        records[0]["supplier"] = " / ".join(suppliers)
        cited = {"id": shown(number), "count": len(records)}
        return [next(iter(entries))], [Problem("framework_of_several", first.at("id"), cited)]
    return _as_they_stand(number, entries)


def _as_they_stand(number: str, entries: Mapping[int, Entry]) -> tuple[list[int], list[Problem]]:
    """Rows that say the same once; the others each a contract, called after its row."""
    different: dict[int, Entry] = {}
    for n, (record, row) in entries.items():
        if all(record != other for other, _ in different.values()):
            different[n] = record, row
    first = next(iter(entries.values()))[1]
    remarks = []
    if len(different) < len(entries):
        cited = {"id": shown(number), "count": len(entries) - len(different)}
        remarks.append(Problem("rows_the_same", first.at("id"), cited))
    if len(different) > 1:
        for record, row in different.values():
            record["id"] = f"{number} #{row.number}"
        remarks.append(Problem("number_on_rows", first.at("id"), {"id": shown(number), "count": len(different)}))
    return list(different), remarks


def _as_lots(
    number: str, entries: Mapping[int, Entry], lots: Sequence[str], first: Row
) -> tuple[list[int], list[Problem]]:
    """A contract for each lot, with all of them together as the estimate."""
    records = [record for record, _ in entries.values()]
    values = [_amount(record.get("contract_value")) for record in records]
    known = [value for value in values if value is not None]
    for record, lot in zip(records, lots, strict=True):
        record["id"] = f"{number}/{lot}"
        if len(known) == len(records):
            record.setdefault("estimated_value", sum(known))
    return list(entries), [Problem("lots_apart", first.at("id"), {"id": shown(number), "count": len(records)})]


def _amount(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)


def _comparable(value: object) -> object:
    amount = _amount(value)
    return value if amount is None else amount


def _year(title: str) -> int:
    return max((int(year) for year in _YEAR.findall(title)), default=0)
