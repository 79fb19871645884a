"""Every check, one module per family; ALL is the whole list in the order of the codes."""

from __future__ import annotations

from srtool.checks import (
    changes,
    claims,
    combination,
    consistency,
    demand,
    preparation,
    procurement,
    realisation,
    reductions,
    scope,
)
from srtool.checks.check import Check

ALL: tuple[Check, ...] = (
    *scope.ALL,
    *demand.ALL,
    *preparation.ALL,
    *procurement.ALL,
    *combination.ALL,
    *changes.ALL,
    *realisation.ALL,
    *claims.ALL,
    *reductions.ALL,
    *consistency.ALL,
)

LOGIC_ALONE = (
    *("SR504", "SR505", "SR506", "SR508", "SR509", "SR514", "SR516", "SR518"),
    *("SR601", "SR605", "SR608", "SR611", "SR613"),
    *("SR701", "SR702", "SR703"),
    *("SR901", "SR902", "SR903", "SR904", "SR905", "SR906", "SR907", "SR908", "SR909"),
)
"""Checks without a source in a rule set: that data or texts contradict each other, or what was agreed, needs none."""
