"""Sums over contracts, and whether all of each is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from srtool.lazy_dataclass import dataclass
from srtool.progress.dossier import OF_EFFORTS
from srtool.progress.standing import Progress
from srtool.sums import Sum, sum_of


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over the contracts; euro excl. VAT."""

    contracts: int
    unknown: int
    """Contracts of which the obligation has no amount."""
    obligation: Sum
    waived: Sum
    owed: Sum
    due: Sum
    """Over the contracts with a standing agreed for the day."""
    in_proportion: Sum
    """Over the other contracts: arithmetic that binds nobody."""
    confirmed: Sum
    claimed: Sum
    open: Sum
    surplus: Sum
    expected: Sum
    best: Sum
    gap: Sum


def total(name: str, followed: Iterable[Progress]) -> Sum:
    """The sum of one amount of these contracts."""
    return sum_of((one.shown(name), name not in OF_EFFORTS or not one.unvalued) for one in followed)


def totals(followed: Sequence[Progress]) -> Totals:
    """Every sum of these contracts."""
    return Totals(
        contracts=len(followed),
        unknown=sum(progress.obligation is None for progress in followed),
        obligation=total("obligation", followed),
        waived=total("waived", followed),
        owed=total("owed", followed),
        due=_total_of_some("due", [progress for progress in followed if progress.has_interim]),
        in_proportion=_total_of_some("in_proportion", [one for one in followed if not one.has_interim]),
        confirmed=total("confirmed", followed),
        claimed=total("claimed", followed),
        open=total("open", followed),
        surplus=total("surplus", followed),
        expected=total("expected", followed),
        best=total("best", followed),
        gap=total("gap", followed),
    )


def _total_of_some(name: str, followed: Sequence[Progress]) -> Sum:
    """The same of an amount that not every contract has: over none there is no sum."""
    return total(name, followed) if followed else Sum(None, 0, 0)
