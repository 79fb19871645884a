"""The portfolio as JSON: the stable form for scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from srtool.checks.summary import summary
from srtool.finding import Report
from srtool.portfolio.amounts_in_steps import STEP, is_in_steps
from srtool.portfolio.monitoring import Cause, Monitoring
from srtool.portfolio.people import FEWEST, Jobs, People
from srtool.portfolio.targets import TargetReached
from srtool.progress.agenda import Due
from srtool.progress.dossier import Entry, Life
from srtool.progress.hours import HoursReached
from srtool.progress.standing import Progress
from srtool.register.model import Adjustment, Contact
from srtool.register.unread import UnreadCell
from srtool.texts import Lang
from srtool.views.shared import json_document

_SUMS = (
    "obligation",
    "waived",
    "owed",
    "due",
    "in_proportion",
    "confirmed",
    "claimed",
    "open",
    "surplus",
    "expected",
    "gap",
)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is told beside the portfolio itself."""

    names: Mapping[str, str]
    """Of suppliers, by number."""
    internal: bool
    """Whether it tells about single people."""
    files: Mapping[str, Monitoring]
    """What each file comes to, where there are several."""
    unread: Sequence[UnreadCell]


def pieces(monitoring: Monitoring, report: Report, lang: Lang, beside: Beside) -> Iterator[str]:
    """Everything: the portfolio, a record per contract in order of attention, and the findings, line by line."""
    names, of_files = beside.names, [{"name": name, **_sums(part)} for name, part in beside.files.items()]
    return json_document.document(
        {
            "schema_version": json_document.SCHEMA_VERSION,
            "command": "monitor",
            "internal": beside.internal,
            "receipt": json_document.receipt(report.receipt),
            "summary": _summary(monitoring, report),
            **({"files": of_files} if of_files else {}),
            "portfolio": _portfolio(monitoring, names),
        },
        progress=(_progress(progress, names) for progress in monitoring.contracts),
        findings=(json_document.finding(finding, lang) for finding in report.findings),
        **json_document.unread_list(beside.unread),
    )


def _summary(monitoring: Monitoring, report: Report) -> dict[str, Any]:
    counts = summary(report).counts
    sums = _sums(monitoring)
    first = {key: sums.pop(key) for key in ("contracts", "attention", "without_amount")}
    return {**first, "errors": counts["error"], "warnings": counts["warning"], **sums}


def _sums(monitoring: Monitoring) -> dict[str, Any]:
    total = monitoring.totals
    return {
        "contracts": total.contracts,
        "attention": len(monitoring.attention),
        "without_amount": total.unknown,
        **{key: value for name in _SUMS for key, value in json_document.sum_of(name, getattr(total, name)).items()},
    }


def _portfolio(monitoring: Monitoring, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "states": monitoring.states,
        "people": _people(monitoring.people),
        "targets": [_target(target) for target in monitoring.targets],
        "causes": [_cause(cause) for cause in monitoring.causes],
        "categories": [
            {
                "category": category.name,
                "contracts": category.contracts,
                "without_amount": category.unknown,
                **json_document.sum_of("owed", category.owed),
                **json_document.sum_of("confirmed", category.confirmed),
                **json_document.sum_of("expected", category.expected),
            }
            for category in monitoring.categories
        ],
        "pilots": [
            {"contract": pilot.contract, "pilot": pilot.pilot, "lesson": pilot.lesson} for pilot in monitoring.pilots
        ],
        "agenda": [agenda_record(due, names) for due in monitoring.agenda],
    }


def agenda_record(due: Due, names: Mapping[str, str]) -> dict[str, Any]:
    """Something with a date."""
    return {
        "day": due.day.isoformat(),
        "contract": due.contract,
        "what": due.what,
        **_name(due.who, names),
        "text": due.text,
        "amount": json_document.amount(due.amount),
        "overdue": due.overdue,
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
        "jobs_on": _day(people.jobs.on),
        "jobs_confirmed": json_document.amount(people.jobs.confirmed),
        "jobs_without_hours": people.jobs.without_hours,
    }


def _target(target_reached: TargetReached) -> dict[str, Any]:
    return {
        "name": target_reached.target.name,
        "authority": target_reached.target.authority,
        "jobs": None if target_reached.target.jobs is None else json_document.decimal(target_reached.target.jobs),
        "until": _day(target_reached.target.until),
        "reached": _jobs(target_reached.jobs),
        "reached_on": None if target_reached.jobs is None else _day(target_reached.jobs.on),
        "reached_confirmed": None
        if target_reached.jobs is None
        else json_document.amount(target_reached.jobs.confirmed),
        "open": json_document.amount(target_reached.open),
        "new_in_twelve_months": _jobs(target_reached.pace),
        "months_left": target_reached.months_left,
        "closed": target_reached.closed,
    }


