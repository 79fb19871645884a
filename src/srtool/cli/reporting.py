"""The work of `srtool report`: a register read, judged, followed and combined, and one workbook of it all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from srtool.bundle.candidates import Grouping
from srtool.bundle.plan import plan
from srtool.checks import evaluate
from srtool.cli import bundling, checking, output, reading, session
from srtool.cli.progress_bar import bar
from srtool.errors import OutputError, Problem
from srtool.finding import OPEN
from srtool.portfolio.changes import Before, changes, snapshots
from srtool.portfolio.key_figures import overview
from srtool.portfolio.standing import monitor
from srtool.portfolio.suppliers import suppliers
from srtool.portfolio.suppression import shielded
from srtool.portfolio.target_groups import groups
from srtool.portfolio.what_if import what_if
from srtool.portfolio.years import years
from srtool.readers.rules import rule_sets
from srtool.readers.settings import Settings
from srtool.register.model import RegisterFile
from srtool.rules.rulebook import RuleBook
from srtool.texts import Lang, load

if TYPE_CHECKING:
    from srtool.views.report.contents import Contents

SUFFIX = ".xlsx"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one run, checked."""

    path: str
    out: Path
    on: date
    rule_set: str | None
    previous: str | None
    force: bool
    quiet: bool


def target(out: str | None, *, force: bool, inputs: Iterable[str]) -> Path:
    """The workbook to write, known to be writable; OutputError when it is not, or is no .xlsx."""
    if out and out != output.STDOUT and Path(out).suffix.lower() != SUFFIX:
        raise OutputError([Problem("suffix", out, {"supported": SUFFIX})])
    path = output.target(out, force=force, inputs=inputs)
    if path is None:
        raise OutputError([Problem("report_needs_out", "--out")])
    return path


def run(wanted: Wanted, lang: Lang) -> int:
    """Writes the workbook; findings are for reading, so the exit code says only whether it was made."""
    from srtool.views.report import to_workbook

    settings = session.settings()
    unknown = None if wanted.rule_set else partial(rule_sets.unknown, folder=settings.rule_sets)
    before = None if wanted.previous is None else _earlier(wanted.previous)
    (register_file,) = reading.registers([wanted.path], settings, lang, unknown, may_be_empty=True)
    book = checking.rule_book([register_file], wanted.rule_set, settings)
    checking.refuse_unknown_blocks([register_file], book, settings)
    if not wanted.quiet:
        session.remark(register_file.remarks, lang)
    text = load(lang, "cli")["wrong"]
    with bar(text["judging"], len(register_file.register.contracts)) as step:
        contents = _contents(register_file, book, settings, wanted, before, step)
    with (
        output.whole_file(wanted.out, force=wanted.force) as stream,
        bar(text["writing"].format(name=wanted.out.name), to_workbook.rows(contents)) as step,
    ):
        to_workbook.save(contents, lang, stream, step)
    if not wanted.quiet:
        session.write_error(text["report_written"].format(path=wanted.out) + "\n")
    return 0


def _earlier(path: str) -> Before:
    from srtool.readers.returned import earlier_report

    return earlier_report.read(Path(path))


def _contents(
    register_file: RegisterFile,
    book: RuleBook,
    settings: Settings,
    wanted: Wanted,
    before: Before | None,
    step: Callable[[], None],
) -> Contents:
    """Everything that the commands say of a register, worked out once."""
    from srtool.views.report.contents import Contents

    register = register_file.register
    evaluation = evaluate.evaluate(register_file, book, wanted.on, checking.own(settings), kept=OPEN, step=step)
    report, standing, who = evaluation.report, evaluation.followed, evaluation.index.suppliers
    found = shielded(monitor(standing, register.targets, wanted.on))
    texts = {frozenset(merge.members): merge for merge in register.merges}
    return Contents(
        register_file=register_file,
        report=report,
        monitoring=found,
        plan=plan(evaluation.cases, Grouping(None, bundling.WINDOW, who), wanted.on, texts),
        overview=overview(report, found),
        years=years(standing, wanted.on),
        groups=groups(standing, wanted.on),
        suppliers=suppliers(who, standing, wanted.on),
        what_if=what_if(evaluation.cases),
        changes=None if before is None else changes(before, snapshots(report, standing)),
        ends={case.contract.id: case.end for case in evaluation.cases if case.end is not None},
        book=book,
        names=who.display_names,
    )
