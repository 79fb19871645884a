"""What has a date on a contract and is not done: steps, plans, reports, evaluations, instalments, ends, shortfalls.

Beside it two questions that have a day: whether an option is taken up, and whether who was placed is still at work.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

from srtool.lazy_dataclass import dataclass
from srtool.money import quotient, to_cents
from srtool.progress.dossier import CLAUSE, Balance, Entry, NotKnown
from srtool.progress.state import State
from srtool.register.model import Contact
from srtool.term import add_months

What = Literal[
    "plan",
    "report",
    "evaluation",
    "instalment",
    "end",
    "option",
    "next_step",
    "contact",
    "still_at_work",
    "shortfall",
    "end_passed",
]
OF_PERSONS = "still_at_work"
"""What tells when somebody was placed: it is not passed on."""
_NOTHING = Decimal("0.00")
_ASKED_AFTER = (6, 12)
"""Months after a placement at which is asked whether somebody is still at work."""
_COUNTING = frozenset({"confirmed", "claimed"})
_STILL_ASKED = 6
"""Months for which that question stays open where no contact was noted since."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a date; euro excl. VAT."""

    day: date
    contract: str
    what: What
    who: str | None
    text: str | None
    overdue: bool
    amount: Decimal | None = None
    not_known: NotKnown | None = None
    """Why its text is not known, where that is not that there is none."""


def agenda(balance: Balance, state: State) -> tuple[Due, ...]:
    """In order of time. Of what is met or over only the evaluation and the shortfall still count."""
    return tuple(sorted(_agenda(balance, state), key=lambda due: (due.day, due.what, due.text or "", due.amount or 0)))


def open_steps(balance: Balance) -> tuple[Contact, ...]:
    """The contacts whose dated next step nothing followed.

    It was followed by a later contact on its day or after it, or by one that promises the same step again.
    """
    held = sorted(balance.dossier.held, key=lambda contact: contact.on)
    return tuple(
        contact
        for place, contact in enumerate(held)
        if contact.next_on is not None and not any(_follows(later, contact) for later in held[place + 1 :])
    )


def _agenda(balance: Balance, state: State) -> Iterator[Due]:
    yield from _evaluation(balance)
    if state is State.END_PASSED:
        yield from _end_passed(balance)
    elif balance.is_over:
        if state is not State.UNKNOWN:  # what is short is then not known either
            yield from _shortfall(balance)
    elif state is not State.MET:
        yield from _plan(balance)
        yield from _report(balance)
        yield from _instalments(balance)
        yield from _end(balance)
        yield from _option(balance)
        yield from _planned(balance)
    if not balance.is_over and state is not State.END_PASSED:
        yield from _still_at_work(balance)
    if state is not State.MET:
        yield from _steps(balance)


def _follows(later: Contact, before: Contact) -> bool:
    if later.on <= before.on or before.next_on is None:
        return False
    again = before.next_step is not None and later.next_step is not None
    return later.on >= before.next_on or (again and _bare(later.next_step) == _bare(before.next_step))


def _bare(text: str | None) -> str:
    return (text or "").strip().casefold()


def _evaluation(balance: Balance) -> Iterator[Due]:
    contract = balance.dossier.contract
    day = contract.social_return.evaluation_on
    if day is not None and (
        day >= balance.on or not any(contact.kind == "evaluation" for contact in balance.dossier.held)
    ):
        yield Due(day, contract.id, "evaluation", contract.client, None, day < balance.on)


def _shortfall(balance: Balance) -> Iterator[Due]:
    contract = balance.dossier.contract
    if balance.open and balance.end is not None and balance.end < balance.on:
        clause, why = contract.social_return.shortfall_clause, balance.dossier.not_known(CLAUSE)
        # Nothing says on which day a shortfall must be settled, so that none is too late.
        yield Due(balance.end, contract.id, "shortfall", contract.client, clause, False, balance.open, why)  # noqa: FBT003


