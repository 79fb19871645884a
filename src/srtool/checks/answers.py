"""Which answers of the user a finding rests on, and which the scope of a contract."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.case.answers import answers_behind
from srtool.case.case import Case
from srtool.checks.check import Check
from srtool.finding import Set, Step
from srtool.register.assumptions import NOTHING_ASSUMED

_SCOPE = "SR104"
"""Whether the policy holds: it rests on which one that is, and on what the contract is, also where it cannot say."""
_AMOUNTS = frozenset(
    {"contract_value", "estimated_value", "option_value", "value_per_month", "value_per_year", "wage_sum"}
)
"""Steps with an amount of the contract itself."""


def answers_of_contract(case: Case) -> Iterator[Step]:
    """Those that decide under which rules it falls, what it is, and in what its amounts are counted."""
    yield from answers_behind(case, "policy")
    yield from answers_behind(case, "status")
    yield from answers_behind(case, "amounts")


def answers_of_finding(case: Case, check: Check, steps: tuple[Step, ...]) -> Iterator[Step]:
    """Those that a finding with these steps rests on."""
    if case.assume is NOTHING_ASSUMED:
        return
    rule_sets = {step.origin.rule_set for step in steps if isinstance(step.origin, Set)}
    if case.rules_id in rule_sets or check.code == _SCOPE:
        yield from answers_behind(case, "policy")
    if case.european.id in rule_sets:
        yield from answers_behind(case, "thresholds")
    names = {step.name for step in steps}
    if not names.isdisjoint(_AMOUNTS) and "amount_unit" not in names:
        yield from answers_behind(case, "amounts")
    if check.stages is not None or check.after_award or check.code == _SCOPE:
        yield from answers_behind(case, "status")
    if check.after_award:
        yield from answers_behind(case, "delivery")
