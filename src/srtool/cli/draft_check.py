"""srtool check on a tender draft in Word, Markdown or plain text, with its annexes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from srtool import __version__
from srtool.checks import drafts
from srtool.checks.evaluate import evaluate
from srtool.cli import asked, narrowing, output, reading, saying
from srtool.cli import run as shared
from srtool.cli.commands import typed
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.draft.claim import Claim
from srtool.draft.comparison import COMPARED
from srtool.draft.outdated import names_the_state
from srtool.draft.reading import Reading, read_claims
from srtool.errors import InputError, Problem, SrtoolError, UsageError
from srtool.finding import Finding, Receipt, RuleSetUsed
from srtool.lazy_dataclass import dataclass
from srtool.readers.rules import rule_sets
from srtool.readers.settings import Settings
from srtool.readers.word.draft_file import WORD_KINDS, DraftFile, read_draft
from srtool.register.model import RegisterFile
from srtool.rules import rulebook
from srtool.rules.ruleset import RuleSet
from srtool.views.draft.answer import DraftAnswer

_OF_REGISTERS = ("unit", "who", "motivation", "notices")
_REGISTERS = frozenset({".toml", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv"})
_NOTICES = frozenset({".xml", ".json", ".jsonl", ".zip"})
_SHOWN = frozenset(COMPARED[:6])


@dataclass(frozen=True, slots=True)
class _Beside:
    """The contract of the register that the draft is for, with what the checks say of it."""

    register_file: RegisterFile
    agreed: drafts.Agreed
    findings: tuple[Finding, ...]
    rule_sets: tuple[RuleSetUsed, ...]


def run(options: Options) -> int:
    """Shows what is remarked on the draft; the exit code says whether something must be done."""
    paths = options.arguments("paths")
    render = FORMATS[options.choice("format", FORMATS)]
    fail_on = options.choice("fail_on", shared.FAIL_ON)
    old, register = options.filled("compare"), options.filled("register")
    published, on = options.day("published"), options.on()
    part = narrowing.part_of(options)
    _refuse(options, old, register)
    codes = shared.selected(options.text("select"), (*(check.code for check in drafts.ALL), *sorted(drafts.BESIDE)))
    inputs = [*paths, *filter(None, [old, register])]
    file = output.text_target(options, inputs)
    copy = _copy(options, inputs)
    decided = settings()
    files = _read(paths)
    older = None if old is None else _reading(_read([old]), is_before=False)
    book = shared.rule_book((), options.filled("rule_set"), decided)
    beside = None if register is None else _beside(register, options, decided, on)
    is_before = options.flag("before")
    main = _reading(files, is_before=is_before)
    central = _central(main, decided)
    ground = drafts.Ground(book.sets[rulebook.EUROPEAN], _policy(book), on, None if central is None else central.rules)
    versions = drafts.Versions(_other(files, is_before=is_before), is_before, older, published)
    findings = drafts.judged(main, ground, None if beside is None else beside.agreed, versions, codes)
    of_contract = () if beside is None else tuple(f for f in beside.findings if codes is None or f.code in codes)
    answer = DraftAnswer(
        receipt=Receipt(
            __version__,
            _used(book, beside, central),
            on,
            (*((one.name, one.sha256) for one in files), *_of_register(beside)),
        ),
        findings=tuple(f for f in findings if narrowing.concerns(f, part)),
        beside=tuple(f for f in of_contract if narrowing.concerns(f, part)),
        contract=None if beside is None or not _is_looked_at(codes) else _titled(beside),
        claims=_asked(main),
        selected=() if codes is None else tuple(sorted(codes)),
        is_narrowed=part.owner is not None or part.level is not None or options.flag("quiet"),
        is_read=main.is_read,
    )
    if copy is not None:
        _mark(copy, answer, main, options)
    render(answer, options, file)
    return shared.exit_code(answer.all, fail_on, strict=options.flag("strict"))


def _refuse(options: Options, old: str | None, register: str | None) -> None:
    """UsageError for options that say nothing about a draft, or that lack the one they belong to."""
    problems = [Problem("not_of_drafts", typed(name)) for name in _OF_REGISTERS if options.text(name) is not None]
    problems += [
        Problem("register_beside_draft", path)
        for path in options.arguments("paths")
        if Path(path).suffix.lower() in _REGISTERS
    ]
    problems += [
        Problem("notices_beside_draft", path)
        for path in options.arguments("paths")
        if Path(path).suffix.lower() in _NOTICES
    ]
    if options.text("contract") is not None and register is None:
        problems.append(Problem("contract_needs_register", "--contract"))
    if options.text("published") is not None and old is None:
        problems.append(Problem("published_needs_compare", "--published"))
    if problems:
        raise UsageError(problems)


def _copy(options: Options, inputs: Sequence[str]) -> output.File | None:
    """The copy that gets the remarks; UsageError unless it is of one draft in Word."""
    mark, paths = options.filled("mark"), options.arguments("paths")
    if mark is None:
        return None
    kind = Path(paths[0]).suffix.lower()
    if len(paths) > 1:
        raise UsageError([Problem("mark_of_one", "--mark")])
    if kind not in WORD_KINDS:
        raise UsageError([Problem("mark_kind", "--mark")])
    return output.file_target(mark, [kind], force=options.flag("force"), inputs=inputs, option="--mark")


def _mark(copy: output.File, answer: DraftAnswer, main: Reading, options: Options) -> None:
    from srtool.views.marked.document import with_comments
    from srtool.views.marked.remarks import comments
    from srtool.views.marked.workbook import NotMarkable

    path = options.arguments("paths")[0]
    first = next((sentence.passage for sentence in main.judged), None)
    try:
        marked = with_comments(
            Path(path).read_bytes(), list(comments(answer.findings, main.passages, first, options.lang))
        )
    except NotMarkable as error:
        raise InputError([Problem(error.code, path)]) from error
    output.write_whole(copy, [marked])
    saying.announce(options.lang, "marked", path=str(copy.path))


def _read(paths: Sequence[str]) -> list[DraftFile]:
    """The files in their order, all that is wrong with them at once."""
    files: list[DraftFile] = []
    errors: list[SrtoolError] = []
    for path in paths:
        try:
            files.append(reading.of_path(read_draft, path))
        except SrtoolError as error:
            errors.append(error)
    if errors:
        first = next((error for error in errors if isinstance(error, UsageError)), errors[0])
        raise type(first)(problem for error in errors for problem in error.problems)
    return files


def _reading(files: Sequence[DraftFile], *, is_before: bool) -> Reading:
    return read_claims(*((one.before if is_before and one.before is not None else one.passages) for one in files))


def _other(files: Sequence[DraftFile], *, is_before: bool) -> Reading | None:
    """The same with the marked changes read the other way round; None where nothing is marked."""
    if all(one.before is None for one in files):
        return None
    return _reading(files, is_before=not is_before)


def _policy(book: rulebook.RuleBook) -> RuleSet | None:
    name = book.forced or book.configured
    return None if name is None else book.sets.get(name)


def _beside(path: str, options: Options, decided: Settings, on: date) -> _Beside:
    """The contract that the draft is for: the one that is named, or the only one."""
    rule_set = options.filled("rule_set")
    register_file = shared.register([path], rule_set, decided, options.lang, allow_paths=options.flag("allow_paths"))
    contracts = {contract.id: contract for contract in register_file.register.contracts}
    name = options.filled("contract")
    if name is None and len(contracts) > 1:
        raise UsageError([Problem("which_contract", "--contract", {"count": len(contracts)})])
    contract = next(iter(contracts.values())) if name is None else narrowing.meant(name, contracts)
    book = shared.rule_book([register_file], rule_set, decided)
    report = evaluate(register_file, book, on, shared.own(decided), drafts.BESIDE, keep_cases=False).report
    row = register_file.rows["contracts"][list(contracts).index(contract.id)]
    findings = tuple(finding for finding in report.findings if finding.contract == contract.id)
    if not options.flag("quiet"):
        saying.remark(register_file.remarks, options.lang)
    return _Beside(register_file, drafts.Agreed(contract, row), findings, report.receipt.rule_sets)


def _central(main: Reading, decided: Settings) -> rule_sets.Loaded | None:
    """The policy of the central government, loaded only for a draft that appeals to it."""
    if not any(names_the_state(sentence) for sentence in main.judged):
        return None
    return rule_sets.load(rule_sets.find(rulebook.DEFAULT, decided.rule_sets))


def _used(book: rulebook.RuleBook, beside: _Beside | None, central: rule_sets.Loaded | None) -> tuple[RuleSetUsed, ...]:
    names = dict.fromkeys((*filter(None, [book.forced or book.configured]), rulebook.EUROPEAN))
    own = [RuleSetUsed(book.sets[name].id, book.sha256[name]) for name in names if name in book.sets]
    own += [] if central is None else [RuleSetUsed(central.rules.id, central.sha256)]
    return tuple(dict.fromkeys((*own, *(() if beside is None else beside.rule_sets))))


def _of_register(beside: _Beside | None) -> tuple[tuple[str, str], ...]:
    return () if beside is None else ((beside.register_file.file.name, beside.register_file.file.sha256),)


def _is_looked_at(codes: Collection[str] | None) -> bool:
    """Whether any of the checks on the contract of the register is asked for."""
    return codes is None or not drafts.BESIDE.isdisjoint(codes)


def _titled(beside: _Beside) -> str:
    contract = beside.agreed.contract
    return f"{contract.id} {contract.title}"


def _asked(main: Reading) -> tuple[Claim, ...]:
    """What the draft asks of a bidder, each value once."""
    first: dict[tuple[str, str], Claim] = {}
    for subject in COMPARED:
        for claim in main.of(subject) if subject in _SHOWN else ():
            if not claim.scope.is_example and not claim.scope.was:
                first.setdefault((subject.value, str(claim.value)), claim)
    return tuple(first.values())


def _terminal(answer: DraftAnswer, options: Options, file: output.File | None) -> None:
    from srtool.views.draft.to_lines import lines

    shown = lines(answer, options.lang, output.width(file), why=options.flag("why"), quiet=options.flag("quiet"))
    output.write_lines(shown, file)


def _json(answer: DraftAnswer, options: Options, file: output.File | None) -> None:
    from srtool.views.draft import to_json

    output.write(to_json.pieces(replace(answer, receipt=asked.of(answer.receipt, options)), options.lang), file)


def _csv(answer: DraftAnswer, options: Options, file: output.File | None) -> None:
    from srtool.views.draft import to_csv

    output.write(to_csv.pieces(answer, options.lang, is_full=options.flag("full")), file)


FORMATS: Mapping[str, Callable[[DraftAnswer, Options, output.File | None], None]] = {
    "terminal": _terminal,
    "json": _json,
    "csv": _csv,
}
