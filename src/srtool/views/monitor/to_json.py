"""The portfolio as JSON: the stable form for scripts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from srtool.checks.summary import summary
from srtool.finding import Report
from srtool.portfolio.monitoring import Cause, Monitoring
from srtool.portfolio.people import Jobs, People
from srtool.portfolio.suppression import FEWEST
from srtool.portfolio.targets import TargetReached
from srtool.progress.agenda import Due
from srtool.progress.dossier import Entry, Life
from srtool.progress.standing import Progress
from srtool.register.model import Adjustment, Contact
from srtool.texts import Lang
from srtool.views.shared import json_document

_SUMS = ("obligation", "waived", "due", "confirmed", "claimed", "open", "surplus", "expected", "gap")


def pieces(found: Monitoring, report: Report, lang: Lang, names: dict[str, str]) -> Iterator[str]:
    """Everything: the portfolio, a record per contract in order of attention, and the findings, line by line."""
    return json_document.document(
        {
            "schema_version": json_document.SCHEMA_VERSION,
            "command": "monitor",
            "receipt": json_document.receipt(report.receipt),
            "summary": _summary(found, report),
            "portfolio": _portfolio(found, names),
        },
        progress=(_progress(one, names) for one in found.contracts),
        findings=(json_document.finding(one, lang) for one in report.findings),
    )


def _summary(found: Monitoring, report: Report) -> dict[str, Any]:
    total, counts = found.totals, summary(report).counts
    return {
        "contracts": total.contracts,
        "attention": len(found.attention),
        "without_amount": total.unknown,
        "errors": counts["error"],
        "warnings": counts["warning"],
        **{name: json_document.amount(getattr(total, name)) for name in _SUMS},
    }


def _portfolio(found: Monitoring, names: dict[str, str]) -> dict[str, Any]:
    return {
        "states": found.states,
        "people": _people(found.people),
        "targets": [_target(one) for one in found.targets],
        "causes": [_cause(one) for one in found.causes],
        "categories": [
            {
                "category": one.name,
                "contracts": one.contracts,
                "without_amount": one.unknown,
                "owed": json_document.amount(one.owed),
                "confirmed": json_document.amount(one.confirmed),
                "expected": json_document.amount(one.expected),
            }
            for one in found.categories
        ],
        "pilots": [{"contract": one.contract, "pilot": one.pilot, "lesson": one.lesson} for one in found.pilots],
        "agenda": [agenda_record(one, names) for one in found.agenda],
    }


def agenda_record(one: Due, names: dict[str, str]) -> dict[str, Any]:
    """Something with a date."""
    return {
        "day": one.day.isoformat(),
        "contract": one.contract,
        "what": one.what,
        **_name(one.who, names),
        "text": one.text,
        "amount": json_document.amount(one.amount),
        "overdue": one.overdue,
    }


def _people(people: People) -> dict[str, Any]:
    return {
        "suppressed_under": FEWEST if people.shielded else None,
        "placed": people.placed,
        "confirmed": people.confirmed,
        "claimed": people.claimed,
        "after_6_months": {"at_work": people.after_6[0], "measured": people.after_6[1]},
        "after_12_months": {"at_work": people.after_12[0], "measured": people.after_12[1]},
        "left_without_a_day": people.left_undated,
        "permanent": people.permanent,
        "in_jobs_register": people.in_register,
        "ladder": {"grown": people.grown[0], "measured": people.grown[1], "steps": people.steps_grown},
        "jobs": json_document.amount(people.jobs.number),
        "jobs_confirmed": json_document.amount(people.jobs.confirmed),
        "jobs_without_hours": people.jobs.without_hours,
    }


def _target(one: TargetReached) -> dict[str, Any]:
    return {
        "name": one.target.name,
        "authority": one.target.authority,
        "jobs": None if one.target.jobs is None else json_document.decimal(one.target.jobs),
        "until": _day(one.target.until),
        "reached": _jobs(one.jobs),
        "reached_confirmed": None if one.jobs is None else json_document.amount(one.jobs.confirmed),
        "open": json_document.amount(one.open),
        "new_in_twelve_months": _jobs(one.pace),
        "months_left": one.months_left,
        "closed": one.closed,
    }


def _jobs(jobs: Jobs | None) -> str | None:
    return None if jobs is None else json_document.amount(jobs.number)


def _cause(one: Cause) -> dict[str, Any]:
    return {
        "cause": one.code,
        "contracts": one.contracts,
        "gap": json_document.amount(one.gap),
        "share": None if one.share is None else json_document.decimal(one.share),
    }


def _progress(one: Progress, names: dict[str, str]) -> dict[str, Any]:
    owner, name = one.acts
    contract = one.dossier.contract
    return {
        "contract": contract.id,
        "title": contract.title,
        "who": {
            "client": contract.client,
            "contract_manager": contract.contract_manager,
            "adviser": contract.social_return_adviser,
            "supplier": _name(contract.supplier, names, "name"),
        },
        "state": one.state.value,
        "rule": one.rule,
        "obligation": json_document.amount(one.obligation),
        "waived": json_document.amount(one.waived),
        "owed": json_document.amount(one.owed),
        "due": json_document.amount(one.due),
        "confirmed": json_document.amount(one.confirmed),
        "claimed": json_document.amount(one.claimed),
        "open": json_document.amount(one.open),
        "surplus": json_document.amount(one.surplus),
        "forecast": {
            "worst": json_document.amount(one.confirmed),
            "expected": json_document.amount(one.expected),
            "best": json_document.amount(one.best),
            "pace_per_year": json_document.amount(one.pace),
        },
        "gap": json_document.amount(one.gap),
        "gap_full_time_months": None
        if one.gap_months is None
        else {"block": one.gap_months[0].id, "months": json_document.decimal(one.gap_months[1])},
        "end": _day(one.end),
        "days_left": one.days_left,
        "acts": {"role": owner.value, **_name(name, names, "name")},
        "life": _life(one.life),
        "contacts": [_contact(contact) for contact in _in_time(one)],
        "adjustments": [
            _adjustment(each) for each, _ in sorted(one.dossier.adjustments, key=lambda pair: pair[0].from_)
        ],
        "efforts": [_entry(entry) for entry in one.entries],
        "steps": [json_document.step(step) for step in one.steps],
    }


def _life(life: Life) -> dict[str, Any]:
    return {
        "last_contact": _day(life.last_contact),
        "last_effort": _day(life.last_effort),
        "silent_days": life.silent_days,
        "silent": life.is_silent,
        "overdue_plan": _day(life.overdue_plan),
        "overdue_report": _day(life.overdue_report),
        "next_step": life.next_step,
        "next_on": _day(life.next_on),
        "next_by": life.next_by,
    }


def _in_time(one: Progress) -> list[Contact]:
    return sorted((contact for contact, _ in one.dossier.contacts), key=lambda contact: contact.on)


def _contact(one: Contact) -> dict[str, Any]:
    return {
        "on": one.on.isoformat(),
        "kind": one.kind,
        "by": one.by,
        "note": one.note,
        "cause": one.cause,
        "next_step": one.next_step,
        "next_on": _day(one.next_on),
        "next_by": one.next_by,
    }


def _adjustment(one: Adjustment) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "from": one.from_.isoformat(),
        "until": _day(one.until),
        "new_end": _day(one.new_end),
        "amount": json_document.amount(one.amount),
        "percent": None if one.percent is None else json_document.decimal(one.percent),
        "reason": one.reason,
        "decided_by": one.decided_by,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.effort.id,
        "kind": entry.effort.kind,
        "counts": entry.counts,
        "value": json_document.amount(entry.so_far.value),
        "value_to_end": json_document.amount(entry.whole.value),
        "why_no_value": entry.so_far.why,
        "steps": [json_document.step(step) for step in entry.so_far.steps],
    }


def _name(who: str | None, names: dict[str, str], key: str = "who") -> dict[str, str | None]:
    """By name; of a supplier that the register has under a number with that number."""
    name = names.get(who, who) if who is not None else None
    return {key: name, "number": who if name != who else None}


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
