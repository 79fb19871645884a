"""What another threshold, norm or labour share would change: the numbers to start from, and which contracts follow.

Amounts in euro excl. VAT, percentages as 5 for 5%.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from srtool.case.case import Case
from srtool.contract.facts import is_contradicted
from srtool.finding import Answer
from srtool.lazy_dataclass import dataclass
from srtool.rules.ruleset import Obligation, RuleSet, Threshold


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The threshold and the norm under which most contracts fall, and which contracts do not follow another."""

    rules: RuleSet
    threshold: Threshold
    norm: Obligation
    unchanged: tuple[str | None, ...]
    """Per contract in the order of the register why it stays as it is; None: it follows."""

    @property
    def following(self) -> int:
        """How many contracts follow another number."""
        return self.unchanged.count(None)


def what_if(cases: Sequence[Case]) -> WhatIf | None:
    """The numbers that hold for most contracts; None when no contract falls under a threshold with a percentage."""
    under = [_numbers(case) for case in cases]
    counted = Counter(one for one, case in zip(under, cases, strict=True) if one and case.contract.part_of is None)
    if not counted:
        return None
    ((most, _),) = counted.most_common(1)
    rules, threshold, norm = next(
        (case.rules, case.assessment.threshold, case.assessment.norm_rule)
        for case, one in zip(cases, under, strict=True)
        if one == most
    )
    if rules is None or threshold is None or norm is None:
        return None
    bases = {threshold.basis, "wage_sum" if norm.basis == "wage_sum" else "contract_value"}
    stays = (
        _stays(case, is_of_most=one == most, of_value="contract_value" in bases)
        for case, one in zip(cases, under, strict=True)
    )
    return WhatIf(rules, threshold, norm, tuple(stays))


def _numbers(case: Case) -> tuple[object, ...] | None:
    """All that decides the norm obligation besides the contract itself; None without a threshold or a percentage."""
    rules, threshold, norm = case.rules, case.assessment.threshold, case.assessment.norm_rule
    if rules is None or threshold is None or norm is None or norm.percent is None:
        return None
    scope = (threshold.basis, threshold.operator, threshold.amount)
    return rules.id, *scope, norm.basis, norm.percent, norm.max_amount


def _stays(case: Case, *, is_of_most: bool, of_value: bool) -> str | None:
    """Why another number changes nothing for this contract; the first reason that holds."""
    contract, assessment = case.contract, case.assessment
    if contract.part_of is not None:
        return "call_off"
    if case.rules is None:
        return "no_rules"
    if not is_of_most:
        return "no_percentage" if _numbers(case) is None else "other_numbers"
    for what, answer in (("kind", assessment.kind_fits), ("term", assessment.term_fits)):
        if answer is not Answer.YES:
            return what if answer is Answer.NO else f"{what}_unknown"
    if contract.social_return.amount is not None:
        return "fixed_amount"
    if contract.social_return.growth:
        return "growth_path"
    if is_contradicted(contract) and (of_value or assessment.wage_sum is None):
        return "contradicted"
    return "no_base" if assessment.wage_sum is None and assessment.contract_value is None else None
