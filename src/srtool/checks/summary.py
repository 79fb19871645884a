"""What a report adds up to, in one pass over its contracts and one over its findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from srtool.finding import Answer, Outcome, Report

COUNTED = ("error", "warning", "notice", "undecided", "undone")


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts and sums of a whole report; amounts over the contracts that count, None when none is known."""

    contracts: int
    in_scope: int
    counts: Counter[str]
    norm_obligation: Decimal | None
    asked_obligation: Decimal | None
    open_scope: int
    """Contracts of which it cannot be said whether social return applies."""
    with_norm: int
    """Over so many contracts the aim is summed."""
    with_asked: int


def summary(report: Report) -> Summary:
    """The totals: not-met findings by level; undecided ones, and checks that a register had no data for, apart."""
    counts: Counter[str] = Counter()
    for finding in report.findings:
        if finding.outcome is Outcome.NOT_MET:
            counts[finding.level.value] += 1
        elif finding.outcome is Outcome.UNDECIDED:
            counts["undecided" if finding.contract is not None else "undone"] += 1
    counted = [contract for contract in report.contracts if contract.counted]
    in_scope = sum(contract.applies is Answer.YES for contract in counted)
    # Out of scope nothing is aimed for, and that is known.
    norm = _total(contract.norm_obligation for contract in counted if contract.applies is not Answer.NO)
    asked = _total(contract.asked_obligation for contract in counted)
    return Summary(
        len(report.contracts),
        in_scope,
        counts,
        norm,
        asked,
        open_scope=sum(contract.applies is Answer.UNDECIDED for contract in counted),
        with_norm=sum(contract.norm_obligation is not None for contract in counted),
        with_asked=sum(contract.asked_obligation is not None for contract in counted),
    )


def _total(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of the known amounts; None when there are amounts and none is known."""
    every = list(amounts)
    known = [one for one in every if one is not None]
    return sum(known, Decimal("0.00")) if known or not every else None


def per_contract(report: Report) -> dict[str | None, Counter[str]]:
    """The counts of each contract that has any; None holds what concerns the whole register."""
    counts: dict[str | None, Counter[str]] = {}
    for finding in report.findings:
        if finding.outcome is Outcome.NOT_MET:
            counts.setdefault(finding.contract, Counter())[finding.level.value] += 1
        elif finding.outcome is Outcome.UNDECIDED:
            counts.setdefault(finding.contract, Counter())["undecided"] += 1
    return counts
