"""The services under the lighter procedure by their CPV prefixes: no wider than what was read."""

from __future__ import annotations

from datetime import date

import pytest

from srtool.contract.estimate import candidates
from srtool.readers.rules import rule_sets
from srtool.register.model import Contract

LAW = rule_sets.load(rule_sets.find("eu-thresholds", None)).rules.on(date(2026, 6, 1))


@pytest.mark.parametrize(
    ("cpv", "lighter"),
    [
        ("64110000", True),  # post
        ("64200000", False),  # telecom
        ("79622000", True),
        ("79620000", False),  # temporary staff
        ("79611000", True),
        ("79610000", False),
        ("98133000", True),
        ("98310000", False),  # laundry
        ("50116510", True),
        ("50116500", False),
        ("71550000", True),
        ("85000000", True),
        ("90910000", False),
    ],
)
def test_which_services_may_fall_under_the_lighter_procedure(cpv: str, lighter: bool) -> None:  # noqa: FBT001 - a column
    contract = Contract(id="A", title="A", kind="services", cpv=cpv, authority_kind="central")
    general, special = candidates(contract, "services", LAW)
    assert bool(special) is lighter
    assert [threshold.id for threshold in general] == ["central-2026"]
