"""The value that procurement law counts: options and renewals included, 48 months without a total price.

Art. 2.14-2.20 Aanbestedingswet 2012; amounts in euro excl. VAT.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from srtool.finding import Derived, Given, Step, Unit
from srtool.model import Contract
from srtool.obligation import rule_origin
from srtool.place import Row
from srtool.ruleset import RuleSet
from srtool.term import add_months, whole_months

MONTHS_LIMIT = "months-without-total-price"


@dataclass(frozen=True, slots=True)
class Estimate:
    """The stated estimate and the one counted from its parts; None where it is absent."""

    stated: Step | None
    counted: Step | None
    steps: tuple[Step, ...]
    options_open: bool
    """The term can be renewed, yet no value of the options is given."""

    @property
    def value(self) -> Step | None:
        """The larger of the two, for a threshold."""
        known = [step for step in (self.stated, self.counted) if step is not None]
        return max(known, key=lambda step: step.value) if known else None


def estimate(contract: Contract, row: Row, kind: str | None, european: RuleSet) -> Estimate:
    """What is stated, and what art. 2.15 (options) and 2.17 (monthly price) count."""

    def given(name: str, value: object, unit: Unit) -> Step:
        return Step(name, value, unit, Given(row.at(name)))

    stated = None if contract.estimated_value is None else given("estimated_value", contract.estimated_value, Unit.EUR)
    extended = contract.end_latest is not None and contract.end is not None and contract.end_latest > contract.end
    options_open = extended and contract.option_value is None
    steps: list[Step] = []
    counted: Step | None = None
    if contract.value_per_month is not None:
        steps, counted = _by_month(
            contract, given("value_per_month", contract.value_per_month, Unit.EUR), kind, european
        )
    elif contract.contract_value is not None:
        steps = [given("contract_value", contract.contract_value, Unit.EUR)]
        total, formula = contract.contract_value, "contract_value"
        if contract.option_value is not None:
            steps.append(given("option_value", contract.option_value, Unit.EUR))
            total, formula = total + contract.option_value, "contract_value + option_value"
        counted = Step("counted_value", total, Unit.EUR, Derived(formula))
    steps += [step for step in (counted, stated) if step is not None]
    return Estimate(stated, counted, tuple(steps), options_open)


def _by_month(contract: Contract, monthly: Step, kind: str | None, european: RuleSet) -> tuple[list[Step], Step | None]:
    limit = next((rule for rule in european.limit if rule.id == MONTHS_LIMIT), None)
    if limit is not None and limit.months is not None and _over(contract, kind, limit.months):
        months = Step("counted_months", limit.months, Unit.MONTHS, rule_origin(european.id, limit))
    elif contract.start is not None and contract.end is not None:
        reached = whole_months(contract.start, contract.end)
        if add_months(contract.start, reached) != contract.end + timedelta(days=1):
            return [monthly], None
        months = Step("counted_months", reached, Unit.MONTHS, Derived("months(start, end)"))
    else:
        return [monthly], None
    value = monthly.value * months.value
    return [monthly, months], Step("counted_value", value, Unit.EUR, Derived("value_per_month * counted_months"))


def _over(contract: Contract, kind: str | None, limit: int) -> bool:
    """Art. 2.17: services without a total price and without end, or of more than 48 months; 2.20: goods without end."""
    if kind == "works":
        return False
    if contract.indefinite:
        return True
    if kind == "supplies" or contract.start is None or contract.end is None:
        return False
    return add_months(contract.start, limit) <= contract.end
