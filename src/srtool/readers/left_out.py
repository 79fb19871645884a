"""Rows that cannot count, for a field they need is absent, unread or contradicted: each costs nothing but itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from keyword import iskeyword
from typing import Any

from srtool.errors import Problem
from srtool.place import Place, Row, Where
from srtool.readers.of_other_registers import OF_CONTRACT
from srtool.readers.raw import ABSENT, RawRegister
from srtool.readers.unread import heading_at, of_mistake, without_contradicted
from srtool.register.columns import infos
from srtool.register.unread import UnreadCell

LEAVES_OUT = frozenset({*OF_CONTRACT, "suppliers", "targets"})
"""Tables that can miss a row: without its contracts there is no register, and a merge stands or falls as a whole."""
_Where = tuple[str, int | None]
"""The table of the file, and the record in it."""


def apart(
    table: str,
    wrong: Iterable[tuple[str, Problem]],
    headings: Mapping[tuple[str, str], str],
    taken: Collection[Where],
) -> tuple[list[Problem], list[UnreadCell]]:
    """The mistakes that make a register unreadable, and the cells that only stay open or cost their own row.

    Of what is missing where something was `taken` out, that was told.
    """
    fatal: list[Problem] = []
    cells: list[UnreadCell] = []
    for key, problem in wrong:
        place = problem.place
        if isinstance(place, Place) and _may_stay_open(table, key, problem):
            if problem.code not in ABSENT or place not in taken:
                cell = of_mistake(table, key, place, problem, heading_at(place, headings))
                cells.append(replace(cell, leaves_out=infos(table)[key].required))
        elif problem.code not in ABSENT or place not in taken:
            fatal.append(problem)
    return fatal, cells


def leave_incomplete(table: str, good: dict[str, list[tuple[Row, Any]]], raw: RawRegister) -> None:
    """Takes out the rows that lack what they need."""
    needed = [info.key for info in infos(table).values() if info.required] if table in LEAVES_OUT else []
    names = [f"{key}_" if iskeyword(key) else key for key in needed]
    rows = [
        (row.table, row.number) for row, record in good[table] if any(getattr(record, one) is None for one in names)
    ]
    if rows:
        _without(frozenset(rows), table, good, raw)


def fatal_of(
    against: list[Problem], good: dict[str, list[tuple[Row, Any]]], raw: RawRegister, unread: list[UnreadCell]
) -> list[Problem]:
    """The contradictions for which nothing can be judged; a day in a sheet is left open, a parent may be elsewhere."""
    good["contracts"], in_doubt = without_contradicted(good["contracts"], against, raw.headings)
    unread += in_doubt
    strays = list[UnreadCell]()
    if any(one.code.startswith("contract_unknown") for one in against):
        from srtool.readers.of_other_registers import without_contract  # noqa: PLC0415 - hardly a register needs it

        strays = without_contract(good, against, raw)
    unread += strays
    raw.remarks += [replace(one, code="parent_elsewhere") for one in against if one.code == "parent_unknown"]
    doubted = {cell.place for cell in (*in_doubt, *strays)}
    left = [one for one in against if one.code != "parent_unknown" and one.place not in doubted]
    return [] if not left else _without_contradicted_rows(left, good, raw, unread)


def _without_contradicted_rows(
    against: list[Problem], good: dict[str, list[tuple[Row, Any]]], raw: RawRegister, unread: list[UnreadCell]
) -> list[Problem]:
    """The contradictions that are left when the rows that can be missed are taken out."""
    fields = _contradicted(against, good)
    for table in {table for table, _ in fields.values()}:
        without([place for place, (of, _) in fields.items() if of == table], table, good, raw)
    fatal = []
    for problem in against:
        if not isinstance(problem.place, Place) or problem.place not in fields:
            fatal.append(problem)
            continue
        heading = heading_at(problem.place, raw.headings)
        cell = of_mistake(*fields[problem.place], problem.place, problem, heading)
        unread.append(replace(cell, leaves_out=True))
    return fatal


def _contradicted(
    against: Iterable[Problem], good: Mapping[str, Sequence[tuple[Row, Any]]]
) -> dict[Place, tuple[str, str]]:
    """Where a row contradicts another or itself, with its table and field; contracts are dealt with by field."""
    rows = {_of(row): (table, row) for table in sorted(LEAVES_OUT) for row, _ in good[table]}
    places = [one.place for one in against if isinstance(one.place, Place)]
    beside = [(place, rows[place.table, place.number]) for place in places if (place.table, place.number) in rows]
    return {place: (table, _key_at(place, row)) for place, (table, row) in beside}


def without(places: Iterable[Place], table: str, good: dict[str, list[tuple[Row, Any]]], raw: RawRegister) -> None:
    """Takes the rows at these places out."""
    _without(frozenset((place.table, place.number) for place in places), table, good, raw)


def _without(rows: Collection[_Where], table: str, good: dict[str, list[tuple[Row, Any]]], raw: RawRegister) -> None:
    """Takes the rows out; of their contracts it is not known any more what was done."""
    left = [record for row, record in good[table] if _of(row) in rows]
    if table in OF_CONTRACT:
        raw.unplaced |= {record.contract for record in left if record.contract is not None}
    good[table] = [(row, record) for row, record in good[table] if _of(row) not in rows]


def _of(row: Row) -> _Where:
    return row.table, row.number


def _key_at(place: Place, row: Row) -> str:
    by_column = {column: key for key, column in (row.columns or {}).items()}
    return place.key or by_column[place.column]


def _may_stay_open(table: str, key: str, problem: Problem) -> bool:
    """Whether the rest of the register can be judged; a wrong key or type in TOML is a mistake in writing the file."""
    info = infos(table).get(key)
    if info is None or not isinstance(problem.place, Place) or (info.required and table not in LEAVES_OUT):
        return False
    return bool(problem.place.column) or not problem.code.endswith("_type")
