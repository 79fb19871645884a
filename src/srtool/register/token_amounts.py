"""Amounts of 0 or 1 euro: not a value but a sign that there is none, or a framework without guaranteed turnover."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from srtool.register.model import Contract

FIELDS = ("contract_value", "estimated_value", "wage_sum")
_MOST = 1
"""Euro: what officers type where a field insists on an amount."""


def token_fields(contract: Contract) -> tuple[str, ...]:
    """The fields of a contract in which such an amount stands."""
    return tuple(key for key in FIELDS if (amount := getattr(contract, key)) is not None and amount <= _MOST)


def without_tokens(contract: Contract) -> Contract:
    """The contract as far as its amounts are known."""
    fields = token_fields(contract)
    nothing: dict[str, Any] = dict.fromkeys(fields)
    return replace(contract, **nothing) if fields else contract
