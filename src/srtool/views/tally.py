"""What a report adds up to, in one pass over its contracts and one over its findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from srtool.finding import Answer, Outcome, Report

COUNTED = ("error", "warning", "notice", "undecided", "undone")


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts and sums of a whole report; amounts over the contracts that count."""

    contracts: int
    in_scope: int
    counts: Counter[str]
    norm_obligation: Decimal
    asked_obligation: Decimal


def summary(report: Report) -> Summary:
    """The totals: not-met findings by level; undecided ones, and checks that a register had no data for, apart."""
    counts: Counter[str] = Counter()
    for finding in report.findings:
        if finding.outcome is Outcome.NOT_MET:
            counts[finding.level.value] += 1
        elif finding.outcome is Outcome.UNDECIDED:
            counts["undecided" if finding.contract is not None else "undone"] += 1
    in_scope = 0
    norm = asked = Decimal("0.00")
    for contract in report.contracts:
        if contract.counted:
            in_scope += contract.applies is Answer.YES
            norm += contract.norm_obligation or 0
            asked += contract.asked_obligation or 0
    return Summary(len(report.contracts), in_scope, counts, norm, asked)


def per_contract(report: Report) -> dict[str | None, Counter[str]]:
    """The counts of each contract that has any; None holds what concerns the whole register."""
    counts: dict[str | None, Counter[str]] = {}
    for finding in report.findings:
        if finding.outcome is Outcome.NOT_MET:
            counts.setdefault(finding.contract, Counter())[finding.level.value] += 1
        elif finding.outcome is Outcome.UNDECIDED:
            counts.setdefault(finding.contract, Counter())["undecided"] += 1
    return counts
