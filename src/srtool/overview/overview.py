"""The key figures of a whole register in one record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from srtool.finding import Report
from srtool.monitor.portfolio import Monitoring


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
    norm_obligation: Decimal | None
    asked_obligation: Decimal | None
    with_norm: int
    """Over so many contracts the norm is summed, and below what is asked."""
    with_asked: int
    errors: int
    warnings: int
    notices: int
    undecided: int
    followed: int
    """Awarded with an obligation of their own; the sums below are over those whose amount is known."""
    unknown: int
    """Followed without an amount."""
    attention: int
    """Followed contracts that ask for somebody."""
    owed: Decimal
    waived: Decimal
    confirmed: Decimal
    claimed: Decimal
    expected: Decimal
    gap: Decimal
    people: int | None
    people_confirmed: int | None
    jobs: Decimal | None
    """On the day, of people in the jobs register."""
    target_jobs: Decimal | None
    """The target of the whole organisation; None without one that is still open."""
    shielded: bool
    """Whether figures on few people were taken out."""


def overview(report: Report, found: Monitoring) -> Overview:
    """The key figures; of `found` only what is fit to be passed on."""
    raise NotImplementedError
