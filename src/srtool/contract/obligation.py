"""Does social return apply to a contract, what does the policy aim for, and what is asked: once, with every step.

Scope: for the Rijk suitable works and services above a wage sum and of a minimum term; the numbers come from the rule
set. Amounts in euro excl. VAT, percentages as 5 for 5%.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from srtool.contract import demand, facts
from srtool.contract.trace import Trace
from srtool.finding import Answer, Derived, Step, Unit
from srtool.register.assumptions import NOTHING_ASSUMED, Assumptions
from srtool.register.model import Assumption, Contract
from srtool.register.places import Places
from srtool.rules.ruleset import KINDS, Obligation, RuleSet, Threshold


class Assessment(NamedTuple):
    """Everything that is known of one contract's scope and obligation; None or UNDECIDED where it cannot be said."""

    status: str
    places: Places
    kind: Step | None = None
    contract_value: Step | None = None
    wage_sum: Step | None = None
    wage_sum_origin: str = "unknown"
    ceiling: Step | None = None
    """What an unknown wage sum cannot exceed."""
    months: Step | None = None
    threshold: Threshold | None = None
    kind_fits: Answer = Answer.UNDECIDED
    term_fits: Answer = Answer.UNDECIDED
    amount_fits: Answer = Answer.UNDECIDED
    applies: Answer = Answer.UNDECIDED
    unit_in_doubt: bool = False
    """Whether the amount would settle it, if it were sure that it is in euro."""
    readings: tuple[tuple[Threshold, Answer], ...] = ()
    """The other readings of the threshold, each with whether the policy would apply under it."""
    norm_rule: Obligation | None = None
    ambition_rule: Obligation | None = None
    norm: Step | None = None
    asks: Answer = Answer.UNDECIDED
    """UNDECIDED: the register is silent about it."""
    asked: Step | None = None
    steps: tuple[Step, ...] = ()

    def named(self, *names: str) -> tuple[Step, ...]:
        """The steps of these names that exist, in the order of the computation."""
        return tuple(step for step in self.steps if step.name in names)

    def behind(self, *names: str) -> tuple[Step, ...]:
        """The same with every step that they are computed from."""
        wanted = set(names)
        for step in reversed(self.steps):
            if step.name in wanted and isinstance(step.origin, Derived):
                wanted |= _names_in(step.origin.formula)
        return self.named(*wanted)

    @property
    def ceiling_steps(self) -> tuple[Step, ...]:
        """What an unknown wage sum cannot exceed, after what that is computed from."""
        if self.ceiling is None:
            return ()
        origin = self.ceiling.origin
        return (*self.behind(*(_names_in(origin.formula) if isinstance(origin, Derived) else ())), self.ceiling)


@cache
def _names_in(formula: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z_]+", formula))


def all_of(answers: Iterable[Answer]) -> Answer:
    """NO when one is no, else UNDECIDED when one is undecided, else YES."""
    given = tuple(answers)
    return Answer.NO if Answer.NO in given else Answer.UNDECIDED if Answer.UNDECIDED in given else Answer.YES


def is_reached(threshold: Threshold, amount: Decimal) -> Answer:
    """Whether this amount is above, or at least, the threshold: to the cent."""
    return _yes(amount > threshold.amount or (threshold.operator == "at_least" and amount == threshold.amount))


def _yes(holds: bool) -> Answer:  # noqa: FBT001 - the one argument is the question
    return Answer.YES if holds else Answer.NO


def assess(
    contract: Contract,
    places: Places,
    rules: RuleSet | None,
    status: str,
    shares: Mapping[str, Assumption],
    assume: Assumptions = NOTHING_ASSUMED,
) -> Assessment:
    """Scope and obligation under the rules in force for this contract; without rules only what the contract says."""
    trace = Trace(places, rules.id if rules else "")
    kind = facts.kind(contract, trace)
    value = facts.contract_value(contract, trace)
    wage_sum, origin = facts.wage_sum(contract, value, trace, shares)
    known = _Known(
        contract,
        kind,
        facts.months(contract, trace),
        wage_sum,
        value,
        None if wage_sum else facts.ceiling(contract, value, trace, shares),
    )
    of_kind = kind.value if kind else None
    threshold = rules.primary_for(of_kind) if rules else None
    fits = _fits(known, rules, threshold) if rules and threshold else (Answer.UNDECIDED,) * 3
    applies = all_of(fits)
    if threshold is not None:
        _threshold_steps(threshold, trace)
    rule = rules.norm if rules else None
    norm = _norm(rule, wage_sum, value, trace) if rule and applies is Answer.YES else None
    asks = demand.asks(contract)
    asked = demand.asked_obligation(contract, wage_sum, value, trace, assume) if asks is Answer.YES else None
    return Assessment(
        status=status,
        places=trace.places,
        kind=kind,
        contract_value=value,
        wage_sum=wage_sum,
        wage_sum_origin=origin,
        ceiling=known.ceiling,
        months=known.months,
        threshold=threshold,
        kind_fits=fits[0],
        term_fits=fits[1],
        amount_fits=fits[2],
        applies=applies,
        readings=tuple((other, all_of(known.fits(other))) for other in rules.readings_for(of_kind)) if rules else (),
        norm_rule=rule,
        ambition_rule=rules.ambition if rules else None,
        norm=norm,
        asks=asks,
        asked=asked,
        steps=tuple(trace.steps.values()),
    )


