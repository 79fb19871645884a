"""What a contract asks: the amount, else the growth path, else the percentage, over the base that it states.

Amounts in euro excl. VAT, percentages as 5 for 5%.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from srtool.contract.trace import Trace
from srtool.finding import Answer, Derived, Step, Unit
from srtool.money import quotient, to_cents
from srtool.register.assumptions import NOTHING_ASSUMED, Assumptions
from srtool.register.model import NOTHING_ASKED, Contract
from srtool.term import days_in

ANY_DEMAND = (
    "social_return.asked",
    "social_return.amount",
    "social_return.percent",
    "social_return.growth",
    "social_return.people",
    "social_return.hours",
)
"""The fields that say that, and how much, social return is asked."""
Path = tuple[tuple[date, Decimal | None], ...]


def asks(contract: Contract) -> Answer:
    """Whether social return is asked; a stated zero asks nothing, and silence is UNDECIDED."""
    asked = contract.social_return
    if asked is NOTHING_ASKED:
        return Answer.UNDECIDED
    if asked.asked is not None:
        return Answer.YES if asked.asked else Answer.NO
    stated = (asked.amount, asked.percent, asked.people, asked.hours, *(point.percent for point in asked.growth))
    if any(stated):
        return Answer.YES
    return Answer.UNDECIDED if all(value is None for value in stated) else Answer.NO


def is_in_people(contract: Contract) -> bool:
    """Whether people or hours are asked, and no euros: neither has a price."""
    asked = contract.social_return
    has_euros = asked.amount is not None or asked.percent is not None or bool(asked.growth)
    return not has_euros and bool(asked.people or asked.hours)


def asked_obligation(
    contract: Contract,
    wage_sum: Step | None,
    value: Step | None,
    trace: Trace,
    assume: Assumptions = NOTHING_ASSUMED,
) -> Step | None:
    """What the supplier owes; None when the base, its amount or a part of the path is not stated."""
    asked = contract.social_return
    if asked.percent is not None:
        trace.given("asked_percent", asked.percent, Unit.PERCENT, "social_return.percent")
    if asked.growth:
        path = tuple((point.from_, point.percent) for point in asked.growth)
        trace.given("growth", path, Unit.GROWTH, "social_return.growth[0].from")
    if asked.amount is not None:
        return trace.given("asked_obligation", asked.amount, Unit.EUR, "social_return.amount")
    # Turnover is known only when it is invoiced, which no register of contracts tells.
    base = {"wage_sum": wage_sum, "contract_value": value}.get(_basis(contract, trace, assume) or "")
    if base is None:
        return None
    if asked.growth:
        return _along_growth(contract, base, trace)
    if asked.percent is None:
        return None
    exact = base.value * asked.percent / 100
    return trace.rounded("asked_obligation", exact, f"{base.name} * asked_percent / 100")


def lacking(
    contract: Contract, basis: str | None, wage_sum: Step | None, value: Step | None
) -> Literal["basis", "wage_sum", "contract_value"] | None:
    """What the amount of a percentage or path waits for; None where it is something else, or no percentage is asked.

    `basis` is that of the contract, else that which the user assumes.
    """
    asked = contract.social_return
    if asked.amount is not None or (asked.percent is None and not asked.growth):
        return None
    if basis is None:
        return "basis"
    if basis == "wage_sum" and wage_sum is None:
        return "wage_sum"
    return "contract_value" if basis == "contract_value" and value is None else None


def _basis(contract: Contract, trace: Trace, assume: Assumptions) -> str | None:
    """Of what a percentage is taken: as the contract says, else as the user assumes."""
    asked = contract.social_return
    if asked.basis is not None:
        trace.given("asked_basis", asked.basis, Unit.WORD, "social_return.basis")
    elif assume.basis is not None and (asked.percent is not None or asked.growth):
        trace.keep(Step("asked_basis", assume.basis, Unit.WORD, assume.origin("basis")))
    step = trace.steps.get("asked_basis")
    return None if step is None else str(step.value)


def obligation_as(name: str, trace: Trace) -> Step:
    """The obligation of a computation under another name, with the rounding in its formula."""
    amount, exact = trace.steps["asked_obligation"], trace.steps.get("asked_obligation_exact")
    if exact is not None and isinstance(exact.origin, Derived):
        return Step(name, amount.value, Unit.EUR, Derived(f"round_half_up({exact.origin.formula})"))
    return Step(name, amount.value, Unit.EUR, amount.origin)


def _along_growth(contract: Contract, base: Step, trace: Trace) -> Step | None:
    """The base spread evenly over the days of the term, each day under the percentage of its date."""
    parts = tuple(growth_days(contract))
    if contract.start is None or contract.end is None or any(percent is None for _, percent in parts):
        return None
    term = trace.derived("term_days", days_in(contract.start, contract.end), Unit.DAYS, "days(start, end)")
    weighted = sum((days * percent for days, percent in parts if percent is not None), Decimal(0))
    summed = " + ".join(f"{days} * {percent}" for days, percent in parts)
    trace.derived("percent_days", weighted, Unit.COUNT, summed)
    exact = quotient(base.value * weighted, Decimal(100 * term.value))
    formula = f"round_half_up({base.name} * percent_days / (100 * term_days))"
    return trace.derived("asked_obligation", to_cents(exact), Unit.EUR, formula)


def growth_path(contract: Contract) -> Path:
    """The path as it works out: (day, percentage) from the start to the end, as far as these are known.

    The percentage is None before the first date when no `percent` holds there.
    """
    asked, start, end = contract.social_return, contract.start, contract.end
    points: list[tuple[date, Decimal | None]] = [(point.from_, point.percent) for point in asked.growth]
    if end is not None:
        points = [point for point in points if point[0] <= end]
    if start is None:
        return tuple(points)
    before = [point for point in points if point[0] <= start]
    first = (start, before[-1][1] if before else asked.percent)
    return (first, *(point for point in points if point[0] > start))


def growth_days(contract: Contract) -> Iterator[tuple[int, Decimal | None]]:
    """(days, percentage) along the term; nothing when the term is not known."""
    path, end = growth_path(contract), contract.end
    if contract.start is None or end is None:
        return
    until = [since - timedelta(days=1) for since, _ in path[1:]]
    for (since, percent), last in zip(path, (*until, end), strict=True):
        yield days_in(since, last), percent
