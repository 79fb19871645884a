"""The value that procurement law counts: options and renewals included, 48 months without a total price.

Art. 2.14-2.20 Aanbestedingswet 2012; amounts in euro excl. VAT.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from srtool.contract.facts import over_term
from srtool.contract.trace import rule_origin
from srtool.finding import Derived, Given, Step, Unit
from srtool.register.cpv import division_of_cpv
from srtool.register.model import Contract
from srtool.register.places import Places
from srtool.register.procedure_estimate import ProcedureEstimate
from srtool.rules.ruleset import Limit, RuleSet, Threshold
from srtool.term import add_months

_GENERAL = frozenset({"general", "utilities", "defence"})
# Services without a total price (art. 2.17), and goods that are leased, rented or hired (art. 2.20).
_LIMITS: Mapping[str | None, str] = {"supplies": "lease-months", "services": "months-without-total-price"}


class Estimate(NamedTuple):
    """The stated estimate and the one counted from its parts; None where it is absent."""

    stated: Step | None
    """That of the contract itself; of a lot that has none that of its procedure."""
    counted: Step | None
    steps: tuple[Step, ...]
    options_open: bool
    """The term can be renewed, yet no value of the options is given."""
    whole: Step | None = None
    """What the procedure of which the contract is a lot is estimated at, with all its lots."""
    procedure: str | None = None
    """The procedure that this is about."""

    @property
    def own(self) -> Step | None:
        """The larger of what is stated and counted of the contract itself."""
        return _largest(None if self.stated is self.whole else self.stated, self.counted)

    @property
    def value(self) -> Step | None:
        """The largest, for a threshold: that of all lots together counts for each of them (art. 2.18)."""
        return _largest(self.whole, self.stated, self.counted)

    @property
    def also(self) -> tuple[str, ...]:
        """What a verdict that rests on the stated estimate says besides."""
        return ("of_procedure",) if self.whole is not None and self.stated is self.whole else ()


def _largest(*steps: Step | None) -> Step | None:
    return max((step for step in steps if step is not None), key=lambda step: step.value, default=None)


def counted_once(estimates: Iterable[tuple[str, Estimate]]) -> dict[str, Decimal | None]:
    """By contract what it adds to a sum, in euro: its own value, and what a procedure comes to beyond those once.

    That rest is counted with the first lot without a value of its own, of which it is the most that it can be.
    """
    values: dict[str, Decimal | None] = {}
    lots: dict[str, list[tuple[str, Decimal]]] = {}
    for number, one in estimates:
        values[number] = one.own.value if one.own is not None else None
        if one.procedure is not None and one.whole is not None:
            lots.setdefault(one.procedure, []).append((number, one.whole.value))
    for of_procedure in lots.values():
        _, whole = of_procedure[0]
        without = next((number for number, _ in of_procedure if values[number] is None), None)
        rest = whole - sum((values[number] or Decimal(0) for number, _ in of_procedure), Decimal(0))
        if without is not None and rest > 0:
            values[without] = rest
    return values


def estimate(
    contract: Contract,
    places: Places,
    kind: str | None,
    european: RuleSet,
    whole: ProcedureEstimate | None = None,
    *,
    with_options: bool = False,
) -> Estimate:
    """What is stated, and what art. 2.15 (options) and 2.17 (monthly price) count.

    `with_options` where it is known that the stated estimate holds them, though no amount says what they are worth.
    That of the whole procedure stands beside that of a lot, for the lots count together (art. 2.18).
    """

    def given(name: str, value: object) -> Step:
        return Step(name, value, Unit.EUR, places[name])

    stated = None if contract.estimated_value is None else given("estimated_value", contract.estimated_value)
    of_lots = None
    if whole is not None:
        name = "estimated_value" if stated is None else "procedure_estimate"
        of_lots = Step(name, whole.amount, Unit.EUR, Given(whole.place))
        stated = stated or of_lots
    extended = contract.end_latest is not None and contract.end is not None and contract.end_latest > contract.end
    steps: list[Step] = []
    counted: Step | None = None
    if contract.value_per_month is not None:
        steps, counted = _by_month(contract, given("value_per_month", contract.value_per_month), kind, european)
    # Without an end there is no total price, whatever was contracted for a first period; else the larger counts.
    total = None if contract.indefinite and contract.value_per_month is not None else contract.contract_value
    if total is not None and (counted is None or counted.value <= total):
        steps = [given("contract_value", total)]
        counted = Step("counted_value", total, Unit.EUR, Derived("contract_value"))
    if contract.option_value is not None:
        option = given("option_value", contract.option_value)
        steps.append(option)
        # Renewals lie within the months that count; options beside a contract without end do not.
        if counted is not None and (contract.indefinite or not any(step.name == "counted_months" for step in steps)):
            formula = f"{_formula(counted)} + option_value"
            counted = Step("counted_value", counted.value + option.value, Unit.EUR, Derived(formula))
    steps += [step for step in (counted, stated) if step is not None]
    # BT-27 of a procedure includes them.
    is_said = stated is not None and (with_options or stated is of_lots)
    options_open = extended and contract.option_value is None and not is_said
    return Estimate(stated, counted, tuple(steps), options_open, of_lots, whole.procedure if whole else None)


def _formula(step: Step) -> str:
    return step.origin.formula if isinstance(step.origin, Derived) else step.name


def _by_month(contract: Contract, monthly: Step, kind: str | None, european: RuleSet) -> tuple[list[Step], Step | None]:
    limit = next((rule for rule in european.limit if rule.id == _LIMITS.get(kind, _LIMITS["services"])), None)
    if limit is not None and limit.months is not None and _over(contract, kind, limit):
        months = Step("counted_months", limit.months, Unit.MONTHS, rule_origin(european.id, limit))
        value = monthly.value * limit.months
        counted = Step("counted_value", value, Unit.EUR, Derived("value_per_month * counted_months"))
        return [monthly, months], counted
    if contract.start is None or contract.end is None:
        return [monthly], None
    value, formula = over_term(monthly.value, contract.start, contract.end)
    return [monthly], Step("counted_value", value, Unit.EUR, Derived(formula))


def _over(contract: Contract, kind: str | None, limit: Limit) -> bool:
    """Without end; or, for services, of more than so many months."""
    if kind == "works" or limit.months is None:
        return False
    if contract.indefinite:
        return True
    if kind == "supplies" or contract.start is None or contract.end is None:
        return False
    return add_months(contract.start, limit.months) <= contract.end


def candidates(contract: Contract, kind: str, european: RuleSet) -> tuple[tuple[Threshold, ...], tuple[Threshold, ...]]:
    """The general and the social and specific thresholds that may hold for this contract.

    A concession, a utility and a defence buyer have regimes of their own; of the last the central one may hold as well.
    """
    return candidates_of(regime_of(contract, kind), european)


class Regime(NamedTuple):
    """What of a contract decides which European thresholds may hold: many contracts of a register agree in it."""

    kind: str
    is_concession: bool
    authority_kind: str | None
    specific_service: bool | None
    cpv: str | None


def regime_of(contract: Contract, kind: str) -> Regime:
    is_concession = contract.procedure == "concession"
    return Regime(kind, is_concession, contract.authority_kind, contract.specific_service, contract.cpv)


@lru_cache(maxsize=10_000)
def candidates_of(regime: Regime, european: RuleSet) -> tuple[tuple[Threshold, ...], tuple[Threshold, ...]]:
    """The same of all contracts of this regime."""
    kind, is_concession, authority_kind, specific_service, cpv = regime
    fitting = [t for t in european.threshold if kind in t.kinds]
    if is_concession:
        return tuple(t for t in fitting if t.regime == "concession"), ()
    general = tuple(t for t in fitting if t.regime in _GENERAL and _is_for(t, authority_kind))
    utility = authority_kind == "utility"
    special = tuple(t for t in fitting if t.regime == "social_specific" and (t.authority_kind == "utility") is utility)
    if specific_service and special:
        return (), special
    if specific_service is not None:
        return general, ()
    unknown_code = division_of_cpv(cpv) is None
    return general, tuple(t for t in special if unknown_code or str(cpv).startswith(t.cpv))


def of_utilities(kind: str, european: RuleSet) -> Threshold | None:
    """The threshold that holds if the buyer, of which the kind is not known, is a utility."""
    return next((t for t in european.threshold if t.regime == "utilities" and kind in t.kinds), None)


def _is_for(threshold: Threshold, authority: str | None) -> bool:
    """Whether a threshold may hold for this kind of buyer; one that is not known is an ordinary authority."""
    if threshold.authority_kind is None:
        return True
    if authority is None:
        return threshold.regime == "general"
    return threshold.authority_kind in ({"central", "defence"} if authority == "defence" else {authority})