def with_doubtful_unit(assessment: Assessment) -> Assessment:
    """The same where the amounts may be in thousands: what they are too low for is not settled; what they reach is."""
    if Answer.NO in {assessment.kind_fits, assessment.term_fits}:
        return assessment
    amount_fits = _unless_too_low(assessment.amount_fits)
    return assessment._replace(
        amount_fits=amount_fits,
        unit_in_doubt=assessment.amount_fits is Answer.NO,
        applies=all_of((assessment.kind_fits, assessment.term_fits, amount_fits)),
        readings=tuple((reading, _unless_too_low(applies)) for reading, applies in assessment.readings),
    )


def applies_under(
    contract: Contract, assessment: Assessment, threshold: Threshold, *, in_doubt: bool = False
) -> Answer:
    """Whether the policy would apply under another threshold; `in_doubt`: its amounts may be in thousands."""
    known = _Known(
        contract,
        assessment.kind,
        assessment.months,
        assessment.wage_sum,
        assessment.contract_value,
        assessment.ceiling,
    )
    kind_fits, term_fits, amount_fits = known.fits(threshold)
    if set(threshold.kinds) == set(KINDS):
        kind_fits = Answer.YES
    return all_of((kind_fits, term_fits, _unless_too_low(amount_fits) if in_doubt else amount_fits))


def _unless_too_low(answer: Answer) -> Answer:
    return Answer.UNDECIDED if answer is Answer.NO else answer


def _fits(known: _Known, rules: RuleSet, threshold: Threshold) -> tuple[Answer, Answer, Answer]:
    """Whether kind, term and amount fit; while the kind is unknown only what holds for each that it may be."""
    if known.kind is not None or len(rules.deciding) == 1:
        return known.fits(threshold)
    kind, term, amount = (set(answers) for answers in zip(*map(known.fits, rules.deciding), strict=True))
    return _common(kind), _common(term), _common(amount)


def _common(answers: set[Answer]) -> Answer:
    return answers.pop() if len(answers) == 1 else Answer.UNDECIDED


class _Known(NamedTuple):
    """What a threshold is held against."""

    contract: Contract
    kind: Step | None
    months: Step | None
    wage_sum: Step | None
    value: Step | None
    ceiling: Step | None

    def fits(self, threshold: Threshold) -> tuple[Answer, Answer, Answer]:
        """Whether kind, term and amount meet this reading of the threshold."""
        kind_fits = Answer.UNDECIDED if self.kind is None else _yes(self.kind.value in threshold.kinds)
        return kind_fits, self._term(threshold), self._amount(threshold)

    def _term(self, threshold: Threshold) -> Answer:
        if threshold.min_months is None or self.contract.indefinite:
            return Answer.YES
        return Answer.UNDECIDED if self.months is None else _yes(self.months.value >= threshold.min_months)

    def _amount(self, threshold: Threshold) -> Answer:
        if threshold.basis == "wage_sum":
            if self.wage_sum is not None:
                return is_reached(threshold, self.wage_sum.value)
            most = self.ceiling.value if self.ceiling else None
        else:
            is_open_ended = facts.is_open_ended(self.contract)
            reached = Answer.UNDECIDED if self.value is None else is_reached(threshold, self.value.value)
            if reached is Answer.NO and facts.is_contradicted(self.contract):
                by_term = facts.price_of_term(self.contract)
                reached = Answer.NO if by_term and is_reached(threshold, by_term) is Answer.NO else Answer.UNDECIDED
            if reached is Answer.YES or (reached is Answer.NO and not is_open_ended):
                return reached
            # The wage sum is a part of the value, and the estimate holds the options besides.
            if self.wage_sum is not None and is_reached(threshold, self.wage_sum.value) is Answer.YES:
                return Answer.YES
            most = None if is_open_ended else self.contract.estimated_value
        return Answer.NO if most is not None and is_reached(threshold, most) is Answer.NO else Answer.UNDECIDED


def _threshold_steps(threshold: Threshold, trace: Trace) -> None:
    trace.ruled("threshold", threshold.amount, Unit.EUR, threshold)
    if threshold.min_months is not None:
        trace.ruled("min_months", threshold.min_months, Unit.MONTHS, threshold)


def _norm(rule: Obligation, wage_sum: Step | None, value: Step | None, trace: Trace) -> Step | None:
    base = wage_sum if rule.basis == "wage_sum" else value
    if rule.percent is None or base is None:
        return None
    trace.ruled("norm_percent", rule.percent, Unit.PERCENT, rule)
    exact = base.value * rule.percent / 100
    formula = f"{base.name} * norm_percent / 100"
    if rule.max_amount is not None and exact > rule.max_amount:
        trace.ruled("norm_maximum", rule.max_amount, Unit.EUR, rule)
        return trace.derived("norm_obligation", rule.max_amount, Unit.EUR, f"min({formula}, norm_maximum)")
    return trace.rounded("norm_obligation", exact, formula)
