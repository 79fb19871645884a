"""Amounts of 0 or 1 euro: not a value but a sign that there is none, or a framework without guaranteed turnover."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import Any

from srtool.register.model import Contract

FIELDS = ("contract_value", "estimated_value", "wage_sum")
_amounts = attrgetter(*FIELDS)
_MOST = 1
"""Euro: what officers type where a field insists on an amount."""


def token_fields(contract: Contract) -> tuple[str, ...]:
    """The fields of a contract in which such an amount stands."""
    amounts = _amounts(contract)
    # Nearly every contract has none: the quick answer, for a register asks it of each.
    if not any(amount is not None and amount <= _MOST for amount in amounts):
        return ()
    return tuple(key for key, amount in zip(FIELDS, amounts, strict=True) if amount is not None and amount <= _MOST)


def without_tokens(contract: Contract) -> Contract:
    """The contract as far as its amounts are known."""
    fields = token_fields(contract)
    nothing: dict[str, Any] = dict.fromkeys(fields)
    return replace(contract, **nothing) if fields else contract
