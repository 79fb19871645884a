"""A contract of a sheet that says in one cell what the register keeps in several fields."""

from __future__ import annotations

from typing import Any

from srtool.readers.values.days import INDEFINITE
from srtool.readers.values.demands import Demand
from srtool.register.columns import infos

_MIXED = ("asked", "percent", "amount")


def completed(record: dict[str, Any]) -> None:
    """Spreads what one cell says over the fields that it speaks of; a column of their own goes before it."""
    for key in ("end", "end_latest"):
        if record.get(key) is INDEFINITE:
            del record[key]
            if key == "end":
                record.setdefault("indefinite", True)
    asked = record.get("social_return")
    if asked is not None:
        for leaf in _MIXED:
            if asked.get(leaf).__class__ is Demand:
                _spread(asked.pop(leaf), asked)
        if not asked:
            del record["social_return"]


def _spread(demand: Demand, asked: dict[str, Any]) -> None:
    """The answer, the percentage, the amount and the basis, each where nothing else was filled in."""
    choices = infos("contracts")["social_return.basis"].choices
    said = {
        "asked": demand.asked,
        "percent": demand.percent,
        "amount": demand.amount,
        "basis": demand.basis if demand.basis in choices else None,
    }
    for leaf, value in said.items():
        if value is not None and (leaf not in asked or asked[leaf].__class__ is Demand):
            asked[leaf] = value
