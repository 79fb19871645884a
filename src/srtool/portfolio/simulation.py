"""What another threshold, norm, term or basis would bring: contracts in scope and the norm in euro, as ranges.

Amounts in euro excl. VAT, percentages as 5 for 5%, terms in months. What is not known of a contract is never dropped:
it makes the range wider, and where nothing bounds it from above, that is counted. Suitability and proportionality,
which decide on every single contract, are not weighed here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Literal, NamedTuple

from srtool.case.case import Case
from srtool.contract.obligation import applies_under
from srtool.finding import Answer
from srtool.lazy_dataclass import dataclass
from srtool.money import to_cents
from srtool.register.model import Kind
from srtool.rules.ruleset import Obligation, Operator, Threshold

SMALL = Decimal(5_000)
"""Under so many euros an obligation is called small: hardly a month's wage."""
Basis = Literal["wage_sum", "contract_value"]
_NOTHING = Decimal("0.00")


class Scheme(NamedTuple):
    """A threshold and a norm to try; the percentage is of the same basis as the threshold."""

    threshold: Decimal
    norm: Decimal
    min_months: int | None
    basis: Basis
    kinds: tuple[Kind, ...]
    operator: Operator = "above"


class Span(NamedTuple):
    """From the lowest to the highest that it can be; `unbounded` contracts have no highest, and are in `low` only."""

    low: Decimal
    high: Decimal
    unbounded: int = 0

    def with_(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high, self.unbounded + other.unbounded)


@dataclass(frozen=True, slots=True)
class Part:
    """Of one category or unit (None: not filled in), or of the whole."""

    name: str | None
    sure: int
    """Contracts in scope."""
    possible: int
    """Contracts of which it cannot be said."""
    norm: Span


@dataclass(frozen=True, slots=True)
class Result:
    """What one scheme comes to; None as scheme: the rules that hold today, each contract under its own."""

    scheme: Scheme | None
    whole: Part
    small: int
    """Contracts in scope with a norm that is known and under SMALL."""
    by_category: tuple[Part, ...]
    by_unit: tuple[Part, ...]
    in_scope: tuple[str, ...]
    possible: tuple[str, ...]
    enters: tuple[str, ...] = ()
    """In scope, and today not."""
    leaves: tuple[str, ...] = ()
    """In scope today, and not any more."""
    may_enter: tuple[str, ...] = ()
    """Perhaps in scope, and today perhaps not: what decides is not known."""
    may_leave: tuple[str, ...] = ()
    """Perhaps in scope today, and perhaps not any more."""


@dataclass(frozen=True, slots=True)
class Simulation:
    """The rules of today beside every scheme."""

    present: Result
    results: tuple[Result, ...]
    counted: int
    """Contracts that are counted: call-offs follow the contract above them."""


class _Position(NamedTuple):
    """One contract under one scheme."""

    case: Case
    applies: Answer
    norm: Span


def schemes(
    thresholds: Sequence[Decimal],
    norms: Sequence[Decimal],
    min_months: Sequence[int | None],
    bases: Sequence[Basis],
    kinds: tuple[Kind, ...],
    operator: Operator,
) -> tuple[Scheme, ...]:
    """Every combination, in the order in which it was asked."""
    return tuple(
        Scheme(threshold, norm, months, basis, kinds, operator)
        for basis, months, threshold, norm in product(bases, min_months, thresholds, norms)
    )


def usual(cases: Iterable[Case]) -> Threshold | None:
    """The threshold under which most contracts fall today; None where none falls under any."""
    counted = Counter(case.assessment.threshold for case in _counted(cases) if case.assessment.threshold)
    return counted.most_common(1)[0][0] if counted else None


def simulate(cases: Iterable[Case], tried: Sequence[Scheme]) -> Simulation:
    """What each scheme comes to on these contracts."""
    counted = _counted(cases)
    before = [_today(case) for case in counted]
    today = _result(None, before)
    scopes: dict[Threshold, list[Answer]] = {}
    results = []
    for scheme in tried:
        limit = _threshold(scheme)
        if limit not in scopes:
            scopes[limit] = [_applies(case, limit) for case in counted]
        positions = [
            _Position(case, applies, _norm(case, applies, scheme.basis, scheme.norm, None))
            for case, applies in zip(counted, scopes[limit], strict=True)
        ]
        moves = _moves(before, positions, limit)
        result = _result(scheme, positions)
        results.append(
            replace(
                result,
                enters=tuple(moves["enters"]),
                leaves=tuple(moves["leaves"]),
                may_enter=tuple(moves["may_enter"]),
                may_leave=tuple(moves["may_leave"]),
            )
        )
    return Simulation(today, tuple(results), len(counted))


def jobs(norm: Decimal, price: Decimal) -> Decimal:
    """So many jobs of this price (euro a year) fit in an amount, to a hundredth."""
    return to_cents(norm / price)


def _counted(cases: Iterable[Case]) -> list[Case]:
    return [case for case in cases if case.contract.part_of is None]


def _threshold(scheme: Scheme) -> Threshold:
    return Threshold(
        id="tried",
        source=(),
        certainty="stated",
        kinds=scheme.kinds,
        basis=scheme.basis,
        operator=scheme.operator,
        amount=scheme.threshold,
        min_months=scheme.min_months,
    )


