"""srtool bundle: combinations of small contracts that would carry social return, and the file that motivates merges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from srtool.bundle.candidates import By, Grouping
from srtool.bundle.merging import Texts
from srtool.bundle.plan import plan
from srtool.bundle.proposal import Bundle, Group, Plan
from srtool.case.case import Case
from srtool.case.grouping import CPV_GROUP
from srtool.checks import combination
from srtool.checks.evaluate import Evaluation, evaluate
from srtool.checks.several import evaluate_all
from srtool.cli import asked, narrowing, output, reading, saying
from srtool.cli import run as shared
from srtool.cli.folders import files_of
from srtool.cli.options import Options
from srtool.cli.progress_bar import bar
from srtool.cli.settings_file import settings
from srtool.errors import Problem, UsageError
from srtool.finding import OPEN, Outcome, Report
from srtool.lazy_dataclass import dataclass
from srtool.register.model import Merge, RegisterFile
from srtool.register.suppliers import Suppliers
from srtool.rules.rulebook import EUROPEAN, RuleBook
from srtool.texts import LANGUAGES, Lang, lists, sentence
from srtool.views.shared.discreet import discreet_cells

CODES = frozenset(check.code for check in combination.ALL)
"""What is reported beside the proposals: counting together and splitting are other things than merging."""
_LONGEST_WINDOW = 120
_DIGITS = range(2, 9)
_GROUPED = ("supplier", "category", "unit")
_MOTIVATION = (".toml", ".xlsx")
_Proposal = tuple[Bundle | None, Merge]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What there is to show, and to whom."""

    plan: Plan
    report: Report
    register_file: RegisterFile
    options: Options


def run(options: Options) -> int:
    """Shows the plan, and writes the file for the motivations when asked for."""
    paths = options.arguments("registers")
    by = _grouped_by(options.text("by"))
    window = options.whole_number("window", least=0, most=_LONGEST_WINDOW, wrong="bad_window")
    motivation = options.text("motivation")
    part = narrowing.part_of(options)
    questions = _questions(options, files_of(paths))
    rule_set = options.filled("rule_set")
    on = options.on()
    render = FORMATS[options.choice("format", FORMATS)]
    fail_on = options.choice("fail_on", shared.FAIL_ON)
    file = output.text_target(options, [*files_of(paths), *filter(None, [motivation])])
    decided = settings()
    register_files = shared.registers(paths, rule_set, decided, options.lang, allow_paths=options.flag("allow_paths"))
    if motivation is not None:
        if len(register_files) > 1:
            raise UsageError([Problem("motivation_of_one", "--motivation")])
        register_files = [reading.with_motivation(register_files[0], motivation)]
    register_file = shared.together(register_files)
    book = shared.rule_book([register_file], rule_set, decided, file, questions)
    kept = frozenset(Outcome) if render is _json else OPEN
    evaluation = evaluate_all(
        register_files,
        register_file,
        lambda one: evaluate(one, book, on, shared.own(decided), CODES, kept=kept, counts_all=False),
    )
    grouping = Grouping(by, shared.WINDOW if window is None else window, evaluation.index.suppliers)
    texts = {frozenset(merge.members): merge for merge in register_file.register.merges}
    report, cases = _narrowed(evaluation, part)
    planned = plan(cases, grouping, on, texts, lambda groups: _watched(groups, options.lang))
    if not options.flag("quiet"):
        saying.register_remarks(register_file.remarks, options.lang)
    if questions is not None:
        _write(
            _proposals(planned, texts, register_file.register.merges), _least(book, on), questions, paths, options.lang
        )
    render(_Answer(planned, report, register_file, options), file)
    is_unread = register_file.is_partly_unread
    return shared.exit_code(report.findings, fail_on, strict=options.flag("strict"), unread_cells=is_unread)


def _narrowed(evaluation: Evaluation, part: narrowing.Part) -> tuple[Report, Sequence[Case]]:
    """The report and the cases of this part: what is proposed is of these contracts alone."""
    if part.is_whole:
        return evaluation.report, evaluation.cases
    contracts = {case.contract.id: case.contract for case in evaluation.cases}
    report, kept = narrowing.asking(evaluation.report, contracts, part)
    return report, [case for case in evaluation.cases if case.contract.id in kept]


