"""One column for social return in which yes, no, percentages and amounts stand together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from srtool.readers.values.demands import Demand, demand_of
from srtool.readers.values.reading import Read, Unread


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("ja", Demand(asked=True)),
        ("J", Demand(asked=True)),
        ("nee", Demand(asked=False)),
        ("nvt", Demand(asked=False)),
        ("n.v.t.", Demand(asked=False)),
        ("5%", Demand(asked=True, percent=Decimal(5))),
        ("2 %", Demand(asked=True, percent=Decimal(2))),
        ("5,0%", Demand(asked=True, percent=Decimal("5.0"))),
        ("ja, 5%", Demand(asked=True, percent=Decimal(5))),
        ("ja (2%)", Demand(asked=True, percent=Decimal(2))),
        ("ja, 5% van de loonsom", Demand(asked=True, percent=Decimal(5), basis="wage_sum")),
        ("5% opdrachtsom", Demand(asked=True, percent=Decimal(5), basis="contract_value")),
        ("5% van de gefactureerde omzet", Demand(asked=True, percent=Decimal(5), basis="invoiced_turnover")),
    ],
)
def test_what_is_written_out_is_read(text: str, demand: Demand) -> None:
    assert demand_of(text) == Read(demand)


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("5", Demand(asked=True, percent=Decimal(5))),
        ("€ 15.000", Demand(asked=True, amount=Decimal("15000.00"))),
        ("15000", Demand(asked=True, amount=Decimal("15000.00"))),
    ],
)
def test_a_bare_number_is_derived(text: str, demand: Demand) -> None:
    assert demand_of(text) == Read(demand, derived=True)


@pytest.mark.parametrize("text", ["?", "-", "", "onbekend", "n.t.b."])
def test_nothing_filled_in_is_no_answer(text: str) -> None:
    assert demand_of(text) == Read(None)


@pytest.mark.parametrize(
    "text", ["x", "v", "wens", "2% en 5%", "nee, 5%", "5% van de loonsom of de opdrachtsom", "0%", "150%"]
)
def test_only_the_officer_knows_the_rest(text: str) -> None:
    assert isinstance(demand_of(text), Unread)


def test_a_share_below_one_is_asked_about() -> None:
    assert demand_of("0,05") == Unread("demand_share", Decimal("5.00"))
