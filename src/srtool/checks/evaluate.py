"""Every check on every contract of a register: which rules hold for it, what follows, and on what ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from srtool import __version__
from srtool.case.build import Cases, Own, cases
from srtool.case.case import Case
from srtool.checks import ALL
from srtool.checks.answers import answers_of_finding
from srtool.checks.check import Check, Verdict, Whole
from srtool.checks.contract_verdicts import steps_of, verdict_of, with_parents
from srtool.checks.estimated import rests_on_estimate, tipping_point, tipping_says
from srtool.checks.judging import Judged, Judging
from srtool.checks.of_register import BASIS, is_without_basis, not_done, questions, undone
from srtool.finding import (
    OPEN,
    ContractVerdict,
    Finding,
    Given,
    Level,
    Outcome,
    OwnColumns,
    Receipt,
    Report,
    RuleSetUsed,
    Step,
    Unit,
)
from srtool.lazy_dataclass import dataclass
from srtool.progress.standing import Progress
from srtool.register.index import Index
from srtool.register.model import Register, RegisterFile
from srtool.rules.rulebook import DEFAULT, EUROPEAN, RuleBook, Versions

if TYPE_CHECKING:
    from srtool.checks.listener import Listener


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the checks say of a register, and what they looked at."""

    report: Report
    index: Index
    cases: tuple[Case, ...]
    """In the order of the register; none where the caller did not want them."""
    in_full: Callable[[Finding], Finding] = lambda finding: finding
    """The finding with what was left out of it when it was to be brief."""

    @property
    def followed(self) -> list[Progress]:
        """Where each contract stands that was awarded and asks social return by itself."""
        return [case.progress for case in self.cases if case.progress is not None]


def evaluate(  # noqa: PLR0913 - what is asked, and how much of the answer
    register_file: RegisterFile,
    book: RuleBook,
    on: date,
    own: Own,
    codes: Collection[str] | None = None,
    *,
    kept: Collection[Outcome] = frozenset(Outcome),
    keep_cases: bool = True,
    counts_all: bool = True,
    brief: bool = False,
    listener: Listener | None = None,
    index: Index | None = None,
    step: Callable[[], None] = lambda: None,
) -> Evaluation:
    """All findings of the selected checks (None: of all) on a register, the verdict per contract, and the cases.

    Findings of other outcomes than `kept` are only counted: of a large register nine in ten ask nothing of anybody.
    With `counts_all` off not even that: where only open findings are kept, checks that cannot be open are left out.
    With `keep_cases` off each case is let go once it is judged: who only reads the report needs no memory for a
    hundred thousand of them. A `brief` report has no steps, sources and places: few of its findings are ever shown,
    and these are made in full then. With a `listener` all is made in full, handed to that and let go, and the report
    is brief. `index` is that of the register, where it was looked up already. `step` is called after each contract.
    """
    index, register = index or Index(register_file, on, own.assume.extended), register_file.register
    checks = [check for check in ALL if codes is None or check.code in codes]
    stages = set(index.statuses.values())
    absent = undone(register_file, [c for c in checks if c.stages is None or c.stages & stages])
    asked_once = list(questions(index, {check.code for check in checks}, own.assume))
    once = {finding.code for finding in asked_once} & {BASIS} if is_without_basis(index) else set[str]()
    judging = Judging.of(book, [check for check in checks if check.code not in {*absent, *once}])
    versions = Versions.of(book)
    findings = [
        not_done(check, absent[check.code], register_file.file.name) for check in checks if check.code in absent
    ]
    findings += asked_once
    counted = Counter(finding.outcome for finding in findings)
    if listener is not None:
        listener.of_register(findings[:])
    verdicts: list[ContractVerdict] = []
    judged: list[Case] = []
    used: dict[str, None] = {}
    after_award = any(check.after_award for check in checks)
    combined = any(check.combined for check in judging.checks)
    every = cases(index, versions, own, after_award=after_award, combined=combined, brief=brief)
    if not counts_all and OPEN.issuperset(kept):
        from srtool.checks.needless import needless  # noqa: PLC0415 - a single draft is told in full

        judging.needless = needless(judging.checks, Whole(index, every.groups))
    for case in every:
        if keep_cases:
            judged.append(case)
        if case.rules_name is not None:
            used[case.rules_name] = None
        told: Iterable[Finding] = _findings(case, judging, kept, counted, brief=brief)
        verdict = verdict_of(case, book, brief=brief or listener is not None)
        if listener is not None:
            in_full = tuple(told)
            listener.of_contract(case, verdict, steps_of(case), in_full)
            told = map(_bare, in_full)
        findings += told
        verdicts.append(verdict)
        step()
    report = Report(
        receipt=Receipt(
            __version__,
            tuple(dict.fromkeys(RuleSetUsed(book.sets[name].id, book.sha256[name]) for name in (*used, EUROPEAN))),
            on,
            tuple((file.name, file.sha256) for file in (register_file.file, *register_file.beside)),
        ),
        contracts=tuple(with_parents(verdicts, index.tops)),
        findings=tuple(findings),
        labels={book.sets[name].id: book.sets[name].title for name in used},
        chosen=(DEFAULT, "default") if _by_default(register, book) else None,
        counted=counted,
        columns=_columns(register_file),
    )
    if brief:
        return Evaluation(report, index, tuple(judged), partial(_in_full, every, judging))
    return Evaluation(report, index, tuple(judged))


