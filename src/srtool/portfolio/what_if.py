"""What another threshold, norm or labour share would change: the numbers to start from, and which contracts follow.

Amounts in euro excl. VAT, percentages as 5 for 5%.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

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


_Numbers = tuple[object, ...]
"""All that decides the norm obligation besides the contract itself."""


class _Followed(NamedTuple):
    """One contract: its numbers, and why it stays as it is, whichever numbers most contracts turn out to have."""

    numbers: _Numbers | None
    is_call_off: bool
    under_other: str | None
    under_most: str | None
    under_most_of_value: str | None
    """The same where the threshold or the norm goes by the value."""


class WhatIfs:
    """Takes the contracts one by one, in the order of the register, and holds no more of them than it needs."""

    def __init__(self) -> None:
        self._rules: dict[_Numbers, tuple[RuleSet, Threshold, Obligation]] = {}
        self._contracts: list[_Followed] = []
        self._once: dict[_Followed, _Followed] = {}

    def add(self, case: Case) -> None:
        """One more contract."""
        rules, threshold, norm = case.rules, case.assessment.threshold, case.assessment.norm_rule
        numbers = _numbers(case)
        if numbers is not None and rules is not None and threshold is not None and norm is not None:
            self._rules.setdefault(numbers, (rules, threshold, norm))
        followed = _Followed(
            numbers,
            case.contract.part_of is not None,
            _stays(case, numbers, is_of_most=False),
            _stays(case, numbers),
            _stays(case, numbers, of_value=True),
        )
        self._contracts.append(self._once.setdefault(followed, followed))

    def result(self) -> WhatIf | None:
        """The numbers that hold for most contracts; None when none falls under a threshold with a percentage."""
        own = (followed for followed in self._contracts if not followed.is_call_off)
        counted = Counter(followed.numbers for followed in own if followed.numbers is not None)
        if not counted:
            return None
        ((most, _),) = counted.most_common(1)
        rules, threshold, norm = self._rules[most]
        of_value = "contract_value" in {threshold.basis, "wage_sum" if norm.basis == "wage_sum" else "contract_value"}
        stays = (_why(followed, is_of_most=followed.numbers == most, of_value=of_value) for followed in self._contracts)
        return WhatIf(rules, threshold, norm, tuple(stays))


def _why(followed: _Followed, *, is_of_most: bool, of_value: bool) -> str | None:
    if not is_of_most:
        return followed.under_other
    return followed.under_most_of_value if of_value else followed.under_most


def _numbers(case: Case) -> _Numbers | None:
    """None without a threshold or a percentage."""
    rules, threshold, norm = case.rules, case.assessment.threshold, case.assessment.norm_rule
    if rules is None or threshold is None or norm is None or norm.percent is None:
        return None
    scope = (threshold.basis, threshold.operator, threshold.amount)
    return rules.id, *scope, norm.basis, norm.percent, norm.max_amount


def _stays(case: Case, numbers: _Numbers | None, *, is_of_most: bool = True, of_value: bool = False) -> str | None:
    """Why another number changes nothing for this contract; the first reason that holds."""
    contract, assessment = case.contract, case.assessment
    if contract.part_of is not None:
        return "call_off"
    if case.rules is None:
        return "no_rules"
    if not is_of_most:
        return "no_percentage" if numbers is None else "other_numbers"
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
