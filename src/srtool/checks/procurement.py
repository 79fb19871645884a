"""SR401-SR402: is the value complete, and does a European procedure follow from it?"""

from __future__ import annotations

from decimal import Decimal

from srtool.case.case import Case
from srtool.checks.check import Check, Later, Verdict, met, not_applicable, not_met, undecided
from srtool.contract.estimate import Estimate, candidates, of_utilities
from srtool.contract.obligation import is_reached
from srtool.contract.trace import rule_origin
from srtool.finding import Answer, Derived, Level, Owner, Step, Unit
from srtool.register.model import Contract
from srtool.register.status import BEFORE_AWARD
from srtool.rules.ruleset import Threshold


def value_complete(case: Case) -> Verdict:
    """The estimate holds the options (art. 2.15) and 48 months of a monthly price (art. 2.17)."""
    return _complete(case).at(_value_field(case.contract), *case.estimate.also)


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
    return _threshold(case).at(_value_field(case.contract), *_whose(case.estimate))


def _whose(estimate: Estimate) -> tuple[str, ...]:
    """That the value is of the whole procedure, where the lot has one of its own beside it."""
    return ("by_procedure",) if _is_by_procedure(estimate) else estimate.also


def _is_by_procedure(estimate: Estimate) -> bool:
    return estimate.own is not None and estimate.whole is not None and estimate.value is estimate.whole


def _threshold(case: Case) -> Verdict:
    value = case.estimate.value
    if not case.european.threshold:
        return undecided(_day(case), says="no_table", field="procedure_start")
    if value is None:
        return undecided(says="no_value")
    if case.assessment.kind is None:
        return undecided(says="no_kind", field="kind")
    general, social = candidates(case.contract, case.assessment.kind.value, case.european)
    possible = sorted((*general, *social), key=_amount_of)
    if not possible:
        return undecided(_day(case), says="no_table", field="kind")
    of_utility = _of_utility(case, value.value, possible[0].amount) if general else ()
    also = ("utilities",) if of_utility else () if general else ("specific_service",)

    def steps() -> tuple[Step, ...]:
        whole = case.estimate.whole
        of_lots = (whole,) if whole is not None and whole is not case.estimate.stated else ()
        amount = Step("procurement_value", value.value, Unit.EUR, Derived(value.name))
        low = Step("european_threshold", possible[0].amount, Unit.EUR, rule_origin(case.european.id, possible[0]))
        return (*case.estimate.steps, *of_lots, amount, _day(case), low, *of_utility)

    answers = {is_reached(threshold, value.value) for threshold in possible}
    if len(answers) > 1:
        return _several(case, steps(), general, social)._replace(also=also)
    if answers == {Answer.NO} and case.estimate.stated is None and case.contract.option_value is None:
        return undecided(by=steps, says="options_unknown", field="option_value", also=also)
    if answers == {Answer.NO}:
        return not_applicable(by=steps, says="below", also=also)
    return _procedure(case, steps, also, is_social=not general)


def _amount_of(threshold: Threshold) -> Decimal:
    return threshold.amount


def _day(case: Case) -> Step:
    return Step("procedure_day", case.procedure_day, Unit.DATE, Derived("procedure_start, awarded_on, start, on"))


def _several(
    case: Case, steps: tuple[Step, ...], general: tuple[Threshold, ...], social: tuple[Threshold, ...]
) -> Verdict:
    """The value reaches one of the thresholds that may hold and not another: which of them does?"""
    possible = sorted((*general, *social), key=lambda threshold: threshold.amount)
    high = Step("european_threshold_high", possible[-1].amount, Unit.EUR, rule_origin(case.european.id, possible[-1]))
    if social and len(general) > 1:
        origin = rule_origin(case.european.id, possible[1])
        other = Step("european_threshold_other", possible[1].amount, Unit.EUR, origin)
        return undecided(*steps, high, other, says="authority_and_social", field="specific_service")
    if social:
        return undecided(*steps, high, says="social", field="specific_service")
    says = "defence" if case.contract.authority_kind == "defence" else "authority"
    return undecided(*steps, high, says=says, field="authority_kind")


def _of_utility(case: Case, value: Decimal, ordinary: Decimal) -> tuple[Step, ...]:
    """The threshold of utilities, where it would make a difference and the kind of authority is not known."""
    kind = case.assessment.kind
    if kind is None or case.contract.authority_kind is not None or value < ordinary:
        return ()
    threshold = of_utilities(kind.value, case.european)
    if threshold is None or value >= threshold.amount:
        return ()
    return (Step("utilities_threshold", threshold.amount, Unit.EUR, rule_origin(case.european.id, threshold)),)


def _procedure(case: Case, steps: Later, also: tuple[str, ...], *, is_social: bool) -> Verdict:
    procedure = case.contract.procedure
    if procedure is None:
        return undecided(by=steps, says="procedure_unknown", field="procedure", also=also)

    def shown() -> tuple[Step, ...]:
        return (*steps(), case.given("procedure", procedure, Unit.WORD))

    if procedure == "single":
        return _small_lot(case, shown, also) or not_met(by=shown, field="procedure", also=also)
    if procedure == "social_specific" and not is_social:
        return undecided(by=shown, says="not_social", field="specific_service", also=also)
    if procedure == "admission":
        return undecided(by=shown, says="admission", field="procedure", also=also)
    if procedure == "negotiated":
        return undecided(by=shown, says="negotiated", field="procedure", also=also)
    return met(by=shown, also=also)


def _small_lot(case: Case, shown: Later, also: tuple[str, ...]) -> Verdict | None:
    """A lot that only its procedure takes to the threshold and that is small may stay outside (art. 2.18-2.19)."""
    own, kind = case.estimate.own, case.assessment.kind
    if own is None or kind is None or not _is_by_procedure(case.estimate):
        return None
    limit = next((one for one in case.european.limit if one.id == f"small-lot-{kind.value}"), None)
    if limit is None or limit.amount is None or own.value >= limit.amount:
        return None
    most = Step("small_lot", limit.amount, Unit.EUR, rule_origin(case.european.id, limit))
    return undecided(by=lambda: (*shown(), most), says="small_lot", field="procedure", also=also)


_VALUE = ("estimated_value", "contract_value", "value_per_month")

_TERMS = ("option_value", "procedure", "procedure_start", "specific_service")

ALL = (
    Check("SR401", value_complete, Level.ERROR, Owner.BUYER, "estimated_value", _VALUE, BEFORE_AWARD, reads=_TERMS),
    Check("SR402", european_threshold, Level.ERROR, Owner.BUYER, "estimated_value", _VALUE, BEFORE_AWARD, reads=_TERMS),
)