def _plan(balance: Balance) -> Iterator[Due]:
    contract, asked = balance.dossier.contract, balance.dossier.contract.social_return
    if asked.plan_due is None:
        return
    noted = any(contact.kind == "plan" for contact in balance.dossier.held)
    if balance.life.overdue_plan is not None or (
        asked.plan_due >= balance.on and not asked.plan_agreed_on and not noted
    ):
        yield Due(asked.plan_due, contract.id, "plan", contract.supplier, None, asked.plan_due < balance.on)


def _report(balance: Balance) -> Iterator[Due]:
    contract, day = balance.dossier.contract, balance.life.next_report
    if day is not None:
        yield Due(day, contract.id, "report", contract.supplier, None, day < balance.on)


def _instalments(balance: Balance) -> Iterator[Due]:
    """Those that what is confirmed does not cover; in arrears what is due on the day, so not within a leniency."""
    contract, owed, on = balance.dossier.contract, balance.owed, balance.on
    if owed is None or not balance.obligation:
        return
    together = _NOTHING
    for instalment in sorted(contract.social_return.schedule, key=lambda instalment: instalment.date):
        together += instalment.amount
        needed = min(owed, to_cents(quotient(together * owed, balance.obligation)))
        late = instalment.date < on and balance.due is not None and needed <= balance.due
        if needed > balance.confirmed and (late or instalment.date >= on):
            yield Due(instalment.date, contract.id, "instalment", contract.supplier, None, late, instalment.amount)


def _end(balance: Balance) -> Iterator[Due]:
    contract = balance.dossier.contract
    if balance.end is not None and balance.end >= balance.on:
        who = contract.contract_manager or contract.social_return_adviser
        yield Due(balance.end, contract.id, "end", who, None, overdue=False)


def _option(balance: Balance) -> Iterator[Due]:
    """The last day on which is decided about an option: the period of notice before the end."""
    contract, end = balance.dossier.contract, balance.end
    notice, latest = contract.notice_months, contract.end_latest
    if notice is not None and end is not None and latest is not None and latest > end >= balance.on:
        yield Due(add_months(end, -notice), contract.id, "option", contract.client, None, overdue=False)


def _still_at_work(balance: Balance) -> Iterator[Due]:
    """Half a year and a year after a placement, on one day for all of that day; a contact since then has asked it."""
    contract, on = balance.dossier.contract, balance.on
    who = contract.social_return_adviser or contract.contract_manager
    asked = max((contact.on for contact in balance.dossier.held), default=None)
    for day in sorted({day for entry in balance.entries for day in _asked_on(entry)}):
        if day >= on or (day >= add_months(on, -_STILL_ASKED) and (asked is None or asked < day)):
            yield Due(day, contract.id, "still_at_work", who, None, overdue=False)


def _asked_on(entry: Entry) -> Iterator[date]:
    effort = entry.effort
    if effort.kind != "placement" or effort.start is None or entry.counts not in _COUNTING or effort.outcome == "left":
        return
    for months in _ASKED_AFTER:
        day = add_months(effort.start, months)
        if effort.end is None or effort.end >= day:
            yield day


def _end_passed(balance: Balance) -> Iterator[Due]:
    """The question whether it was extended or has ended; nothing says that the answer is late."""
    contract = balance.dossier.contract
    if balance.end is not None:
        who = contract.contract_manager or contract.social_return_adviser
        yield Due(balance.end, contract.id, "end_passed", who, None, overdue=False)


def _planned(balance: Balance) -> Iterator[Due]:
    for contact, _ in balance.dossier.contacts:
        if contact.on > balance.on:
            yield Due(contact.on, balance.dossier.contract.id, "contact", contact.by, contact.note, overdue=False)


def _steps(balance: Balance) -> Iterator[Due]:
    """Promised steps; of an ended contract only those that were promised after its end, about the shortfall."""
    name, end = balance.dossier.contract.id, balance.end
    for contact in open_steps(balance):
        counts = not balance.is_over or (end is not None and contact.on > end)
        if contact.next_on is not None and counts:
            overdue = contact.next_on < balance.on
            yield Due(contact.next_on, name, "next_step", contact.next_by, contact.next_step, overdue)
