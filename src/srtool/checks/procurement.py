"""SR401-SR402: is the value complete, and does a European procedure follow from it?"""

from __future__ import annotations

from srtool.case.case import Case
from srtool.checks.check import Check, Verdict, met, not_applicable, not_met, undecided
from srtool.contract.estimate import Estimate, candidates
from srtool.contract.obligation import is_reached
from srtool.contract.trace import rule_origin
from srtool.finding import Answer, Derived, Level, Owner, Step, Unit
from srtool.register.model import Contract
from srtool.register.status import BEFORE_AWARD


def value_complete(case: Case) -> Verdict:
    """The estimate holds the options (art. 2.15) and 48 months of a monthly price (art. 2.17)."""
    verdict = _complete(case)
    return verdict._replace(field=verdict.field or _value_field(case.contract))


def _value_field(contract: Contract) -> str:
    """The field in which the value stands."""
    given = (key for key in _VALUE if getattr(contract, key) is not None)
    return next(given, "estimated_value")


def _complete(case: Case) -> Verdict:
    estimate = case.estimate
    stated, counted = estimate.stated, estimate.counted
    by_limit = any(step.name == "counted_months" for step in estimate.steps)
    months = "months_options" if case.contract.indefinite and case.contract.option_value else "months"
    if stated is None:
        return _counted(case, estimate, f"counted_{months}" if by_limit else None)
    if counted is not None and stated.value < counted.value:
        return not_met(*estimate.steps, says=f"lower_{months}" if by_limit else "lower")
    options = case.contract.option_value
    if options is not None and stated.value < options:
        return not_met(*estimate.steps, says="lower_options")
    if not estimate.options_open:
        return met(*estimate.steps)
    if counted is None:
        return undecided(*estimate.steps, says="options_question", field="option_value")
    return met(*estimate.steps) if stated.value > counted.value else not_met(*estimate.steps, says="options")


def _counted(case: Case, estimate: Estimate, by_limit: str | None) -> Verdict:
    """No estimate is stated: what can be counted from its parts, or by a limit in months."""
    if estimate.counted is None:
        return undecided(*estimate.steps)
    if by_limit is not None:
        return met(*estimate.steps, says=by_limit)
    if estimate.options_open:
        return not_met(*estimate.steps, says="options", field="option_value")
    if case.contract.option_value is None:
        return undecided(*estimate.steps, says="options_unknown", field="option_value")
    return met(*estimate.steps, says="counted")


def european_threshold(case: Case) -> Verdict:
    """The value against the European threshold of the day on which the procedure starts (art. 2.15)."""
    verdict = _threshold(case)
    return verdict._replace(field=verdict.field or _value_field(case.contract))


def _threshold(case: Case) -> Verdict:
    value = case.estimate.value
    day = Step("procedure_day", case.procedure_day, Unit.DATE, Derived("procedure_start, awarded_on, start, on"))
    if not case.european.threshold:
        return undecided(day, says="no_table", field="procedure_start")
    if value is None:
        return undecided(says="no_value")
    if case.assessment.kind is None:
        return undecided(says="no_kind", field="kind")
    amount = Step("procurement_value", value.value, Unit.EUR, Derived(value.name))
    general, social = candidates(case.contract, case.assessment.kind.value, case.european)
    possible = sorted((*general, *social), key=lambda threshold: threshold.amount)
    low, high = possible[0], possible[-1]
    steps = [
        *case.estimate.steps,
        amount,
        day,
        Step("european_threshold", low.amount, Unit.EUR, rule_origin(case.european.id, low)),
    ]
    also = () if general else ("specific_service",)
    answers = {is_reached(threshold, value.value) for threshold in possible}
    if len(answers) > 1:
        steps.append(Step("european_threshold_high", high.amount, Unit.EUR, rule_origin(case.european.id, high)))
        if social and len(general) > 1:
            other = possible[1]
            steps.append(Step("european_threshold_other", other.amount, Unit.EUR, rule_origin(case.european.id, other)))
            return undecided(*steps, says="authority_and_social", field="specific_service")
        if social:
            return undecided(*steps, says="social", field="specific_service")
        return undecided(*steps, says="authority", field="authority_kind")
    if answers == {Answer.NO} and case.contract.estimated_value is None and case.contract.option_value is None:
        return undecided(*steps, says="options_unknown", field="option_value", also=also)
    if answers == {Answer.NO}:
        return not_applicable(*steps, says="below", also=also)
    return _procedure(case, tuple(steps), also)


def _procedure(case: Case, steps: tuple[Step, ...], also: tuple[str, ...]) -> Verdict:
    procedure = case.contract.procedure
    if procedure is None:
        return undecided(*steps, says="procedure_unknown", field="procedure", also=also)
    shown = (*steps, case.given("procedure", procedure, Unit.WORD))
    if procedure == "single":
        return not_met(*shown, field="procedure", also=also)
    if procedure == "negotiated":
        return undecided(*shown, says="negotiated", field="procedure", also=also)
    return met(*shown, also=also)


_VALUE = ("estimated_value", "contract_value", "value_per_month")

ALL = (
    Check("SR401", value_complete, Level.ERROR, Owner.BUYER, "estimated_value", _VALUE, BEFORE_AWARD),
    Check("SR402", european_threshold, Level.ERROR, Owner.BUYER, "estimated_value", _VALUE, BEFORE_AWARD),
)
