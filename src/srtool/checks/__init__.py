"""Every check, one module per family; ALL is the whole list in the order of the codes."""

from __future__ import annotations

from srtool.checks import (
    changes,
    claims,
    combination,
    consistency,
    demand,
    efforts,
    paths,
    preparation,
    procurement,
    realisation,
    reductions,
    scope,
)
from srtool.checks.check import Check

_FAMILIES = (
    *scope.ALL,
    *demand.ALL,
    *preparation.ALL,
    *procurement.ALL,
    *combination.ALL,
    *changes.ALL,
    *realisation.ALL,
    *efforts.ALL,
    *claims.ALL,
    *paths.ALL,
    *reductions.ALL,
    *consistency.ALL,
)

ALL: tuple[Check, ...] = tuple(sorted(_FAMILIES, key=lambda check: check.code))

LOGIC_ALONE = (
    *("SR504", "SR505", "SR506", "SR508", "SR509", "SR514", "SR516", "SR517", "SR518"),
    *("SR601", "SR605", "SR608", "SR611", "SR613"),
    *("SR701", "SR702", "SR703"),
    *("SR901", "SR902", "SR903", "SR904", "SR905", "SR906", "SR907", "SR908", "SR909"),
)
"""Checks without a source in a rule set: that data or texts contradict each other, or what was agreed, needs none."""
