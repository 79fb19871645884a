"""Does social return apply to a contract, what does the policy aim for, and what is asked: once, with every step.

Scope: Rijk policy since 2011 (suitable works and services above a wage sum, of a minimum term); the numbers come from
the rule set. Amounts in euro excl. VAT, percentages as 5 for 5%.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from srtool.finding import Answer, Derived, Given, Set, Step, Unit
from srtool.model import Assumption, Contract
from srtool.money import is_whole_cents, quotient, to_cents
from srtool.place import Row
from srtool.ruleset import Obligation, Record, RuleSet, Threshold
from srtool.term import add_months, days_in, whole_months

_WORKS, _SUPPLIES_UP_TO, _SUPPLIES_ALSO = 45, 44, 48


class Places(dict[str, Given]):
    """Where the fields of a contract stand: each made when it is first asked for, then shared."""

    def __init__(self, row: Row) -> None:
        self._row = row

    def __missing__(self, key: str) -> Given:
        self[key] = given = Given(self._row.at(key))
        return given


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything that is known of one contract's scope and obligation; None or UNDECIDED where it cannot be said."""

    status: str
    places: Places
    kind: Step | None = None
    contract_value: Step | None = None
    wage_sum: Step | None = None
    wage_sum_origin: str = "unknown"
    months: Step | None = None
    threshold: Threshold | None = None
    kind_fits: Answer = Answer.UNDECIDED
    term_fits: Answer = Answer.UNDECIDED
    amount_fits: Answer = Answer.UNDECIDED
    applies: Answer = Answer.UNDECIDED
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


@dataclass(slots=True)
class _Trace:
    """The steps so far, each name once."""

    places: Places
    rule_set: str
    steps: dict[str, Step] = field(default_factory=dict)

    def given(self, name: str, value: object, unit: Unit, key: str | None = None) -> Step:
        return self.keep(Step(name, value, unit, self.places[key or name]))

    def derived(self, name: str, value: object, unit: Unit, formula: str) -> Step:
        return self.keep(Step(name, value, unit, Derived(formula)))

    def ruled(self, name: str, value: object, unit: Unit, rule: Record) -> Step:
        return self.keep(Step(name, value, unit, rule_origin(self.rule_set, rule)))

    def keep(self, step: Step) -> Step:
        return self.steps.setdefault(step.name, step)


def rule_origin(rule_set: str, rule: Record) -> Set:
    return Set(rule_set, rule.id, rule.since, rule.source, rule.certainty)


def kind_of_cpv(cpv: str) -> str | None:
    """works, services or supplies by the division (first two digits): 45; 50-98; 03-44 and 48. None when malformed."""
    if not cpv[:2].isdecimal():
        return None
    division = int(cpv[:2])
    if division == _WORKS:
        return "works"
    if division <= _SUPPLIES_UP_TO or division == _SUPPLIES_ALSO:
        return "supplies"
    return "services" if division >= 50 else None


def status_of(contract: Contract, on: date) -> str:
    """The given status; else draft without a supplier, ended or running by the dates, or awarded."""
    if contract.status is not None:
        return contract.status
    if contract.supplier is None:
        return "draft"
    if contract.end is not None and contract.end < on:
        return "ended"
    return "running" if contract.start is not None and contract.start <= on else "awarded"


def all_of(answers: Iterable[Answer]) -> Answer:
    """NO when one is no, else UNDECIDED when one is undecided, else YES."""
    found = set(answers)
    return Answer.NO if Answer.NO in found else Answer.UNDECIDED if Answer.UNDECIDED in found else Answer.YES


def is_reached(threshold: Threshold, amount: Decimal) -> Answer:
    """Whether this amount is above, or at least, the threshold: to the cent."""
    reached = amount > threshold.amount or (threshold.operator == "at_least" and amount == threshold.amount)
    return _yes(reached)


def _yes(holds: bool) -> Answer:  # noqa: FBT001 - the one argument is the question
    return Answer.YES if holds else Answer.NO


