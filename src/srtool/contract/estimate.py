"""The value that procurement law counts: options and renewals included, 48 months without a total price.

Art. 2.14-2.20 Aanbestedingswet 2012; amounts in euro excl. VAT.
"""

from __future__ import annotations

from collections.abc import Mapping
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
    counted: Step | None
    steps: tuple[Step, ...]
    options_open: bool
    """The term can be renewed, yet no value of the options is given."""
    procedure: str | None = None
    """Whose estimate the stated one is, where it is that of a whole procedure of which the contract is a lot."""

    @property
    def value(self) -> Step | None:
        """The larger of the two, for a threshold."""
        if self.stated is None or self.counted is None:
            return self.stated or self.counted
        return self.counted if self.counted.value > self.stated.value else self.stated

    @property
    def also(self) -> tuple[str, ...]:
        """What a verdict that rests on it says besides."""
        return () if self.procedure is None else ("of_procedure",)


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
    A lot without an estimate of its own goes by that of the whole procedure, for the lots count together (art. 2.18).
    """

    def given(name: str, value: object) -> Step:
        return Step(name, value, Unit.EUR, places[name])

    stated = None if contract.estimated_value is None else given("estimated_value", contract.estimated_value)
    procedure = whole.procedure if stated is None and whole is not None else None
    if stated is None and whole is not None:
        stated = Step("estimated_value", whole.amount, Unit.EUR, Given(whole.place))
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
    is_said = procedure is not None or (with_options and stated is not None)  # BT-27 of a procedure includes them
    options_open = extended and contract.option_value is None and not is_said
    return Estimate(stated, counted, tuple(steps), options_open, procedure)


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
