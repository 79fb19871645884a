"""The few questions that unlock most verdicts, each with how many contracts wait for its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from srtool.finding import Answer, Report
from srtool.lazy_dataclass import dataclass
from srtool.register.assumptions import Assumptions
from srtool.register.index import Index
from srtool.register.model import Contract, RegisterFile
from srtool.register.unread import UnreadGroup, grouped

_WORDS = frozenset({"choice_unknown", "yes_no_type", "demand_type"})
"""Cells that are unread because of a word, which the settings can explain."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question by its name, with the keys of the settings that answer it."""

    name: str
    contracts: int
    keys: tuple[str, ...] = ()
    """Such as `assume.basis`; none where the register itself must say."""
    words: tuple[UnreadGroup, ...] = ()
    """The words that it is about, the most frequent first."""
    names: tuple[str, ...] = ()
    """The categories that it is about."""


def questions(
    register_file: RegisterFile, index: Index, report: Report, assume: Assumptions, *, is_policy_known: bool
) -> tuple[Question, ...]:
    """Those without an answer: organisation, stage, amounts and basis first, then what decides most contracts."""
    contracts = register_file.register.contracts
    first = (
        _organisation(contracts, is_known=is_policy_known),
        _stage(register_file),
        _amounts(contracts, has_sheets=bool(register_file.columns)),
        _basis(contracts, assume),
    )
    others = (
        _extended(index, assume),
        _realised(contracts, assume),
        _words(register_file),
        _labour_share(report, index),
    )
    asked = sorted((question for question in others if question.contracts), key=lambda one: -one.contracts)
    return (*(question for question in first if question.contracts), *asked)


def _count(contracts: Iterable[Contract], is_open: Callable[[Contract], bool]) -> int:
    return sum(map(is_open, contracts))


def _organisation(contracts: Iterable[Contract], *, is_known: bool) -> Question:
    """The policy that holds, where nothing names one."""
    open_contracts = 0 if is_known else _count(contracts, lambda one: one.rule_set is None)
    return Question("organisation", open_contracts, ("rule_set",))


def _stage(register_file: RegisterFile) -> Question:
    """Whether contracts run or are planned, where no status is given; a word that is not read is asked about itself."""
    unread = sum(cell.table == "contracts" and cell.key == "status" for cell in register_file.unread)
    return Question("stage", _count(register_file.register.contracts, lambda one: one.status is None) - unread)


def _amounts(contracts: Iterable[Contract], *, has_sheets: bool) -> Question:
    """What the amounts are: in TOML the key says it."""
    count = _count(contracts, lambda one: (one.contract_value or one.estimated_value) is not None)
    return Question("amounts", count if has_sheets else 0)


def _basis(contracts: Iterable[Contract], assume: Assumptions) -> Question:
    """Of what a percentage is, and whether the duty runs on over extensions."""

    def lacks_basis(contract: Contract) -> bool:
        asked = contract.social_return
        return assume.basis is None and asked.basis is None and bool(asked.percent is not None or asked.growth)

    def may_run_on(contract: Contract) -> bool:
        asked = contract.social_return
        is_asked = asked.asked is True or asked.percent is not None or asked.amount is not None
        has_options = contract.end_latest is not None or contract.option_months is not None
        return assume.over_extension is None and asked.over_extension is None and is_asked and has_options

    every = tuple(contracts)
    wants = {"assume.basis": any(map(lacks_basis, every)), "assume.over_extension": any(map(may_run_on, every))}
    count = _count(every, lambda one: lacks_basis(one) or may_run_on(one))
    return Question("basis", count, tuple(key for key, is_wanted in wants.items() if is_wanted))


def _extended(index: Index, assume: Assumptions) -> Question:
    return Question("extended", 0 if assume.extended is not None else len(index.open_ends), ("assume.extended",))


def _realised(contracts: Iterable[Contract], assume: Assumptions) -> Question:
    """Whether a running total is approved."""

    def is_open(contract: Contract) -> bool:
        return contract.social_return.realised is not None and contract.social_return.realised_approved is None

    count = 0 if assume.realised_approved is not None else _count(contracts, is_open)
    return Question("realised", count, ("assume.realised_approved",))


def _words(register_file: RegisterFile) -> Question:
    """What words in the sheet mean, by the rows in which one stands."""
    cells = [cell for cell in register_file.unread if cell.why in _WORDS and cell.table == "contracts"]
    rows = {(cell.place.table, cell.place.number) for cell in cells}
    return Question("words", len(rows), ("values",), words=grouped(cells))


def _labour_share(report: Report, index: Index) -> Question:
    """The labour share of contracts that only lack a wage sum: their value is above the threshold."""
    waiting = tuple(_without_wage_sum(report, index))
    categories = sorted({name for one in waiting if (name := one.category or one.cpv) is not None})
    return Question("labour_share", len(waiting), ("labour_share",), names=tuple(categories))


def _without_wage_sum(report: Report, index: Index) -> Iterator[Contract]:
    for verdict in report.contracts:
        contract = index.contracts[verdict.id]
        has_value = (contract.contract_value or contract.estimated_value) is not None
        if (
            verdict.applies is Answer.UNDECIDED
            and verdict.rule_set is not None
            and verdict.wage_sum is None
            and has_value
        ):
            yield contract
