"""Every check on every contract of a register: which rules hold for it, what follows, and on what ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter

from srtool import __version__
from srtool.case.build import Own, cases, statuses
from srtool.case.case import Case
from srtool.checks import ALL
from srtool.checks.check import Check
from srtool.checks.judging import Judging
from srtool.contract.obligation import Assessment
from srtool.finding import (
    Answer,
    ContractVerdict,
    Finding,
    Given,
    Level,
    Outcome,
    Receipt,
    Report,
    RuleSetUsed,
    Step,
    Unit,
)
from srtool.place import Row
from srtool.register.call_offs import tops
from srtool.register.model import Register, RegisterFile
from srtool.rules.rulebook import DEFAULT, EUROPEAN, RuleBook, Versions


def evaluate(  # noqa: PLR0913 - what is asked, and how much of the answer
    register_file: RegisterFile,
    book: RuleBook,
    on: date,
    own: Own,
    codes: Collection[str] | None = None,
    seen: Callable[[Case], object] | None = None,
    *,
    kept: Collection[Outcome] = frozenset(Outcome),
) -> Report:
    """All findings of the selected checks (None: of all) on a register, and the verdict per contract.

    `seen` is handed each case on the way, for a command that goes on with them. Findings of other outcomes than `kept`
    are only counted: of a large register nine in ten ask nothing of anybody.
    """
    register = register_file.register
    checks = [check for check in ALL if codes is None or check.code in codes]
    stages = set(statuses(register_file, on).values())
    undone = _undone(register, [c for c in checks if c.stages is None or c.stages & stages])
    judging = Judging.of(book, [check for check in checks if check.code not in undone])
    versions = Versions.of(book)
    exempt_rows = register_file.rows.get("exemptions", ())
    findings = [
        _not_done(check, undone[check.code], register_file.file.name) for check in checks if check.code in undone
    ]
    counted = Counter(finding.outcome for finding in findings)
    verdicts: list[ContractVerdict] = []
    after_award = any(check.after_award for check in checks)
    combined = any(check.combined for check in judging.checks)
    for case in cases(register_file, versions, on, own, after_award=after_award, combined=combined):
        if seen is not None:
            seen(case)
        for finding in _findings(case, judging, exempt_rows):
            counted[finding.outcome] += 1
            if finding.outcome in kept:
                findings.append(finding)
        verdicts.append(_verdict(case, book))
    used = [name for name in dict.fromkeys(book.name_for(c) for c in register.contracts) if name is not None]
    return Report(
        receipt=Receipt(
            __version__,
            tuple(dict.fromkeys(RuleSetUsed(book.sets[name].id, book.sha256[name]) for name in (*used, EUROPEAN))),
            on,
            tuple((file.name, file.sha256) for file in (register_file.file, *register_file.beside)),
        ),
        contracts=tuple(_with_parents(verdicts, register)),
        findings=tuple(findings),
        labels={book.sets[name].id: book.sets[name].title for name in used},
        chosen=(DEFAULT, "default") if _by_default(register, book) else None,
        counted=counted,
    )


def join(reports: Sequence[Report]) -> Report:
    """The answers on several registers as one, in their order."""
    first = reports[0]
    sets = dict.fromkeys(used for report in reports for used in report.receipt.rule_sets)
    return Report(
        receipt=replace(
            first.receipt,
            rule_sets=tuple(sets),
            inputs=tuple(entry for report in reports for entry in report.receipt.inputs),
        ),
        contracts=tuple(verdict for report in reports for verdict in report.contracts),
        findings=tuple(finding for report in reports for finding in report.findings),
        labels={key: label for report in reports for key, label in report.labels.items()},
        chosen=next((report.chosen for report in reports if report.chosen), None),
        counted=sum((Counter(report.counted) for report in reports), Counter()),
    )


def _by_default(register: Register, book: RuleBook) -> bool:
    return any(
        not (book.forced or contract.rule_set or book.configured) and book.name_for(contract) == DEFAULT
        for contract in register.contracts
    )


def _undone(register: Register, checks: Iterable[Check]) -> dict[str, tuple[str, ...]]:
    """Per check the fields that no contract of a whole register has, when it needs one of them."""
    if len(register.contracts) < 2:
        return {}
    needed = {field for check in checks for field in check.needs}
    present = {field for field in needed if _is_present(register, field)}
    return {check.code: check.needs for check in checks if check.needs and not present.intersection(check.needs)}


def _is_present(register: Register, field: str) -> bool:
    if hasattr(register, field):
        return bool(getattr(register, field))
    value_of = attrgetter(field)
    return any(value_of(contract) not in {None, ()} for contract in register.contracts)


def _not_done(check: Check, fields: tuple[str, ...], file: str) -> Finding:
    absent = Step("absent", " ".join(fields), Unit.FIELDS, Given(file))
    return Finding(check.code, None, Outcome.UNDECIDED, Level.NOTICE, check.owner, file, "absent", (), (), (absent,))


def _findings(case: Case, judging: Judging, exempt_rows: Sequence[Row]) -> Iterator[Finding]:
    contract, found = case.contract, case.found
    is_call_off = contract.part_of is not None
    owes = case.progress is not None
    for judged in judging.checks_for(case.rules, case.european, found.status, is_call_off=is_call_off, owes=owes):
        check = judged.check
        verdict = check.judge(case)
        level = verdict.level or judged.level
        steps, also = verdict.steps, verdict.also
        if verdict.outcome is Outcome.NOT_MET and level is Level.ERROR and check.excusable:
            reason = _reason(case, exempt_rows)
            if reason:
                level, steps, also = Level.WARNING, (*steps, *reason), (*also, _reason_key(reason))
            elif check.code == "SR201" and contract.id in case.books.unfinished:
                decided = case.books.unfinished[contract.id].reason is None
                also = (*also, "no_reason" if decided else "no_decider")
        yield Finding(
            check.code,
            contract.id,
            verdict.outcome,
            level,
            check.owner,
            verdict.place or found.places[verdict.field or check.field].place,
            verdict.says,
            also,
            judging.ground(judged, steps, case.rules, verdict.ground),
            steps,
            any(r.certainty == "inferred" for r in verdict.ground) if verdict.ground else judged.inferred,
        )


def _reason(case: Case, exempt_rows: Sequence[Row]) -> tuple[Step, ...]:
    """The written reason to deviate: an exemption with who decided it, or the motivation of the demand."""
    if case.exemption is not None:
        index, exemption = case.exemption
        row = exempt_rows[index]
        return (
            Step("exemption", exemption.reason, Unit.TEXT, Given(row.at("reason"))),
            Step("decided_by", exemption.decided_by, Unit.TEXT, Given(row.at("decided_by"))),
        )
    motivation = case.contract.social_return.motivation
    return () if motivation is None else (case.given("motivation", motivation, Unit.TEXT, "social_return.motivation"),)


def _reason_key(reason: tuple[Step, ...]) -> str:
    return "exempted" if reason[0].name == "exemption" else "motivated"


def _verdict(case: Case, book: RuleBook) -> ContractVerdict:
    contract, found = case.contract, case.found
    counted = contract.part_of is None
    asked = contract.social_return
    asks = counted and found.asks is Answer.YES
    name = case.rules_name
    return ContractVerdict(
        id=contract.id,
        title=contract.title,
        status=found.status,
        rule_set=None if name is None else book.sets[name].id,
        applies=found.applies,
        wage_sum=found.wage_sum.value if found.wage_sum else None,
        wage_sum_origin=found.wage_sum_origin,
        norm_obligation=found.norm.value if found.norm and counted else None,
        asked_obligation=found.asked.value if found.asked and counted else None,
        asked_percent=None if asked.growth or asked.amount is not None or not asks else asked.percent,
        asked_basis=asked.basis if asks else None,
        counted=counted,
        steps=found.steps,
        by_estimate=counted and _by_estimate(found),
    )


def _by_estimate(found: Assessment) -> bool:
    """Whether the threshold, or the norm where there is one, is held against an estimated wage sum."""
    if found.wage_sum_origin != "estimated" or Answer.NO in {found.kind_fits, found.term_fits}:
        return False
    of_norm = found.norm is not None and found.norm_rule is not None and found.norm_rule.basis == "wage_sum"
    return of_norm or (found.threshold is not None and found.threshold.basis == "wage_sum")


def _with_parents(verdicts: Sequence[ContractVerdict], register: Register) -> Iterator[ContractVerdict]:
    """The verdicts, with for each call-off whether social return applies to the contract it belongs to."""
    own = {verdict.id: verdict.applies for verdict in verdicts}
    above = tops(register)
    for verdict in verdicts:
        top = above.get(verdict.id)
        yield verdict if top is None else replace(verdict, applies=own[top])
