"""What a report adds up to, in one pass over its contracts and one over its findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from srtool.finding import Answer, ContractVerdict, Outcome, Report
from srtool.lazy_dataclass import dataclass
from srtool.sums import Sum, sum_of

COUNTED = ("error", "warning", "notice", "undecided", "undone")


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts and sums of a whole report; amounts over the contracts that count."""

    contracts: int
    in_scope: int
    counts: Counter[str]
    norm_obligation: Sum
    asked_obligation: Sum
    open_scope: int
    """Contracts of which it cannot be said whether social return applies."""
    asking: int = 0
    """Contracts that ask social return, whether it applies or not."""
    silent: int = 0
    """Contracts of which it cannot be said whether they ask it: nothing stands there, or it could not be read."""


def summary(report: Report) -> Summary:
    """The totals: not-met findings by level; undecided ones, and checks that a register had no data for, apart."""
    counts: Counter[str] = Counter()
    for finding in report.findings:
        if finding.outcome is Outcome.NOT_MET:
            counts[finding.level.value] += 1
        elif finding.outcome is Outcome.UNDECIDED:
            counts["undone" if finding.is_undone else "undecided"] += 1
    counted = [contract for contract in report.contracts if contract.counted]
    in_scope = sum(contract.applies is Answer.YES for contract in counted)
    return Summary(
        len(report.contracts),
        in_scope,
        counts,
        norm_obligation=_total(counted, "norm_obligation"),
        asked_obligation=_total(counted, "asked_obligation"),
        open_scope=sum(contract.applies is Answer.UNDECIDED for contract in counted),
        asking=sum(contract.asks is Answer.YES for contract in counted),
        silent=sum(contract.asks is Answer.UNDECIDED for contract in counted),
    )


def _total(contracts: Iterable[ContractVerdict], name: str) -> Sum:
    """The sum over the contracts that have such an amount, known or not: nothing is aimed for out of scope."""
    amounts = [getattr(contract, name) for contract in contracts if name in contract.unknown or _has(contract, name)]
    return sum_of((amount, True) for amount in amounts)


def _has(contract: ContractVerdict, name: str) -> bool:
    return getattr(contract, name) is not None


def per_contract(report: Report) -> dict[str | None, Counter[str]]:
    """The counts of each contract that has any; None holds what concerns the whole register."""
    counts: dict[str | None, Counter[str]] = {}
    for finding in report.findings:
        if finding.outcome is Outcome.NOT_MET:
            counts.setdefault(finding.contract, Counter())[finding.level.value] += 1
        elif finding.outcome is Outcome.UNDECIDED:
            counts.setdefault(finding.contract, Counter())["undecided"] += 1
    return counts
