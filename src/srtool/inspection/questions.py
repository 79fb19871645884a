"""The few questions that unlock most judgements, each with how many contracts wait for its answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import get_args

from srtool.finding import Answer, Report
from srtool.inspection.question import Key, Question, Sort
from srtool.lazy_dataclass import dataclass
from srtool.register.assumptions import NOT_KNOWN, Assumptions, Extensions, Period, Vat
from srtool.register.category import category_key
from srtool.register.columns import infos
from srtool.register.cpv import division_of_cpv
from srtool.register.index import Index
from srtool.register.model import AskedBasis, AuthorityKind, Contract, RegisterFile
from srtool.register.units import AmountUnit
from srtool.register.unread import UnreadCell, grouped

COLUMNS = "columns"
"""The question which column holds the value: its answer changes what else there is to ask."""
FIRST = (COLUMNS, "organisation", "thresholds", "stage", "amounts", "basis")
"""What is asked before all else, in this order."""
_WORDS = frozenset({"choice_unknown", "yes_no_type", "demand_type"})
"""Cells that are unread because of a word, which the settings can explain."""
_DEMANDS = frozenset({"social_return.asked", "social_return.percent", "social_return.amount"})
"""Fields whose column may say yes, no, a percentage or an amount."""
_HIDDEN = "…"
"""In the place of a word that may say who somebody is."""
_AMOUNTS = ("contract_value", "estimated_value", "value_per_year")
_VALUES = frozenset({"contract_value", "estimated_value"})
_FIELDS = ("contract_value", "estimated_value", "value_per_year", "framework_maximum", "wage_sum")
"""What an amount of a contract may be."""
_STAGES = ("running", "draft", "both")
_CHOICES: dict[str, tuple[str, ...]] = {
    "vat": get_args(Vat),
    "period": get_args(Period),
    "extensions": get_args(Extensions),
    "unit": get_args(AmountUnit),
}


@dataclass(frozen=True, slots=True)
class Settled:
    """What the settings and the headings of a register answer already, and what there is to choose from."""

    assume: Assumptions
    policies: Collection[str]
    """The rule sets to choose from; none where one is named."""
    open_amounts: Mapping[str, str]
    """What the headings of amounts leave open: the key that answers it, and the first heading that does."""
    shares: Collection[str]
    """The categories and divisions of which the labour share is given."""


def questions(register_file: RegisterFile, index: Index, report: Report, settled: Settled) -> tuple[Question, ...]:
    """Those without an answer: organisation, stage, amounts and basis first, then what most contracts wait for."""
    contracts, assume = register_file.register.contracts, settled.assume
    asked = (
        _value_columns(register_file),
        _organisation(contracts, assume, settled.policies),
        _stage(register_file, assume),
        _amounts(contracts, assume, settled.open_amounts),
        _basis(contracts, assume),
        _extended(index, assume),
        replace(_realised(contracts, assume), heading=_heading(register_file, "social_return.realised")),
        _words(register_file),
        _labour_share(report, index, settled.shares),
    )
    return ranked(question for question in asked if question.contracts)


def ranked(asked: Iterable[Question]) -> tuple[Question, ...]:
    """Those that always come first, then the others by what they decide, and by how many contracts."""
    first = {name: number for number, name in enumerate(FIRST)}

    def rank(question: Question) -> tuple[int, int, int]:
        if question.name in first:
            return first[question.name], 0, 0
        return len(first), -(question.decides or 0), -question.contracts

    return tuple(sorted(asked, key=rank))


def _heading(register_file: RegisterFile, *fields: str) -> str:
    """What the first of these fields that has a column is called in the sheet."""
    headings = {one.key: one.heading for one in reversed(register_file.columns) if one.table == "contracts"}
    return next((headings[key] for key in fields if key in headings), "")


def _count(contracts: Iterable[Contract], is_open: Callable[[Contract], bool]) -> int:
    return sum(map(is_open, contracts))


def _assume(key: str, sort: Sort, choices: tuple[str, ...] = ()) -> Key:
    return Key(("assume", key), sort, choices)


def _value_columns(register_file: RegisterFile) -> Question:
    """Which amount is the value of the contracts, on sheets where no column is read as that."""
    columns = [one for one in register_file.columns if one.table == "contracts"]
    valued = {one.place.table for one in columns if one.key in _VALUES}
    unclear = [one for one in columns if one.holds_amounts and one.place.table not in valued]
    sheets = {one.place.table for one in unclear}
    count = sum(row.table in sheets for row in register_file.rows.get("contracts", ()))
    headings = tuple(dict.fromkeys(one.heading for one in unclear))
    keys = tuple(Key((COLUMNS, heading), "field", _FIELDS) for heading in headings)
    return Question(COLUMNS, count, keys, names=headings)


def _organisation(contracts: Iterable[Contract], assume: Assumptions, policies: Collection[str]) -> Question:
    """The policy that holds, where nothing names one, and whose thresholds hold."""
    every = tuple(contracts)
    unruled = _count(every, lambda one: one.rule_set is None) if policies and assume.policy is None else 0
    unkind = _count(every, lambda one: one.authority_kind is None) if assume.authority_kind is None else 0
    keys = (_assume("policy", "rule_set", (*policies, NOT_KNOWN)),) if unruled else ()
    if unkind:
        keys = (*keys, _assume("authority_kind", "choice", get_args(AuthorityKind)))
    authorities = [one.authority for one in every if one.authority is not None]
    known = tuple(dict.fromkeys(authorities))
    names = known if len(authorities) == len(every) or len(known) == 1 else ()
    return Question("organisation" if unruled else "thresholds", max(unruled, unkind), keys, names=names)


def _stage(register_file: RegisterFile, assume: Assumptions) -> Question:
    """Whether contracts run or are planned, where no status is given; a word that is not read is asked about itself."""
    unread = sum(cell.table == "contracts" and cell.key == "status" for cell in register_file.unread)
    count = _count(register_file.register.contracts, lambda one: one.status is None) - unread
    return Question("stage", 0 if assume.stage is not None else count, (_assume("stage", "choice", _STAGES),))


def _amounts(contracts: Iterable[Contract], assume: Assumptions, open_amounts: Mapping[str, str]) -> Question:
    """What the amounts are, as far as no heading says it; each is asked of the first heading that does not."""
    keys = tuple(
        _assume(key, "choice", choices)
        for key, choices in _CHOICES.items()
        if key in open_amounts and getattr(assume, key) is None
    )
    count = _count(contracts, lambda one: any(getattr(one, key) is not None for key in _AMOUNTS))
    asked = [key.path[-1] for key in keys]
    headings = dict.fromkeys(open_amounts[key] for key in asked)
    about = tuple((one, tuple(key for key in asked if open_amounts[key] == one)) for one in headings)
    most_first = tuple(sorted(about, key=lambda one: -len(one[1])))
    return Question("amounts", count if keys else 0, keys, headings=most_first)


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
    keys: tuple[Key, ...] = ()
    if any(map(lacks_basis, every)):
        keys = (_assume("basis", "choice", get_args(AskedBasis)),)
    if any(map(may_run_on, every)):
        keys = (*keys, _assume("over_extension", "yes_no"))
    return Question("basis", _count(every, lambda one: lacks_basis(one) or may_run_on(one)), keys)


def _extended(index: Index, assume: Assumptions) -> Question:
    count = 0 if assume.extended is not None else len(index.open_ends)
    return Question("extended", count, (_assume("extended", "yes_no"),))


def _realised(contracts: Iterable[Contract], assume: Assumptions) -> Question:
    """Whether a running total is approved, and as of which day it is."""

    def is_open(contract: Contract) -> bool:
        asked = contract.social_return
        return assume.realised_approved is None and asked.realised is not None and asked.realised_approved is None

    def has_no_day(contract: Contract) -> bool:
        asked = contract.social_return
        return assume.realised_on is None and asked.realised is not None and asked.realised_on is None

    every = tuple(contracts)
    keys: tuple[Key, ...] = (_assume("realised_approved", "yes_no"),) if any(map(is_open, every)) else ()
    if any(map(has_no_day, every)):
        keys = (*keys, _assume("realised_on", "day"))
    return Question("realised", _count(every, lambda one: is_open(one) or has_no_day(one)), keys)


def _words(register_file: RegisterFile) -> Question:
    """What words in the sheet mean, by the rows in which one stands."""
    cells = [
        cell
        for cell in register_file.unread
        if cell.why in _WORDS and cell.table == "contracts" and cell.value != _HIDDEN
    ]
    rows = {(cell.place.table, cell.place.number) for cell in cells}
    groups = grouped(cells)
    keys = dict.fromkeys(
        Key(("values", cell.heading, str(cell.value)), *_meaning(cell), field=cell.key)
        for cell in (group.first for group in groups)
    )
    return Question("words", len(rows), tuple(keys), words=groups)


def _meaning(cell: UnreadCell) -> tuple[Sort, tuple[str, ...]]:
    """What a word in this column may mean."""
    info = infos(cell.table).get(cell.key)
    choices = info.choices if info is not None else ()
    if choices:
        return "choice", choices
    return ("demand" if cell.key in _DEMANDS else "yes_no"), ()


def _labour_share(report: Report, index: Index, shares: Collection[str]) -> Question:
    """The labour share of contracts that only lack a wage sum: their value is above the threshold."""
    waiting = tuple(one for one in _without_wage_sum(report, index) if _has_no_share(one, shares))
    names = Counter(name for one in waiting if (name := one.category or division_of_cpv(one.cpv)) is not None)
    listed = tuple(name for name, _ in sorted(names.items(), key=lambda pair: (-pair[1], pair[0])))
    return Question(
        "labour_share", len(waiting), tuple(Key(("labour_share", name), "percent") for name in listed), names=listed
    )


def _has_no_share(contract: Contract, shares: Collection[str]) -> bool:
    """Whether no answer gives the labour share of its category, or else of its division."""
    names = (contract.category and category_key(contract.category), division_of_cpv(contract.cpv))
    return contract.labour_share is None and not any(name in shares for name in names)


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
