"""The portfolio as JSON: the stable form for scripts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from srtool.checks.summary import summary
from srtool.finding import Report
from srtool.lazy_dataclass import dataclass
from srtool.portfolio.causes import Cause, Times
from srtool.portfolio.monitoring import Monitoring
from srtool.portfolio.people import FEWEST, Jobs, People
from srtool.portfolio.targets import TargetReached
from srtool.progress.agenda import Due
from srtool.register.unread import UnreadCell
from srtool.texts import Lang, words
from srtool.views.monitor.progress_record import by_name, iso_day, progress_record
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
    rule_sets = {verdict.id: verdict.rule_set for verdict in report.contracts}
    names, of_files = beside.names, [{"name": name, **_sums(part)} for name, part in beside.files.items()]
    return json_document.document(
        {
            "schema_version": json_document.SCHEMA_VERSION,
            "command": "monitor",
            "internal": beside.internal,
            "receipt": json_document.receipt(report.receipt),
            "summary": _summary(monitoring, report),
            **({"files": of_files} if of_files else {}),
            "portfolio": _portfolio(monitoring, names, lang),
        },
        progress=(
            progress_record(progress, names, rule_sets.get(progress.dossier.contract.id))
            for progress in monitoring.contracts
        ),
        findings=(json_document.finding(finding, lang) for finding in report.findings),
        **json_document.unread_list(beside.unread, lang),
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


def _portfolio(monitoring: Monitoring, names: Mapping[str, str], lang: Lang) -> dict[str, Any]:
    return {
        "states": monitoring.states,
        "people": _people(monitoring.people),
        "targets": [_target(target) for target in monitoring.targets],
        "causes": [_cause(cause, lang) for cause in monitoring.causes],
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
        "demand_unknown": list(monitoring.demand_unknown),
        "agenda": [agenda_record(due, names) for due in monitoring.agenda],
    }


def agenda_record(due: Due, names: Mapping[str, str]) -> dict[str, Any]:
    """Something with a date."""
    return {
        "day": due.day.isoformat(),
        "contract": due.contract,
        "what": due.what,
        **by_name(due.who, names),
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
        "jobs_on": iso_day(people.jobs.on),
        "jobs_confirmed": json_document.amount(people.jobs.confirmed),
        "jobs_without_hours": people.jobs.without_hours,
    }


def _target(target_reached: TargetReached) -> dict[str, Any]:
    return {
        "name": target_reached.target.name,
        "authority": target_reached.target.authority,
        "jobs": None if target_reached.target.jobs is None else json_document.decimal(target_reached.target.jobs),
        "until": iso_day(target_reached.target.until),
        "reached": _jobs(target_reached.jobs),
        "reached_on": None if target_reached.jobs is None else iso_day(target_reached.jobs.on),
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


def _cause(cause: Cause, lang: Lang) -> dict[str, Any]:
    share = None if cause.share is None else json_document.decimal(cause.share)
    return {
        "cause": cause.code,
        "contracts": cause.contracts,
        **json_document.sum_of("gap", cause.gap),
        "share": share if cause.is_whole else None,
        "share_known": share,
        "categories": _times("category", cause.categories),
        "units": _times("unit", cause.units),
        "suppliers": None if cause.suppliers is None else _times("supplier", cause.suppliers),
        "helped_elsewhere": words(lang, "causes.helped").get(cause.code),
    }


def _times(key: str, times: Sequence[Times]) -> list[dict[str, Any]]:
    """Each with on how many contracts; null for those without."""
    return [{key: name, "contracts": contracts} for name, contracts in times]