def _applies(case: Case, limit: Threshold) -> Answer:
    return applies_under(case.contract, case.assessment, limit, in_doubt=case.unit_origin == "doubtful")


def _today(case: Case) -> _Position:
    assessment, rule = case.assessment, case.assessment.norm_rule
    if rule is None or rule.percent is None:
        applies = assessment.applies
        return _Position(case, applies, Span(_NOTHING, _NOTHING, int(applies is not Answer.NO)))
    basis: Basis = "wage_sum" if rule.basis == "wage_sum" else "contract_value"
    return _Position(case, assessment.applies, _norm(case, assessment.applies, basis, rule.percent, rule))


def _norm(case: Case, applies: Answer, basis: Basis, percent: Decimal, rule: Obligation | None) -> Span:
    """What the norm comes to for one contract: nothing to all of it where its scope is not known."""
    if applies is Answer.NO:
        return Span(_NOTHING, _NOTHING)
    least, most = _base(case, basis)
    if case.unit_origin == "doubtful":
        most = None
    low, high = (None if base is None else _share(base, percent, rule) for base in (least, most))
    low = low if low is not None and applies is Answer.YES else _NOTHING
    return Span(low, low, 1) if high is None else Span(low, high)


def _base(case: Case, basis: Basis) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that the base can be: a wage sum is a part of the value, which the estimate bounds."""
    assessment, estimated = case.assessment, case.contract.estimated_value
    wage_sum, value = assessment.wage_sum, assessment.contract_value
    if basis == "wage_sum":
        if wage_sum is not None:
            return wage_sum.value, wage_sum.value
        return None, None if assessment.ceiling is None else assessment.ceiling.value
    if value is not None:
        return value.value, value.value
    return None if wage_sum is None else wage_sum.value, estimated


def _share(base: Decimal, percent: Decimal, rule: Obligation | None) -> Decimal:
    amount = to_cents(base * percent / 100)
    return amount if rule is None or rule.max_amount is None else min(amount, rule.max_amount)


def _moves(before: Sequence[_Position], after: Sequence[_Position], limit: Threshold) -> dict[str, list[str]]:
    """Which contracts come in and go out, and which perhaps do: of these what decides is not known."""
    moves: dict[str, list[str]] = {"enters": [], "leaves": [], "may_enter": [], "may_leave": []}
    for was, now in zip(before, after, strict=True):
        old, name = was.case.assessment.threshold, was.case.contract.id
        if (was.applies, now.applies) == (Answer.NO, Answer.YES):
            moves["enters"].append(name)
        elif (was.applies, now.applies) == (Answer.YES, Answer.NO):
            moves["leaves"].append(name)
        else:
            if _may_gain(was.applies, now.applies, is_wider=old is None or _is_wider(limit, old)):
                moves["may_enter"].append(name)
            if _may_gain(now.applies, was.applies, is_wider=old is None or _is_wider(old, limit)):
                moves["may_leave"].append(name)
    return moves


def _may_gain(first: Answer, then: Answer, *, is_wider: bool) -> bool:
    """Whether a contract can be out of scope first and in scope then; out in doubt both times only if it is wider."""
    if first is Answer.YES or then is Answer.NO:
        return False
    return is_wider or (first, then) != (Answer.UNDECIDED, Answer.UNDECIDED)


def _is_wider(limit: Threshold, other: Threshold) -> bool:
    """Whether one can hold where the other does not."""
    is_higher = limit.amount > other.amount or (
        limit.amount == other.amount and limit.operator in {other.operator, "above"}
    )
    is_longer = (limit.min_months or 0) >= (other.min_months or 0)
    return not (limit.basis == other.basis and is_higher and is_longer and set(limit.kinds) <= set(other.kinds))


def _result(scheme: Scheme | None, positions: Sequence[_Position]) -> Result:
    in_scope = tuple(position.case.contract.id for position in positions if position.applies is Answer.YES)
    possible = tuple(position.case.contract.id for position in positions if position.applies is Answer.UNDECIDED)
    return Result(
        scheme=scheme,
        whole=_part(None, positions),
        small=sum(
            position.applies is Answer.YES and not position.norm.unbounded and position.norm.high < SMALL
            for position in positions
        ),
        by_category=_parts(positions, lambda case: case.contract.category),
        by_unit=_parts(positions, lambda case: case.contract.unit),
        in_scope=in_scope,
        possible=possible,
    )


def _parts(positions: Sequence[_Position], name_of: Callable[[Case], str | None]) -> tuple[Part, ...]:
    """The parts in which any contract is or may be in scope, the largest norm first."""
    groups: Mapping[str | None, list[_Position]] = defaultdict(list)
    for position in positions:
        if position.applies is not Answer.NO:
            groups[name_of(position.case)].append(position)
    parts = (_part(name, members) for name, members in groups.items())
    return tuple(sorted(parts, key=lambda part: (-part.norm.low, -part.norm.high, part.name or "")))


def _part(name: str | None, positions: Sequence[_Position]) -> Part:
    norm = Span(_NOTHING, _NOTHING)
    for position in positions:
        norm = norm.with_(position.norm)
    return Part(
        name,
        sum(position.applies is Answer.YES for position in positions),
        sum(position.applies is Answer.UNDECIDED for position in positions),
        norm,
    )
