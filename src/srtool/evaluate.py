"""Every check on every contract of a register: which rules hold for it, what follows, and on what ground."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from srtool import __version__
from srtool.checks import ALL
from srtool.checks.check import Books, Case, Check
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
    Set,
    Source,
    Step,
    Unit,
)
from srtool.model import Assumption, Contract, Portfolio, Register
from srtool.obligation import assess
from srtool.place import Row
from srtool.ruleset import CheckRule, RuleSet

DEFAULT = "rijk-classic"
EUROPEAN = "eu-thresholds"
# To deviate is allowed, to deviate in silence is the error: a written reason makes these a warning that prints it.
_EXCUSABLE = frozenset({"SR201", "SR202", "SR203", "SR204", "SR205", "SR206", "SR207", "SR403", "SR404", "SR405"})
_EVENTS = ("procedure_start", "awarded_on", "start")
_ANCHORS: Mapping[str, tuple[str, ...]] = {"publication": _EVENTS, "award": _EVENTS[1:], "start": _EVENTS[2:]}


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rule sets of one run by the name under which they were asked for, and which name goes before which."""

    sets: Mapping[str, RuleSet]
    sha256: Mapping[str, str]
    forced: str | None = None
    """`--rule-set`: goes before the contract's own."""
    configured: str | None = None
    """srtool.toml: when the contract names none."""

    def name_for(self, contract: Contract) -> str | None:
        """The rule set of a contract; None for a decentral authority that names none."""
        named = self.forced or contract.rule_set or self.configured
        if named is not None:
            return named
        return None if contract.authority_kind == "decentral" else DEFAULT


@dataclass(slots=True)
class _Versions:
    """Rule sets as they held on a day, each made once."""

    book: RuleBook
    made: dict[tuple[str, date], RuleSet]
    checks: dict[str, dict[str, CheckRule]]
    sources: dict[str, dict[str, Source]]
    every_source: dict[str, Source]

    @classmethod
    def of(cls, book: RuleBook) -> _Versions:
        sources = {name: {source.id: source for source in rules.source} for name, rules in book.sets.items()}
        return cls(
            book,
            {},
            {name: {rule.id: rule for rule in rules.check} for name, rules in book.sets.items()},
            sources,
            {key: source for known in sources.values() for key, source in known.items()},
        )

    def on(self, name: str, day: date) -> RuleSet:
        key = (name, day)
        if key not in self.made:
            self.made[key] = self.book.sets[name].on(day)
        return self.made[key]


def event_day(contract: Contract, anchor: str, on: date) -> date:
    """The day that decides which version counts: from the anchor on the first event that is known, else `on`."""
    days: Iterator[date | None] = (getattr(contract, event) for event in _ANCHORS[anchor])
    return next((day for day in days if day is not None), on)


def evaluate(
    portfolio: Portfolio,
    book: RuleBook,
    on: date,
    assumptions: Mapping[str, Assumption],
    codes: Collection[str] | None = None,
) -> Report:
    """All findings of the selected checks (None: of all) on a register, and the verdict per contract."""
    register, rows = portfolio.register, portfolio.rows["contracts"]
    versions, books = _Versions.of(book), Books.of(register)
    checks = [check for check in ALL if codes is None or check.code in codes]
    cases = [
        _case(contract, row, versions, books, on, assumptions)
        for contract, row in zip(register.contracts, rows, strict=True)
    ]
    stages = {case.found.status for case in cases}
    undone = _undone(register, [c for c in checks if c.stages is None or c.stages & stages])
    todo = [check for check in checks if check.code not in undone]
    findings = [_not_done(check, undone[check.code], portfolio.file.name) for check in checks if check.code in undone]
    for case in cases:
        findings += _findings(case, todo, versions, portfolio.rows.get("exemptions", ()))
    used = [name for name in dict.fromkeys(book.name_for(c) for c in register.contracts) if name is not None]
    return Report(
        receipt=Receipt(
            __version__,
            tuple(RuleSetUsed(book.sets[name].id, book.sha256[name]) for name in (*used, EUROPEAN)),
            on,
            ((portfolio.file.name, portfolio.file.sha256),),
        ),
        contracts=tuple(_verdicts(cases, book)),
        findings=tuple(findings),
        labels={book.sets[name].id: book.sets[name].title for name in used},
        chosen=(DEFAULT, "default") if _by_default(register, book) else None,
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
    )


def _by_default(register: Register, book: RuleBook) -> bool:
    return any(
        not (book.forced or contract.rule_set or book.configured) and book.name_for(contract) == DEFAULT
        for contract in register.contracts
    )


