"""The key figures of a whole register in one record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from srtool.checks.summary import summary
from srtool.finding import Report
from srtool.lazy_dataclass import dataclass
from srtool.portfolio.monitoring import Monitoring
from srtool.portfolio.targets import TargetReached, bare
from srtool.sums import Sum


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page says; euro excl. VAT, None where it is not known or not passed on."""

    on: date
    contracts: int
    counted: int
    """Contracts that carry an obligation of their own: no call-offs."""
    in_scope: int
    open_scope: int
    """Of which it cannot be said whether social return applies."""
    norm_obligation: Sum
    asked_obligation: Sum
    errors: int
    warnings: int
    notices: int
    undecided: int
    followed: int
    """Awarded with an obligation of their own; the sums below are over these."""
    unknown: int
    """Followed without an amount."""
    attention: int
    """Followed contracts that ask for somebody."""
    owed: Sum
    waived: Sum
    confirmed: Sum
    claimed: Sum
    expected: Sum
    gap: Sum
    people: int | None
    """None too where no efforts are kept."""
    people_confirmed: int | None
    jobs: Decimal | None
    """On the day, of people in the jobs register."""
    target_jobs: Decimal | None
    """The open target for all authorities whose last day is nearest, else those of each authority together."""
    shielded: bool
    """Whether figures on few people were taken out."""


def overview(report: Report, monitoring: Monitoring) -> Overview:
    """The key figures; `found` is what is fit to be passed on (`srtool.portfolio.suppression.shielded`)."""
    checked, totals, people = summary(report), monitoring.totals, monitoring.people
    # Where no efforts are kept it is not known that nobody was placed.
    is_kept = not monitoring.contracts or any(one.dossier.keeps_efforts for one in monitoring.contracts)
    return Overview(
        on=monitoring.on,
        contracts=checked.contracts,
        counted=sum(one.counted for one in report.contracts),
        in_scope=checked.in_scope,
        open_scope=checked.open_scope,
        norm_obligation=checked.norm_obligation,
        asked_obligation=checked.asked_obligation,
        errors=checked.counts["error"],
        warnings=checked.counts["warning"],
        notices=checked.counts["notice"],
        undecided=checked.counts["undecided"],
        followed=totals.contracts,
        unknown=totals.unknown,
        attention=len(monitoring.attention),
        owed=totals.owed,
        waived=totals.waived,
        confirmed=totals.confirmed,
        claimed=totals.claimed,
        expected=totals.expected,
        gap=totals.gap,
        people=people.placed if is_kept else None,
        people_confirmed=people.confirmed if is_kept else None,
        jobs=people.jobs.number if is_kept else None,
        target_jobs=_target(monitoring.targets),
        shielded=people.shielded,
    )


def _target(targets: Iterable[TargetReached]) -> Decimal | None:
    """The open one for everybody whose last day is first, else those of each authority together."""
    open_ones = [one.target for one in targets if not one.closed and one.target.jobs is not None]
    whole = [(one.until or date.max, one.jobs) for one in open_ones if one.authority is None and one.jobs is not None]
    if whole:
        return min(whole)[1]
    named = {bare(one.authority): one.jobs for one in open_ones if one.jobs is not None}
    return sum(named.values(), Decimal(0)) if named and len(named) == len(open_ones) else None
