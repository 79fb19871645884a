"""Every check, one module per family; ALL is the whole list in the order of the codes."""

from __future__ import annotations

from srtool.checks import combination, consistency, demand, preparation, procurement, realisation, scope
from srtool.checks.check import Check

ALL: tuple[Check, ...] = (
    *scope.ALL,
    *demand.ALL,
    *preparation.ALL,
    *procurement.ALL,
    *combination.ALL,
    *realisation.ALL,
    *consistency.ALL,
)
