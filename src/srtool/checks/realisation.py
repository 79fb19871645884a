"""SR501, SR502 and SR509-SR514: is what was asked being delivered, and is somebody keeping a finger on the pulse?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from srtool.case.case import Case
from srtool.checks.check import NOT_APPLICABLE, Check, Verdict, Whole, met, not_applicable, not_met, undecided
from srtool.checks.of_register import is_asked_once
from srtool.checks.owing import owing_check, progress_of, state_of
from srtool.contract.demand import is_in_people
from srtool.finding import Derived, Given, Level, Owner, Step, Unit
from srtool.place import Where
from srtool.progress.dossier import CLAUSE
from srtool.progress.entries import day_of, total
from srtool.progress.standing import Progress
from srtool.progress.state import State, is_under
from srtool.register.history import with_adjustments, with_contacts
from srtool.register.model import Adjustment

_OVER = frozenset({State.MET, State.ENDED_SHORT})
_QUIET = _OVER | {State.STARTING, State.END_PASSED}
"""Of these nothing is late, or it is not known whether they run."""
_NOT_TO_BE_SAID = frozenset({"not_kept", "unvalued", "not_approved", "day_unknown"})
"""The rules by which it cannot be said what is confirmed of what is owed."""
_OPEN_DEMAND = {"over_extension": "social_return.over_extension", "option_value": "option_value"}
_LACKS = {"basis": "social_return.basis", "wage_sum": "wage_sum", "contract_value": "contract_value"}
OTHER = "other"


def silent(case: Case) -> Verdict:
    """Nothing was heard for longer than the reporting rhythm and a month, or 90 days."""
    progress = progress_of(case)
    if progress.state in _QUIET or progress.life.since is None or progress.is_over:
        return NOT_APPLICABLE
    steps = (
        Step("last_sign", progress.life.since, Unit.DATE, Derived("last(contacts, efforts, plan_agreed_on, start)")),
        Step("silent_days", progress.life.silent_days, Unit.DAYS, Derived("days(last_sign, on)")),
    )
    return not_met(*steps) if progress.life.is_silent else met(*steps)


def behind(case: Case) -> Verdict:
    """What is confirmed against what is due, and what is to be expected against what is owed."""
    progress = progress_of(case)
    if progress.state in _QUIET:
        return NOT_APPLICABLE
    if demand := progress.dossier.open_demand:
        return undecided(says=demand, field=_OPEN_DEMAND[demand])
    if progress.owed is None:
        return _without_amount(case)
    if progress.rule in _NOT_TO_BE_SAID:
        return _not_to_be_said(case, progress)
    if not progress.is_kept:  # whatever else keeps its state from being said
        return _not_kept(case, progress)
    asked = case.contract.social_return
    field = "social_return.amount" if asked.amount is not None or not asked.percent else "social_return.percent"
    comes = progress.shown("expected") is not None
    if comes and progress.expected >= progress.owed:
        return met(by=partial(_named, progress, "confirmed", "expected", "owed"), field=field)
    if progress.due is None:
        if progress.in_proportion is None:
            return undecided(says="no_term")
        steps = _named(progress, "in_proportion", "confirmed", "expected", "owed")
        also, more = _improbable(progress)
        says = "no_schedule" if comes else "no_schedule_standing"
        return undecided(*steps, *more, says=says, also=also, field="social_return.schedule[0].date")
    steps = _named(progress, "due", "confirmed", "expected", "owed", "behind_percent")
    late = is_under(progress.confirmed, progress.due, case.tolerances)
    also, more = _improbable(progress)
    if late:
        return not_met(*steps, *more, says="not_met" if comes else "not_met_standing", also=also, field=field)
    return met(*steps, *more, says="met_due", also=also, field=field)


def _without_amount(case: Case) -> Verdict:
    """No euros are known to be owed: hours that are asked instead stand apart, and have no price."""
    asked = case.contract.social_return
    if is_asked_once(case.index, case.contract) and not case.assessment.named("asked_basis"):
        return not_applicable(says="asked_once")  # the question to the register stands for each of its contracts
    if not asked.hours or not is_in_people(case.contract):
        lacks = progress_of(case).dossier.lacks
        return undecided(says="no_amount") if lacks is None else undecided(says=f"no_{lacks}", field=_LACKS[lacks])
    hours = case.given("hours", asked.hours, Unit.COUNT, "social_return.hours")
    return undecided(hours, says="hours", field="social_return.hours")


def _improbable(progress: Progress) -> tuple[tuple[str, ...], tuple[Step, ...]]:
    """The caveat where a figure rests on an improbable day (SR908)."""
    if progress.improbable_day is None:
        return (), ()
    return ("improbable",), (Step("improbable_day", progress.improbable_day, Unit.DATE, Derived("field")),)


def expired_pso(case: Case) -> Verdict:
    """The PSO certificate of the supplier on the day."""
    supplier = case.index.supplier_of(case.contract)
    if supplier is None or supplier.pso_until is None:
        return NOT_APPLICABLE
    step = Step("pso_until", supplier.pso_until, Unit.DATE, Derived("suppliers"))
    return not_met(step) if supplier.pso_until < case.on else met(step)


def reasoned(case: Case) -> Verdict:
    """Every adjustment and exemption has a reason and says who decided."""
    history = case.index.history(case.contract)
    if not history.adjustments and case.contract.id not in case.index.unfinished:
        return NOT_APPLICABLE
    places: list[Where] = [
        places["reason" if one.reason is None else "decided_by"].place
        for one, places in history.adjustments
        if one.reason is None or one.decided_by is None
    ]
    places += [
        row.at("reason" if not one.reason else "decided_by")
        for row, one in case.index.unfinished.get(case.contract.id, ())
    ]
    if places:
        step = Step("count", len(places), Unit.COUNT, Derived("adjustments + exemptions"))
        return not_met(step)._replace(place=places[0])
    empty = [at for one, at in history.adjustments if not _changes(one)]
    if empty:
        return not_met(says="empty")._replace(place=empty[0]["kind"].place)
    return met() if history.adjustments else not_applicable()


def _with_decisions(whole: Whole) -> Collection[str]:
    return with_adjustments(whole.index.histories) | whole.index.unfinished.keys()


def _changes(adjustment: Adjustment) -> bool:
    """Whether it says what it changes; leniency does by its dates."""
    if adjustment.kind == "extension":
        return adjustment.new_end is not None
    return adjustment.kind == "leniency" or adjustment.amount is not None or adjustment.percent is not None


def explained(case: Case) -> Verdict:
    """The reason `other` comes with words."""
    history = case.index.history(case.contract)
    if not history.contacts and case.contract.id not in case.index.unfinished:
        return NOT_APPLICABLE
    bare: list[Where] = [
        places["cause"].place
        for contact, places in history.contacts
        if (contact.cause or "").casefold() == OTHER and not contact.note
    ]
    bare += [
        row.at("reason") for row, one in case.index.unfinished.get(case.contract.id, ()) if one.reason_code == OTHER
    ]
    if bare:
        return not_met(Step("count", len(bare), Unit.COUNT, Derived("contacts + exemptions")))._replace(place=bare[0])
    return NOT_APPLICABLE


def _with_reasons(whole: Whole) -> Collection[str]:
    return with_contacts(whole.index.histories) | whole.index.unfinished.keys()


def ended_short(case: Case) -> Verdict:
    """At the end of the term everything that is owed is confirmed; else what the shortfall clause says."""
    progress = progress_of(case)
    if progress.state is State.END_PASSED:
        return _end_passed(case, progress)
    if not progress.is_over and progress.state not in _OVER:
        return NOT_APPLICABLE
    if demand := progress.dossier.open_demand:
        return undecided(says=demand, field=_OPEN_DEMAND[demand])
    if progress.owed is None:
        return _without_amount(case)
    if progress.rule in _NOT_TO_BE_SAID:
        return _not_to_be_said(case, progress)
    steps = _named(progress, "owed", "confirmed", "open")
    if progress.state is not State.ENDED_SHORT:
        return met(*steps) if progress.state is State.MET else not_applicable()
    clause = case.contract.social_return.shortfall_clause
    if clause is None:
        is_known = progress.dossier.not_known(CLAUSE) is None
        return not_met(*steps, says="no_clause" if is_known else "clause_not_known")
    return not_met(*steps, case.given("shortfall_clause", clause, Unit.TEXT, "social_return.shortfall_clause"))


def _end_passed(case: Case, progress: Progress) -> Verdict:
    """The end is past: extended or ended decides what counts, and whether anything is short."""
    contract = case.contract
    steps = [case.given("end", contract.end, Unit.DATE)]
    confirmed = (
        _named(progress, "confirmed", "confirmed_if_extended") if progress.shown("confirmed") is not None else ()
    )
    steps += confirmed
    says = "runs_on"
    if contract.end_latest is not None:
        steps.append(case.given("end_latest", contract.end_latest, Unit.DATE))
        says = "end_passed"
    says = says if confirmed else f"{says}_not_kept"
    also = ("over_extension_open",) if progress.dossier.open_demand == "over_extension" else ()
    return undecided(*steps, says=says, also=also, field="extended_until")


def _not_to_be_said(case: Case, progress: Progress) -> Verdict:
    if progress.rule == "unvalued":
        return _unvalued(progress)
    if progress.rule == "not_kept":
        return undecided(says="not_kept", field="social_return.realised")
    realised = case.given("realised", progress.realised, Unit.EUR, "social_return.realised")
    key = "realised_on" if progress.rule == "day_unknown" else "realised_approved"
    return undecided(realised, says=progress.rule, field=f"social_return.{key}")


def _not_kept(case: Case, progress: Progress) -> Verdict:
    """What was done is not in the register, or only as a total that nobody approved."""
    if progress.realised is None:
        return undecided(says="not_kept", field="social_return.realised")
    realised = case.given("realised", progress.realised, Unit.EUR, "social_return.realised")
    return undecided(realised, says="not_approved", field="social_return.realised_approved")


def _unvalued(progress: Progress) -> Verdict:
    """Efforts of which the value cannot be said stand in the way of a verdict."""
    ids = tuple(one.effort.id for one in progress.unvalued)
    place = progress.unvalued[0].places["id"]
    return undecided(Step("efforts", ids, Unit.IDS, Given(place.place)), says="unvalued")._replace(place=place.place)


def standing(case: Case) -> Verdict:
    """The standing according to the register against the confirmed efforts up to its day."""
    asked = case.contract.social_return
    if asked.realised is None or asked.realised_on is None:
        return NOT_APPLICABLE
    days = [(entry, day_of(entry.effort)) for entry in progress_of(case).entries if entry.counts == "confirmed"]
    earlier = [entry for entry, day in days if day is not None and day <= asked.realised_on]
    if not earlier or any(entry.so_far.value is None for entry in earlier):
        return NOT_APPLICABLE
    summed = total(entry.so_far for entry in earlier)
    steps = (
        case.given("realised", asked.realised, Unit.EUR, "social_return.realised"),
        case.given("realised_on", asked.realised_on, Unit.DATE, "social_return.realised_on"),
        Step("earlier_efforts", summed, Unit.EUR, Derived("sum(efforts)")),
    )
    return met(*steps) if summed == asked.realised else not_met(*steps)


def named(case: Case) -> Verdict:
    """In the contract phase somebody is accountable and somebody follows the contract."""
    contract = case.contract
    if state_of(case) in _OVER:
        return NOT_APPLICABLE
    follower = contract.contract_manager or contract.social_return_adviser
    if contract.client is None and follower is None:
        return not_met(says="nobody")
    if contract.client is None:
        return not_met(says="no_client")
    client = case.given("client", contract.client, Unit.TEXT)
    return not_met(client, field="contract_manager") if follower is None else met(client)


def _named(progress: Progress, *names: str) -> tuple[Step, ...]:
    return tuple(step for step in progress.steps if step.name in names)


_DONE = ("efforts", "social_return.realised")
_WHO = ("client", "contract_manager", "social_return_adviser")
_LIFE = ("contacts", "efforts", "last_contact_on")

ALL = (
    owing_check(
        "SR501",
        silent,
        Level.WARNING,
        Owner.CONTRACT_MANAGER,
        "contract_manager",
        *_LIFE,
    ),
    owing_check("SR502", behind, Level.WARNING, Owner.CONTRACT_MANAGER, "social_return.amount", *_DONE),
    owing_check("SR509", expired_pso, Level.NOTICE, Owner.SUPPLIER, "supplier", "suppliers"),
    Check("SR510", reasoned, Level.ERROR, Owner.CLIENT, "id", after_award=True, opens_on=_with_decisions),
    Check("SR511", explained, Level.NOTICE, Owner.CONTRACT_MANAGER, "id", after_award=True, opens_on=_with_reasons),
    owing_check("SR512", ended_short, Level.ERROR, Owner.CLIENT, "social_return.shortfall_clause", *_DONE),
    replace(owing_check("SR513", named, Level.ERROR, Owner.CLIENT, "client"), reads=_WHO),
    owing_check("SR514", standing, Level.NOTICE, Owner.CONTRACT_MANAGER, "social_return.realised"),
)
