"""What has a date on a contract and is not done: steps, plans, reports, evaluations, instalments, ends, shortfalls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from srtool.money import quotient, to_cents
from srtool.progress.record import Progress, State
from srtool.register.model import Contact
from srtool.term import add_months

What = Literal["plan", "report", "evaluation", "instalment", "end", "next_step", "contact", "shortfall"]
_REPORTS = frozenset({"report", "evaluation"})
_NOTHING = Decimal("0.00")


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


def agenda(found: Progress, on: date) -> tuple[Due, ...]:
    """In order of time. Of what is met or over only the evaluation and the shortfall still count."""
    return tuple(sorted(_agenda(found, on), key=lambda one: (one.day, one.what, one.text or "", one.amount or 0)))


def overdue(found: Progress, on: date) -> tuple[Due, ...]:
    """What should have been done before the day."""
    return tuple(one for one in agenda(found, on) if one.overdue)


def next_report(found: Progress, on: date) -> date | None:
    """When the next report is due: the overdue one, else the rhythm after the last report or the start."""
    contract = found.record.contract
    rhythm = contract.social_return.report_every_months
    if found.life.overdue_report is not None:
        return found.life.overdue_report
    if not rhythm or contract.start is None:
        return None
    reports = [one.on for one in _held(found, on) if one.kind in _REPORTS]
    day = add_months(max(reports, default=contract.start), rhythm)
    return None if found.end is not None and day > found.end else day


def open_steps(found: Progress, on: date) -> tuple[Contact, ...]:
    """The contacts whose dated next step nothing followed.

    It was followed by a later contact on its day or after it, or by one that promises the same step again.
    """
    held = sorted(_held(found, on), key=lambda one: one.on)
    return tuple(
        one
        for place, one in enumerate(held)
        if one.next_on is not None and not any(_follows(later, one) for later in held[place + 1 :])
    )


def is_over(found: Progress, on: date) -> bool:
    """Whether the contract has ended, by its status or its last day."""
    return found.record.ended or (found.end is not None and found.end < on)


def _agenda(found: Progress, on: date) -> Iterator[Due]:
    yield from _evaluation(found, on)
    over = is_over(found, on)
    if over:
        yield from _shortfall(found, on)
    elif found.state is not State.MET:
        yield from _plan(found, on)
        yield from _report(found, on)
        yield from _instalments(found, on)
        yield from _end(found, on)
        yield from _planned(found, on)
    if found.state is not State.MET:
        yield from _steps(found, on, over=over)


def _held(found: Progress, on: date) -> Iterator[Contact]:
    return (contact for contact, _ in found.record.contacts if contact.on <= on)


def _follows(later: Contact, before: Contact) -> bool:
    if later.on <= before.on or before.next_on is None:
        return False
    again = before.next_step is not None and later.next_step is not None
    return later.on >= before.next_on or (again and _bare(later.next_step) == _bare(before.next_step))


def _bare(text: str | None) -> str:
    return (text or "").strip().casefold()


def _evaluation(found: Progress, on: date) -> Iterator[Due]:
    contract = found.record.contract
    day = contract.social_return.evaluation_on
    if day is not None and (day >= on or not any(one.kind == "evaluation" for one in _held(found, on))):
        yield Due(day, contract.id, "evaluation", contract.client, None, day < on)


def _shortfall(found: Progress, on: date) -> Iterator[Due]:
    contract = found.record.contract
    if found.open and found.end is not None and found.end < on:
        yield Due(found.end, contract.id, "shortfall", contract.client, None, overdue=True, amount=found.open)


def _plan(found: Progress, on: date) -> Iterator[Due]:
    contract, asked = found.record.contract, found.record.contract.social_return
    if asked.plan_due is None:
        return
    noted = any(one.kind == "plan" for one in _held(found, on))
    if found.life.overdue_plan is not None or (asked.plan_due >= on and not asked.plan_agreed_on and not noted):
        yield Due(asked.plan_due, contract.id, "plan", contract.supplier, None, asked.plan_due < on)


def _report(found: Progress, on: date) -> Iterator[Due]:
    contract, day = found.record.contract, next_report(found, on)
    if day is not None:
        yield Due(day, contract.id, "report", contract.supplier, None, day < on)


def _instalments(found: Progress, on: date) -> Iterator[Due]:
    """Those that what is confirmed does not cover; in arrears what is due on the day, so not within a leniency."""
    contract, owed = found.record.contract, found.owed
    if owed is None or not found.obligation:
        return
    together = _NOTHING
    for one in sorted(contract.social_return.schedule, key=lambda one: one.date):
        together += one.amount
        needed = min(owed, to_cents(quotient(together * owed, found.obligation)))
        late = one.date < on and found.due is not None and needed <= found.due
        if needed > found.confirmed and (late or one.date >= on):
            yield Due(one.date, contract.id, "instalment", contract.supplier, None, late, one.amount)


def _end(found: Progress, on: date) -> Iterator[Due]:
    contract = found.record.contract
    if found.end is not None and found.end >= on:
        who = contract.contract_manager or contract.social_return_adviser
        yield Due(found.end, contract.id, "end", who, None, overdue=False)


def _planned(found: Progress, on: date) -> Iterator[Due]:
    for contact, _ in found.record.contacts:
        if contact.on > on:
            yield Due(contact.on, found.record.contract.id, "contact", contact.by, contact.note, overdue=False)


def _steps(found: Progress, on: date, *, over: bool) -> Iterator[Due]:
    """Promised steps; of an ended contract only those that were promised after its end, about the shortfall."""
    for one in open_steps(found, on):
        if one.next_on is not None and (not over or (found.end is not None and one.on > found.end)):
            name = found.record.contract.id
            yield Due(one.next_on, name, "next_step", one.next_by, one.next_step, one.next_on < on)
