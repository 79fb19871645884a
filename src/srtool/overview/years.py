"""What was owed and realised per calendar year, to the cent what it is over the whole of each contract. Euro excl. VAT.

Owed in a year is what the agreed schedule or the spread over the term asks in it, by what is known on the day of
waivers and extensions; a leniency says when somebody is held to it, not of which year it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from srtool.progress.record import Progress


@dataclass(frozen=True, slots=True)
class Year:
    """One calendar year, of the contracts whose amounts are known."""

    year: int
    obligation: Decimal
    """Owed in it: the obligation less what is waived."""
    realised: Decimal
    """Confirmed, and counted in this year up to the day."""
    expected: Decimal
    """What confirmed efforts still bring in it after the day."""


@dataclass(frozen=True, slots=True)
class Years:
    """The years without a gap between them, and what belongs to none."""

    years: tuple[Year, ...]
    undated_owed: Decimal
    """Of contracts without a start or an end, which nothing can spread."""
    undated_confirmed: Decimal
    """Of efforts without a start and without a day on which they were claimed or confirmed."""
    unknown: int
    """Contracts without an amount, left out of every sum."""


def years(found: Iterable[Progress], on: date) -> Years:
    """The years of these contracts; over the years and the undated each sum is that of the contracts."""
    raise NotImplementedError
