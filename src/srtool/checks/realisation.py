"""SR501-SR513: is what was asked being delivered, and is somebody keeping a finger on the pulse?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from srtool.checks.check import Case, Check, Verdict, met, not_applicable, not_met, undecided
from srtool.finding import Derived, Given, Level, Owner, Step, Unit
from srtool.progress.record import Entry, Progress, State
from srtool.term import add_months
from srtool.valuation import block_of

_AFTER_AWARD = frozenset({"awarded", "running", "ended"})
_OVER = frozenset({State.MET, State.ENDED_SHORT})
OTHER = "other"


def silent(case: Case) -> Verdict:
    """Nothing was heard for longer than the reporting rhythm and a month, or 90 days."""
    found = _of(case)
    if found.state in _OVER or found.state is State.STARTING or found.life.since is None:
        return not_applicable()
    steps = (
        Step("last_sign", found.life.since, Unit.DATE, Derived("last(contacts, efforts, plan_agreed_on, start)")),
        Step("silent_days", found.life.silent_days, Unit.DAYS, Derived("days(last_sign, on)")),
    )
    return not_met(*steps) if found.life.is_silent else met(*steps)


def behind(case: Case) -> Verdict:
    """What is confirmed against what is due, and what is to be expected against what is owed."""
    found = _of(case)
    if found.state in _OVER or found.state is State.STARTING:
        return not_applicable()
    if found.owed is None:
        return undecided(says="no_amount")
    if found.due is None:
        return undecided(says="no_term")
    steps = _named(found, "due", "confirmed", "expected", "owed", "behind_percent")
    late = found.confirmed < found.due * case.monitoring.behind_percent / 100
    return not_met(*steps) if late and found.expected < found.owed else met(*steps)


def unconfirmed(case: Case) -> Verdict:
    """Claimed efforts that nobody has judged for 60 days."""
    waiting = timedelta(days=case.monitoring.unconfirmed_days)
    old = [
        one
        for one in _of(case).entries
        if one.counts == "claimed" and one.effort.claimed_on is not None and one.effort.claimed_on + waiting < case.on
    ]
    days = Step("unconfirmed_days", case.monitoring.unconfirmed_days, Unit.DAYS, Derived("settings"))
    return _with_efforts(old, "claimed_on", days)


def disputed(case: Case) -> Verdict:
    """Efforts about which the parties disagree."""
    return _with_efforts([one for one in _of(case).entries if one.counts == "disputed"], "status")


def out_of_term(case: Case) -> Verdict:
    """Efforts that start before the contract or end after it, or count no longer under the rule set."""
    found = _of(case)
    start, end = _first_day(case), found.end
    beyond = [
        one
        for one in found.entries
        if one.counts != "corrected" and (_is_outside(one, start, end) or one.so_far.limited)
    ]
    return _with_efforts(beyond, "start")


def _is_outside(one: Entry, start: date | None, end: date | None) -> bool:
    first, last = one.effort.start, one.effort.end
    early = first is not None and start is not None and first < start
    late = end is not None and ((last is not None and last > end) or (first is not None and first > end))
    return early or late


def doubled(case: Case) -> Verdict:
    """A person who counts on several efforts in the same weeks for more than full time."""
    ids = case.books.doubled
    return _with_efforts([one for one in _of(case).entries if one.effort.id in ids], "person")


def employed_before(case: Case) -> Verdict:
    """Somebody who worked for the supplier before the contract began is not extra."""
    start = _first_day(case)
    before = [
        one
        for one in _of(case).entries
        if start is not None
        and one.counts != "corrected"
        and one.effort.employed_since is not None
        and one.effort.employed_since < start
        and one.effort.where in {None, "supplier"}
    ]
    return _with_efforts(before, "employed_since")


def _first_day(case: Case) -> date | None:
    """The start of the contract, or so many months before it as the rule set still counts; None without a start."""
    start = case.contract.start
    window = case.rules.limit_for("start_window", None) if case.rules else None
    return start if start is None or window is None or not window.months else add_months(start, -window.months)


def unknown_block(case: Case) -> Verdict:
    """A building block that the rule set of the contract's date does not have."""
    found = _of(case)
    rules = found.record.rules
    if rules is None:
        return not_applicable()
    strange = [one for one in found.entries if block_of(one.effort, rules)[1] == "block_unknown"]
    verdict = _with_efforts(strange, "block")
    return verdict._replace(says="by_cost") if strange and rules.counting == "costs" else verdict


def expired_pso(case: Case) -> Verdict:
    """The PSO certificate of the supplier on the day."""
    supplier = case.books.supplier_of(case.contract)
    if supplier is None or supplier.pso_until is None:
        return not_applicable()
    step = Step("pso_until", supplier.pso_until, Unit.DATE, Derived("suppliers"))
    return not_met(step) if supplier.pso_until < case.on else met(step)


