"""Percentages below one in TOML: read as they stand, and questioned, for 5 means 5%."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from srtool.errors import Problem
from srtool.register.model import Contract, RegisterFile


def small_percentages(register_file: RegisterFile) -> Iterator[Problem]:
    """A bare 0.05 is read as written, and questioned: 5 means 5%."""
    register, rows = register_file.register, register_file.rows
    for row, contract in zip(rows["contracts"], register.contracts, strict=True):
        for key, percent in _percentages(contract):
            if percent is not None and 0 < percent < 1:
                yield Problem("percent_below_one", row.at(key), {"value": percent})
    for row, adjustment in zip(rows["adjustments"], register.adjustments, strict=True):
        if adjustment.percent is not None and 0 < adjustment.percent < 1:
            yield Problem("percent_below_one", row.at("percent"), {"value": adjustment.percent})


def _percentages(contract: Contract) -> Iterator[tuple[str, Any]]:
    yield "labour_share", contract.labour_share
    asked = contract.social_return
    yield "social_return.percent", asked.percent
    for n, step in enumerate(asked.growth):
        yield f"social_return.growth[{n}].percent", step.percent
