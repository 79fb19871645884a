"""What a supplier sent back, held against the register that it is for: what is new, what is known, what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import date

from srtool.errors import InputError, Problem
from srtool.lazy_dataclass import dataclass
from srtool.place import Place, Row
from srtool.readers.cross_checks import contradictions
from srtool.readers.nearest import MOST, looks_like
from srtool.readers.raw import named
from srtool.readers.returned.handed_in import HandedIn
from srtool.register.columns import table_types
from srtool.register.model import Effort, RegisterFile
from srtool.register.suppliers import Suppliers
from srtool.rules.ruleset import Block, Bonus, RuleSet

RulesOf = Callable[[str], Sequence[RuleSet]]
"""The rule sets that may know the building blocks of a contract, by its id."""

_DECIDED_LATER = frozenset({"status", "claimed_on", "confirmed_on"})
"""What is filled in after an effort came in, so that it says nothing about whether two are the same."""


@dataclass(frozen=True, slots=True)
class Claims:
    """The efforts of a workbook, told apart by whether the register has them."""

    new: tuple[Effort, ...]
    """As they go into the register: claimed."""
    known: tuple[Effort, ...]


def judged(handed: HandedIn, register_file: RegisterFile, rules_of: RulesOf, on: date) -> Claims:
    """The claims, new ones dated `on` where the supplier gave no day; InputError with all that is wrong."""
    had = {effort.id: effort for effort in register_file.register.efforts}
    contracts = {contract.id for contract in register_file.register.contracts}
    new = [(row, effort) for row, effort in handed.efforts if effort.id not in had]
    problems = [*handed.problems, *_of_others(handed, register_file)]
    # Under a number that the register does not know the rules of the other contracts hold, to tell all at once.
    usual = next((rules_of(effort.contract) for _, effort in handed.efforts if effort.contract in contracts), ())
    for row, effort in handed.efforts:
        old = had.get(effort.id)
        rules = rules_of(effort.contract) if effort.contract in contracts else usual
        if old is not None:
            problems += _changed(row, _with_ids(effort, rules), _with_ids(old, rules))
        elif rules:
            problems += _unknown_block(row, effort, rules)
            problems += _unknown_bonus(row, effort, rules)
        if old is None or not _is_confirmed(old):
            problems += _confirmed_by_supplier(row, effort)
    problems += _contradictions(handed, new, register_file)
    if problems:
        raise InputError(sorted(problems, key=_cell))
    return Claims(
        tuple(_claimed(_with_ids(effort, rules_of(effort.contract)), on) for _, effort in new),
        tuple(effort for _, effort in handed.efforts if effort.id in had),
    )


def _of_others(handed: HandedIn, register_file: RegisterFile) -> Iterator[Problem]:
    """Efforts for contracts of another supplier: than the workbook is for, or where it does not say, than the first."""
    suppliers = Suppliers(register_file.register)
    of = suppliers.of_contracts
    contracts = {contract.id for contract in register_file.register.contracts}
    claimed = [(row, effort.contract) for row, effort in handed.efforts if effort.contract in contracts]
    if handed.supplier is None:
        first = next((of.get(contract) for _, contract in claimed), None)
        yield from (
            Problem("claim_of_several", row.at("contract"))
            for row, contract in claimed
            if first is None or of.get(contract) != first
        )
        return
    supplier = suppliers.meant_by(handed.supplier)
    if supplier is None:
        yield Problem("claim_supplier_unknown", Place(handed.file), {"supplier": handed.supplier})
        return
    theirs = tuple(contract for contract, number in of.items() if number == supplier)
    for row, contract in claimed:
        if contract not in theirs:
            yield Problem("claim_other_supplier", row.at("contract"), {"known": named(theirs, len(theirs))})


def _cell(problem: Problem) -> tuple[int, int, str]:
    """From the top of the sheet to the bottom, and from left to right."""
    place = problem.place
    if not isinstance(place, Place) or place.number is None:
        return 0, 0, ""
    return place.number, len(place.column), place.column


def _claimed(effort: Effort, on: date) -> Effort:
    return replace(effort, status="claimed", claimed_on=effort.claimed_on or on, confirmed_on=None)


def _with_ids(effort: Effort, rules: Sequence[RuleSet]) -> Effort:
    """The effort with the ids of its block and bonuses, where these were chosen by their labels."""
    blocks = {block.id for rule_set in rules for block in rule_set.blocks_named(effort.block or "")}
    bonuses = tuple(_bonus_id(name, rules) for name in effort.bonuses)
    return replace(effort, block=blocks.pop() if len(blocks) == 1 else effort.block, bonuses=bonuses)


def _bonus_id(name: str, rules: Sequence[RuleSet]) -> str:
    bonuses = {bonus.id for rule_set in rules for bonus in rule_set.bonuses_named(name)}
    return bonuses.pop() if len(bonuses) == 1 else name


def _unknown_block(row: Row, effort: Effort, rules: Sequence[RuleSet]) -> Iterator[Problem]:
    if effort.block is not None and not any(rule_set.blocks_named(effort.block) for rule_set in rules):
        blocks = [block for rule_set in rules for block in rule_set.block]
        yield Problem("claim_block_unknown", row.at("block"), {"near": _labels_near(effort.block, blocks)})


def _labels_near(name: str, records: Sequence[Block] | Sequence[Bonus]) -> tuple[object, ...]:
    """What is called most like this name, else all there is, as the list to choose from calls it in each language."""
    called = {word: record.label for record in records for word in (record.id, *record.label.values())}
    near = looks_like(name, called)
    labels = [called[near]] if near is not None else list({record.id: record.label for record in records}.values())
    return (*labels[:MOST], *(("…",) if len(labels) > MOST else ()))


def _unknown_bonus(row: Row, effort: Effort, rules: Sequence[RuleSet]) -> Iterator[Problem]:
    bonuses = [bonus for rule_set in rules for bonus in rule_set.bonus]
    unknown = [name for name in effort.bonuses if not any(rule_set.bonuses_named(name) for rule_set in rules)]
    if unknown and not bonuses:
        yield Problem("claim_bonus_none", row.at("bonuses"))
    elif unknown:
        yield Problem("claim_bonus_unknown", row.at("bonuses"), {"near": _labels_near(unknown[0], bonuses)})


def _is_confirmed(effort: Effort) -> bool:
    return effort.status == "confirmed" or effort.confirmed_on is not None


def _confirmed_by_supplier(row: Row, effort: Effort) -> Iterator[Problem]:
    if effort.status == "confirmed":
        yield Problem("claim_confirmed", row.at("status"))
    if effort.confirmed_on is not None:
        yield Problem("claim_confirmed", row.at("confirmed_on"))


def _changed(row: Row, effort: Effort, old: Effort) -> Iterator[Problem]:
    """What the supplier wrote differently; what it left open may have been added by the officer."""
    for f in fields(table_types()["efforts"]):
        written = getattr(effort, f.name)
        if f.name not in _DECIDED_LATER and written not in {None, ()} and written != getattr(old, f.name):
            yield Problem("claim_changed", row.at(f.name))


def _contradictions(
    handed: HandedIn, new: Sequence[tuple[Row, Effort]], register_file: RegisterFile
) -> Iterator[Problem]:
    """What the register with the new efforts would say against itself, seen from the cells."""
    register, rows = register_file.register, register_file.rows
    records = {table: list(zip(rows.get(table, ()), getattr(register, table), strict=True)) for table in table_types()}
    come = {number for number, _ in handed.numbers}
    numbers = {
        table: [(record.id, row) for row, record in records[table]] for table in ("contracts", "suppliers", "efforts")
    }
    had = [(number, row) for number, row in numbers["efforts"] if number not in come]
    numbers["efforts"] = [*had, *handed.numbers]
    records["efforts"] += new
    return contradictions(records, numbers)