def reasoned(case: Case) -> Verdict:
    """Every adjustment and exemption has a reason and says who decided."""
    held = case.books.held.get(case.contract.id)
    places = [
        places["reason" if one.reason is None else "decided_by"].place
        for one, places in (held.adjustments if held else ())
        if one.reason is None or one.decided_by is None
    ]
    places += [
        row.at("reason" if not one.reason else "decided_by") for row, one in case.books.bare.get(case.contract.id, ())
    ]
    if places:
        step = Step("count", len(places), Unit.COUNT, Derived("adjustments + exemptions"))
        return not_met(step)._replace(place=places[0])
    return met() if held and held.adjustments else not_applicable()


def explained(case: Case) -> Verdict:
    """The reason `other` comes with words."""
    held = case.books.held.get(case.contract.id)
    bare = [
        places["cause"].place
        for contact, places in (held.contacts if held else ())
        if (contact.cause or "").casefold() == OTHER and not contact.note
    ]
    bare += [row.at("reason") for row, one in case.books.bare.get(case.contract.id, ()) if one.reason_code == OTHER]
    if bare:
        return not_met(Step("count", len(bare), Unit.COUNT, Derived("contacts + exemptions")))._replace(place=bare[0])
    return not_applicable()


def ended_short(case: Case) -> Verdict:
    """At the end of the term everything that is owed is confirmed; else what the shortfall clause says."""
    found = _of(case)
    if found.owed is None:
        return undecided(says="no_amount")
    steps = _named(found, "owed", "confirmed", "open")
    if found.state is not State.ENDED_SHORT:
        return met(*steps) if found.state is State.MET else not_applicable()
    clause = case.contract.social_return.shortfall_clause
    if clause is None:
        return not_met(*steps, says="no_clause")
    return not_met(*steps, case.given("shortfall_clause", clause, Unit.TEXT, "social_return.shortfall_clause"))


def named(case: Case) -> Verdict:
    """In the contract phase somebody is accountable and somebody follows the contract."""
    contract = case.contract
    if _of(case).state in _OVER:
        return not_applicable()
    follower = contract.contract_manager or contract.social_return_adviser
    if contract.client is None and follower is None:
        return not_met(says="nobody")
    if contract.client is None:
        return not_met(says="no_client")
    client = case.given("client", contract.client, Unit.TEXT)
    return not_met(client, field="contract_manager") if follower is None else met(client)


def _of(case: Case) -> Progress:
    assert case.progress is not None, "these checks are done where something is owed"  # noqa: S101 - see `Check.owing`
    return case.progress


def _named(found: Progress, *names: str) -> tuple[Step, ...]:
    return tuple(step for step in found.steps if step.name in names)


def _with_efforts(found: Iterable[Entry], field: str, *steps: Step) -> Verdict:
    """Not met with the ids of these efforts, at the place of the first; not applicable without any."""
    several = list(found)
    if not several:
        return not_applicable()
    place = several[0].places[field]
    ids = Step("efforts", "; ".join(one.effort.id for one in several), Unit.TEXT, Given(several[0].places["id"].place))
    return not_met(ids, *steps)._replace(place=place.place)


def _check(code: str, judge: Callable[[Case], Verdict], level: Level, owner: Owner, field: str, *needs: str) -> Check:
    return Check(code, judge, level, owner, field, needs, _AFTER_AWARD, owing=True)


ALL = (
    _check("SR501", silent, Level.WARNING, Owner.CONTRACT_MANAGER, "contract_manager", "contacts", "efforts"),
    _check("SR502", behind, Level.WARNING, Owner.SUPPLIER, "social_return.amount", "efforts"),
    _check("SR503", unconfirmed, Level.WARNING, Owner.ADVISER, "id", "efforts"),
    _check("SR504", disputed, Level.WARNING, Owner.ADVISER, "id", "efforts"),
    _check("SR505", out_of_term, Level.NOTICE, Owner.ADVISER, "id", "efforts"),
    _check("SR506", doubled, Level.WARNING, Owner.ADVISER, "id", "efforts"),
    _check("SR507", employed_before, Level.WARNING, Owner.ADVISER, "id", "efforts"),
    _check("SR508", unknown_block, Level.ERROR, Owner.ADVISER, "id", "efforts"),
    _check("SR509", expired_pso, Level.NOTICE, Owner.SUPPLIER, "supplier", "suppliers"),
    Check("SR510", reasoned, Level.ERROR, Owner.CLIENT, "id"),
    Check("SR511", explained, Level.NOTICE, Owner.CONTRACT_MANAGER, "id"),
    _check("SR512", ended_short, Level.ERROR, Owner.CLIENT, "social_return.shortfall_clause", "efforts"),
    _check("SR513", named, Level.ERROR, Owner.CLIENT, "client"),
)
