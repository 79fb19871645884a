"""What a lot and its procedure are estimated at: which counts for a threshold, and what is added up once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from srtool.contract.estimate import Estimate, counted_once, estimate
from srtool.place import Place, Row
from srtool.readers.rules import rule_sets
from srtool.register.model import Contract
from srtool.register.places import Places
from srtool.register.procedure_estimate import ProcedureEstimate
from srtool.rules.rulebook import EUROPEAN

EUROPE = rule_sets.load(rule_sets.find(EUROPEAN, None)).rules


def _estimate(own: int | None) -> Estimate:
    contract = Contract(id="x", title="x", estimated_value=None if own is None else Decimal(own))
    whole = ProcedureEstimate("p", Decimal(1000), Place("a.xml"))
    return estimate(contract, Places(Row("a.xml", "contracts", 0)), "services", EUROPE, whole)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ((None, None), (1000, None)),
        ((100, None), (100, 900)),
        ((None, 100, None), (900, 100, None)),
        ((600, 400), (600, 400)),
        ((700, 400), (700, 400)),
        ((1100, None), (1100, None)),  # not -100
    ],
)
def test_a_procedure_is_counted_once(own: tuple[int | None, ...], expected: tuple[int | None, ...]) -> None:
    counted = counted_once((str(n), _estimate(value)) for n, value in enumerate(own))
    assert tuple(counted.values()) == expected
