"""srtool report: a register read, judged, followed and combined, and one workbook of it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from srtool.bundle.candidates import Grouping
from srtool.bundle.plan import plan
from srtool.case.case import Case
from srtool.checks.evaluate import Evaluation, evaluate
from srtool.checks.several import evaluate_all, per_file
from srtool.cli import asked, narrowing, output, reading, saying
from srtool.cli import run as shared
from srtool.cli.folders import files_of
from srtool.cli.options import Options
from srtool.cli.progress_bar import bar
from srtool.cli.settings_file import settings
from srtool.errors import OutputError, Problem
from srtool.finding import OPEN, Outcome, Report, Step
from srtool.ideas.chances import Chance, chances
from srtool.lazy_dataclass import dataclass
from srtool.portfolio.amounts_in_steps import (
    earlier_in_steps,
    groups_in_steps,
    in_steps,
    report_in_steps,
    years_in_steps,
)
from srtool.portfolio.changes import Before, changes, snapshots
from srtool.portfolio.key_figures import overview
from srtool.portfolio.monitoring import monitor, nameless
from srtool.portfolio.part_of_people import untold_people
from srtool.portfolio.suppliers import suppliers
from srtool.portfolio.suppression import shielded
from srtool.portfolio.target_groups import groups, untold_groups
from srtool.portfolio.what_if import what_if
from srtool.portfolio.years import years
from srtool.progress.standing import Progress
from srtool.register.model import RegisterFile
from srtool.register.suppliers import Suppliers
from srtool.rules.rulebook import RuleBook
from srtool.texts import sentence, words
from srtool.texts.ideas import ideas
from srtool.views.report import to_workbook
from srtool.views.report.contents import Contents

if TYPE_CHECKING:
    from srtool.cli.published import Notices
    from srtool.notice.side_by_side import Beside

SUFFIX = ".xlsx"


def run(options: Options) -> int:
    """Writes the workbook; findings are for reading, so the exit code says only whether it was made."""
    paths = options.arguments("registers")
    beside_them = filter(None, [options.text("previous"), options.text("notices")])
    file = _target(options, [*files_of(paths), *beside_them])
    on = options.on()
    rule_set = options.filled("rule_set")
    previous, notices, part = options.filled("previous"), options.filled("notices"), narrowing.part_of(options)
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
        saying.register_remarks(register_file.remarks, options.lang)
    published = None if notices is None else _published(notices, options)
    said = words(options.lang, "cli.wrong")
    # Of a part it is counted what is met; of the whole that is counted where it is judged.
    kept = OPEN if part.is_whole else frozenset(Outcome)
    with bar(said["judging"], len(register_file.register.contracts)) as step:
        own = shared.own(decided)
        evaluation = evaluate_all(
            register_files, register_file, lambda one: evaluate(one, book, on, own, kept=kept, step=step)
        )
        beside: Sequence[Beside] | None = None
        if published is not None:
            evaluation = replace(evaluation, report=published.held_against([evaluation], book)[0])
            beside = published.beside(evaluation)
        files = shared.file_of_each(register_file)
        seen = _seen(evaluation, part, tuple(own.answers()), files)
        contents = _contents(register_file, book, seen, before, options)
        contents = replace(
            contents,
            report=_with_options(contents.report, options),
            notices=None if beside is None else tuple(_beside(beside, seen)),
            chances=tuple(_of_part(chances(evaluation.index, ideas(options.lang)), seen)),
        )
        del evaluation, seen  # what was judged of each contract is not written, and a sixth of the memory
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
        register = inputs[0]
        proposed = sentence(options.lang, "cli.wrong.report_name").format(name=Path(register).stem)
        values = {"typed": saying.typed(register), "proposed": saying.typed(proposed)}
        raise OutputError([Problem("report_needs_out", "--out", values)])
    return output.file_target(out, [SUFFIX], force=options.flag("force"), inputs=inputs)


def _published(notices: str, options: Options) -> Notices:
    # No other report needs the readers of notices.
    from srtool.cli import published

    return published.read(notices, options.lang, quiet=options.flag("quiet"))


def _earlier(path: str) -> Before:
    from srtool.readers.returned import earlier_report

    return reading.of_path(earlier_report.read, path)


def _with_options(report: Report, options: Options) -> Report:
    """The report that says what else was asked; not of an earlier overview, nor in which folder notices stood."""
    kept = asked.with_options(report, options)
    told = tuple(
        (name, Path(value).name if name == "--notices" else value)
        for name, value in kept.receipt.options
        if name != "--previous"
    )
    return replace(kept, receipt=replace(kept.receipt, options=told))


def _of(register_file: RegisterFile, report: Report) -> RegisterFile:
    """The register with only the contracts that the report tells of, in the same order."""
    if report.part is None:
        return register_file
    kept = {verdict.id for verdict in report.contracts}
    contracts = register_file.register.contracts
    rows = tuple(row for row, one in zip(register_file.rows["contracts"], contracts, strict=True) if one.id in kept)
    register = replace(register_file.register, contracts=tuple(one for one in contracts if one.id in kept))
    return replace(register_file, register=register, rows={**register_file.rows, "contracts": rows})


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was judged of the contracts that are looked at."""

    report: Report
    cases: Sequence[Case]
    followed: Sequence[Progress]
    who: Suppliers
    answers: tuple[Step, ...]
    parts: Mapping[str, tuple[int, int]]
    """Of how many contracts of each file, out of how many; none of the whole."""
    is_part: bool


