"""What of a report on a whole register comes first: kinds of finding that contracts share, and where to begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from srtool.checks import ALL
from srtool.finding import OPEN, ContractVerdict, Finding, Outcome, Owner, Report
from srtool.lazy_dataclass import dataclass
from srtool.register.model import Contract
from srtool.register.status import BEFORE_AWARD

_REPEATS = {check.code: check.repeats for check in ALL if check.repeats is not None}
_LATEST = date.max


@dataclass(frozen=True, slots=True)
class FindingKind:
    """What several contracts have in common: one check with one outcome."""

    first: Finding
    """The one that speaks for all."""
    contracts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Priority:
    """A contract that asks for attention, with what is open on it, heaviest first."""

    verdict: ContractVerdict
    findings: tuple[Finding, ...]
    day: date | None
    """Before the award the day of publication, without it the first day; from then on the last day."""
    day_is: Literal["published", "starts", "ends"] = "ends"


def open_findings(report: Report) -> tuple[Finding, ...]:
    """What somebody must mend or judge on a contract, without the questions that only repeat another question."""
    asked = {(finding.contract, finding.code) for finding in report.findings if finding.outcome is Outcome.UNDECIDED}
    return tuple(
        finding
        for finding in report.findings
        if finding.outcome in OPEN and finding.contract is not None and not _is_repeated(finding, asked)
    )


def _is_repeated(finding: Finding, asked: Collection[tuple[str | None, str]]) -> bool:
    before = _REPEATS.get(finding.code)
    return before is not None and finding.outcome is Outcome.UNDECIDED and (finding.contract, before) in asked


def kinds(findings: Iterable[Finding]) -> tuple[FindingKind, ...]:
    """The findings by check and outcome, those of most contracts first; of as many, the heaviest first."""
    contracts: dict[tuple[object, ...], dict[str, Finding]] = {}
    for finding in findings:
        key = (finding.code, finding.outcome, finding.level)
        contracts.setdefault(key, {}).setdefault(finding.contract or "", finding)
    made = (FindingKind(_usual(tuple(shared.values())), tuple(shared)) for shared in contracts.values())
    return tuple(sorted(made, key=lambda kind: (-len(kind.contracts), weight(kind.first), kind.first.code)))


def _usual(findings: Sequence[Finding]) -> Finding:
    """The first with the answer that most of them give."""
    says = Counter(finding.says for finding in findings).most_common(1)[0][0]
    return next(finding for finding in findings if finding.says == says)


def by_owner(findings: Iterable[Finding]) -> Mapping[Owner, int]:
    """How many contracts each role has something to do on."""
    contracts: dict[Owner, set[str | None]] = {}
    for finding in findings:
        contracts.setdefault(finding.owner, set()).add(finding.contract)
    return {owner: len(contracts[owner]) for owner in Owner if owner in contracts}


def to_begin_with(
    report: Report, findings: Sequence[Finding], contracts: Mapping[str, Contract]
) -> tuple[tuple[Priority, ...], tuple[Priority, ...]]:
    """The contracts on which something is not met, and apart from them the ended ones: decisions of the client.

    Errors come before warnings; then what is published or ends first.
    """
    per: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.outcome is Outcome.NOT_MET and finding.contract is not None:
            per.setdefault(finding.contract, []).append(finding)
    made = [_priority(verdict, per[verdict.id], contracts) for verdict in report.contracts if verdict.id in per]
    ordered = sorted(made, key=lambda priority: (priority.findings[0].level.rank, priority.day or _LATEST))
    ended = (priority for priority in ordered if priority.verdict.status == "ended")
    decisions = tuple(priority for priority in ended if any(one.owner is Owner.CLIENT for one in priority.findings))
    return tuple(priority for priority in ordered if priority.verdict.status != "ended"), decisions


def _priority(verdict: ContractVerdict, findings: Iterable[Finding], contracts: Mapping[str, Contract]) -> Priority:
    contract = contracts.get(verdict.id)
    heaviest_first = tuple(sorted(findings, key=weight))
    if contract is None:
        return Priority(verdict, heaviest_first, None)
    if verdict.status not in BEFORE_AWARD:
        return Priority(verdict, heaviest_first, contract.end)
    if contract.procedure_start is not None:
        return Priority(verdict, heaviest_first, contract.procedure_start, "published")
    return Priority(verdict, heaviest_first, contract.start, "starts")


def weight(finding: Finding) -> tuple[int, int]:
    """What is not met before what is open, and errors before warnings before notices."""
    return (0 if finding.outcome is Outcome.NOT_MET else 1, finding.level.rank)
