"""The work of `srtool monitor`: a register read, followed and shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from srtool.checks import ALL, evaluate
from srtool.cli import checking, output, reading, session
from srtool.errors import Problem, UsageError
from srtool.finding import Report
from srtool.portfolio.standing import Monitoring, monitor
from srtool.portfolio.suppression import shielded
from srtool.progress.record import Progress
from srtool.readers.rules import rule_sets
from srtool.texts import Lang

CODES = frozenset(check.code for check in ALL if check.after_award)
MOST = 1000
"""Contracts that --top can show; CSV and JSON give all."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one run, checked."""

    path: str
    on: date
    top: int
    contract: str | None
    agenda: bool
    silent_after: int | None
    rule_set: str | None
    strict: bool
    format: str
    fail_on: str
    out: Path | None
    force: bool
    why: bool
    quiet: bool


def formats(*, agenda: bool) -> tuple[str, ...]:
    """The choices of --format: a calendar only for the agenda."""
    return (*checking.FORMATS, "ics") if agenda else checking.FORMATS


def run(wanted: Wanted, lang: Lang) -> int:
    """Shows the portfolio, one contract or the agenda; the exit code says whether something must be done."""
    settings = session.settings()
    unknown = None if wanted.rule_set else partial(rule_sets.unknown, folder=settings.rule_sets)
    (register_file,) = reading.registers([wanted.path], settings, lang, unknown)
    book = checking.rule_book([register_file], wanted.rule_set, settings)
    checking.refuse_unknown_blocks([register_file], book, settings)
    own = replace(checking.own(settings), monitoring=checking.limits_of(settings, wanted.silent_after))
    evaluation = evaluate.evaluate(register_file, book, wanted.on, own, CODES)
    report, names = evaluation.report, evaluation.index.suppliers.display_names
    found = monitor(evaluation.followed, register_file.register.targets, wanted.on)
    chosen = None if wanted.contract is None else _chosen(found.contracts, wanted.contract)
    if not wanted.quiet:
        session.remark(register_file.remarks, lang)
    if chosen is not None:
        found = monitor([chosen], (), wanted.on)  # a target is of all contracts together
        report = replace(report, findings=tuple(one for one in report.findings if one.contract == wanted.contract))
    _show(found, chosen, report, names, wanted, lang)
    return checking.exit_code(report.findings, wanted.fail_on, strict=wanted.strict)


def _chosen(contracts: Iterable[Progress], name: str) -> Progress:
    by_id = {one.record.contract.id: one for one in contracts}
    if name not in by_id:
        raise UsageError([Problem("contract_not_followed", "--contract", {"name": name, "near": tuple(by_id)})])
    return by_id[name]


def _show(
    found: Monitoring, chosen: Progress | None, report: Report, names: dict[str, str], wanted: Wanted, lang: Lang
) -> None:
    width = output.width() if wanted.out is None else 100
    internal = wanted.out is None and wanted.format == "terminal"
    if not internal:
        found = shielded(found)  # what is written is meant to be passed on
    match wanted.format:
        case "json":
            from srtool.views.monitor import to_json

            output.write(to_json.pieces(found, report, lang, names), out=wanted.out, force=wanted.force)
        case "csv":
            from srtool.views.monitor import to_csv

            output.write(to_csv.pieces(found, lang, names), out=wanted.out, force=wanted.force)
        case "ics":
            from srtool.views.monitor import to_ics

            output.write(to_ics.pieces(found, lang, names), out=wanted.out, force=wanted.force)
        case _:
            from srtool.views.monitor import story_lines, to_lines

            if wanted.agenda:
                lines = to_lines.agenda(found, report, lang, width, names)
            elif chosen is not None:
                lines = story_lines.story(chosen, report, lang, width, names, with_steps=wanted.why)
            else:
                lines = to_lines.monitor(found, report, lang, width, wanted.top, names, internal=internal)
            output.write_lines(lines, out=wanted.out, force=wanted.force)
