"""srtool check: findings on drafts or a whole register."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from srtool.checks import ALL
from srtool.checks.evaluate import Evaluation, evaluate
from srtool.checks.several import join, per_file
from srtool.checks.summary import Summary
from srtool.cli import narrowing, output, reading, saying
from srtool.cli import run as shared
from srtool.cli.commands import typed
from srtool.cli.folders import files_of
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.contract.demand import ANY_DEMAND
from srtool.errors import Problem, UsageError
from srtool.finding import OPEN, Finding, Outcome, Report
from srtool.lazy_dataclass import dataclass
from srtool.register.model import Contract, RegisterFile
from srtool.register.status import BEFORE_AWARD
from srtool.register.unread import UnreadCell
from srtool.rules.rulebook import RuleBook
from srtool.texts import Lang

if TYPE_CHECKING:
    from srtool.cli.mark_register import Copy
    from srtool.cli.published import Notices


_OF_DRAFTS = frozenset({".docx", ".docm", ".dotx", ".dotm", ".md", ".txt", ".doc", ".odt", ".rtf", ".pdf"})
"""Files that people call a draft, those among them that cannot be read as well."""
_ABOUT_A_CHANCE = frozenset(check.code for check in ALL if check.is_about_a_chance)
_ONLY_DRAFTS = ("register", "before", "compare", "published")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What there is to show, and to whom."""

    report: Report
    book: RuleBook
    codes: frozenset[str] | None
    options: Options
    internal: bool
    """Whether it may tell about single people: on the terminal, or asked for."""
    contracts: Mapping[str, Contract]
    """By the number that they have in the report."""
    files: Mapping[str, Summary]
    """What each file adds up to, where there are several."""
    unread: Sequence[UnreadCell] = ()
    in_full: Callable[[Finding], Finding] = lambda finding: finding
    unread_demands: frozenset[str] = frozenset()
    """The contracts of which what they ask could not be read."""


def run(options: Options) -> int:
    """Shows the report on all files; the exit code says whether something must be done."""
    paths = options.arguments("paths")
    if any(Path(path).suffix.lower() in _OF_DRAFTS for path in paths):
        from srtool.cli import draft_check

        return draft_check.run(options)
    _refuse(options)
    rule_set = options.filled("rule_set")
    on = options.on()
    motivation, notices = options.text("motivation"), options.filled("notices")
    codes = shared.selected(options.text("select"), _codes(beside_notices=notices is not None))
    part = narrowing.part_of(options)
    render = FORMATS[options.choice("format", FORMATS)]
    fail_on = options.choice("fail_on", shared.FAIL_ON)
    beside = list(filter(None, [motivation, notices]))
    file = output.text_target(options, [*files_of(paths), *beside])
    copy = _copy(options, files_of(paths) or paths, beside)
    decided = settings()
    register_files = shared.registers(paths, rule_set, decided, options.lang, allow_paths=options.flag("allow_paths"))
    if motivation is not None:
        if len(register_files) > 1:
            raise UsageError([Problem("motivation_of_one", "--motivation")])
        register_files = [reading.with_motivation(register_files[0], motivation)]
    book = shared.rule_book(register_files, rule_set, decided, file)
    shared.refuse_unknown_blocks(register_files, book, decided)
    own = shared.own(decided)
    published = None if notices is None else _published(notices, options)
    several = sum(len(register_file.register.contracts) for register_file in register_files) > 1
    is_whole = part.is_whole and codes is None and copy is None
    is_short = several and is_whole and not (options.flag("full") or options.flag("why"))
    kept = OPEN if is_short and render in {_terminal, _csv} else frozenset(Outcome)
    internal = options.flag("internal") or (render is _terminal and file is None)
    brief = is_short and internal and render is _terminal and len(register_files) == 1 and notices is None
    evaluations = [
        evaluate(register_file, book, on, own, codes, kept=kept, keep_cases=False, counts_all=False, brief=brief)
        for register_file in register_files
    ]
    if published is None:
        reports = [evaluation.report for evaluation in evaluations]
    else:
        reports = published.held_against(evaluations, book, codes)
    contracts = {one.id: one for register_file in register_files for one in register_file.register.contracts}
    report = narrowing.narrowed(_told(reports, register_files, options.lang, internal=internal), contracts, part)
    files = {number: name for one in register_files for number, name in shared.file_of_each(one).items()}
    if not options.flag("quiet"):
        remarks = [remark for register_file in register_files for remark in register_file.remarks]
        saying.register_remarks(remarks, options.lang)
    unread, in_full = _unread(register_files, internal=internal), evaluations[0].in_full
    answer = _Answer(report, book, codes, options, internal, contracts, per_file(report, files), unread, in_full)
    answer = replace(answer, unread_demands=frozenset().union(*map(_unread_demands, evaluations)))
    if copy is not None:
        _mark(copy, answer, reports, register_files, part)
    render(answer, file)
    is_unread = any(register_file.is_partly_unread for register_file in register_files)
    is_unread = is_unread or (published is not None and published.is_partly_unread)
    return shared.exit_code(report.findings, fail_on, strict=options.flag("strict"), unread_cells=is_unread)


def _codes(*, beside_notices: bool) -> list[str]:
    """The checks that are done; those on notices only where there are any."""
    codes = [check.code for check in ALL]
    if beside_notices:
        from srtool.cli import published

        codes = sorted([*codes, *published.CODES])
    return codes


def _published(notices: str, options: Options) -> Notices:
    from srtool.cli import published

    return published.read(notices, options.lang, quiet=options.flag("quiet"))


