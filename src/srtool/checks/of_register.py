"""What is asked or said once of a whole register, for it holds for many of its contracts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from srtool.checks.check import Check
from srtool.contract.demand import asks
from srtool.finding import Answer, Derived, Finding, Given, Level, Outcome, Owner, Step, Unit
from srtool.place import Place
from srtool.register.assumptions import Assumptions
from srtool.register.index import Index
from srtool.register.missing_fields import absent_fields
from srtool.register.model import Contract, RegisterFile
from srtool.register.status import BEFORE_AWARD

BASIS = "SR203"
_SEVERAL = 2
SCOPE = "SR104"
_ASKING = frozenset({BASIS, "SR502", "SR512"})
"""The checks that wait for the answer: where one of them is done, the question is asked."""


def questions(index: Index, codes: Collection[str], assume: Assumptions) -> Iterator[Finding]:
    """The questions to which one answer serves many contracts; one contract is asked by itself."""
    if assume.basis is None and len(index.register.contracts) > 1 and not _ASKING.isdisjoint(codes):
        yield from _basis(index)
    if SCOPE in codes:
        yield from _unit(index)


def is_without_basis(index: Index) -> bool:
    """Whether a whole register of several contracts asks percentages and nowhere says of what."""
    contracts = index.register.contracts
    return len(contracts) > 1 and all(contract.social_return.basis is None for contract in contracts)


def is_asked_once(index: Index, contract: Contract) -> bool:
    """Whether the basis of this awarded contract's percentage is asked of the whole register, if nobody assumes one."""
    return len(index.register.contracts) > 1 and _is_open(contract)


def _basis(index: Index) -> Iterator[Finding]:
    """Of what is the percentage? Where some contracts say so, the drafts among the others are asked one by one."""
    is_absent = is_without_basis(index)
    contracts = [
        contract
        for contract in index.register.contracts
        if _is_open(contract) and (is_absent or index.statuses[contract.id] not in BEFORE_AWARD)
    ]
    if not contracts:
        return
    percents = {contract.social_return.percent for contract in contracts}
    place = Given(Place(index.register_file.file.name))
    steps = [
        Step("members", tuple(contract.id for contract in contracts), Unit.IDS, place),
        Step("count", len(contracts), Unit.COUNT, Derived("contracts")),
    ]
    is_one = len(percents) == 1 and None not in percents
    if is_one:
        steps.append(Step("asked_percent", percents.pop(), Unit.PERCENT, place))
    says = "register_one" if is_one else "register"
    owner = Owner.BUYER if all(index.statuses[one.id] in BEFORE_AWARD for one in contracts) else Owner.CONTRACT_MANAGER
    yield Finding(BASIS, None, Outcome.UNDECIDED, Level.WARNING, owner, place.place, says, (), (), tuple(steps))


def _unit(index: Index) -> Iterator[Finding]:
    """Are the amounts in euro or in thousands? Asked where a sheet does not say it and they look like thousands."""
    doubtful = tuple(number for number, origin in index.register_file.units.items() if origin == "doubtful")
    if not doubtful:
        return
    place = Given(Place(index.register_file.file.name))
    steps = (
        Step("members", doubtful, Unit.IDS, place),
        Step("count", len(doubtful), Unit.COUNT, Derived("contracts")),
    )
    yield Finding(SCOPE, None, Outcome.UNDECIDED, Level.NOTICE, Owner.BUYER, place.place, "register", (), (), steps)


def _is_open(contract: Contract) -> bool:
    """Whether a percentage or path is asked, no amount, and not said of what; a call-off inherits."""
    asked = contract.social_return
    is_percentage = asked.percent is not None or bool(asked.growth)
    without = asked.amount is None and asked.basis is None and contract.part_of is None
    return is_percentage and without and asks(contract) is Answer.YES


def undone(register_file: RegisterFile, checks: Iterable[Check]) -> dict[str, tuple[str, ...]]:
    """Per check the fields that no contract of a whole register has, when it needs one of them."""
    if len(register_file.register.contracts) < _SEVERAL:
        # Of a single contract what is absent is asked; only what was done and heard is kept elsewhere.
        checks = [check for check in checks if {"efforts", "contacts"}.intersection(check.needs)]
    absent = absent_fields(register_file, {field for check in checks for field in check.needs})
    return {check.code: check.needs for check in checks if check.needs and absent.issuperset(check.needs)}


def not_done(check: Check, fields: tuple[str, ...], file: str) -> Finding:
    """The remark that a check was not done, with the fields that are absent."""
    place = Place(file)
    absent = Step("absent", " ".join(fields), Unit.FIELDS, Given(place))
    return Finding(check.code, None, Outcome.UNDECIDED, Level.NOTICE, check.owner, place, "absent", (), (), (absent,))