def assess(
    contract: Contract, row: Row, rules: RuleSet | None, on: date, assumptions: Mapping[str, Assumption]
) -> Assessment:
    """Scope and obligation under the rules in force for this contract; without rules only what the contract says."""
    places = Places(row)
    trace = _Trace(places, rules.id if rules else "")
    status = status_of(contract, on)
    kind = _kind(contract, trace)
    value = _contract_value(contract, trace)
    wage_sum, origin = _wage_sum(contract, value, trace, assumptions)
    months = _months(contract, trace)
    asks = _asks(contract)
    if rules is None or rules.primary is None:
        asked = _asked(contract, wage_sum, value, trace) if asks is Answer.YES else None
        return Assessment(
            status,
            places,
            kind,
            value,
            wage_sum,
            origin,
            months,
            asks=asks,
            asked=asked,
            steps=tuple(trace.steps.values()),
        )

    threshold = rules.primary
    fits = _fits(threshold, contract, kind, months, wage_sum, value)
    applies = all_of(fits)
    _threshold_steps(threshold, trace)
    readings = tuple((other, all_of(_fits(other, contract, kind, months, wage_sum, value))) for other in rules.readings)
    norm_rule = next((o for o in rules.obligation if o.level != "ambition"), None)
    norm = _norm(norm_rule, wage_sum, value, trace) if norm_rule and applies is Answer.YES else None
    asked = _asked(contract, wage_sum, value, trace) if asks is Answer.YES else None
    return Assessment(
        status=status,
        places=places,
        kind=kind,
        contract_value=value,
        wage_sum=wage_sum,
        wage_sum_origin=origin,
        months=months,
        threshold=threshold,
        kind_fits=fits[0],
        term_fits=fits[1],
        amount_fits=fits[2],
        applies=applies,
        readings=readings,
        norm_rule=norm_rule,
        ambition_rule=next((o for o in rules.obligation if o.level == "ambition"), None),
        norm=norm,
        asks=asks,
        asked=asked,
        steps=tuple(trace.steps.values()),
    )


def _kind(contract: Contract, trace: _Trace) -> Step | None:
    if contract.kind is not None:
        return trace.given("kind", contract.kind, Unit.WORD)
    kind = kind_of_cpv(contract.cpv) if contract.cpv else None
    if kind is None:
        return None
    trace.given("cpv", contract.cpv, Unit.TEXT)
    return trace.derived("kind", kind, Unit.WORD, "division(cpv)")


def _contract_value(contract: Contract, trace: _Trace) -> Step | None:
    if contract.contract_value is not None:
        return trace.given("contract_value", contract.contract_value, Unit.EUR)
    if contract.estimated_value is not None:
        trace.given("estimated_value", contract.estimated_value, Unit.EUR)
        if contract.option_value is not None and contract.option_value <= contract.estimated_value:
            trace.given("option_value", contract.option_value, Unit.EUR)
            value = contract.estimated_value - contract.option_value
            return trace.derived("contract_value", value, Unit.EUR, "estimated_value - option_value")
    months = _exact_months(contract)
    if contract.value_per_month is not None and months is not None:
        trace.given("value_per_month", contract.value_per_month, Unit.EUR)
        trace.derived("term_months", months, Unit.MONTHS, "months(start, end)")
        value = contract.value_per_month * months
        return trace.derived("contract_value", value, Unit.EUR, "value_per_month * term_months")
    return None


def _exact_months(contract: Contract) -> int | None:
    """The term when it is a whole number of months, so that nothing need be guessed about the days left over."""
    if contract.start is None or contract.end is None:
        return None
    months = whole_months(contract.start, contract.end)
    return months if add_months(contract.start, months) == contract.end + timedelta(days=1) else None


def _wage_sum(
    contract: Contract, value: Step | None, trace: _Trace, assumptions: Mapping[str, Assumption]
) -> tuple[Step | None, str]:
    if contract.wage_sum is not None:
        return trace.given("wage_sum", contract.wage_sum, Unit.EUR), "given"
    if value is None:
        return None, "unknown"
    assumed = assumptions.get(contract.cpv[:2]) if contract.cpv else None
    if contract.labour_share is not None:
        share = trace.given("labour_share", contract.labour_share, Unit.PERCENT)
    elif assumed is not None:
        share = trace.keep(Step("labour_share", assumed.percent, Unit.PERCENT, Given(assumed.place)))
    else:
        return None, "unknown"
    exact = value.value * share.value / 100
    return _rounded(trace, "wage_sum", exact, "contract_value * labour_share / 100"), "estimated"


def _rounded(trace: _Trace, name: str, exact: Decimal, formula: str) -> Step:
    if is_whole_cents(exact):
        return trace.derived(name, to_cents(exact), Unit.EUR, formula)
    trace.derived(f"{name}_exact", exact, Unit.EUR, formula)
    return trace.derived(name, to_cents(exact), Unit.EUR, f"round_half_up({name}_exact)")


def _months(contract: Contract, trace: _Trace) -> Step | None:
    if contract.indefinite:
        trace.given("indefinite", "yes", Unit.WORD)
        return None
    if contract.start is None or contract.end is None:
        return None
    trace.given("start", contract.start, Unit.DATE)
    trace.given("end", contract.end, Unit.DATE)
    return trace.derived("term_months", whole_months(contract.start, contract.end), Unit.MONTHS, "months(start, end)")


def _fits(
    threshold: Threshold,
    contract: Contract,
    kind: Step | None,
    months: Step | None,
    wage_sum: Step | None,
    value: Step | None,
) -> tuple[Answer, Answer, Answer]:
    """Whether kind, term and amount meet this reading of the threshold."""
    kind_fits = Answer.UNDECIDED if kind is None else _yes(kind.value in threshold.kinds)
    return (
        kind_fits,
        _term_fits(threshold, contract, months),
        _amount_fits(threshold, contract, wage_sum, value),
    )


