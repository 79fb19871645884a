"""Dates that are more likely a slip of the pen: a figure that rests on one says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from operator import attrgetter

from srtool.register.model import Contract
from srtool.term import add_months

DAYS = ("start", "end", "end_latest", "procedure_start", "awarded_on")
_TERM = frozenset({"start", "end"})
_MONTHS = 360
"""30 years from the day."""
_days_of = attrgetter(*DAYS)


def improbable(contract: Contract, on: date) -> Iterator[tuple[str, date]]:
    """The fields with such a date, each with its day."""
    first, last = _probable(on)
    for key, day in zip(DAYS, _days_of(contract), strict=True):
        if day is not None and not first <= day <= last:
            yield key, day


def with_improbable_days(contracts: Sequence[Contract], on: date) -> frozenset[str]:
    """The numbers of the contracts with such a date."""
    first, last = _probable(on)
    days = {day for contract in contracts for day in _days_of(contract)} - {None}
    if all(first <= day <= last for day in days):  # of most registers
        return frozenset()
    return frozenset(contract.id for contract in contracts if any(improbable(contract, on)))


def improbable_term(contract: Contract, on: date) -> date | None:
    """The improbable day between which and another the term lies: what is spread over the term rests on it."""
    return next((day for key, day in improbable(contract, on) if key in _TERM), None)


@cache
def _probable(on: date) -> tuple[date, date]:
    """The first and the last day that is no slip of the pen; one pair for a whole register."""
    return add_months(on, -_MONTHS), add_months(on, _MONTHS)