def _refuse(options: Options) -> None:
    """UsageError for options that say something about a tender draft only."""
    given = [name for name in _ONLY_DRAFTS if options.text(name) is not None or options.flag(name)]
    if given:
        raise UsageError([Problem("only_of_drafts", typed(name)) for name in given])


def _told(reports: Sequence[Report], register_files: Sequence[RegisterFile], lang: Lang, *, internal: bool) -> Report:
    """One report on all registers, as far as it may be told."""
    told = reports if internal else list(_discreet(reports, register_files, lang))
    return told[0] if len(told) == 1 else join(told)


def _unread(register_files: Sequence[RegisterFile], *, internal: bool) -> list[UnreadCell]:
    cells = [cell for register_file in register_files for cell in register_file.unread]
    if internal:
        return cells
    from srtool.views.shared.discreet import discreet_cells

    return list(discreet_cells(cells))


def _copy(options: Options, files: Sequence[str], beside: Sequence[str]) -> Copy | None:
    if options.text("mark") is None:
        return None
    from srtool.cli import mark_register

    return mark_register.copy_of(options, files, beside)


def _mark(
    copy: Copy,
    answer: _Answer,
    reports: Sequence[Report],
    register_files: Sequence[RegisterFile],
    part: narrowing.Part,
) -> None:
    """The copy is a file, so that it tells about single people only when that is asked for."""
    from srtool.cli import mark_register

    options, internal = answer.options, answer.options.flag("internal")
    report = narrowing.narrowed(_told(reports, register_files, options.lang, internal=internal), answer.contracts, part)
    unread = _unread(register_files, internal=internal)
    marks = mark_register.Marks(report, unread, _not_looked_at(answer), internal)
    mark_register.write(copy, register_files, marks, options)


def _discreet(reports: Sequence[Report], register_files: Sequence[RegisterFile], lang: Lang) -> Iterator[Report]:
    """The reports, fit to be passed on."""
    from srtool.views.shared.discreet import discreet

    for report, register_file in zip(reports, register_files, strict=True):
        yield discreet(report, register_file.register.efforts, lang)


def _not_looked_at(answer: _Answer) -> frozenset[str]:
    """The contracts that none of the chosen checks looked at; none where all checks were done."""
    if answer.codes is None:
        return frozenset()
    seen = {finding.contract for finding in answer.report.findings}
    return frozenset(verdict.id for verdict in answer.report.contracts if verdict.id not in seen)


def _before_award(codes: frozenset[str] | None) -> tuple[str, ...]:
    """The chosen checks that are done only before the award."""
    return tuple(c.code for c in ALL if c.stages == BEFORE_AWARD and (codes is None or c.code in codes))


def _agreed(book: RuleBook) -> frozenset[str]:
    """The rule sets in which no percentage is the norm: their goals are agreed per contract."""
    return frozenset(
        rules.id
        for rules in book.sets.values()
        if rules.obligation and all(o.kind == "by_agreement" for o in rules.obligation if o.level != "ambition")
    )


def _unread_demands(evaluation: Evaluation) -> frozenset[str]:
    every = evaluation.index.unread_fields.items()
    return frozenset(name for name, fields in every if not fields.isdisjoint(ANY_DEMAND))


def _hint(answer: _Answer, finding: Finding) -> str | None:
    """What others did, with an open finding that it helps; no other needs the ideas."""
    if finding.code not in _ABOUT_A_CHANCE or finding.outcome not in OPEN:
        return None
    from srtool.views.shared.nearest_idea import nearest_idea

    return nearest_idea(finding, answer.contracts, answer.options.lang)


def _terminal(answer: _Answer, file: output.File | None) -> None:
    from srtool.views.check import to_lines
    from srtool.views.check.check_options import CheckOptions, demands
    from srtool.views.shared.report_head import internal_line

    flag = answer.options.flag
    is_first_screen = len(answer.report.contracts) > 1 and not (flag("full") or flag("why"))
    view = CheckOptions(
        output.width(file),
        answer.options.flag("why"),
        answer.options.flag("quiet"),
        _before_award(answer.codes),
        _agreed(answer.book),
        sorted(answer.codes or ()),
        _not_looked_at(answer),
        {} if is_first_screen else demands(answer.contracts, answer.unread_demands),
        answer.files,
        partial(_hint, answer),
        answer.in_full,
    )
    if is_first_screen:
        from srtool.views.check.first_screen import first_screen

        lines = first_screen(answer.report, answer.contracts, answer.options.lang, view)
    else:
        lines = to_lines.check(answer.report, answer.options.lang, view)
    if flag("internal"):
        lines = [internal_line(answer.options.lang), *lines]
    output.write_lines(lines, file)


def _json(answer: _Answer, file: output.File | None) -> None:
    from srtool.cli import asked
    from srtool.views.check import to_json

    report = asked.with_options(answer.report, answer.options)
    lang, internal = answer.options.lang, answer.internal
    output.write(to_json.pieces(report, lang, answer.unread, answer.files, internal=internal), file)


def _csv(answer: _Answer, file: output.File | None) -> None:
    from srtool.views.check import to_csv

    report = answer.report
    if not answer.options.flag("full"):
        report = replace(report, findings=tuple(one for one in report.findings if one.outcome in OPEN))
    output.write(
        to_csv.pieces(report, answer.options.lang, internal=answer.internal, hint=partial(_hint, answer)), file
    )


FORMATS: Mapping[str, Callable[[_Answer, output.File | None], None]] = {
    "terminal": _terminal,
    "json": _json,
    "csv": _csv,
}