def _term_fits(threshold: Threshold, contract: Contract, months: Step | None) -> Answer:
    if threshold.min_months is None or contract.indefinite:
        return Answer.YES
    if months is None:
        return Answer.UNDECIDED
    return _yes(months.value >= threshold.min_months)


def _amount_fits(threshold: Threshold, contract: Contract, wage_sum: Step | None, value: Step | None) -> Answer:
    known, floor = (wage_sum, None) if threshold.basis == "wage_sum" else (value, wage_sum)
    if known is not None:
        return is_reached(threshold, known.value)
    if floor is not None and is_reached(threshold, floor.value) is Answer.YES:
        return Answer.YES
    # The wage sum is a part of the contract value; before that is known, of the estimate.
    ceiling = value.value if value else contract.estimated_value
    below = ceiling is not None and is_reached(threshold, ceiling) is Answer.NO
    return Answer.NO if below else Answer.UNDECIDED


def _threshold_steps(threshold: Threshold, trace: _Trace) -> None:
    trace.ruled("threshold", threshold.amount, Unit.EUR, threshold)
    if threshold.min_months is not None:
        trace.ruled("min_months", threshold.min_months, Unit.MONTHS, threshold)


def _norm(rule: Obligation, wage_sum: Step | None, value: Step | None, trace: _Trace) -> Step | None:
    base = wage_sum if rule.basis == "wage_sum" else value
    if rule.percent is None or base is None:
        return None
    trace.ruled("norm_percent", rule.percent, Unit.PERCENT, rule)
    exact = base.value * rule.percent / 100
    formula = f"{base.name} * norm_percent / 100"
    if rule.max_amount is not None and exact > rule.max_amount:
        trace.ruled("norm_maximum", rule.max_amount, Unit.EUR, rule)
        return trace.derived("norm_obligation", rule.max_amount, Unit.EUR, f"min({formula}, norm_maximum)")
    return _rounded(trace, "norm_obligation", exact, formula)


def _asks(contract: Contract) -> Answer:
    asked = contract.social_return
    if asked.asked is not None:
        return Answer.YES if asked.asked else Answer.NO
    stated = asked.amount is not None or asked.percent is not None or asked.growth or asked.people
    return Answer.YES if stated else Answer.UNDECIDED


def _asked(contract: Contract, wage_sum: Step | None, value: Step | None, trace: _Trace) -> Step | None:
    """The amount, else the growth path, else the percentage, over the base that the contract states."""
    asked = contract.social_return
    if asked.percent is not None:
        trace.given("asked_percent", asked.percent, Unit.PERCENT, "social_return.percent")
    if asked.growth:
        path = tuple((point.from_, point.percent) for point in asked.growth)
        trace.given("growth", path, Unit.GROWTH, "social_return.growth[0].from")
    if asked.amount is not None:
        return trace.given("asked_obligation", asked.amount, Unit.EUR, "social_return.amount")
    if asked.basis is None:
        return None
    trace.given("asked_basis", asked.basis, Unit.WORD, "social_return.basis")
    base = wage_sum if asked.basis == "wage_sum" else value
    if base is None:
        return None
    if asked.growth:
        return _along_growth(contract, base, trace)
    if asked.percent is None:
        return None
    formula = f"{base.name} * asked_percent / 100"
    return _rounded(trace, "asked_obligation", base.value * asked.percent / 100, formula)


def _along_growth(contract: Contract, base: Step, trace: _Trace) -> Step | None:
    """The base spread evenly over the days of the term, each day under the percentage of its date."""
    if contract.start is None or contract.end is None:
        return None
    parts = tuple(growth_days(contract))
    if not parts or any(percent is None for _, percent in parts):
        return None
    term = trace.derived("term_days", days_in(contract.start, contract.end), Unit.DAYS, "days(start, end)")
    weighted = sum((days * percent for days, percent in parts if percent is not None), Decimal(0))
    summed = " + ".join(f"{days} * {percent}" for days, percent in parts)
    trace.derived("percent_days", weighted, Unit.COUNT, summed)
    exact = quotient(base.value * weighted, Decimal(100 * term.value))
    formula = f"round_half_up({base.name} * percent_days / (100 * term_days))"
    return trace.derived("asked_obligation", to_cents(exact), Unit.EUR, formula)


def growth_days(contract: Contract) -> Iterator[tuple[int, Decimal | None]]:
    """(days, percentage) along the term; None before the first date when no `percent` holds there."""
    start, end, asked = contract.start, contract.end, contract.social_return
    if start is None or end is None:
        return
    percent, since = asked.percent, start
    for point in asked.growth:
        until = min(point.from_, end + timedelta(days=1))
        if until > since:
            yield (until - since).days, percent
            since = until
        percent = point.percent
    if since <= end:
        yield days_in(since, end), percent
