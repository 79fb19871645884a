"""What a contract is, from what its officer wrote: kind, value, wage sum, term. Nothing is guessed.

Amounts in euro excl. VAT, percentages as 5 for 5%, the term in months.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from srtool.contract.trace import Trace
from srtool.finding import Assumed, Derived, Step, Unit
from srtool.money import quotient, to_cents
from srtool.register.category import category_key
from srtool.register.cpv import division_of_cpv, kind_of_cpv
from srtool.register.model import Assumption, Contract
from srtool.register.price_of_term import yearly_over_term
from srtool.term import months_and_days, whole_months


def kind(contract: Contract, trace: Trace) -> Step | None:
    """The stated kind, else that of the CPV code."""
    if contract.kind is not None:
        return trace.given("kind", contract.kind, Unit.WORD)
    by_cpv = kind_of_cpv(contract.cpv)
    if by_cpv is None:
        return None
    trace.given("cpv", contract.cpv, Unit.TEXT)
    return trace.derived("kind", by_cpv, Unit.WORD, "division(cpv)")


def is_open_ended(contract: Contract) -> bool:
    """A monthly price without an end: no value is its highest."""
    return bool(contract.indefinite) and contract.value_per_month is not None


def is_contradicted(contract: Contract) -> bool:
    """The stated value is less than the monthly price comes to: which of the two holds is not known."""
    if contract.contract_value is None:
        return False
    by_term = _price_of_term(contract)
    return is_open_ended(contract) or (by_term is not None and by_term[0] > contract.contract_value)


def contract_value(contract: Contract, trace: Trace) -> Step | None:
    """The stated value without options; else the larger of the estimate less its options and the price of the term."""
    if contract.contract_value is not None:
        return _of_years(contract, trace) or trace.given("contract_value", contract.contract_value, Unit.EUR)
    if contract.estimated_value is not None:
        trace.given("estimated_value", contract.estimated_value, Unit.EUR)
    if is_open_ended(contract):
        trace.given("value_per_month", contract.value_per_month, Unit.EUR)
        return None
    by_term = _price_of_term(contract)
    without_options = _without_options(contract)
    if without_options is not None and (by_term is None or by_term[0] <= without_options):
        trace.given("option_value", contract.option_value, Unit.EUR)
        return trace.derived("contract_value", without_options, Unit.EUR, "estimated_value - option_value")
    if by_term is None:
        return None
    trace.given("value_per_month", contract.value_per_month, Unit.EUR)
    return trace.derived("contract_value", by_term[0], Unit.EUR, by_term[1])


def _of_years(contract: Contract, trace: Trace) -> Step | None:
    """The price of a year over the term, where the user says that the contract is worth that."""
    over_term = yearly_over_term(contract)
    if over_term is None or not trace.places.is_assumed("contract_value"):
        return None
    trace.given("value_per_year", contract.value_per_year, Unit.EUR)
    return trace.derived("contract_value", over_term[0], Unit.EUR, over_term[1])


def _without_options(contract: Contract) -> Decimal | None:
    estimated, options = contract.estimated_value, contract.option_value
    return None if estimated is None or options is None or options > estimated else estimated - options


def _price_of_term(contract: Contract) -> tuple[Decimal, str] | None:
    if contract.value_per_month is None or contract.start is None or contract.end is None:
        return None
    return over_term(contract.value_per_month, contract.start, contract.end)


def price_of_term(contract: Contract) -> Decimal | None:
    """What the monthly price comes to over the term; None when one of them is not known."""
    by_term = _price_of_term(contract)
    return None if by_term is None else by_term[0]


def over_term(monthly: Decimal, start: date, end: date) -> tuple[Decimal, str]:
    """A monthly price over a term, days left over as a part of their month, with the formula; whole cents."""
    months, days, length = months_and_days(start, end)
    if not days:
        return monthly * months, f"value_per_month * {months}"
    value = to_cents(monthly * months + quotient(monthly * days, Decimal(length)))
    return value, f"round_half_up(value_per_month * ({months} + {days} / {length}))"


def labour_share(contract: Contract, trace: Trace, assumptions: Mapping[str, Assumption]) -> Step | None:
    """The stated share, else what the officer assumes for its category, else for its CPV division."""
    if contract.labour_share is not None:
        return trace.given("labour_share", contract.labour_share, Unit.PERCENT)
    names = (contract.category and category_key(contract.category), division_of_cpv(contract.cpv))
    assumed = next((assumptions[name] for name in names if name is not None and name in assumptions), None)
    if assumed is None:
        return None
    return trace.keep(Step("labour_share", assumed.percent, Unit.PERCENT, Assumed(assumed.place)))


def wage_sum(
    contract: Contract, value: Step | None, trace: Trace, assumptions: Mapping[str, Assumption]
) -> tuple[Step | None, str]:
    """The wage sum with its origin: given, estimated by the labour share, or unknown."""
    if contract.wage_sum is not None:
        return trace.given("wage_sum", contract.wage_sum, Unit.EUR), "given"
    share = None if value is None or is_contradicted(contract) else labour_share(contract, trace, assumptions)
    if value is None or share is None:
        return None, "unknown"
    exact = value.value * share.value / 100
    return trace.rounded("wage_sum", exact, "contract_value * labour_share / 100"), "estimated"


def ceiling(contract: Contract, value: Step | None, trace: Trace, assumptions: Mapping[str, Assumption]) -> Step | None:
    """What an unknown wage sum cannot exceed: the contract value, else the labour share of the whole estimate."""
    if is_open_ended(contract):
        return None
    if value is not None:
        by_term = _price_of_term(contract)
        if by_term is not None and by_term[0] > value.value:
            trace.given("value_per_month", contract.value_per_month, Unit.EUR)
            return Step("ceiling", by_term[0], Unit.EUR, Derived(by_term[1]))
        return Step("ceiling", value.value, Unit.EUR, value.origin)
    if contract.estimated_value is None:
        return None
    estimated = trace.given("estimated_value", contract.estimated_value, Unit.EUR)
    share = labour_share(contract, trace, assumptions)
    if share is None:
        return Step("ceiling", estimated.value, Unit.EUR, estimated.origin)
    most = to_cents(estimated.value * share.value / 100)
    return Step("ceiling", most, Unit.EUR, Derived("round_half_up(estimated_value * labour_share / 100)"))


def months(contract: Contract, trace: Trace) -> Step | None:
    """The whole months of the term without options; None when it has no end or no dates."""
    if contract.indefinite:
        trace.given("indefinite", "yes", Unit.WORD)
        return None
    if contract.start is None or contract.end is None:
        return None
    trace.given("start", contract.start, Unit.DATE)
    trace.given("end", contract.end, Unit.DATE)
    return trace.derived("term_months", whole_months(contract.start, contract.end), Unit.MONTHS, "months(start, end)")
