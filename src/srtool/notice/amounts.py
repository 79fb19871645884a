"""Amounts in a notice: which of them are values, and which only stand in the field of one."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from srtool.lazy_dataclass import dataclass
from srtool.notice.stated import Stated

LEAST = Decimal(100)
"""What is less, in euro, only fills the field: 0, 1 and 9.99 stand where a value is not made public."""
_FAR_BELOW = 20
"""An award so many times below the estimate or the total of the notice is a price per unit."""
_SURELY_WHOLE = Decimal(50_000)
"""From here on an award counts although nothing in the notice tells it from a price per unit."""


class Flaw(StrEnum):
    """Why an amount is no value."""

    PLACEHOLDER = "placeholder"
    WITHHELD = "withheld"
    CURRENCY = "currency"
    UNIT_PRICE = "unit_price"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount excl. VAT with its currency; with a flaw it stands there but counts for nothing."""

    number: Decimal | None
    currency: str
    flaw: Flaw | None = None

    @property
    def euro(self) -> Decimal | None:
        """The value in euro; None when it is no value, or not in euro."""
        return self.number if self.flaw is None else None


@dataclass(frozen=True, slots=True)
class Estimates:
    """The estimate of a procedure and that of its lots: two accounts of one value, never to be added up."""

    procedure: Decimal | None
    lots: Decimal | None
    """The sum, in euro; None when one lot has none."""

    @property
    def differ(self) -> bool:
        """Whether both are known and are not the same."""
        return self.procedure is not None and self.lots is not None and self.procedure != self.lots


def amount(number: Decimal | None, currency: str, *, is_withheld: bool = False) -> Amount:
    """The amount with its flaw, if it has one: a withheld field holds an invented number."""
    if number is None or not number.is_finite():
        return Amount(None, currency, Flaw.UNREADABLE)
    if is_withheld:
        return Amount(number, currency, Flaw.WITHHELD)
    if currency != "EUR":
        return Amount(number, currency, Flaw.CURRENCY)
    return Amount(number, currency, Flaw.PLACEHOLDER if number < LEAST else None)


def estimates(procedure: Stated[Amount] | None, lots: Iterable[Stated[Amount] | None]) -> Estimates:
    """The estimate at both levels, in euro."""
    values = [lot.value.euro if lot else None for lot in lots]
    known = [value for value in values if value is not None]
    total = sum(known, Decimal(0)) if known and len(known) == len(values) else None
    return Estimates(procedure.value.euro if procedure else None, total)


def is_unit_price(offered: Decimal, whole: Decimal | None) -> bool:
    """Whether an amount that was offered is a price per unit, or cannot be told from one.

    The whole is what the notice says that all contracts, or the lot, come to; without it nothing tells them apart.
    """
    return offered < _SURELY_WHOLE if whole is None else offered * _FAR_BELOW < whole
