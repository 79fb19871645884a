"""srtool monitor: the finger on the pulse after the award."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from srtool.checks.evaluate import Evaluation, evaluate
from srtool.checks.several import evaluate_all
from srtool.cli import asked, narrowing, not_followed, output, saying
from srtool.cli import run as shared
from srtool.cli.folders import files_of
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.errors import Problem, UsageError
from srtool.finding import OPEN, Outcome, Report
from srtool.garbage import keep_to_the_end
from srtool.lazy_dataclass import dataclass
from srtool.portfolio.amounts_in_steps import in_steps, report_in_steps
from srtool.portfolio.monitoring import Monitoring, monitor, nameless, per_file
from srtool.portfolio.part_of_people import part_of_people, untold_people
from srtool.portfolio.people import People
from srtool.portfolio.suppression import shielded, without_persons
from srtool.progress.standing import Progress
from srtool.register.model import Effort, RegisterFile
from srtool.register.unread import UnreadCell
from srtool.views.shared.discreet import discreet, discreet_cells
from srtool.views.shared.lines import wrapped
from srtool.views.shared.nameless import nameless as without_names
from srtool.views.shared.report_head import in_steps_line, internal_line

_TOP = 10
_MOST = 1000
"""Contracts that --top can show; CSV and JSON give all."""
_MOST_DAYS = 3650


@dataclass(frozen=True, slots=True)
class _Answer:
    """What there is to show, and to whom."""

    monitoring: Monitoring
    chosen: Sequence[Progress] | None
    """None for all that are followed."""
    report: Report
    names: dict[str, str]
    top: int
    options: Options
    internal: bool
    """Whether it may tell about single people: on the terminal, or asked for."""
    files: Mapping[str, Monitoring]
    """What each file comes to, where there are several."""
    unread: Sequence[UnreadCell]


def run(options: Options) -> int:
    """Shows the portfolio, one contract or the agenda; the exit code says whether something must be done."""
    if options.flag("internal") and options.flag("discreet"):
        raise UsageError([Problem("internal_or_discreet", "--discreet")])
    if options.text("format") == "ics" and not options.flag("agenda"):
        raise UsageError([Problem("ics_needs_agenda", "--format ics")])
    paths = options.arguments("registers")
    on = options.on()
    top = options.whole_number("top", most=_MOST) or _TOP
    part, until = narrowing.part_of(options), _until(options)
    silent_after = options.whole_number("silent_after", most=_MOST_DAYS)
    rule_set = options.filled("rule_set")
    formats = AGENDA_FORMATS if options.flag("agenda") else FORMATS
    render = formats[options.choice("format", formats)]
    fail_on = options.choice("fail_on", shared.FAIL_ON)
    file = output.text_target(options, files_of(paths))
    decided = settings()
    register_files = shared.registers(paths, rule_set, decided, options.lang, allow_paths=options.flag("allow_paths"))
    register_file = shared.together(register_files)
    book = shared.rule_book(register_files, rule_set, decided, file)
    shared.refuse_unknown_blocks(register_files, book, decided)
    own = shared.own(decided, silent_after)
    kept = frozenset(Outcome) if render is _json else OPEN
    evaluation = evaluate_all(
        register_files, register_file, lambda one: evaluate(one, book, on, own, shared.AFTER_AWARD, kept=kept)
    )
    report, followed = evaluation.report, evaluation.followed
    keep_to_the_end(evaluation)
    if options.flag("discreet"):
        followed = [in_steps(progress) for progress in followed]
        report = report_in_steps(report, followed)
    names = evaluation.index.suppliers.display_names
    chosen: list[Progress] | None = None
    if not part.is_whole:
        not_followed.refuse(part.contract, evaluation)
        report, chosen = _chosen(report, followed, part)
    monitoring = _monitoring(evaluation, followed if chosen is None else chosen, is_whole=chosen is None, until=until)
    if not options.flag("quiet"):
        saying.register_remarks(register_file.remarks, options.lang)
    files = per_file(followed if chosen is None else chosen, _files(register_file, chosen), on)
    if options.flag("discreet"):
        monitoring = nameless(monitoring, without_names(register_file.register, names, options.lang))
    internal = options.flag("internal") or (render is _terminal and file is None and not options.flag("discreet"))
    answer = _Answer(monitoring, chosen, report, names, top, options, internal, files, register_file.unread)
    if not internal:
        answer = _discreet(answer, register_file.register.efforts, evaluation.followed)
    render(answer, file)
    is_unread = register_file.is_partly_unread
    return shared.exit_code(report.findings, fail_on, strict=options.flag("strict"), unread_cells=is_unread)


def _monitoring(
    evaluation: Evaluation, followed: Sequence[Progress], *, is_whole: bool, until: date | None
) -> Monitoring:
    """Where these stand; with all of them the targets, and the contracts of which it is not known whether they ask."""
    index, on = evaluation.index, evaluation.report.receipt.on
    targets = index.register.targets if is_whole else ()
    monitoring = monitor(followed, targets, on, index.suppliers.display_names)
    if is_whole:
        unknown = tuple(case.contract.id for case in evaluation.cases if case.is_demand_unknown)
        monitoring = replace(monitoring, demand_unknown=unknown)
    if until is not None:
        monitoring = replace(monitoring, agenda=tuple(due for due in monitoring.agenda if due.day <= until))
    return monitoring


def _until(options: Options) -> date | None:
    until = options.day("until")
    if until is not None and not options.flag("agenda"):
        raise UsageError([Problem("until_needs_agenda", "--until")])
    return until


def _chosen(report: Report, followed: Sequence[Progress], part: narrowing.Part) -> tuple[Report, list[Progress]]:
    """The report on this part of the contracts that are followed, and where these stand."""
    contracts = {progress.dossier.contract.id: progress.dossier.contract for progress in followed}
    own = replace(report, contracts=tuple(verdict for verdict in report.contracts if verdict.id in contracts))
    narrow, kept = narrowing.asking(own, contracts, part, "contract_not_followed")
    chosen = [progress for progress in followed if progress.dossier.contract.id in kept]
    if part.contract is not None:
        of_contract = tuple(finding for finding in narrow.findings if finding.contract is not None)
        narrow = replace(narrow, findings=of_contract, part=None)
    return narrow, chosen


def _files(register_file: RegisterFile, chosen: Sequence[Progress] | None) -> dict[str, str]:
    """In which file each contract stands; of a part only those in it."""
    files = shared.file_of_each(register_file)
    if chosen is None:
        return files
    return {number: files[number] for number in (progress.dossier.contract.id for progress in chosen)}


def _discreet(answer: _Answer, efforts: Sequence[Effort], followed: Sequence[Progress]) -> _Answer:
    """The same answer, fit to be passed on beside that on all contracts followed."""
    monitoring, chosen = shielded(answer.monitoring), answer.chosen
    if chosen is not None:
        kept = {progress.dossier.contract.id for progress in chosen}
        others = [progress for progress in followed if progress.dossier.contract.id not in kept]
        monitoring = replace(monitoring, people=_people(chosen, others, monitoring.on))
        chosen = [without_persons(progress) for progress in chosen]
    return replace(
        answer,
        monitoring=monitoring,
        chosen=chosen,
        report=discreet(answer.report, efforts, answer.options.lang),
        unread=list(discreet_cells(answer.unread)),
    )


def _people(chosen: Sequence[Progress], others: Sequence[Progress], on: date) -> People:
    """Of one contract what may stand beside the whole register; of several nothing, for parts may overlap."""
    return part_of_people(chosen[0], others, on) if len(chosen) == 1 else untold_people(on)


def _terminal(answer: _Answer, file: output.File | None) -> None:
    from srtool.views.monitor import story_lines, to_lines

    monitoring, report, lang, names = answer.monitoring, answer.report, answer.options.lang, answer.names
    width = output.width(file)
    if answer.options.flag("agenda"):
        lines = to_lines.agenda(monitoring, report, lang, width, names)
    elif answer.chosen is not None and answer.options.text("contract") is not None:
        lines = story_lines.story(answer.chosen[0], report, lang, width, names, with_steps=answer.options.flag("why"))
    else:
        view = to_lines.MonitorView(width, answer.top, internal=answer.internal, files=answer.files)
        lines = to_lines.monitor(monitoring, report, lang, names, view)
    if answer.options.flag("internal"):
        lines = [internal_line(lang), *lines]
    if answer.options.flag("discreet"):
        lines = [*wrapped([in_steps_line(lang)], width), *lines]
    output.write_lines(lines, file)


def _json(answer: _Answer, file: output.File | None) -> None:
    from srtool.views.monitor import to_json

    beside = to_json.Beside(answer.names, answer.internal, answer.files, answer.unread)
    report = asked.with_options(answer.report, answer.options)
    pieces = to_json.pieces(answer.monitoring, report, answer.options.lang, beside)
    output.write(pieces, file)


def _csv(answer: _Answer, file: output.File | None) -> None:
    from srtool.views.monitor import to_csv

    rule_sets = {verdict.id: verdict.rule_set for verdict in answer.report.contracts}
    output.write(to_csv.pieces(answer.monitoring, answer.options.lang, answer.names, rule_sets), file)


def _ics(answer: _Answer, file: output.File | None) -> None:
    from srtool.views.monitor import to_ics

    output.write(to_ics.pieces(answer.monitoring, answer.options.lang, answer.names), file)


_Render = Callable[[_Answer, output.File | None], None]
FORMATS: Mapping[str, _Render] = {"terminal": _terminal, "json": _json, "csv": _csv}
AGENDA_FORMATS: Mapping[str, _Render] = {**FORMATS, "ics": _ics}