def _grouped_by(value: str | None) -> By | None:
    """What --by names: supplier, cpv:N, category or unit; UsageError otherwise."""
    if value is None:
        return None
    what, colon, digits = value.strip().lower().partition(":")
    what = _field_called(what)
    match what:
        case "supplier" | "category" | "unit" if not colon:
            return By(what)
        case "cpv" if not colon:
            return By("cpv", CPV_GROUP)
        case "cpv" if digits.isascii() and digits.isdigit() and int(digits) in _DIGITS:
            return By("cpv", int(digits))
    raise UsageError([Problem("bad_by", "--by", {"value": value})])


def _field_called(name: str) -> str:
    """The field that a heading of either language means; else the name as it is."""
    headings = ((key, lists(lang, "vocabulary.headings.contracts")[key]) for lang in LANGUAGES for key in _GROUPED)
    return next((key for key, names in headings if name in map(str.casefold, names)), name)


def _questions(options: Options, registers: Sequence[str]) -> output.File | None:
    """The file of --write, which is none of the others; OutputError when it cannot be written."""
    write = options.text("write")
    if write is None:
        return None
    others = [*registers, *filter(None, [options.text("out")])]
    return output.file_target(write, _MOTIVATION, force=options.flag("force"), inputs=others, option="--write")


def _least(book: RuleBook, on: date) -> int:
    """The characters from which a text counts."""
    return next((limit.characters or 0 for limit in book.sets[EUROPEAN].on(on).limit if limit.id == "merge-text"), 0)


def _proposals(planned: Plan, texts: Texts, kept: Sequence[Merge]) -> list[_Proposal]:
    """Each merge with what was written about it; then what was written about contracts that are proposed no more."""
    merges = [bundle for bundle in planned.bundles if bundle.group.bundle == "merge"]
    proposed = {frozenset(bundle.members) for bundle in merges}
    now: list[_Proposal] = [(one, texts.get(frozenset(one.members), Merge(one.members))) for one in merges]
    return now + [(None, merge) for merge in kept if frozenset(merge.members) not in proposed]


def _write(proposals: Sequence[_Proposal], least: int, file: output.File, registers: Sequence[str], lang: Lang) -> None:
    """The file with the questions; a sentence instead when there is nothing to motivate."""
    path = file.path
    if not proposals:
        saying.announce(lang, "nothing_to_motivate", path=path)
        return
    if path.suffix.lower() == ".toml":
        from srtool.views.bundle import motivation_toml

        output.write(motivation_toml.text(proposals, least, lang), file)
    else:
        from srtool.views.bundle import motivation_xlsx

        output.write_whole(file, [motivation_xlsx.workbook(proposals, least, lang)])
    saying.announce(lang, "motivation_written", path=path, typed=saying.typed(str(path)), register=_typed(registers))


def _typed(paths: Sequence[str]) -> str:
    """The paths as they are typed in a command."""
    return " ".join(map(saying.typed, paths))


def _watched(groups: Sequence[Group], lang: Lang) -> Iterator[Group]:
    """The groups one by one, with how far it is."""
    with bar(sentence(lang, "cli.wrong.planning"), len(groups)) as step:
        for group in groups:
            yield group
            step()


def _terminal(answer: _Answer, file: output.File | None) -> None:
    from srtool.views.bundle import to_lines
    from srtool.views.shared.view_options import ViewOptions

    options = answer.options
    view = ViewOptions(output.width(file), options.flag("why"), options.flag("quiet"))
    names, typed = _names(answer.register_file), _typed(options.arguments("registers"))
    output.write_lines(to_lines.bundle(answer.plan, answer.report, options.lang, view, names, typed), file)


def _json(answer: _Answer, file: output.File | None) -> None:
    from srtool.views.bundle import to_json

    report = asked.with_options(answer.report, answer.options)
    unread = discreet_cells(answer.register_file.unread)
    output.write(to_json.pieces(answer.plan, report, answer.options.lang, unread), file)


def _csv(answer: _Answer, file: output.File | None) -> None:
    from srtool.views.bundle import to_csv

    output.write(to_csv.pieces(answer.plan, answer.options.lang, _names(answer.register_file)), file)


def _names(register_file: RegisterFile) -> dict[str, str]:
    return {supplier.id: supplier.name for supplier in Suppliers(register_file.register).table}


FORMATS: Mapping[str, Callable[[_Answer, output.File | None], None]] = {
    "terminal": _terminal,
    "json": _json,
    "csv": _csv,
}
