"""The signs of life of a contract: when it was last heard of, what is overdue, and who owes the next step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from srtool.progress.record import Entry, Life, Limits, Record
from srtool.term import add_months

SILENT_DAYS = 90
_REPORTS = frozenset({"report", "evaluation"})


def life(record: Record, ledger: Iterable[Entry], on: date, limits: Limits) -> Life:
    """What the register says up to the day; a contact in the future is a plan, not a sign."""
    contract, asked = record.contract, record.contract.social_return
    held = [contact for contact, _ in record.contacts if contact.on <= on]
    last_contact = max((contact.on for contact in held), default=None)
    efforts = [day for entry in ledger for day in _days(entry) if day <= on]
    last_effort = max(efforts, default=None)
    planned = [day for day in (asked.plan_agreed_on,) if day is not None and day <= on]
    signs = [day for day in (last_contact, last_effort, *planned) if day is not None]
    since = max(signs, default=contract.start)
    silent_days = 0 if since is None else max(0, (on - since).days)
    steps = sorted(
        (contact for contact in held if contact.next_step or contact.next_on),
        key=lambda contact: (contact.on, contact.next_on or date.max),
    )
    next_one = steps[-1] if steps else None
    return Life(
        last_contact=last_contact,
        last_effort=last_effort,
        since=since,
        silent_days=silent_days,
        is_silent=since is not None and on > silent_from(record, since, limits),
        overdue_plan=_overdue_plan(record, on),
        overdue_report=_overdue_report(record, on),
        next_step=next_one.next_step if next_one else None,
        next_on=next_one.next_on if next_one else None,
        next_by=next_one.next_by if next_one else None,
    )


def silent_from(record: Record, since: date, limits: Limits) -> date:
    """The last day that is not yet silent: by the limit, else a month after a report is due, else 90 days."""
    rhythm = record.contract.social_return.report_every_months
    if limits.silent_after is not None:
        return since + timedelta(days=limits.silent_after)
    return add_months(since, rhythm + 1) if rhythm else since + timedelta(days=SILENT_DAYS)


def _days(entry: Entry) -> Iterable[date]:
    effort = entry.effort
    return (day for day in (effort.start, effort.end, effort.claimed_on, effort.confirmed_on) if day is not None)


def _overdue_plan(record: Record, on: date) -> date | None:
    """The day on which a plan was due that is neither agreed nor noted as a contact."""
    asked = record.contract.social_return
    there = asked.plan_agreed_on is not None and asked.plan_agreed_on <= on
    noted = any(contact.kind == "plan" and contact.on <= on for contact, _ in record.contacts)
    late = asked.plan_due is not None and asked.plan_due < on and not there and not noted
    return asked.plan_due if late else None


def _overdue_report(record: Record, on: date) -> date | None:
    """The day on which the next report was due, by the rhythm from the last report or the start."""
    rhythm, start = record.contract.social_return.report_every_months, record.contract.start
    if not rhythm or start is None:
        return None
    reports = [contact.on for contact, _ in record.contacts if contact.kind in _REPORTS and contact.on <= on]
    expected = add_months(max(reports, default=start), rhythm)
    return expected if expected < on else None
