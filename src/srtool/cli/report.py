"""srtool report: a register read, judged, followed and combined, and one workbook of it all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from srtool.bundle.candidates import Grouping
from srtool.bundle.plan import plan
from srtool.checks.evaluate import Evaluation, evaluate
from srtool.checks.several import evaluate_all, per_file
from srtool.cli import output, reading, saying
from srtool.cli import run as shared
from srtool.cli.folders import files_of
from srtool.cli.options import Options
from srtool.cli.progress_bar import bar
from srtool.cli.settings_file import settings
from srtool.errors import OutputError, Problem
from srtool.finding import OPEN, Step
from srtool.portfolio.amounts_in_steps import (
    earlier_in_steps,
    groups_in_steps,
    in_steps,
    report_in_steps,
    years_in_steps,
)
from srtool.portfolio.changes import Before, changes, snapshots
from srtool.portfolio.key_figures import overview
from srtool.portfolio.monitoring import monitor
from srtool.portfolio.suppliers import suppliers
from srtool.portfolio.suppression import shielded
from srtool.portfolio.target_groups import groups
from srtool.portfolio.what_if import what_if
from srtool.portfolio.years import years
from srtool.register.model import RegisterFile
from srtool.rules.rulebook import RuleBook
from srtool.texts import words
from srtool.views.report import to_workbook
from srtool.views.report.contents import Contents

if TYPE_CHECKING:
    from srtool.cli.published import Notices

SUFFIX = ".xlsx"


def run(options: Options) -> int:
    """Writes the workbook; findings are for reading, so the exit code says only whether it was made."""
    paths = options.arguments("registers")
    beside_them = filter(None, [options.text("previous"), options.text("notices")])
    file = _target(options, [*files_of(paths), *beside_them])
    on = options.on()
    rule_set = options.filled("rule_set")
    previous, notices = options.filled("previous"), options.filled("notices")
    decided = settings()
    before = None if previous is None else _earlier(previous)
    register_files = shared.registers(
        paths, rule_set, decided, options.lang, allow_paths=options.flag("allow_paths"), may_be_empty=True
    )
    register_file = shared.together(register_files)
    book = shared.rule_book(register_files, rule_set, decided, file)
    shared.refuse_unknown_blocks(register_files, book, decided)
    quiet = options.flag("quiet")
    if not quiet:
        saying.remark(register_file.remarks, options.lang)
    published = None if notices is None else _published(notices, options)
    said = words(options.lang, "cli.wrong")
    with bar(said["judging"], len(register_file.register.contracts)) as step:
        own = shared.own(decided)
        evaluation = evaluate_all(
            register_files, register_file, lambda one: evaluate(one, book, on, own, kept=OPEN, step=step)
        )
        beside = None
        if published is not None:
            evaluation = replace(evaluation, report=published.held_against([evaluation], book)[0])
            beside = published.beside(evaluation)
        answers, is_discreet = tuple(own.answers()), options.flag("discreet")
        contents = _contents(register_file, book, evaluation, before, answers, discreet=is_discreet)
        contents = replace(contents, notices=beside)
    with (
        output.whole_file(file) as stream,
        bar(said["writing"].format(name=file.path.name), to_workbook.rows(contents)) as step,
    ):
        to_workbook.save(contents, options.lang, stream, step)
    if not quiet:
        saying.announce(options.lang, "report_written", path=file.path)
    return 0


def _target(options: Options, inputs: list[str]) -> output.File:
    """The workbook to write, known to be writable; OutputError when it is not, or is no .xlsx."""
    out = options.text("out")
    if out is None or output.is_stdout(out):
        raise OutputError([Problem("report_needs_out", "--out")])
    return output.file_target(out, [SUFFIX], force=options.flag("force"), inputs=inputs)


def _published(notices: str, options: Options) -> Notices:
    # No other report needs the readers of notices.
    from srtool.cli import published

    return published.read(notices, options.lang, quiet=options.flag("quiet"))


def _earlier(path: str) -> Before:
    from srtool.readers.returned import earlier_report

    return reading.of_path(earlier_report.read, path)


def _contents(
    register_file: RegisterFile,
    book: RuleBook,
    evaluation: Evaluation,
    before: Before | None,
    answers: tuple[Step, ...],
    *,
    discreet: bool,
) -> Contents:
    """Everything that the commands say of a register, worked out once; discreetly with amounts in steps."""
    register, report, cases = register_file.register, evaluation.report, evaluation.cases
    standing, who, on = evaluation.followed, evaluation.index.suppliers, report.receipt.on
    by_year, by_group = years(standing, on), groups(standing, on)
    if discreet:
        standing = [in_steps(progress) for progress in standing]
        report = report_in_steps(report, standing)
        before = None if before is None else earlier_in_steps(before, standing)
        by_year, by_group = years_in_steps(by_year), groups_in_steps(by_group)
    monitoring = shielded(monitor(standing, register.targets, on))
    texts = {frozenset(merge.members): merge for merge in register.merges}
    return Contents(
        register_file=register_file,
        report=report,
        monitoring=monitoring,
        plan=plan(cases, Grouping(None, shared.WINDOW, who), on, texts),
        overview=overview(report, monitoring),
        files=per_file(report, shared.file_of_each(register_file)),
        years=by_year,
        groups=by_group,
        suppliers=suppliers(who, standing, on),
        what_if=what_if(cases),
        changes=None if before is None else changes(before, snapshots(report, standing)),
        ends={case.contract.id: case.end for case in cases if case.end is not None},
        book=book,
        names=who.display_names,
        answers=answers,
        in_steps=discreet,
    )
