"""The verdict on each contract: what social return means for it, beside the findings of the checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from srtool.case.case import Case
from srtool.checks.answers import answers_of_contract
from srtool.checks.estimated import by_estimate
from srtool.contract.obligation import Assessment
from srtool.finding import Answer, ContractVerdict, Step
from srtool.rules.rulebook import RuleBook


def verdict_of(case: Case, book: RuleBook, *, brief: bool) -> ContractVerdict:
    """What social return means for a contract; `brief` is without the steps."""
    contract, assessment = case.contract, case.assessment
    counted = contract.part_of is None
    asked = contract.social_return
    asks = counted and assessment.asks is Answer.YES
    name = case.rules_name
    return ContractVerdict(
        id=contract.id,
        title=contract.title,
        status=assessment.status,
        rule_set=None if name is None else book.sets[name].id,
        applies=assessment.applies,
        wage_sum=assessment.wage_sum.value if assessment.wage_sum else None,
        wage_sum_origin=assessment.wage_sum_origin,
        norm_obligation=assessment.norm.value if assessment.norm and counted else None,
        asked_obligation=assessment.asked.value if assessment.asked and counted else None,
        asked_percent=None if asked.growth or asked.amount is not None or not asks else asked.percent,
        asked_basis=_basis(assessment) if asks else None,
        counted=counted,
        steps=() if brief else steps_of(case),
        by_estimate=counted and by_estimate(assessment),
        asks=assessment.asks,
        unknown=_once(frozenset(_unknown(assessment))) if counted else frozenset(),
    )


def steps_of(case: Case) -> tuple[Step, ...]:
    """How the verdict was made, with what it rests on that the user assumes."""
    return (*answers_of_contract(case), *case.assessment.steps)


@cache
def _once(names: frozenset[str]) -> frozenset[str]:
    """The same set for every contract that has it: of a large register most have one of four."""
    return names


def _basis(assessment: Assessment) -> str | None:
    """Of what a percentage is taken, by the contract or as the user assumes."""
    return next((str(step.value) for step in assessment.named("asked_basis")), None)


def _unknown(assessment: Assessment) -> Iterator[str]:
    """The amounts that there are and that are not known; a rule set without a percentage aims for no amount."""
    rule = assessment.norm_rule
    has_norm = rule is None or rule.percent is not None
    if assessment.norm is None and assessment.applies is not Answer.NO and has_norm:
        yield "norm_obligation"
    is_silent = assessment.asks is Answer.UNDECIDED and assessment.applies is not Answer.NO
    if assessment.asked is None and (assessment.asks is Answer.YES or is_silent):
        yield "asked_obligation"


def with_parents(verdicts: Sequence[ContractVerdict], tops: Mapping[str, str]) -> Iterator[ContractVerdict]:
    """The verdicts, with for each call-off whether social return applies to the contract it belongs to."""
    own = {verdict.id: verdict.applies for verdict in verdicts}
    for verdict in verdicts:
        top = tops.get(verdict.id)
        yield verdict if top is None else replace(verdict, applies=own.get(top, Answer.UNDECIDED))
