"""The suppliers of a register: what each owes and delivered, and what is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from srtool.model import Register
from srtool.progress.record import Progress


@dataclass(frozen=True, slots=True)
class SupplierRow:
    """One supplier; sums over its followed contracts whose amounts are known, euro excl. VAT."""

    id: str | None
    """None for one that the suppliers table does not know, or of which the name fits several."""
    name: str
    kind: str | None
    pso: str | None
    pso_30plus: bool | None
    pso_until: date | None
    pso_expired: bool
    contracts: int
    """In the register, call-offs too."""
    following: int
    """Of them awarded with an obligation of their own."""
    owed: Decimal | None
    """The obligation less what is waived; None where it is known of none."""
    unknown: int
    """Followed contracts without an amount, left out of every sum."""
    confirmed: Decimal
    claimed: Decimal
    expected: Decimal
    gap: Decimal
    states: tuple[tuple[str, int], ...]
    """(state, so many contracts), in the order of the states."""


def suppliers(register: Register, found: Sequence[Progress], on: date) -> tuple[SupplierRow, ...]:
    """Every supplier of a contract or of the table; the largest gap first, then by name."""
    raise NotImplementedError
