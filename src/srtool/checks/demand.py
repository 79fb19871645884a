"""SR201-SR208: is social return asked, and is what is asked in order?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from srtool.case.case import Case
from srtool.checks.check import Check, Verdict, met, not_applicable, not_met, undecided
from srtool.contract.demand import asked_obligation, growth_path, is_in_people, obligation_as
from srtool.contract.trace import Trace, rule_origin
from srtool.finding import Answer, Derived, Level, Outcome, Owner, Step, Unit
from srtool.money import quotient, to_cents
from srtool.register.model import AskedBasis
from srtool.register.status import BEFORE_AWARD
from srtool.rules.ruleset import Obligation

_ASKED = (
    "growth",
    "asked_percent",
    "asked_basis",
    "percent_days",
    "term_days",
    "asked_obligation_exact",
    "asked_obligation",
)
_NORM = ("wage_sum", "norm_percent", "norm_obligation")
_DAYS = ("term_days", "percent_days")
_BASES: tuple[AskedBasis, ...] = ("wage_sum", "contract_value")


def asked_at_all(case: Case) -> Verdict:
    """In scope means asking, or deviating with a written reason."""
    assessment = case.assessment
    if assessment.asks is Answer.YES:
        says = "met" if assessment.asked is None else "met_amount"
        return met(*assessment.behind("asked_obligation"), says=says, field=_where(case))
    if assessment.applies is Answer.NO:
        return not_applicable()
    if assessment.applies is Answer.UNDECIDED:
        return undecided()
    says = "not_met" if assessment.asks is Answer.NO else "silent"
    if assessment.norm is None:
        return not_met(*assessment.behind("wage_sum"), says=says)
    steps = assessment.behind(*_NORM)
    return not_met(*steps, says=f"{says}_norm", also=_capped(steps))


def _where(case: Case) -> str:
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


def _capped(steps: Iterable[Step]) -> tuple[str, ...]:
    """The sentence about the maximum of the norm, where the norm is that maximum."""
    return ("capped",) if any(step.name == "norm_maximum" for step in steps) else ()


def percentage(case: Case) -> Verdict:
    """What is asked against the norm; while scope is open, less than the norm is a question."""
    assessment = case.assessment
    if assessment.asks is not Answer.YES or assessment.applies is Answer.NO:
        return not_applicable()
    if assessment.norm_rule is None:
        return undecided(says="no_norm")
    verdict = _goal(case) if assessment.norm_rule.percent is None else _named(case, assessment.norm_rule)
    if verdict.outcome is Outcome.NOT_MET and assessment.applies is Answer.UNDECIDED:
        return undecided(*verdict.steps, says="scope_unknown", field=_where(case))
    return verdict._replace(field=verdict.field or _where(case))


def _named(case: Case, rule: Obligation) -> Verdict:
    """The same with what its percentage is called: an aim, or a duty."""
    verdict = _against(case, rule)
    level = Step("norm_level", rule.level, Unit.NORM_LEVEL, rule_origin(_rules_id(case), rule))
    return verdict._replace(steps=(*verdict.steps, level))


def _against(case: Case, rule: Obligation) -> Verdict:
    """In euros where both are known; else by percentage, of each base that may be meant."""
    assessment, asked = case.assessment, case.contract.social_return
    if assessment.asked is not None and assessment.norm is not None:
        steps = assessment.behind(*_NORM, *_ASKED)
        reached = assessment.asked.value >= assessment.norm.value
        return met(*steps, also=_capped(steps)) if reached else not_met(*steps, also=_capped(steps))
    if assessment.asked is not None and rule.max_amount is not None and assessment.asked.value >= rule.max_amount:
        most = Step("norm_maximum", rule.max_amount, Unit.EUR, rule_origin(_rules_id(case), rule))
        return met(*assessment.behind(*_ASKED), most, says="met_maximum")
    norm = Step("norm_percent", rule.percent, Unit.PERCENT, rule_origin(_rules_id(case), rule))
    steps = (norm, *assessment.named("norm_maximum"), *assessment.behind(*_ASKED))
    also = _capped(steps)
    if asked.amount is not None:
        return undecided(*steps, also=also)
    what = "path" if asked.growth else "percent"
    if is_in_people(case.contract):
        if asked.hours is None:
            return not_applicable(field="social_return.people")  # SR208 asks for the hours, and once is enough
        hours = case.given("hours", asked.hours, Unit.COUNT, "social_return.hours")
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
    norm = assessment.behind(*_NORM, "contract_value", *_ASKED)
    steps = (*norm, *amounts)
    if set(answers.values()) == {Answer.YES}:
        return met(*steps, says="met_either", also=_capped(norm))
    if set(answers.values()) == {Answer.NO}:
        return not_met(*steps, says="not_met_either", also=_capped(norm))
    return undecided(*steps, says="depends", also=_capped(norm), field="social_return.basis")


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


def _rules_id(case: Case) -> str:
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


def base(case: Case) -> Verdict:
    """The base of the percentage: stated, and the one of the norm."""
    assessment, asked = case.assessment, case.contract.social_return
    if assessment.asks is not Answer.YES or (asked.percent is None and not asked.growth):
        return not_applicable()
    if asked.basis is None:
        return not_met(says="not_stated", level=Level.WARNING)
    stated = case.given("asked_basis", asked.basis, Unit.WORD, "social_return.basis")
    if assessment.norm_rule is None or assessment.norm_rule.basis is None:
        return met(stated, says="no_norm")
    norm = Step("norm_basis", assessment.norm_rule.basis, Unit.WORD, rule_origin(_rules_id(case), assessment.norm_rule))
    return met(stated) if asked.basis == assessment.norm_rule.basis else not_met(stated, norm, level=Level.NOTICE)


def growth(case: Case) -> Verdict:
    """A growth path rises; that it stays under the ambition is no shortfall."""
    ambition = case.assessment.ambition_rule
    if case.assessment.asks is not Answer.YES or not case.contract.social_return.growth:
        return not_applicable()
    points = tuple((day, percent) for day, percent in growth_path(case.contract) if percent is not None)
    path = [percent for _, percent in points]
    if len(path) < 2:
        return not_met(says="no_path", level=Level.NOTICE)
    steps: tuple[Step, ...] = (case.given("growth", points, Unit.GROWTH, "social_return.growth[0].from"),)
    if any(later < earlier for earlier, later in pairwise(path)):
        return not_met(*steps, says="falls")
    if path[-1] == path[0]:
        return not_met(*steps, says="flat", level=Level.NOTICE)
    if ambition is None or ambition.percent is None:
        return met(*steps)
    goal = Step("ambition_percent", ambition.percent, Unit.PERCENT, rule_origin(_rules_id(case), ambition))
    return met(*steps, goal, says="reaches" if path[-1] >= ambition.percent else "under")


def size(case: Case) -> Verdict:
    """The obligation as a share of the labour in the contract; above the norm only people can call it proportionate."""
    assessment = case.assessment
    if assessment.asks is not Answer.YES or is_in_people(case.contract):
        return not_applicable()
    if assessment.wage_sum is None:
        return undecided(says="unknown", field="wage_sum")
    if assessment.asked is None:
        return undecided(*assessment.named("wage_sum"), says="unknown_asked", field=_where(case))
    return _share(case, assessment.asked, assessment.wage_sum)._replace(field=_where(case))


def _share(case: Case, asked: Step, wage_sum: Step) -> Verdict:
    """What is asked as a part of the wage sum, both known."""
    assessment = case.assessment
    if asked.value > wage_sum.value:
        return not_met(*assessment.behind("contract_value", "wage_sum", *_ASKED))
    if wage_sum.value == 0:
        return not_applicable()
    steps = assessment.behind("contract_value", "wage_sum", *_ASKED)
    share = to_cents(quotient(100 * asked.value, wage_sum.value))
    formula = "round_half_up(100 * asked_obligation / wage_sum, 2)"
    steps = (*steps, Step("asked_share", share, Unit.PERCENT, Derived(formula)))
    norm = assessment.named("norm_percent", "norm_obligation_exact", "norm_maximum", "norm_obligation")
    if assessment.norm is not None and asked.value <= assessment.norm.value:
        return met(*steps, *norm, also=_capped(norm))
    motivation = case.contract.social_return.motivation
    if motivation is not None:
        steps = (*steps, case.given("motivation", motivation, Unit.TEXT, "social_return.motivation"))
    also = ("motivated",) if motivation is not None else ()
    if assessment.norm is not None and assessment.norm_rule is not None and share == assessment.norm_rule.percent:
        also = ("rounded", *also)
    if assessment.norm is None:
        return undecided(*steps, says="question", also=also)
    return undecided(*steps, *norm, also=(*_capped(norm), *also))


def supplies(case: Case) -> Verdict:
    """Supplies: in principle disproportionate unless motivated, and voluntary where the policy does not cover them."""
    assessment = case.assessment
    if assessment.kind is None:
        return undecided(field="kind")
    kind = assessment.named("cpv", "kind")
    if assessment.kind.value != "supplies" or assessment.asks is Answer.NO:
        return not_applicable(*kind)
    covered = assessment.kind_fits is Answer.YES and assessment.applies is not Answer.NO
    if assessment.asks is Answer.UNDECIDED:
        return not_met(
            *kind, says="covered" if covered else "voluntary", field="social_return.asked", level=Level.NOTICE
        )
    motivation = case.contract.social_return.motivation
    if motivation is None:
        return not_met(*kind, says="covered_not_met" if covered else "not_met")
    reason = case.given("motivation", motivation, Unit.TEXT, "social_return.motivation")
    return undecided(*kind, reason, says="covered_motivated" if covered else "motivated")


def reserved(case: Case) -> Verdict:
    """A reserved contract (art. 2.82 Aanbestedingswet 2012) is announced, and is no ground for a single award."""
    contract = case.contract
    if contract.social_return.form != "reserved":
        return not_applicable()
    if contract.procedure == "single":
        procedure = case.given("procedure", contract.procedure, Unit.WORD)
        return not_met(procedure, says="single", field="procedure")
    stated = contract.social_return.stated_in
    if stated is None:
        return undecided(field="social_return.stated_in")
    where = case.given("stated_in", stated, Unit.WORD, "social_return.stated_in")
    return met(where) if stated == "notice" else not_met(where, field="social_return.stated_in")


def people(case: Case) -> Verdict:
    """People by themselves say nothing of the effort: full or part time, and how long (Advies 290)."""
    asked = case.contract.social_return
    if case.assessment.asks is not Answer.YES or not asked.people or not is_in_people(case.contract):
        return not_applicable()
    number = case.given("people", asked.people, Unit.COUNT, "social_return.people")
    if asked.hours is None:
        return undecided(number, field="social_return.hours")
    return met(number, case.given("hours", asked.hours, Unit.COUNT, "social_return.hours"))


_ANY_DEMAND = ("social_return.asked", "social_return.amount", "social_return.percent", "social_return.growth",
               "social_return.people", "social_return.hours")  # fmt: skip
_HOW_MUCH = ("social_return.amount", "social_return.percent", "social_return.growth")


def _check(code: str, judge: Callable[[Case], Verdict], level: Level, owner: Owner, field: str, *needs: str) -> Check:
    return Check(code, judge, level, owner, field, needs, BEFORE_AWARD, excusable=True)


def _measured(code: str, judge: Callable[[Case], Verdict], field: str, *needs: str) -> Check:
    """A check of what is asked against the percentage of the policy: as certain as that percentage."""
    check = _check(code, judge, Level.ERROR, Owner.BUYER, field, *needs)
    return replace(check, ground="percentage", rests_on="norm")


ALL = (
    replace(
        _check("SR201", asked_at_all, Level.ERROR, Owner.CLIENT, "social_return.asked", *_ANY_DEMAND),
        ground="obligation",
        rests_on="scope",
    ),
    _measured("SR202", percentage, "social_return.percent", *_ANY_DEMAND),
    _check("SR203", base, Level.WARNING, Owner.BUYER, "social_return.basis", *_HOW_MUCH),
    _measured("SR204", growth, "social_return.growth[0].percent", *_HOW_MUCH),
    _measured("SR205", size, "social_return.percent", *_HOW_MUCH),
    _check("SR206", supplies, Level.NOTICE, Owner.BUYER, "social_return.motivation"),
    _check("SR207", reserved, Level.ERROR, Owner.BUYER, "social_return.form", "social_return.form"),
    _check("SR208", people, Level.WARNING, Owner.BUYER, "social_return.people", "social_return.people"),
)
