"""How a contract stands, in one word, and the rule that gave it."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from srtool.progress.dossier import CLAUSE, Amounts, Dossier, Tolerances
from srtool.progress.owed import is_lenient
from srtool.term import add_months


class State(StrEnum):
    """How a contract stands; the first that holds."""

    ENDED_SHORT = "ended_short"
    END_PASSED = "end_passed"
    """The end is past: extended or ended, the register does not say."""
    MET = "met"
    STARTING = "starting"
    SILENT = "silent"
    BEHIND = "behind"
    BELOW_PACE = "below_pace"
    """No interim standing was agreed, and what is to be expected is less than what is owed."""
    AT_RISK = "at_risk"
    ON_TRACK = "on_track"
    UNKNOWN = "unknown"
    """What is asked has no amount, so that nothing can be held against it; silence goes before it."""


def state_of(balance: Amounts, tolerances: Tolerances) -> tuple[State, str]:
    """The first state that holds, with the rule that gave it."""
    if balance.dossier.is_end_open:
        is_met = balance.owed is not None and balance.confirmed >= balance.owed
        return (State.MET, "nothing_open") if is_met else (State.END_PASSED, "end_passed")
    if balance.dossier.unread:
        return State.UNKNOWN, "unread"
    if balance.open is not None and not balance.open:
        return State.MET, "nothing_open"
    over, is_starting = balance.is_over, _is_starting(balance, tolerances)
    if (over or not is_starting) and (rule := _not_to_be_said(balance)):
        return State.UNKNOWN, rule
    if over and balance.open and not is_lenient(balance.dossier):
        return State.ENDED_SHORT, "over_open" if _may_have_clause(balance.dossier) else "over_no_clause"
    if is_starting:
        has_plan = balance.dossier.contract.social_return.plan_due is not None
        return State.STARTING, "before_plan" if has_plan else "first_months"
    if over and balance.owed is None:
        return State.UNKNOWN, "over_no_amount"
    if balance.life.is_silent:
        return State.SILENT, "silent"
    return _by_amount(balance, tolerances)


def _may_have_clause(dossier: Dossier) -> bool:
    """Whether a consequence of a shortfall was agreed, or it is not known whether it was."""
    return dossier.contract.social_return.shortfall_clause is not None or dossier.not_known(CLAUSE) is not None


def _not_to_be_said(balance: Amounts) -> str | None:
    """Why it cannot be said what is confirmed of what is owed; None where it can, or nothing is held against it."""
    if balance.owed is None:
        return None
    if not balance.is_kept:
        return "not_kept" if balance.realised is None else "not_approved"
    if balance.realised is not None and not balance.dossier.is_approved:
        return "not_approved"
    if balance.realised is not None and balance.dossier.contract.social_return.realised_on is None:
        return "day_unknown"
    is_unvalued = balance.unvalued and (balance.is_over or balance.dossier.rules is None)
    return "unvalued" if is_unvalued else None


def _is_starting(balance: Amounts, tolerances: Tolerances) -> bool:
    """Whether nothing needs to be there yet: before the day of the plan, else in the first months."""
    contract, on = balance.dossier.contract, balance.on
    plan_due = contract.social_return.plan_due
    if plan_due is not None:
        return on < plan_due
    return contract.start is not None and on < add_months(contract.start, tolerances.starting_months)


def _by_amount(balance: Amounts, tolerances: Tolerances) -> tuple[State, str]:
    owed = balance.owed
    if owed is None:
        return State.UNKNOWN, "no_amount"
    if any(entry.counts == "confirmed" for entry in balance.unvalued):
        return State.UNKNOWN, "unvalued"
    if balance.expected >= owed:
        return State.ON_TRACK, "on_track"
    has_forecast = balance.shown("expected") is not None
    if balance.due is None:
        late = is_under(balance.confirmed, balance.in_proportion, tolerances)
        if not late and not has_forecast:
            return State.UNKNOWN, "no_forecast"
        return State.BELOW_PACE, "below_pace" if late else "below_owed"
    if is_under(balance.confirmed, balance.due, tolerances):
        return State.BEHIND, "behind"
    if not has_forecast:
        return State.UNKNOWN, "no_forecast"
    return State.AT_RISK, "at_risk"


def is_under(confirmed: Decimal, wanted: Decimal | None, tolerances: Tolerances) -> bool:
    """Whether what is confirmed is less than the part of this amount that is still tolerated; euro excl. VAT."""
    return wanted is not None and confirmed < wanted * tolerances.behind_percent / 100
