"""What rests on an estimated wage sum: it makes no error, and from which labour share it holds is said."""

from __future__ import annotations

from srtool.checks.check import Check
from srtool.contract.obligation import Assessment
from srtool.finding import Answer, Derived, Step, Unit
from srtool.money import quotient, to_cents


def by_estimate(assessment: Assessment) -> bool:
    """Whether the threshold, or the norm where there is one, is held against an estimated wage sum."""
    if assessment.wage_sum_origin != "estimated" or Answer.NO in {assessment.kind_fits, assessment.term_fits}:
        return False
    of_norm = (
        assessment.norm is not None and assessment.norm_rule is not None and assessment.norm_rule.basis == "wage_sum"
    )
    return of_norm or (assessment.threshold is not None and assessment.threshold.basis == "wage_sum")


def rests_on_estimate(check: Check, assessment: Assessment) -> bool:
    """Whether what this check holds against a contract would be otherwise if less of it were labour."""
    if check.rests_on is None or (check.rests_on == "scope" and assessment.asks is Answer.YES):
        return False
    return by_estimate(assessment)


def tipping_point(assessment: Assessment) -> tuple[Step, ...]:
    """From which labour share on the policy holds, with what that is computed from; nothing if it has no such share."""
    value, threshold = assessment.contract_value, assessment.threshold
    if threshold is None or threshold.basis != "wage_sum" or value is None or not value.value:
        return ()
    percent = to_cents(quotient(100 * threshold.amount, value.value))
    formula = Derived("round_half_up(100 * threshold / contract_value, 2)")
    return (
        *assessment.behind("wage_sum", "threshold"),
        Step("from_share", percent, Unit.PERCENT, formula),
    )


def tipping_says(assessment: Assessment) -> str:
    """The sentence about it: the threshold itself counts or not."""
    return "tipping_above" if assessment.threshold and assessment.threshold.operator == "above" else "tipping_at_least"
