"""One contract followed, as a record of JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from srtool.portfolio.amounts_in_steps import STEP, is_in_steps
from srtool.progress.dossier import Entry, Life
from srtool.progress.hours import HoursReached
from srtool.progress.standing import Progress
from srtool.register.model import Adjustment, Contact
from srtool.views.shared import json_document


def progress_record(progress: Progress, names: Mapping[str, str], rule_set: str | None) -> dict[str, Any]:
    owner, name = progress.acts
    contract = progress.dossier.contract
    return {
        "contract": contract.id,
        "rule_set": rule_set,
        "title": contract.title,
        "who": {
            "client": contract.client,
            "contract_manager": contract.contract_manager,
            "adviser": contract.social_return_adviser,
            "supplier": by_name(contract.supplier, names, "name"),
        },
        "state": progress.state.value,
        "rule": progress.rule,
        "in_steps_of": json_document.amount(STEP if is_in_steps(progress) else None),
        "obligation": json_document.amount(progress.obligation),
        "waived": json_document.amount(progress.waived),
        "owed": json_document.amount(progress.owed),
        "due": json_document.amount(progress.due),
        "in_proportion": json_document.amount(progress.in_proportion),
        "improbable_day": iso_day(progress.improbable_day),
        "confirmed": json_document.amount(progress.shown("confirmed")),
        "confirmed_if_extended": json_document.amount(progress.shown("confirmed_if_extended")),
        "realised": json_document.amount(progress.realised),
        "realised_on": iso_day(progress.dossier.contract.social_return.realised_on),
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
        if progress.gap_months is None or progress.shown("gap") is None
        else {"block": progress.gap_months[0].id, "months": json_document.decimal(progress.gap_months[1])},
        "end": iso_day(progress.end),
        "days_left": progress.days_left,
        "acts": {"role": owner.value, **by_name(name, names, "name")},
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
        "last_contact": iso_day(life.last_contact),
        "last_effort": iso_day(life.last_effort),
        "silent_days": life.known_silence,
        "silent": life.is_silent,
        "overdue_plan": iso_day(life.overdue_plan),
        "overdue_report": iso_day(life.overdue_report),
        "next_step": life.next_step,
        "next_on": iso_day(life.next_on),
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
        "next_on": iso_day(contact.next_on),
        "next_by": contact.next_by,
    }


def _adjustment(adjustment: Adjustment) -> dict[str, Any]:
    return {
        "kind": adjustment.kind,
        "from": adjustment.from_.isoformat(),
        "until": iso_day(adjustment.until),
        "new_end": iso_day(adjustment.new_end),
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


def by_name(who: str | None, names: Mapping[str, str], key: str = "who") -> dict[str, str | None]:
    """By name; of a supplier that the register has under a number with that number."""
    name = names.get(who, who) if who is not None else None
    return {key: name, "number": who if name != who else None}


def iso_day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
