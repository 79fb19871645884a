"""What one supplier is asked to fill in, and all that it may see: its own contracts and its own efforts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import count, islice

from srtool.case.case import Case
from srtool.finding import Answer, Owner
from srtool.lazy_dataclass import dataclass
from srtool.progress.agenda import Due
from srtool.progress.dossier import Entry
from srtool.progress.entries import total
from srtool.progress.standing import Progress
from srtool.register.index import Index
from srtool.register.model import Contract, Effort
from srtool.register.status import BEFORE_AWARD
from srtool.rules.ruleset import RuleSet

ROWS = 50
"""Numbers that stand ready for new efforts."""
_LETTERS = 6
_TOLD = frozenset({"plan", "report", "instalment", "evaluation"})
"""What of the agenda is the supplier's to do or to attend; the rest is between the officers."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One contract as its supplier knows it."""

    contract: Contract
    end: date | None
    """The last day, extensions included."""
    contact: Owner | None
    """The role on the buyer's side that follows it; None where the register names nobody."""
    obligation: Decimal | None
    """None where the amount is not known, or another contract carries it."""
    waived: Decimal | None
    claimed: Decimal | None
    """None where the register keeps no efforts."""
    confirmed: Decimal | None
    open: Decimal | None
    """What of the obligation is still to be filled in; None where that is not known, or another contract carries it."""
    dues: tuple[Due, ...]
    """What has a date for the supplier and is not done, in order of time."""
    basis: str | None
    """Of what a percentage is taken: as the contract says, else as the user assumes."""


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
    name = next((one.name for one in index.suppliers.table if one.id == supplier), supplier)
    rules = {one.rules.id: one.rules for case in own.values() if (one := _carrier(case, by_id)).rules is not None}
    return Request(
        supplier=supplier,
        name=name,
        register=register_file.file.name,
        contracts=tuple(_asked(case, entries, index, _carrier(case, by_id)) for case in own.values()),
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


def _asked(case: Case, entries: Iterable[Entry], index: Index, carrier: Case) -> Asked:
    contract, progress = case.contract, case.progress
    claimed, confirmed = (_sum(entries, contract.id, counts) for counts in ("claimed", "confirmed"))
    return Asked(
        contract,
        case.end,
        _contact(contract) or _contact(carrier.contract),
        None if progress is None else progress.obligation,
        None if progress is None else progress.waived,
        claimed if index.keeps_efforts else None,
        _confirmed(case, confirmed, index),
        None if progress is None else progress.shown("open"),
        () if progress is None else tuple(_told(progress)),
        None if progress is None else progress.dossier.asked_basis,
    )


def _confirmed(case: Case, efforts: Decimal, index: Index) -> Decimal | None:
    """What its own efforts count for; with an approved standing and no call-offs this and what came after it."""
    progress, has_call_offs = case.progress, case.contract.id in index.call_offs
    if progress is not None and progress.realised is not None and progress.dossier.is_approved and not has_call_offs:
        return progress.shown("confirmed")
    return efforts if index.keeps_efforts else None


def _contact(contract: Contract) -> Owner | None:
    """Who follows the contract, and else who is known of it."""
    named = {
        Owner.CONTRACT_MANAGER: contract.contract_manager,
        Owner.ADVISER: contract.social_return_adviser,
        Owner.CLIENT: contract.client,
        Owner.BUYER: contract.buyer,
    }
    return next((role for role, name in named.items() if name is not None), None)


def _told(progress: Progress) -> Iterator[Due]:
    return (due for due in progress.dues if due.what in _TOLD)


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
