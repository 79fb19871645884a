"""srtool report: a register read, judged, followed and combined, and one workbook of it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from srtool.bundle.candidates import Grouping
from srtool.bundle.plan import plan_of
from srtool.case.build import Own
from srtool.checks.evaluate import Evaluation, evaluate
from srtool.checks.several import evaluate_all, per_file
from srtool.cli import asked, narrowing, output, reading, saying
from srtool.cli import run as shared
from srtool.cli.folders import files_of
from srtool.cli.hearing import Hearing
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
    years_in_steps,
)
from srtool.portfolio.changes import Before, changes, snapshots
from srtool.portfolio.gathering import Gathering
from srtool.portfolio.key_figures import overview
from srtool.portfolio.monitoring import monitor, nameless
from srtool.portfolio.part_of_people import untold_people
from srtool.portfolio.suppliers import suppliers
from srtool.portfolio.suppression import shielded
from srtool.portfolio.target_groups import groups, untold_groups
from srtool.portfolio.years import years
from srtool.register.index import Index
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
    asked = _Asked(register_files, register_file, book, published, before, shared.own(decided), part, options)
    said = words(options.lang, "cli.wrong")
    with (
        output.whole_file(file) as stream,
        closing(to_workbook.Writing(register_file.register, book, options.on(), options.lang)) as writing,
    ):
        with bar(said["judging"], len(register_file.register.contracts)) as step:
            contents = _judged(asked, writing, step)
        with bar(said["writing"].format(name=file.path.name), writing.rows(contents)) as step:
            writing.save(contents, stream, step)
    if not quiet:
        saying.announce(options.lang, "report_written", path=file.path)
    return 0


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a report is asked of: the registers, one by one and together, and all that it goes by."""

    register_files: Sequence[RegisterFile]
    register_file: RegisterFile
    book: RuleBook
    published: Notices | None
    before: Before | None
    own: Own
    part: narrowing.Part
    options: Options


def _judged(asked: _Asked, writing: to_workbook.Writing, step: Callable[[], None]) -> Contents:
    """Judges every contract, which is written meanwhile, and works out the other sheets; `step` after each contract."""
    whole, own, part, options = asked.register_file, asked.own, asked.part, asked.options
    published = asked.published
    index = Index(whole, options.on(), own.assume.extended)
    gathering = Gathering(Grouping(None, shared.WINDOW, index.suppliers), discreet=options.flag("discreet"))
    of_notices = [] if published is None else published.findings(index, asked.book)
    hearing = Hearing(narrowing.chosen_of(index.contracts, part), gathering, writing, of_notices)
    # Of a part it is counted what is met; of the whole that is counted where it is judged.
    kept = OPEN if part.is_whole else frozenset(Outcome)
    judge = partial(
        evaluate, book=asked.book, on=index.on, own=own, kept=kept, keep_cases=False, listener=hearing, step=step
    )
    evaluation = evaluate_all(
        asked.register_files, whole, lambda one: judge(one, index=index if one is whole else None)
    )
    if published is not None:
        evaluation = replace(evaluation, report=published.added_to(evaluation.report, of_notices))
    seen = _seen(evaluation, part, gathering, tuple(own.answers()), shared.file_of_each(whole))
    hearing.the_rest(seen.report)
    contents = _contents(whole, asked.book, seen, asked.before, options)
    return replace(
        contents,
        report=_with_options(contents.report, options),
        notices=None if published is None else tuple(_beside(published.beside(evaluation), seen)),
        chances=tuple(_of_part(chances(evaluation.index, ideas(options.lang)), seen)),
    )


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
    gathered: Gathering
    who: Suppliers
    answers: tuple[Step, ...]
    parts: Mapping[str, tuple[int, int]]
    """Of how many contracts of each file, out of how many; none of the whole."""
    is_part: bool


def _seen(
    evaluation: Evaluation,
    part: narrowing.Part,
    gathered: Gathering,
    answers: tuple[Step, ...],
    files: Mapping[str, str],
) -> _Seen:
    """All contracts, or those of the part that was asked for; `files` says in which file each contract stands."""
    report, who = evaluation.report, evaluation.index.suppliers
    if part.is_whole:
        return _Seen(report, gathered, who, answers, {}, is_part=False)
    narrow, kept = narrowing.asking(report, evaluation.index.contracts, part)
    of, of_part = Counter(files.values()), Counter(files[number] for number in kept)
    parts = {} if narrow.part is None else {name: (of_part[name], of[name]) for name in of}
    return _Seen(narrow, gathered, who, answers, parts, is_part=narrow.part is not None)


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
    register, report, gathered, discreet = register_file.register, seen.report, seen.gathered, options.flag("discreet")
    followed, standing, who, on = gathered.followed, gathered.given, seen.who, report.receipt.on
    by_year, by_group = years(followed, on), (untold_groups if seen.is_part else groups)(followed, on)
    if discreet:
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
        plan=plan_of(gathered.sorting, on, texts),
        overview=overview(report, monitoring),
        files=per_file(report, shared.file_of_each(register_file)),
        years=by_year,
        groups=by_group,
        suppliers=suppliers(who, standing, on),
        what_if=gathered.what_ifs.result(),
        changes=None if before is None else changes(before, snapshots(report, standing)),
        bases=gathered.bases,
        most=gathered.most,
        book=book,
        names=who.display_names,
        answers=seen.answers,
        parts=seen.parts,
        in_steps=discreet,
    )
