"""Targets in jobs beside the jobs of the day, of the contracts that count for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.portfolio.people import Jobs, people
from srtool.progress.standing import Progress
from srtool.register.model import Target


@dataclass(frozen=True, slots=True)
class TargetReached:
    """A target beside the jobs of the day."""

    target: Target
    jobs: Jobs | None
    """On the day, of its authority where it names one; None for a closed target."""
    open: Decimal | None
    pace: Jobs | None
    """What of it started in the last twelve months."""
    months_left: int | None
    closed: bool
    """Its last day is past: how it was counted is not known, and the jobs of today say nothing about it."""


def reached(targets: Sequence[Target], followed: Sequence[Progress], on: date) -> tuple[TargetReached, ...]:
    """Each target with what is reached on the day, what of that is of the last year, and what is open."""
    return tuple(_reached(target, followed, on) for target in targets)


def _reached(target: Target, followed: Iterable[Progress], on: date) -> TargetReached:
    if target.until is not None and target.until < on:
        return TargetReached(target, None, None, None, None, closed=True)
    of = people([progress for progress in followed if counts_for(progress, target)], on)
    now = of.jobs.number
    return TargetReached(
        target=target,
        jobs=of.jobs,
        open=None if target.jobs is None or now is None else max(Decimal(0), target.jobs - now),
        pace=of.new_jobs,
        months_left=None if target.until is None else _months_left(target.until, on),
        closed=False,
    )


def counts_for(progress: Progress, target: Target) -> bool:
    """Whether the contract is of the authority that the target names; one without any is of all."""
    return target.authority is None or bare(progress.dossier.contract.authority) == bare(target.authority)


def bare(name: str | None) -> str:
    """An authority's name, whatever its capitals and spaces."""
    return " ".join((name or "").split()).casefold()


def _months_left(until: date, on: date) -> int:
    return max(0, (until.year - on.year) * 12 + until.month - on.month)
