"""The signs of life of a contract: when it was last heard of, what is overdue, and who owes the next step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from srtool.progress.dossier import Dossier, Entry, Life, Tolerances
from srtool.term import add_months

SILENT_DAYS = 90
_REPORTS = frozenset({"report", "evaluation"})


def life(dossier: Dossier, ledger: Iterable[Entry], tolerances: Tolerances) -> Life:
    """What the register says up to the day; a contact in the future is a plan, not a sign."""
    contract, asked, on, held = dossier.contract, dossier.contract.social_return, dossier.on, dossier.held
    expected = _expected_report(dossier)
    is_late = expected is not None and expected < on
    too_late = expected is not None and dossier.end is not None and expected > dossier.end
    noted = [day for day in (contract.last_contact_on,) if day is not None and day <= on]
    last_contact = max((*(contact.on for contact in held), *noted), default=None)
    efforts = [day for entry in ledger for day in _days(entry) if day is not None and day <= on]
    last_effort = max(efforts, default=None)
    planned = [day for day in (asked.plan_agreed_on,) if day is not None and day <= on]
    signs = [day for day in (last_contact, last_effort, *planned) if day is not None]
    since = max(signs, default=contract.start if dossier.keeps_life else None)
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
        is_silent=since is not None and on > silent_from(dossier, since, tolerances),
        overdue_plan=_overdue_plan(dossier),
        next_report=expected if is_late or not too_late else None,
        overdue_report=expected if is_late else None,
        next_step=next_one.next_step if next_one else None,
        next_on=next_one.next_on if next_one else None,
        next_by=next_one.next_by if next_one else None,
    )


def silent_from(dossier: Dossier, since: date, tolerances: Tolerances) -> date:
    """The last day that is not yet silent: by the limit, else a month after a report is due, else 90 days."""
    rhythm = dossier.contract.social_return.report_every_months
    if tolerances.silent_after is not None:
        return since + timedelta(days=tolerances.silent_after)
    return add_months(since, rhythm + 1) if rhythm else since + timedelta(days=SILENT_DAYS)


def _days(entry: Entry) -> tuple[date | None, ...]:
    effort = entry.effort
    return effort.start, effort.end, effort.claimed_on, effort.confirmed_on


def _overdue_plan(dossier: Dossier) -> date | None:
    """The day on which a plan was due that is neither agreed nor noted as a contact."""
    asked, on = dossier.contract.social_return, dossier.on
    there = asked.plan_agreed_on is not None and asked.plan_agreed_on <= on
    noted = any(contact.kind == "plan" for contact in dossier.held)
    late = asked.plan_due is not None and asked.plan_due < on and not there and not noted
    return asked.plan_due if late else None


def _expected_report(dossier: Dossier) -> date | None:
    """When the next report is due, by the rhythm from the last report or the start."""
    rhythm, start = dossier.contract.social_return.report_every_months, dossier.contract.start
    if not rhythm or start is None:
        return None
    reports = [contact.on for contact in dossier.held if contact.kind in _REPORTS]
    return add_months(max(reports, default=start), rhythm)
