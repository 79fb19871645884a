"""A contract that stands in the register and is not followed: why that is, in the place of that there is none."""

from __future__ import annotations

from srtool.case.case import Case
from srtool.checks.evaluate import Evaluation
from srtool.errors import Problem, UsageError
from srtool.finding import Answer
from srtool.register.status import BEFORE_AWARD


def refuse(name: str | None, evaluation: Evaluation) -> None:
    """UsageError where the only contract with this number, or with this in its title or supplier, is not followed."""
    if name is None:
        return
    wanted = name.strip().casefold()
    every = evaluation.cases
    exact = [case for case in every if case.contract.id.casefold() == wanted or _ends_with(case, wanted)]
    like = exact or [case for case in every if wanted in _said(case)]
    if len(like) == 1 and like[0].progress is None:
        contract = like[0].contract
        values = {"name": contract.id, "title": contract.title, "parent": contract.part_of}
        raise UsageError([Problem(_why(like[0]), "--contract", values)])


def _ends_with(case: Case, wanted: str) -> bool:
    """A number that stands in several files has the name of its file before it."""
    return case.contract.id.casefold().endswith(f": {wanted}")


def _said(case: Case) -> str:
    return f"{case.contract.title}\n{case.contract.supplier or ''}".casefold()


def _why(case: Case) -> str:
    """What keeps it from being followed: the sentence that says it."""
    if case.assessment.status in BEFORE_AWARD:
        return "not_followed_not_awarded"
    if case.contract.part_of is not None:
        return "not_followed_call_off"
    if case.assessment.asks is Answer.NO:
        return "not_followed_not_asked"
    return "not_followed_unread" if case.is_demand_unread else "not_followed_silent"
