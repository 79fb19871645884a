"""SR202: what is asked against the percentage of the policy, or against the goal that it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from srtool.case.case import Case
from srtool.checks.check import NOT_APPLICABLE, Verdict, met, not_applicable, not_met, undecided
from srtool.contract.demand import asked_obligation, growth_path, is_in_people, obligation_as
from srtool.contract.trace import Trace, rule_origin
from srtool.finding import Answer, Outcome, Step, Unit
from srtool.register.model import AskedBasis
from srtool.rules.ruleset import Obligation

ASKED = (
    "growth",
    "asked_percent",
    "asked_basis",
    "percent_days",
    "term_days",
    "asked_obligation_exact",
    "asked_obligation",
)
NORM = ("wage_sum", "norm_percent", "norm_obligation")
_DAYS = ("term_days", "percent_days")
_BASES: tuple[AskedBasis, ...] = ("wage_sum", "contract_value")


def field_of_demand(case: Case) -> str:
    """The field in which it stands how much is asked; the amount goes first, then the path."""
    asked = case.contract.social_return
    if asked.amount is not None:
        return "social_return.amount"
    if asked.growth:
        return "social_return.growth[0].percent"
    if asked.percent is None and asked.people is not None:
        return "social_return.people"
    if asked.percent is None and asked.hours is not None:
        return "social_return.hours"
    return "social_return.percent"


def capped(steps: Iterable[Step]) -> tuple[str, ...]:
    """The sentence about the maximum of the norm, where the norm is that maximum."""
    return ("capped",) if any(step.name == "norm_maximum" for step in steps) else ()


def percentage(case: Case) -> Verdict:
    """What is asked against the norm; while scope is open, less than the norm is a question."""
    assessment = case.assessment
    if assessment.asks is not Answer.YES or assessment.applies is Answer.NO:
        return NOT_APPLICABLE
    if assessment.norm_rule is None:
        return undecided(says="no_norm")
    verdict = _goal(case) if assessment.norm_rule.percent is None else _named(case, assessment.norm_rule)
    if verdict.outcome is Outcome.NOT_MET and assessment.applies is Answer.UNDECIDED:
        return undecided(by=lambda: verdict.steps, says="scope_unknown", field=field_of_demand(case))
    return verdict.at(field_of_demand(case))


def _named(case: Case, rule: Obligation) -> Verdict:
    """The same with what its percentage is called: an aim, or a duty."""
    verdict = _against(case, rule)

    def steps() -> tuple[Step, ...]:
        return (*verdict.steps, Step("norm_level", rule.level, Unit.NORM_LEVEL, rule_origin(rules_id(case), rule)))

    return verdict._replace(by=steps)


def _against(case: Case, rule: Obligation) -> Verdict:
    """In euros where both are known; else by percentage, of each base that may be meant."""
    assessment, asked = case.assessment, case.contract.social_return
    if assessment.asked is not None and assessment.norm is not None:
        steps = assessment.behind(*NORM, *ASKED)
        reached = assessment.asked.value >= assessment.norm.value
        return met(*steps, also=capped(steps)) if reached else not_met(*steps, also=capped(steps))
    if assessment.asked is not None and rule.max_amount is not None and assessment.asked.value >= rule.max_amount:
        most = Step("norm_maximum", rule.max_amount, Unit.EUR, rule_origin(rules_id(case), rule))
        return met(*assessment.behind(*ASKED), most, says="met_maximum")
    norm = Step("norm_percent", rule.percent, Unit.PERCENT, rule_origin(rules_id(case), rule))
    steps = (norm, *assessment.named("norm_maximum"), *assessment.behind(*ASKED))
    also = capped(steps)
    if asked.amount is not None:
        return undecided(*steps, also=also)
    what = "path" if asked.growth else "percent"
    if is_in_people(case.contract):
        if asked.hours is None:
            return not_applicable(field="social_return.people")  # SR208 asks for the hours, and once is enough
        hours = case.given("asked_hours", asked.hours, Unit.COUNT, "social_return.hours")
        return undecided(*steps, hours, says="hours", also=also, field="social_return.hours")
    answers: Mapping[AskedBasis, Answer] = {
        basis: _reaches(case, rule, basis) for basis in ([asked.basis] if asked.basis else _BASES)
    }
    if asked.basis is None and assessment.norm is not None and (amounts := _amounts(case)):
        return _either(case, answers, amounts)
    if set(answers.values()) == {Answer.YES}:
        other = asked.basis == "contract_value" and rule.basis == "wage_sum"
        return met(*steps, says=f"met_{what}_value" if other else f"met_{what}", also=also)
    if set(answers.values()) == {Answer.NO}:
        return not_met(*steps, says=f"not_met_{what}", also=also)
    return undecided(*steps, also=also)


def _either(case: Case, answers: Mapping[AskedBasis, Answer], amounts: tuple[Step, ...]) -> Verdict:
    """It is not said of what the percentage is: both bases in euros."""
    assessment = case.assessment
    norm = assessment.behind(*NORM, "contract_value", *ASKED)
    steps = (*norm, *amounts)
    if set(answers.values()) == {Answer.YES}:
        return met(*steps, says="met_either", also=capped(norm))
    if set(answers.values()) == {Answer.NO}:
        return not_met(*steps, says="not_met_either", also=capped(norm))
    return undecided(*steps, says="depends", also=capped(norm), field="social_return.basis")


def _amounts(case: Case) -> tuple[Step, ...]:
    """What a percentage or path without base comes to of each of the bases; nothing where one is not known."""
    traces = {basis: _of(case, basis) for basis in _BASES}
    if any("asked_obligation" not in trace.steps for trace in traces.values()):
        return ()
    steps = {name: step for trace in traces.values() for name, step in trace.steps.items() if name in _DAYS}
    return (*steps.values(), *(obligation_as(f"asked_of_{basis}", trace) for basis, trace in traces.items()))


def _of(case: Case, basis: AskedBasis) -> Trace:
    """The computation of the obligation if the percentage is of this base."""
    contract = replace(case.contract, social_return=replace(case.contract.social_return, basis=basis))
    trace = Trace(case.assessment.places, "")
    asked_obligation(contract, case.assessment.wage_sum, case.assessment.contract_value, trace)
    return trace


def _reaches(case: Case, rule: Obligation, basis: AskedBasis) -> Answer:
    """Whether the percentage or path, of this base, comes to the norm; the wage sum is a part of the contract value."""
    amount = _of(case, basis).steps.get("asked_obligation")
    if amount is not None and case.assessment.norm is not None:
        return Answer.YES if amount.value >= case.assessment.norm.value else Answer.NO
    asked = case.contract.social_return
    percentages = [percent for _, percent in growth_path(case.contract)] if asked.growth else [asked.percent]
    known = [percent for percent in percentages if percent is not None]
    if len(known) < len(percentages) or not known or rule.percent is None:
        return Answer.UNDECIDED
    if min(known) >= rule.percent and basis in {rule.basis, "contract_value"}:
        return Answer.YES
    # A norm with a maximum can be reached by a lower percentage.
    if max(known) < rule.percent and basis in {rule.basis, "wage_sum"} and rule.max_amount is None:
        return Answer.NO
    return Answer.UNDECIDED


def rules_id(case: Case) -> str:
    return case.rules.id if case.rules else ""


def _goal(case: Case) -> Verdict:
    """Tailored social return has no percentage: an amount, people, or a dated plan is a goal."""
    asked = case.contract.social_return
    goals = {
        "social_return.amount": asked.amount,
        "social_return.percent": asked.percent,
        "social_return.growth": any(point.percent for point in asked.growth),
        "social_return.people": asked.people,
        "social_return.hours": asked.hours,
        "social_return.plan_agreed_on": asked.plan_agreed_on,
        "social_return.plan_due": asked.plan_due,
    }
    stated = [key for key, value in goals.items() if value]
    if not stated:
        return not_met(says="no_goal", field="social_return.people")
    first = stated[0] if stated[0] != "social_return.growth" else "social_return.growth[0].percent"
    return met(case.given("goals", " ".join(stated), Unit.FIELDS, first), says="goal", field=first)
