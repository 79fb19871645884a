"""Numbers that are used twice in a register: contracts get one of their own, efforts count nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from srtool.errors import Problem
from srtool.readers.of_lots import spread_over_lots
from srtool.readers.problems import shown
from srtool.readers.raw import RawRegister, RawTable, has_number_twice
from srtool.readers.repeated import told_apart
from srtool.register.unread import UnreadCell


def contracts_apart(register: RawRegister) -> None:
    """Gives each contract a number of its own, and says what was done for that."""
    if "contracts" in register.tables:
        register.tables["contracts"], told, lots = told_apart(register.tables["contracts"])
        register.remarks += told
        spread_over_lots(register, lots)


def efforts_numbered(register: RawRegister) -> None:
    """Gives each effort without a number that of its row, on a second such sheet with the name of the sheet."""
    table = register.tables.get("efforts", RawTable())
    without = [n for n, record in enumerate(table.records) if "id" not in record and _is_effort(record)]
    taken = {str(record["id"]) for record in table.records if "id" in record}
    for n in without:
        row = table.rows[n]
        number = f"#{row.number}"
        table.records[n]["id"] = number if number not in taken else f"{row.table} {number}"
        taken.add(number)
    if without:
        place = table.rows[without[0]].at("id")
        register.remarks.append(Problem("efforts_numbered", place, {"count": len(without)}))


def _is_effort(record: Mapping[str, object]) -> bool:
    """Whether the rest that an effort needs is there: what is no effort needs no number."""
    return "contract" in record and "kind" in record


def efforts_apart(register: RawRegister) -> None:
    """Leaves each number to one effort; not of what a supplier hands in, where a number used twice is refused."""
    if "efforts" in register.tables:
        register.tables["efforts"] = _efforts(register.tables["efforts"], register)


def _efforts(table: RawTable, register: RawRegister) -> RawTable:
    """The same effort once; under different ones with a number it is not known which holds, and so what was done."""
    if not has_number_twice(table):
        return table
    groups: dict[str, list[int]] = defaultdict(list)
    for n, record in enumerate(table.records):
        groups[str(record.get("id", f"row {n}")).strip()].append(n)
    left_out: set[int] = set()
    for number, places in groups.items():
        different = [n for k, n in enumerate(places) if all(table.records[n] != table.records[o] for o in places[:k])]
        if len(places) > len(different):
            place = table.rows[places[0]].at("id")
            cited = {"id": shown(number), "count": len(places) - len(different)}
            register.remarks.append(Problem("rows_the_same", place, cited))
        left_out |= set(places) - set(different)
        if len(different) > 1:
            left_out |= set(different)
            for n in different:
                _leave(table, n, register)
    kept = [n for n in range(len(table.records)) if n not in left_out]
    return RawTable([table.records[n] for n in kept], [table.rows[n] for n in kept])


def _leave(table: RawTable, n: int, register: RawRegister) -> None:
    place = table.rows[n].at("id")
    heading = register.headings.get((place.table, place.column), "id")
    register.unread.append(UnreadCell("efforts", "id", place, heading, "…", "effort_twice"))
    register.unplaced.add(str(table.records[n].get("contract")).strip())
