"""What one supplier is asked to fill in, and all that it may see: its own contracts and its own efforts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import count, islice

from srtool.case.case import Case
from srtool.finding import Answer
from srtool.lazy_dataclass import dataclass
from srtool.progress.dossier import Entry
from srtool.progress.entries import total
from srtool.register.index import Index
from srtool.register.model import Contract, Effort
from srtool.register.status import BEFORE_AWARD
from srtool.rules.ruleset import RuleSet

ROWS = 50
"""Numbers that stand ready for new efforts."""
_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """One contract as its supplier knows it."""

    contract: Contract
    end: date | None
    """The last day, extensions included."""
    obligation: Decimal | None
    """None where the amount is not known, or another contract carries it."""
    claimed: Decimal
    confirmed: Decimal


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that goes to the supplier."""

    supplier: str
    """By number where the register knows it, else by name."""
    name: str
    register: str
    """The name of the register's file."""
    contracts: tuple[Asked, ...]
    efforts: tuple[Effort, ...]
    """What is known already, the notes on evidence left out: these are the officer's."""
    ids: tuple[str, ...]
    """For new efforts; none of them stands in the register."""
    rules: tuple[RuleSet, ...]
    """Under which its contracts fall."""


def request(index: Index, cases: Sequence[Case], supplier: str) -> Request:
    """What the supplier of this number (or name) is asked on a day; without contracts there is nothing to ask."""
    register_file, of = index.register_file, index.suppliers.of_contracts
    by_id = {case.contract.id: case for case in cases}
    done = {effort.contract for effort in register_file.register.efforts}
    own = {
        name: case
        for name, case in by_id.items()
        if of.get(name) == supplier and (name in done or _is_asked(case, _carrier(case, by_id)))
    }
    entries = [entry for case in cases if case.progress is not None for entry in case.progress.entries]
    carried = {case.contract.id: case.progress.obligation for case in own.values() if case.progress is not None}
    name = next((one.name for one in index.suppliers.table if one.id == supplier), supplier)
    rules = {one.rules.id: one.rules for case in own.values() if (one := _carrier(case, by_id)).rules is not None}
    return Request(
        supplier=supplier,
        name=name,
        register=register_file.file.name,
        contracts=tuple(
            Asked(
                case.contract,
                case.end,
                carried.get(key),
                _sum(entries, key, "claimed"),
                _sum(entries, key, "confirmed"),
            )
            for key, case in own.items()
        ),
        efforts=tuple(effort for effort in register_file.register.efforts if effort.contract in own),
        ids=tuple(islice(_free(index, supplier, name), ROWS)),
        rules=tuple(rules.values()),
    )


def _is_asked(case: Case, carrier: Case) -> bool:
    """Whether it was awarded, and it or what it falls under asks social return."""
    return case.assessment.status not in BEFORE_AWARD and carrier.assessment.asks is Answer.YES


def _carrier(case: Case, by_id: Mapping[str, Case]) -> Case:
    """The contract that carries the obligation, under whose rules the efforts are valued."""
    while case.contract.part_of in by_id:
        case = by_id[str(case.contract.part_of)]
    return case


def _sum(entries: Iterable[Entry], contract: str, counts: str) -> Decimal:
    return total(entry.so_far for entry in entries if entry.effort.contract == contract and entry.counts == counts)


def _free(index: Index, supplier: str, name: str) -> Iterator[str]:
    """`GLANSS-261122-001` and on: another supplier or another day never gives the same."""
    taken = {effort.id for effort in index.register.efforts}
    others = {one.name for one in index.suppliers.table if one.id != supplier}
    others |= {one for one in index.suppliers.of_contracts.values() if one != supplier}
    short = _short(name)
    if not short or short in map(_short, others):
        short = f"{short}{supplier}" if supplier.isdigit() else _short(name, len(name))
    numbers = (f"{short}-{index.on:%y%m%d}-{number:03}" for number in count(1))
    return (one for one in numbers if one not in taken)


def _short(name: str, letters: int = _LETTERS) -> str:
    return "".join(sign for sign in name.upper() if sign.isascii() and sign.isalnum())[:letters]
