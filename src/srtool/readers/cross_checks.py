"""What records say about each other: numbers used twice, references to nothing, an end before its start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from srtool.errors import Problem
from srtool.place import Row
from srtool.readers.privacy import discreet
from srtool.readers.raw import RawTable
from srtool.register.model import Contract, Effort

Records = Mapping[str, list[tuple[Row, Any]]]
"""Per table the records as far as they could be read, each with its row: even a needed field may be None."""
Numbers = Mapping[str, list[tuple[str, Row]]]
"""Per table the number of each record, the unreadable ones too, so that one mistake is told once."""
NUMBERED = ("contracts", "suppliers", "efforts")
"""The tables of which the records have a number."""


def contradictions(records: Records, numbers: Numbers) -> Iterator[Problem]:
    """All of them, in the order of the tables."""
    for table, pairs in numbers.items():
        yield from _discreetly(table, _twice(pairs))
    contracts = {number for number, _ in numbers["contracts"]}
    efforts = {number for number, _ in numbers["efforts"]}
    for row, contract in records["contracts"]:
        yield from _discreetly("contracts", _contract(row, contract, contracts))
    yield from _cycles(records["contracts"])
    yield from _discreetly("efforts", _efforts(records["efforts"], contracts, efforts))
    yield from _discreetly("efforts", _corrections(records["efforts"]))
    for table in ("contacts", "adjustments", "exemptions"):
        for row, record in records[table]:
            yield from _discreetly(table, _refers(row, "contract", [record.contract], contracts))
    for row, adjustment in records["adjustments"]:
        yield from _ordered(row, "until_before_from", adjustment.from_, adjustment.until, "until")
    for row, merge in records["merges"]:
        yield from members_of(row, merge.members)
        yield from _discreetly("merges", _refers(row, "members", merge.members or (), contracts))


def members_of(row: Row, members: tuple[str, ...] | None) -> Iterator[Problem]:
    """Two different contracts or more; whether there is a list at all is said elsewhere."""
    if members is not None and (len(members) < 2 or len(set(members)) < len(members)):
        yield Problem("merge_members", row.at("members"))


def _discreetly(table: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    return (discreet(table, problem) for problem in problems)


def ids(raw: RawTable) -> Iterator[tuple[str, Row]]:
    """The numbers that stand in a table of the file."""
    for record, row in zip(raw.records, raw.rows, strict=True):
        number = record.get("id")
        if isinstance(number, str | int):
            yield str(number).strip(), row


def _twice(pairs: Iterable[tuple[str, Row]]) -> Iterator[Problem]:
    first: dict[str, Row] = {}
    for number, row in pairs:
        earlier = first.setdefault(number, row)
        if earlier is not row and number:
            yield Problem("id_twice", row.at("id"), {"id": number, "first": earlier.at("id")})


def _contract(row: Row, contract: Contract, contracts: set[str]) -> Iterator[Problem]:
    yield from _ordered(row, "end_before_start", contract.start, contract.end, "end")
    yield from _ordered(row, "latest_before_end", contract.end, contract.end_latest, "end_latest")
    if contract.part_of is not None:
        if contract.part_of == contract.id:
            yield Problem("parent_self", row.at("part_of"), {"id": contract.id})
        elif contract.part_of not in contracts:
            yield Problem("parent_unknown", row.at("part_of"), {"id": contract.part_of})
    if contract.social_return.growth:
        yield from _growth(row, [step.from_ for step in contract.social_return.growth])


def _ordered(row: Row, code: str, first: date | None, then: date | None, key: str) -> Iterator[Problem]:
    if first is not None and then is not None and then < first:
        yield Problem(code, row.at(key), {"first": first, "then": then})


def _growth(row: Row, days: list[date]) -> Iterator[Problem]:
    for n in range(1, len(days)):
        if days[n] <= days[n - 1]:
            code = "growth_twice" if days[n] == days[n - 1] else "growth_order"
            yield Problem(code, row.at(f"social_return.growth[{n}].from"), {"first": days[n - 1], "then": days[n]})


def _refers(row: Row, key: str, named: Iterable[str | None], contracts: set[str]) -> Iterator[Problem]:
    for number in named:
        if number is not None and number not in contracts:
            yield Problem("contract_unknown", row.at(key), {"id": number})


def _efforts(
    records: Iterable[tuple[Row, Effort]], contracts: set[str], efforts: set[str]
) -> Iterator[Problem]:  # in one loop: there are many, and hardly one contradicts anything
    for row, effort in records:
        if effort.contract not in contracts:
            yield from _refers(row, "contract", [effort.contract], contracts)
        if effort.start is not None and effort.end is not None and effort.end < effort.start:
            yield from _ordered(row, "end_before_start", effort.start, effort.end, "end")
        if effort.corrects is not None:
            yield from _corrects(row, effort, efforts)


def _corrects(row: Row, effort: Effort, efforts: set[str]) -> Iterator[Problem]:
    if effort.corrects == effort.id:
        yield Problem("corrects_self", row.at("corrects"), {"id": effort.id})
    elif effort.corrects not in efforts:
        yield Problem("corrects_unknown", row.at("corrects"), {"id": effort.corrects})


def _corrections(records: Iterable[tuple[Row, Effort]]) -> Iterator[Problem]:
    """A correction is of the same contract, an effort is corrected once, and none corrects itself by way of others."""
    correcting = [(row, effort) for row, effort in records if effort.corrects is not None]
    if not correcting:
        return
    # Without its number an effort is a mistake of its own, and nothing can correct it.
    by_id = {effort.id: effort for _, effort in records if effort.id}
    circles = _circles(by_id)
    corrected: set[str] = set()
    for row, effort in correcting:
        old = by_id.get(effort.corrects) if effort.corrects is not None and effort.corrects != effort.id else None
        if old is None:
            continue
        if old.contract != effort.contract:
            yield Problem("corrects_other_contract", row.at("corrects"))
        if old.id in corrected:
            yield Problem("corrects_twice", row.at("corrects"))
        corrected.add(old.id)
        if effort.id in circles:
            yield Problem("corrects_circle", row.at("corrects"))


def _circles(by_id: Mapping[str, Effort]) -> frozenset[str]:
    """The efforts that correct themselves by way of others; no step is taken twice, however long the chain."""
    following = {number: effort.corrects for number, effort in by_id.items() if effort.corrects != number}
    done: set[str] = set()
    circles: set[str] = set()
    for start in following:
        path: dict[str, None] = {}
        number: str | None = start
        while number in following and number not in done and number not in path:
            path[number] = None
            number = following[number]
        if number in path:
            names = list(path)
            circles.update(names[names.index(number) :])
        done.update(path)
    return frozenset(circles)


def _cycles(contracts: Iterable[tuple[Row, Contract]]) -> Iterator[Problem]:
    """Each circle of contracts that are part of each other, once, at its first contract in the file."""
    parents = {c.id: (c.part_of, row) for row, c in contracts if c.part_of is not None and c.part_of != c.id}
    done: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        number: str | None = start
        while number in parents and number not in done and number not in path:
            path[number] = None
            number = parents[number][0]
        if number in path:
            circle = list(path)[list(path).index(number) :]
            yield Problem("parent_cycle", parents[circle[0]][1].at("part_of"), {"ids": [*circle, circle[0]]})
        done.update(path)