def _seen(evaluation: Evaluation, part: narrowing.Part, answers: tuple[Step, ...], files: Mapping[str, str]) -> _Seen:
    """All contracts, or those of the part that was asked for; `files` says in which file each contract stands."""
    report, cases, followed = evaluation.report, evaluation.cases, evaluation.followed
    if part.is_whole:
        return _Seen(report, cases, followed, evaluation.index.suppliers, answers, {}, is_part=False)
    contracts = {case.contract.id: case.contract for case in cases}
    narrow, kept = narrowing.asking(report, contracts, part)
    of, of_part = Counter(files.values()), Counter(files[number] for number in kept)
    return _Seen(
        narrow,
        [case for case in cases if case.contract.id in kept],
        [progress for progress in followed if progress.dossier.contract.id in kept],
        evaluation.index.suppliers,
        answers,
        {} if narrow.part is None else {name: (of_part[name], of[name]) for name in of},
        is_part=narrow.part is not None,
    )


def _beside(rows: Iterable[Beside], seen: _Seen) -> Iterator[Beside]:
    """What was published beside the contracts that are seen; what is in no register is of no part of it."""
    kept = {verdict.id for verdict in seen.report.contracts}
    return (row for row in rows if not seen.is_part or (row.contract is not None and row.contract.id in kept))


def _of_part(found: Iterable[Chance], seen: _Seen) -> Iterator[Chance]:
    """The chances of the contracts that are seen."""
    kept = {verdict.id for verdict in seen.report.contracts}
    return (chance for chance in found if chance.contract.id in kept)


def _contents(
    register_file: RegisterFile, book: RuleBook, seen: _Seen, before: Before | None, options: Options
) -> Contents:
    """Everything that the commands say of a register, worked out once; discreetly with amounts in steps."""
    register, report, cases, discreet = register_file.register, seen.report, seen.cases, options.flag("discreet")
    standing, who, on = seen.followed, seen.who, report.receipt.on
    by_year, by_group = years(standing, on), (untold_groups if seen.is_part else groups)(standing, on)
    if discreet:
        standing = [in_steps(progress) for progress in standing]
        report = report_in_steps(report, standing)
        before = None if before is None else earlier_in_steps(before, standing)
        by_year, by_group = years_in_steps(by_year), groups_in_steps(by_group)
    targets = () if seen.is_part else register.targets
    monitoring = shielded(monitor(standing, targets, on, who.display_names))
    if discreet:
        monitoring = nameless(monitoring, lambda text: text)  # the sheet of pilots is of the register itself
    if seen.is_part:  # the whole register is passed on too, and what is left of it may be few people
        monitoring = replace(monitoring, people=untold_people(on))
    texts = {frozenset(merge.members): merge for merge in register.merges}
    return Contents(
        register_file=_of(register_file, report),
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
        answers=seen.answers,
        parts=seen.parts,
        in_steps=discreet,
    )