def _in_full(every: Cases, judging: Judging, finding: Finding) -> Finding:
    """The finding once more, with its steps, sources and place."""
    if finding.contract is None:
        return finding
    again = _findings(every.of(finding.contract), judging, {finding.outcome}, Counter(), brief=False)
    return next(one for one in again if (one.code, one.says, one.level) == (finding.code, finding.says, finding.level))


def _columns(register_file: RegisterFile) -> OwnColumns:
    """What the columns of contracts are called in the file itself."""
    sheets: dict[tuple[str, str], dict[str, tuple[str, str]]] = {}
    for column in register_file.columns:
        if column.table == "contracts" and column.key:
            of_sheet = sheets.setdefault((register_file.file.name, column.place.table), {})
            of_sheet.setdefault(column.key, (column.place.column, column.heading))
    return {sheet: tuple(columns.items()) for sheet, columns in sheets.items()}


def _by_default(register: Register, book: RuleBook) -> bool:
    return any(
        not (book.forced or contract.rule_set or book.configured or book.assumed) and book.name_for(contract) == DEFAULT
        for contract in register.contracts
    )


def _findings(
    case: Case,
    judging: Judging,
    kept: Collection[Outcome],
    counted: Counter[Outcome],
    *,
    brief: bool,
) -> Iterator[Finding]:
    """What the checks say of a case, as far as it is kept; all of it is counted."""
    has_unread = bool(case.unread)
    for judged in judging.checks_for(case):
        answer = judged.check.judge(case)
        for judgement in (answer,) if isinstance(answer, Verdict) else answer:
            verdict = _open_where_unread(case, judged.check, judgement) if has_unread else judgement
            counted[verdict.outcome] += 1
            if verdict.outcome in kept:
                yield _brief(case, judged, verdict) if brief else _finding(case, judging, judged, verdict)


def _brief(case: Case, judged: Judged, verdict: Verdict) -> Finding:
    """The finding without steps, sources and place."""
    check, place = judged.check, verdict.place or case.row.file
    level = _level(case, judged, verdict)
    return Finding(check.code, case.contract.id, verdict.outcome, level, check.owner, place, verdict.says)


def _bare(finding: Finding) -> Finding:
    """The same of one that was made in full: enough to be counted."""
    code, contract, says = finding.code, finding.contract, finding.says
    return Finding(code, contract, finding.outcome, finding.level, finding.owner, "", says)


def _finding(case: Case, judging: Judging, judged: Judged, verdict: Verdict) -> Finding:
    check = judged.check
    level, steps, also = _weighed(case, judged, verdict)
    steps = (*answers_of_finding(case, check, steps), *steps)
    return Finding(
        check.code,
        case.contract.id,
        verdict.outcome,
        level,
        check.owner,
        verdict.place or case.assessment.places.cell(verdict.field or check.field),
        verdict.says,
        also,
        judging.ground(judged, steps, case.rules, verdict.ground),
        steps,
        any(r.certainty == "inferred" for r in verdict.ground) if verdict.ground else judged.inferred,
    )


def _open_where_unread(case: Case, check: Check, verdict: Verdict) -> Verdict:
    from srtool.checks.unread import open_where_unread  # noqa: PLC0415 - only for what could not be read

    return open_where_unread(case, check, verdict)


def _weighed(case: Case, judged: Judged, verdict: Verdict) -> tuple[Level, tuple[Step, ...], tuple[str, ...]]:
    """How heavy an answer is, with its steps and sentences, and what makes it lighter among them."""
    check, level = judged.check, _level(case, judged, verdict)
    steps, also = verdict.steps, verdict.also
    if not _is_weighty(judged, verdict):
        return level, steps, also
    if rests_on_estimate(check, case.assessment) and (tipping := tipping_point(case.assessment)):
        steps = tuple(dict.fromkeys((*steps, *tipping)))
        also = (*also, tipping_says(case.assessment))
    if not check.excusable:
        return level, steps, also
    if reason := _reason(case):
        return level, (*steps, *reason), (*also, _reason_key(reason))
    if check.code == "SR201" and case.contract.id in case.index.unfinished:
        _, exemption = case.index.unfinished[case.contract.id][-1]
        also = (*also, "no_reason" if exemption.reason is None else "no_decider")
    return level, steps, also


def _level(case: Case, judged: Judged, verdict: Verdict) -> Level:
    """How heavy an answer is: an error on an estimate, or with a reason, is a warning."""
    level = verdict.level or judged.level
    if not _is_weighty(judged, verdict):
        return level
    is_lighter = rests_on_estimate(judged.check, case.assessment) or (judged.check.excusable and bool(_reason(case)))
    return Level.WARNING if is_lighter else level


def _is_weighty(judged: Judged, verdict: Verdict) -> bool:
    """Whether it is an error, were it not for an estimate or a reason."""
    if verdict.outcome is not Outcome.NOT_MET or (verdict.level or judged.level) is Level.NOTICE:
        return False
    return (verdict.level or judged.check.level) is Level.ERROR


def _reason(case: Case) -> tuple[Step, ...]:
    """The written reason to deviate: an exemption with who decided it, or the motivation of the demand."""
    if case.exemption is not None:
        row, exemption = case.exemption
        return (
            Step("exemption", exemption.reason, Unit.TEXT, Given(row.at("reason"))),
            Step("decided_by", exemption.decided_by, Unit.TEXT, Given(row.at("decided_by"))),
        )
    motivation = case.contract.social_return.motivation
    return () if motivation is None else (case.given("motivation", motivation, Unit.TEXT, "social_return.motivation"),)


def _reason_key(reason: tuple[Step, ...]) -> str:
    return "exempted" if reason[0].name == "exemption" else "motivated"
