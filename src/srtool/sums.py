"""Sums of which a part may not be known: what is not known is never counted as zero."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from srtool.lazy_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum over contracts; euro excl. VAT."""

    known: Decimal | None
    """Over the contracts of which something is known; None where that is none of them."""
    parts: int
    """Of so many contracts the whole amount is known."""
    of: int
    """So many contracts have such an amount."""

    @property
    def whole(self) -> Decimal | None:
        """The sum; None where a part of it is not known."""
        return self.known if self.parts == self.of else None


def sum_of(amounts: Iterable[tuple[Decimal | None, bool]]) -> Sum:
    """The sum of amounts, each with whether it is the whole amount of its contract; over nothing it is 0.00."""
    every = list(amounts)
    known = [amount for amount, _ in every if amount is not None]
    return Sum(
        known=sum(known, Decimal("0.00")) if known or not every else None,
        parts=sum(amount is not None and is_whole for amount, is_whole in every),
        of=len(every),
    )
