"""SR301-SR308: is the contract phase prepared, so that what is asked will also be delivered?"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from srtool.case.case import Case
from srtool.checks.check import NOT_APPLICABLE, Check, Verdict, Whole, met, not_applicable, not_met, undecided
from srtool.finding import Answer, Level, Owner, Unit
from srtool.register.status import BEFORE_AWARD


def _arranged(case: Case, key: str, value: object, unit: Unit) -> Verdict:
    """Met when it is there; missing it is only wrong where social return is in play."""
    if value is not None:
        return met(by=lambda: (case.given(key.rpartition(".")[2], value, unit, key),))
    return _missing(case)


def _missing(case: Case, says: str = "not_met", field: str | None = None, level: Level | None = None) -> Verdict:
    if case.wanted is Answer.YES:
        return not_met(says=says, field=field, level=level)
    return not_applicable() if case.wanted is Answer.NO else undecided(says="scope_unknown")


def client(case: Case) -> Verdict:
    """The client is accountable for what is asked and delivered."""
    return _arranged(case, "client", case.contract.client, Unit.TEXT)


def _without_client(whole: Whole) -> Collection[str]:
    return whole.contracts(lambda contract: contract.client is None)


def follower(case: Case) -> Verdict:
    """Somebody follows the contract after the award: the contract manager or an adviser."""
    contract = case.contract
    if contract.contract_manager is None and contract.social_return_adviser is not None:
        return met(
            case.given("social_return_adviser", contract.social_return_adviser, Unit.TEXT),
            says="adviser",
            field="social_return_adviser",
        )
    return _arranged(case, "contract_manager", contract.contract_manager, Unit.TEXT)


def _without_follower(whole: Whole) -> Collection[str]:
    return whole.contracts(
        lambda contract: contract.contract_manager is None and contract.social_return_adviser is None
    )


def plan(case: Case) -> Verdict:
    """A date on which the supplier's plan is due, or on which it was agreed."""
    asked = case.contract.social_return
    if asked.plan_due is None and asked.plan_agreed_on is not None:
        return met(
            case.given("plan_agreed_on", asked.plan_agreed_on, Unit.DATE, "social_return.plan_agreed_on"),
            says="agreed",
            field="social_return.plan_agreed_on",
        )
    return _arranged(case, "social_return.plan_due", asked.plan_due, Unit.DATE)


def rhythm(case: Case) -> Verdict:
    """Every how many months the supplier reports."""
    months = case.contract.social_return.report_every_months
    return _arranged(case, "social_return.report_every_months", months or None, Unit.MONTHS)


def shortfall(case: Case) -> Verdict:
    """What follows on a shortfall, and when the result is evaluated."""
    asked = case.contract.social_return
    clause, day = asked.shortfall_clause, asked.evaluation_on
    if clause is not None and day is not None:
        return met(case.given("evaluation_on", day, Unit.DATE, "social_return.evaluation_on"))
    if clause is None and day is None:
        return _missing(case)
    if clause is None:
        return _missing(case, "no_clause")
    return _missing(case, "no_evaluation", "social_return.evaluation_on")


def subject_link(case: Case) -> Verdict:
    """The work relates to the subject of the contract (art. 2.80 Aanbestedingswet 2012): a judgement, never met."""
    link = case.contract.social_return.subject_link
    if case.wanted is Answer.NO:
        return NOT_APPLICABLE
    if link is None:
        return _missing(case)
    return undecided(case.given("subject_link", link, Unit.TEXT, "social_return.subject_link"))


def local(case: Case) -> Verdict:
    """Whether only local people count."""
    only = case.contract.social_return.local_only
    if case.wanted is Answer.NO:
        return NOT_APPLICABLE
    if only is None:
        return undecided()
    return not_met() if only else met()


def market(case: Case) -> Verdict:
    """The market was asked what is possible, and what came of it is written down."""
    asked = case.contract.social_return
    if case.wanted is Answer.NO:
        return NOT_APPLICABLE
    if asked.market_consulted is None:
        return undecided()
    if not asked.market_consulted:
        return _missing(case)
    if asked.market_response is None:
        return _missing(case, "no_response", "social_return.market_response")
    response = case.given("market_response", asked.market_response, Unit.TEXT, "social_return.market_response")
    return met(response, field="social_return.market_response")


def _check(code: str, judge: Callable[[Case], Verdict], level: Level, owner: Owner, *fields: str) -> Check:
    return Check(code, judge, level, owner, fields[0], fields, BEFORE_AWARD, rests_on="scope")


ALL = (
    replace(_check("SR301", client, Level.ERROR, Owner.CLIENT, "client"), opens_on=_without_client),
    replace(
        _check("SR302", follower, Level.ERROR, Owner.CLIENT, "contract_manager", "social_return_adviser"),
        opens_on=_without_follower,
    ),
    _check("SR303", plan, Level.WARNING, Owner.BUYER, "social_return.plan_due", "social_return.plan_agreed_on"),
    _check("SR304", rhythm, Level.WARNING, Owner.CONTRACT_MANAGER, "social_return.report_every_months"),
    _check(
        "SR305",
        shortfall,
        Level.WARNING,
        Owner.BUYER,
        "social_return.shortfall_clause",
        "social_return.evaluation_on",
    ),
    _check("SR306", subject_link, Level.WARNING, Owner.BUYER, "social_return.subject_link"),
    _check("SR307", local, Level.WARNING, Owner.BUYER, "social_return.local_only"),
    _check(
        "SR308",
        market,
        Level.NOTICE,
        Owner.ADVISER,
        "social_return.market_consulted",
        "social_return.market_response",
    ),
)