def _case(
    contract: Contract,
    row: Row,
    versions: _Versions,
    books: Books,
    on: date,
    assumptions: Mapping[str, Assumption],
) -> Case:
    name = versions.book.name_for(contract)
    rules: RuleSet | None = None
    in_force: tuple[date | None, date | None] = (None, None)
    day = on
    if name is not None:
        whole = versions.book.sets[name]
        day = event_day(contract, whole.anchor, on)
        if whole.covers(day):
            rules = versions.on(name, day)
        else:
            in_force = whole.period()
    procedure_day = event_day(contract, "publication", on)
    return Case(
        contract=contract,
        row=row,
        found=assess(contract, row, rules, on, assumptions),
        rules=rules,
        rules_day=day,
        in_force=in_force,
        rules_name=name,
        european=versions.on(EUROPEAN, procedure_day),
        procedure_day=procedure_day,
        on=on,
        books=books,
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


def _findings(
    case: Case, checks: Iterable[Check], versions: _Versions, exempt_rows: Sequence[Row]
) -> Iterator[Finding]:
    status, is_call_off = case.found.status, case.contract.part_of is not None
    name = case.rules_name if case.rules is not None else None
    policy = versions.checks[name] if name is not None else {}
    law = versions.checks[EUROPEAN]
    for check in checks:
        if (check.stages is not None and status not in check.stages) or (is_call_off and not check.call_offs):
            continue
        rule, of = policy.get(check.code), name
        if rule is None:
            rule, of = law.get(check.code), EUROPEAN
        if rule is not None and not rule.applies:
            continue
        verdict = check.judge(case)
        level = verdict.level or (rule.level if rule is not None and rule.level is not None else check.level)
        steps, also = verdict.steps, verdict.also
        if verdict.outcome is Outcome.NOT_MET and level is Level.ERROR and check.code in _EXCUSABLE:
            reason = _reason(case, exempt_rows)
            if reason:
                level, steps, also = Level.WARNING, (*steps, *reason), (*also, _reason_key(reason))
        yield Finding(
            check.code,
            case.contract.id,
            verdict.outcome,
            level,
            check.owner,
            case.row.at(verdict.field or check.field),
            verdict.says,
            also,
            _sources(rule, of, steps, versions),
            steps,
        )


def _reason(case: Case, exempt_rows: Sequence[Row]) -> tuple[Step, ...]:
    """The written reason to deviate: an exemption with who decided it, or the motivation of the demand."""
    index, exemption = case.books.exemptions.get(case.contract.id, (0, None))
    if exemption is not None and exemption.reason and exemption.decided_by:
        row = exempt_rows[index]
        return (
            Step("exemption", exemption.reason, Unit.TEXT, Given(row.at("reason"))),
            Step("decided_by", exemption.decided_by, Unit.TEXT, Given(row.at("decided_by"))),
        )
    motivation = case.contract.social_return.motivation
    return () if motivation is None else (case.given("motivation", motivation, Unit.TEXT, "social_return.motivation"),)


def _reason_key(reason: tuple[Step, ...]) -> str:
    return "exempted" if reason[0].name == "exemption" else "motivated"


def _sources(rule: CheckRule | None, of: str | None, steps: Iterable[Step], versions: _Versions) -> tuple[Source, ...]:
    """The ground of the check, of every rule it used, and of the other readings it names."""
    found: dict[str, Source] = {}
    every = versions.every_source
    if rule is not None and of is not None:
        found.update({key: versions.sources[of][key] for key in rule.source})
    for step in steps:
        if isinstance(step.origin, Set):
            found.update({key: every[key] for key in step.origin.sources})
        elif step.unit is Unit.READINGS:
            found.update({key: every[key] for threshold in step.value for key in threshold.source})
    return tuple(found.values())


def _verdicts(cases: Sequence[Case], book: RuleBook) -> Iterator[ContractVerdict]:
    by_id: dict[str, Case] = {case.contract.id: case for case in cases}
    for case in cases:
        contract, found = case.contract, case.found
        counted = contract.part_of is None
        asked = contract.social_return
        name = book.name_for(contract)
        yield ContractVerdict(
            id=contract.id,
            title=contract.title,
            status=found.status,
            rule_set=None if name is None else book.sets[name].id,
            applies=_parent(case, by_id).found.applies,
            wage_sum=found.wage_sum.value if found.wage_sum else None,
            wage_sum_origin=found.wage_sum_origin,
            norm_obligation=found.norm.value if found.norm and counted else None,
            asked_obligation=found.asked.value if found.asked and counted else None,
            asked_percent=None
            if asked.growth or asked.amount is not None or found.asks is not Answer.YES
            else asked.percent,
            asked_basis=asked.basis if found.asks is Answer.YES else None,
            counted=counted,
            steps=found.steps,
        )


def _parent(case: Case, by_id: Mapping[str, Case]) -> Case:
    while case.contract.part_of is not None:
        case = by_id[case.contract.part_of]
    return case
