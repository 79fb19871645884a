"""What an effort counts for under a rule set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from srtool.finding import Step, Unit
from srtool.model import Effort
from srtool.ruleset import Block, RuleSet
from srtool.trace import Places


@dataclass(frozen=True, slots=True)
class Worth:
    value: Decimal | None
    why: str | None
    steps: tuple[Step, ...]
    block: Block | None
    counted_until: date | None
    limited: bool


def worth(effort: Effort, rules: RuleSet, places: Places, until: date | None = None) -> Worth:
    if until is not None and effort.start is not None and until < effort.start:
        return Worth(Decimal("0.00"), None, (), None, None, limited=False)
    if effort.amount is None:
        return Worth(None, "no_amount", (), None, None, limited=False)
    return Worth(
        effort.amount, None, (Step("amount", effort.amount, Unit.EUR, places["amount"]),), None, None, limited=False
    )


def full_time_month(block: Block, rules: RuleSet) -> Decimal | None:
    return None