def _jobs(jobs: Jobs | None) -> str | None:
    return None if jobs is None else json_document.amount(jobs.number)


def _cause(cause: Cause) -> dict[str, Any]:
    share = None if cause.share is None else json_document.decimal(cause.share)
    return {
        "cause": cause.code,
        "contracts": cause.contracts,
        **json_document.sum_of("gap", cause.gap),
        "share": share if cause.is_whole else None,
        "share_known": share,
    }


def _progress(progress: Progress, names: Mapping[str, str]) -> dict[str, Any]:
    owner, name = progress.acts
    contract = progress.dossier.contract
    return {
        "contract": contract.id,
        "title": contract.title,
        "who": {
            "client": contract.client,
            "contract_manager": contract.contract_manager,
            "adviser": contract.social_return_adviser,
            "supplier": _name(contract.supplier, names, "name"),
        },
        "state": progress.state.value,
        "rule": progress.rule,
        "in_steps_of": json_document.amount(STEP if is_in_steps(progress) else None),
        "obligation": json_document.amount(progress.obligation),
        "waived": json_document.amount(progress.waived),
        "owed": json_document.amount(progress.owed),
        "due": json_document.amount(progress.due),
        "in_proportion": json_document.amount(progress.in_proportion),
        "improbable_day": _day(progress.improbable_day),
        "confirmed": json_document.amount(progress.shown("confirmed")),
        "confirmed_if_extended": json_document.amount(progress.shown("confirmed_if_extended")),
        "realised": json_document.amount(progress.realised),
        "realised_on": _day(progress.dossier.contract.social_return.realised_on),
        "claimed": json_document.amount(progress.shown("claimed")),
        "open": json_document.amount(progress.shown("open")),
        "surplus": json_document.amount(progress.shown("surplus")),
        "forecast": {
            "worst": json_document.amount(progress.shown("confirmed")),
            "expected": json_document.amount(progress.shown("expected")),
            "best": json_document.amount(progress.shown("best")),
            "pace_per_year": json_document.amount(progress.pace),
        },
        "gap": json_document.amount(progress.shown("gap")),
        "hours": _hours(progress.hours),
        "gap_full_time_months": None
        if progress.gap_months is None
        else {"block": progress.gap_months[0].id, "months": json_document.decimal(progress.gap_months[1])},
        "end": _day(progress.end),
        "days_left": progress.days_left,
        "acts": {"role": owner.value, **_name(name, names, "name")},
        "life": _life(progress.life),
        "contacts": [_contact(contact) for contact in _in_time(progress)],
        "adjustments": [
            _adjustment(each) for each, _ in sorted(progress.dossier.adjustments, key=lambda pair: pair[0].from_)
        ],
        "efforts": [_entry(entry) for entry in progress.entries],
        "steps": [json_document.step(step) for step in progress.steps],
    }


def _hours(hours: HoursReached | None) -> dict[str, Any] | None:
    if hours is None:
        return None
    return {
        "asked": json_document.decimal(hours.asked),
        "confirmed": None if hours.confirmed is None else json_document.decimal(hours.confirmed),
        "confirmed_known": None if hours.confirmed_known is None else json_document.decimal(hours.confirmed_known),
        "without_hours": hours.without_hours,
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


def _in_time(progress: Progress) -> list[Contact]:
    return sorted((contact for contact, _ in progress.dossier.contacts), key=lambda contact: contact.on)


def _contact(contact: Contact) -> dict[str, Any]:
    return {
        "on": contact.on.isoformat(),
        "kind": contact.kind,
        "by": contact.by,
        "note": contact.note,
        "cause": contact.cause,
        "next_step": contact.next_step,
        "next_on": _day(contact.next_on),
        "next_by": contact.next_by,
    }


def _adjustment(adjustment: Adjustment) -> dict[str, Any]:
    return {
        "kind": adjustment.kind,
        "from": adjustment.from_.isoformat(),
        "until": _day(adjustment.until),
        "new_end": _day(adjustment.new_end),
        "amount": json_document.amount(adjustment.amount),
        "percent": None if adjustment.percent is None else json_document.decimal(adjustment.percent),
        "reason": adjustment.reason,
        "decided_by": adjustment.decided_by,
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


def _name(who: str | None, names: Mapping[str, str], key: str = "who") -> dict[str, str | None]:
    """By name; of a supplier that the register has under a number with that number."""
    name = names.get(who, who) if who is not None else None
    return {key: name, "number": who if name != who else None}


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
