"""The answers of the user that a judgement on a contract rests on, as steps of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from srtool.case.case import Case
from srtool.finding import Step, Unit

Behind = Literal["policy", "thresholds", "status", "amounts", "delivery"]
"""What rests on an answer: which rules hold, what the contract is or costs, or what was delivered until when."""


def answers_behind(case: Case, behind: Behind) -> tuple[Step, ...]:
    """Those that this contract would be judged otherwise without."""
    match behind:
        case "policy":
            if case.policy_assumed:
                return (_answer(case, "rule_set", case.rules_name, "policy"),)
            return answers_behind(case, "thresholds") if case.policy_by_kind else ()
        case "thresholds":
            kind = case.contract.authority_kind
            is_answer = "authority_kind" in case.row.assumed
            return (_answer(case, "authority_kind", kind, "authority_kind"),) if is_answer else ()
        case "status":
            is_assumed = case.contract.id in case.index.register_file.stages
            return (_answer(case, "status", case.assessment.status, "stage"),) if is_assumed else ()
        case "amounts":
            is_answer = case.unit_origin == "assumed" and case.assume.unit is not None
            return (_answer(case, "amount_unit", case.assume.unit, "unit"),) if is_answer else ()
        case "delivery":
            return tuple(_of_delivery(case))


def _of_delivery(case: Case) -> Iterator[Step]:
    """Whether it was extended, whether the duty ran on, and whether what was delivered is approved."""
    assume, asked = case.assume, case.contract.social_return
    if case.contract.id in case.index.past_their_end and not case.is_end_open:
        yield _yes_no(case, "extended", answer=bool(assume.extended))
    if assume.over_extension is not None and asked.over_extension is None and case.may_be_longer:
        yield _yes_no(case, "over_extension", answer=assume.over_extension)
    if assume.realised_approved is not None and asked.realised is not None and asked.realised_approved is None:
        yield _yes_no(case, "realised_approved", answer=assume.realised_approved)


def _yes_no(case: Case, key: str, *, answer: bool) -> Step:
    return _answer(case, key, "yes" if answer else "no", key)


def _answer(case: Case, name: str, value: object, key: str) -> Step:
    return Step(name, value, Unit.TEXT if name == "rule_set" else Unit.WORD, case.assume.origin(key))
