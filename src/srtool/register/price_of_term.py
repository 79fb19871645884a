"""What a price for a year comes to over the term of a contract; euro excl. VAT."""

from __future__ import annotations

from decimal import Decimal

from srtool.money import quotient, to_cents
from srtool.register.model import Contract
from srtool.term import months_and_days

_MONTHS = 12


def yearly_over_term(contract: Contract) -> tuple[Decimal, str] | None:
    """The price of a year over the term without options, days left over as a part of their month, with the formula.

    Whole cents; None where the price or one of the days is not known.
    """
    yearly, start, end = contract.value_per_year, contract.start, contract.end
    if yearly is None or start is None or end is None or contract.indefinite:
        return None
    months, days, length = months_and_days(start, end)
    if not days:
        return to_cents(quotient(yearly * months, Decimal(_MONTHS))), (
            f"round_half_up(value_per_year * {months} / {_MONTHS})"
        )
    value = to_cents(quotient(yearly * (months * length + days), Decimal(length * _MONTHS)))
    return value, f"round_half_up(value_per_year * ({months} + {days} / {length}) / {_MONTHS})"
