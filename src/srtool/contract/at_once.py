"""What a block comes to that counts no months: by the hour, the day or the period, for its costs, or at once."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from srtool.contract.trace import Trace
from srtool.finding import Unit
from srtool.lazy_dataclass import dataclass
from srtool.register.model import Effort
from srtool.rules.ruleset import Block
from srtool.term import add_months

_YEAR = 12
_HALVES = 2
_WHY = {"hours": "no_hours_total", "days": "no_days"}


@dataclass(frozen=True, slots=True)
class Part:
    """An exact amount in euro with the formula behind it, over the names of steps."""

    exact: Fraction
    formula: str


def costs(effort: Effort, block: Block, trace: Trace) -> Part | str:
    """The costs or the invoice, or the part of them that the block recognises."""
    if effort.amount is None:
        return "no_amount"
    trace.given("amount", effort.amount, Unit.EUR)
    if block.recognition is None:
        return Part(Fraction(effort.amount), "amount")
    trace.ruled("recognition", block.recognition, Unit.PERCENT, block)
    return Part(Fraction(effort.amount) * Fraction(block.recognition) / 100, "amount * recognition / 100")


def gross_wage(effort: Effort, block: Block, trace: Trace) -> Part | str:
    """The wages that were paid over the effort, with the percentage that comes on top of them."""
    if effort.amount is None:
        return "no_gross_wage"
    trace.given("gross_wage", effort.amount, Unit.EUR, "amount")
    if block.surcharge is None:
        return Part(Fraction(effort.amount), "gross_wage")
    trace.ruled("surcharge", block.surcharge, Unit.PERCENT, block)
    exact = Fraction(effort.amount) * (100 + Fraction(block.surcharge)) / 100
    return Part(exact, "gross_wage * (100 + surcharge) / 100")


def counted(effort: Effort, block: Block, amount: Decimal, trace: Trace) -> Part | str:
    """All hours or days of the effort together, or its costs where the block counts these instead."""
    field, name = ("hours", "hours") if block.per == "hour" else ("days", "days_given")
    number: Decimal | None = getattr(effort, field)
    if block.or_costs and effort.amount is not None:
        return costs(effort, block, trace) if number is None else f"{field}_or_costs"
    if number is None:
        return _WHY[field]
    trace.ruled("block_amount", amount, Unit.EUR, block)
    trace.given(name, number, Unit.COUNT, field)
    if block.per == "half_day":
        return Part(Fraction(amount) * Fraction(number) * _HALVES, f"block_amount * {name} * {_HALVES}")
    return Part(Fraction(amount) * Fraction(number), f"block_amount * {name}")


def one_period(
    effort: Effort, block: Block, amount: Decimal, trace: Trace, until: date | None, months: Decimal | None
) -> Part | str:
    """The whole amount for the one period that an effort is; else why that cannot be said."""
    if block.per == "period" and block.pro_rata:
        return "part_of_period"
    if block.per == "learning_year" and _is_over_a_year(effort, until, months):
        return "over_a_learning_year"
    trace.ruled("block_amount", amount, Unit.EUR, block)
    return Part(Fraction(amount), "block_amount")


def _is_over_a_year(effort: Effort, until: date | None, months: Decimal | None) -> bool:
    if months is not None:
        return months > _YEAR
    last = effort.end or until
    if effort.start is None or last is None:
        return False
    return last > add_months(effort.start, _YEAR) - timedelta(days=1)
