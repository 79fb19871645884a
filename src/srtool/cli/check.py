"""srtool check: findings on drafts or a whole register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from srtool.checks import ALL
from srtool.checks.evaluate import evaluate, join
from srtool.cli import narrowing, output, reading, saying
from srtool.cli import run as shared
from srtool.cli.commands import typed
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.contract import demand
from srtool.errors import Problem, UsageError
from srtool.finding import OPEN, Answer, Report
from srtool.lazy_dataclass import dataclass
from srtool.register.model import Contract, RegisterFile
from srtool.register.status import BEFORE_AWARD
from srtool.register.unread import UnreadCell
from srtool.rules.rulebook import RuleBook
from srtool.texts import Lang

if TYPE_CHECKING:
    from srtool.cli.mark_register import Copy
    from srtool.views.check.check_options import Demand


_OF_DRAFTS = frozenset({".docx", ".docm", ".dotx", ".dotm", ".md", ".txt", ".doc", ".odt", ".rtf", ".pdf"})
"""Files that people call a draft, those among them that cannot be read as well."""
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
    unread: Sequence[UnreadCell] = ()


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
    file = output.text_target(options, [*paths, *filter(None, [motivation, notices])])
    copy = _copy(options, paths)
    if motivation is not None and len(paths) > 1:
        raise UsageError([Problem("motivation_of_one", "--motivation")])
    decided = settings()
    register_files = shared.registers(paths, rule_set, decided, options.lang, allow_paths=options.flag("allow_paths"))
    if motivation is not None:
        register_files = [reading.with_motivation(register_files[0], motivation)]
    book = shared.rule_book(register_files, rule_set, decided, file)
    shared.refuse_unknown_blocks(register_files, book, decided)
    own = shared.own(decided)
    compare = _compare(notices, options)
    evaluations = [evaluate(register_file, book, on, own, codes, keep_cases=False) for register_file in register_files]
    reports = compare(evaluations, book, codes)
    internal = options.flag("internal") or (render is _terminal and file is None)
    report, contracts = _asked(reports, register_files, part, options.lang, internal=internal)
    if not options.flag("quiet"):
        saying.remark([remark for register_file in register_files for remark in register_file.remarks], options.lang)
    answer = _Answer(report, book, codes, options, internal, contracts, _unread(register_files, internal=internal))
    if copy is not None:
        _mark(copy, answer, reports, register_files, part)
    render(answer, file)
    return shared.exit_code(report.findings, fail_on, strict=options.flag("strict"), unread_cells=bool(answer.unread))


def _codes(*, beside_notices: bool) -> list[str]:
    """The checks that are done; those on notices only where there are any."""
    codes = [check.code for check in ALL]
    if beside_notices:
        from srtool.cli import published

        codes = sorted([*codes, *published.CODES])
    return codes


def _compare(notices: str | None, options: Options) -> Callable[..., list[Report]]:
    """What makes reports of the evaluations; with notices it adds what these say."""
    if notices is None:
        return lambda evaluations, *_: [evaluation.report for evaluation in evaluations]
    from srtool.cli import published

    return published.read(notices, options.lang, quiet=options.flag("quiet"))


def _refuse(options: Options) -> None:
    """UsageError for options that say something about a tender draft only."""
    given = [name for name in _ONLY_DRAFTS if options.text(name) is not None or options.flag(name)]
    if given:
        raise UsageError([Problem("only_of_drafts", typed(name)) for name in given])


def _asked(
    reports: Sequence[Report],
    register_files: Sequence[RegisterFile],
    part: narrowing.Part,
    lang: Lang,
    *,
    internal: bool,
) -> tuple[Report, Mapping[str, Contract]]:
    """One report on the part that was asked for, and every contract by the number that it has in there."""
    told = reports if internal else list(_discreet(reports, register_files, lang))
    whole = told[0] if len(told) == 1 else join(list(_distinct(told)))
    contracts = _by_id(whole, register_files)
    return narrowing.narrowed(whole, contracts, part), contracts


def _unread(register_files: Sequence[RegisterFile], *, internal: bool) -> list[UnreadCell]:
    cells = [cell for register_file in register_files for cell in register_file.unread]
    if internal:
        return cells
    from srtool.views.shared.discreet import discreet_cells

    return list(discreet_cells(cells))


def _copy(options: Options, paths: Sequence[str]) -> Copy | None:
    if options.text("mark") is None:
        return None
    from srtool.cli import mark_register

    return mark_register.copy_of(options, paths)


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
    report, _ = _asked(reports, register_files, part, options.lang, internal=internal)
    unread = _unread(register_files, internal=internal)
    marks = mark_register.Marks(report, unread, _not_looked_at(answer), internal)
    mark_register.write(copy, register_files, marks, options)


def _by_id(report: Report, register_files: Sequence[RegisterFile]) -> dict[str, Contract]:
    """The contracts under the names that they have in the report; both are in the same order."""
    contracts = (one for register_file in register_files for one in register_file.register.contracts)
    return {verdict.id: replace(one, id=verdict.id) for verdict, one in zip(report.contracts, contracts, strict=True)}


def _discreet(reports: Sequence[Report], register_files: Sequence[RegisterFile], lang: Lang) -> Iterator[Report]:
    """The reports, fit to be passed on."""
    from srtool.views.shared.discreet import discreet

    for report, register_file in zip(reports, register_files, strict=True):
        yield discreet(report, register_file.register.efforts, lang)


def _distinct(reports: Sequence[Report]) -> Iterator[Report]:
    """The reports with their contracts told apart: an id that stands in two files gets its file before it."""
    times = Counter(contract.id for report in reports for contract in report.contracts)
    for report in reports:
        name = report.receipt.inputs[0][0]
        new = {one.id: f"{name}: {one.id}" for one in report.contracts if times[one.id] > 1}
        yield replace(
            report,
            contracts=tuple(replace(one, id=new.get(one.id, one.id)) for one in report.contracts),
            findings=tuple(
                replace(one, contract=new[one.contract]) if one.contract in new else one for one in report.findings
            ),
        )


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


def _demand(contract: Contract) -> Demand:
    from srtool.views.check.check_options import Demand

    asked = contract.social_return
    match demand.asks(contract):
        case Answer.NO:
            return Demand("nothing")
        case Answer.UNDECIDED:
            return Demand("silent")
    if asked.growth:
        return Demand("growth")
    if asked.people or asked.hours:
        return Demand("people" if asked.people else "hours", asked.people or 0, asked.hours)
    return Demand("bare")


def _terminal(answer: _Answer, file: output.File | None) -> None:
    from srtool.views.check import to_lines
    from srtool.views.check.check_options import CheckOptions
    from srtool.views.shared.report_head import internal_line

    flag = answer.options.flag
    view = CheckOptions(
        output.width(file),
        answer.options.flag("why"),
        answer.options.flag("quiet"),
        _before_award(answer.codes),
        _agreed(answer.book),
        sorted(answer.codes or ()),
        _not_looked_at(answer),
        {name: _demand(contract) for name, contract in answer.contracts.items()},
    )
    if len(answer.report.contracts) > 1 and not (flag("full") or flag("why")):
        from srtool.views.check.first_screen import first_screen

        lines = first_screen(answer.report, answer.contracts, answer.options.lang, view)
    else:
        lines = to_lines.check(answer.report, answer.options.lang, view)
    if flag("internal"):
        lines = [internal_line(answer.options.lang), *lines]
    output.write_lines(lines, file)


def _json(answer: _Answer, file: output.File | None) -> None:
    from srtool.views.check import to_json

    output.write(to_json.pieces(answer.report, answer.options.lang, answer.unread, internal=answer.internal), file)


def _csv(answer: _Answer, file: output.File | None) -> None:
    from srtool.views.check import to_csv

    report = answer.report
    if not answer.options.flag("full"):
        report = replace(report, findings=tuple(one for one in report.findings if one.outcome in OPEN))
    output.write(to_csv.pieces(report, answer.options.lang, internal=answer.internal), file)


FORMATS: Mapping[str, Callable[[_Answer, output.File | None], None]] = {
    "terminal": _terminal,
    "json": _json,
    "csv": _csv,
}
