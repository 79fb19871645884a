"""SR201-SR208: is social return asked, and is what is asked in order?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from srtool.case.case import Case
from srtool.checks.check import NOT_APPLICABLE, Check, Verdict, met, not_applicable, not_met, undecided
from srtool.checks.percentage import ASKED, NORM, capped, field_of_demand, percentage, rules_id
from srtool.contract.demand import ANY_DEMAND, growth_path, is_in_people
from srtool.contract.trace import rule_origin
from srtool.finding import Answer, Derived, Level, Owner, Step, Unit
from srtool.money import quotient, to_cents
from srtool.register.status import BEFORE_AWARD


def asked_at_all(case: Case) -> Verdict:
    """In scope means asking, or deviating with a written reason."""
    assessment = case.assessment
    if assessment.asks is Answer.YES:
        says = "met" if assessment.asked is None else "met_amount"
        return met(by=lambda: assessment.behind("asked_obligation"), says=says, field=field_of_demand(case))
    if assessment.applies is Answer.NO:
        return NOT_APPLICABLE
    if assessment.applies is Answer.UNDECIDED:
        return _asked_and_applies_open(case)
    says = "not_met" if assessment.asks is Answer.NO else "silent"
    if assessment.norm is None:
        return not_met(by=lambda: assessment.behind("wage_sum"), says=says)
    steps = assessment.behind(*NORM)
    return not_met(*steps, says=f"{says}_norm", also=capped(steps))


def _asked_and_applies_open(case: Case) -> Verdict:
    """Whether it applies is not known; what could not be read, or does not stand there, is not called unasked."""
    if case.assessment.asks is Answer.NO:
        return undecided()
    return undecided(says="undecided_unread" if case.is_demand_unread else "undecided_silent")


def base(case: Case) -> Verdict:
    """The base of the percentage: stated, and the one of the norm."""
    assessment, asked = case.assessment, case.contract.social_return
    if assessment.asks is not Answer.YES or (asked.percent is None and not asked.growth):
        return NOT_APPLICABLE
    if asked.basis is None:
        if case.assume.basis is None:
            return not_met(says="not_stated", level=Level.WARNING)
        return met(Step("asked_basis", case.assume.basis, Unit.WORD, case.assume.origin("basis")), says="assumed")
    stated = case.given("asked_basis", asked.basis, Unit.WORD, "social_return.basis")
    if assessment.norm_rule is None or assessment.norm_rule.basis is None:
        return met(stated, says="no_norm")
    norm = Step("norm_basis", assessment.norm_rule.basis, Unit.WORD, rule_origin(rules_id(case), assessment.norm_rule))
    return met(stated) if asked.basis == assessment.norm_rule.basis else not_met(stated, norm, level=Level.NOTICE)


def growth(case: Case) -> Verdict:
    """A growth path rises; that it stays under the ambition is no shortfall."""
    ambition = case.assessment.ambition_rule
    if case.assessment.asks is not Answer.YES or not case.contract.social_return.growth:
        return NOT_APPLICABLE
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
    goal = Step("ambition_percent", ambition.percent, Unit.PERCENT, rule_origin(rules_id(case), ambition))
    return met(*steps, goal, says="reaches" if path[-1] >= ambition.percent else "under")


def size(case: Case) -> Verdict:
    """The obligation as a share of the labour in the contract; above the norm only people can call it proportionate."""
    assessment = case.assessment
    if assessment.asks is not Answer.YES or is_in_people(case.contract):
        return NOT_APPLICABLE
    if assessment.wage_sum is None:
        return undecided(says="unknown", field="wage_sum")
    if assessment.asked is None:
        return undecided(*assessment.named("wage_sum"), says="unknown_asked", field=field_of_demand(case))
    return _share(case, assessment.asked, assessment.wage_sum)._replace(field=field_of_demand(case))


def _share(case: Case, asked: Step, wage_sum: Step) -> Verdict:
    """What is asked as a part of the wage sum, both known."""
    assessment = case.assessment
    if asked.value > wage_sum.value:
        return not_met(*assessment.behind("contract_value", "wage_sum", *ASKED))
    if wage_sum.value == 0:
        return NOT_APPLICABLE
    steps = assessment.behind("contract_value", "wage_sum", *ASKED)
    share = to_cents(quotient(100 * asked.value, wage_sum.value))
    formula = "round_half_up(100 * asked_obligation / wage_sum, 2)"
    steps = (*steps, Step("asked_share", share, Unit.PERCENT, Derived(formula)))
    norm = assessment.named("norm_percent", "norm_obligation_exact", "norm_maximum", "norm_obligation")
    if assessment.norm is not None and asked.value <= assessment.norm.value:
        return met(*steps, *norm, also=capped(norm))
    motivation = case.contract.social_return.motivation
    if motivation is not None:
        steps = (*steps, case.given("motivation", motivation, Unit.TEXT, "social_return.motivation"))
    also = ("motivated",) if motivation is not None else ()
    if assessment.norm is not None and assessment.norm_rule is not None and share == assessment.norm_rule.percent:
        also = ("rounded", *also)
    if assessment.norm is None:
        return undecided(*steps, says="question", also=also)
    return undecided(*steps, *norm, also=(*capped(norm), *also))


def supplies(case: Case) -> Verdict:
    """Supplies: in principle disproportionate unless motivated, and voluntary where the policy does not cover them."""
    assessment = case.assessment
    if assessment.kind is None:
        return undecided(field="kind")

    def kind() -> tuple[Step, ...]:
        return assessment.named("cpv", "kind")

    if assessment.kind.value != "supplies" or assessment.asks is Answer.NO:
        return not_applicable(by=kind)
    covered = assessment.kind_fits is Answer.YES and assessment.applies is not Answer.NO
    if assessment.asks is Answer.UNDECIDED:
        return not_met(
            by=kind, says="covered" if covered else "voluntary", field="social_return.asked", level=Level.NOTICE
        )
    motivation = case.contract.social_return.motivation
    if motivation is None:
        return not_met(by=kind, says="covered_not_met" if covered else "not_met")
    reason = case.given("motivation", motivation, Unit.TEXT, "social_return.motivation")
    return undecided(*kind(), reason, says="covered_motivated" if covered else "motivated")


def reserved(case: Case) -> Verdict:
    """A reserved contract (art. 2.82 Aanbestedingswet 2012) is announced, and is no ground for a single award."""
    contract = case.contract
    if contract.social_return.form != "reserved":
        return NOT_APPLICABLE
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
        return NOT_APPLICABLE
    number = case.given("people", asked.people, Unit.COUNT, "social_return.people")
    if asked.hours is None:
        return undecided(number, field="social_return.hours")
    return met(number, case.given("asked_hours", asked.hours, Unit.COUNT, "social_return.hours"))


_HOW_MUCH = ("social_return.amount", "social_return.percent", "social_return.growth")


def _check(code: str, judge: Callable[[Case], Verdict], level: Level, owner: Owner, field: str, *needs: str) -> Check:
    return Check(code, judge, level, owner, field, needs, BEFORE_AWARD, excusable=True)


def _measured(code: str, judge: Callable[[Case], Verdict], field: str, *needs: str) -> Check:
    """A check of what is asked against the percentage of the policy: as certain as that percentage."""
    check = _check(code, judge, Level.ERROR, Owner.BUYER, field, *needs)
    return replace(check, ground="percentage", rests_on="norm")


ALL = (
    replace(
        _check("SR201", asked_at_all, Level.ERROR, Owner.CLIENT, "social_return.asked", *ANY_DEMAND),
        ground="obligation",
        rests_on="scope",
        is_about_a_chance=True,
    ),
    _measured("SR202", percentage, "social_return.percent", *ANY_DEMAND),
    _check("SR203", base, Level.WARNING, Owner.BUYER, "social_return.basis", *_HOW_MUCH),
    _measured("SR204", growth, "social_return.growth[0].percent", *_HOW_MUCH),
    _measured("SR205", size, "social_return.percent", *_HOW_MUCH),
    _check("SR206", supplies, Level.NOTICE, Owner.BUYER, "social_return.motivation"),
    _check("SR207", reserved, Level.ERROR, Owner.BUYER, "social_return.form", "social_return.form"),
    _check("SR208", people, Level.WARNING, Owner.BUYER, "social_return.people", "social_return.people"),
)
