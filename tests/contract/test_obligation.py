"""Properties of spreading an obligation along its growth path."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from srtool.contract.demand import growth_days
from srtool.contract.obligation import assess
from srtool.finding import Answer
from srtool.place import Place, Row
from srtool.register.cpv import kind_of_cpv
from srtool.register.model import Assumption, Contract, Growth, SocialReturn
from srtool.register.places import Places
from srtool.term import days_in

ROW = Row("x.toml", "contracts", 0)
AMOUNTS = st.decimals(min_value=1, max_value=10**9, places=2)
PERCENTS = st.decimals(min_value=Decimal("0.01"), max_value=100, places=2)
START = date(2026, 1, 1)


@st.composite
def paths(draw: st.DrawFn) -> Contract:
    days = draw(st.integers(min_value=1, max_value=4_000))
    offsets = sorted(draw(st.sets(st.integers(min_value=-30, max_value=4_200), min_size=1, max_size=5)))
    growth = tuple(Growth(START + timedelta(days=offset), draw(PERCENTS)) for offset in offsets)
    return Contract(
        id="A",
        title="t",
        wage_sum=draw(AMOUNTS),
        start=START,
        end=START + timedelta(days=days - 1),
        social_return=SocialReturn(percent=draw(PERCENTS), basis="wage_sum", growth=growth),
    )


def _asked(contract: Contract) -> Decimal:
    found = assess(contract, Places(ROW), None, "draft", {})
    assert found.asked is not None
    assert found.asks is Answer.YES
    value: Decimal = found.asked.value
    return value


@given(paths())
def test_every_day_of_the_term_falls_under_one_percentage(contract: Contract) -> None:
    assert contract.end is not None
    assert sum(days for days, _ in growth_days(contract)) == days_in(START, contract.end)


@given(paths())
def test_the_obligation_lies_between_its_lowest_and_highest_percentage(contract: Contract) -> None:
    assert contract.wage_sum is not None
    percents = [percent for _, percent in growth_days(contract) if percent is not None]
    cent = Decimal("0.01")
    low, high = (contract.wage_sum * percent / 100 for percent in (min(percents), max(percents)))
    assert low - cent <= _asked(contract) <= high + cent


@given(paths(), PERCENTS)
def test_a_flat_path_is_its_percentage(contract: Contract, percent: Decimal) -> None:
    asked = contract.social_return
    flat = SocialReturn(
        percent=percent, basis="wage_sum", growth=tuple(Growth(point.from_, percent) for point in asked.growth)
    )
    plain = SocialReturn(percent=percent, basis="wage_sum")
    both = [
        Contract("A", "t", wage_sum=contract.wage_sum, start=START, end=contract.end, social_return=way)
        for way in (flat, plain)
    ]
    assert _asked(both[0]) == _asked(both[1])


def test_kind_by_cpv_at_the_edges_of_the_divisions() -> None:
    kinds = {
        "03": "supplies", "44": "supplies", "45": "works", "48": "supplies", "50": "services", "98": "services",
        "46": None, "xx": None,
    }  # fmt: skip
    assert {division: kind_of_cpv(f"{division}000000") for division in kinds} == kinds


def test_a_slip_in_the_cpv_code_gives_no_share_of_labour() -> None:
    assumed = {"90": Assumption(Decimal(50), Place("srtool.toml", "labour_share", key="90"))}
    for cpv, wage_sum in (("90910000", Decimal(500)), ("9091000", None)):
        found = assess(
            Contract(id="A", title="t", cpv=cpv, contract_value=Decimal(1000)), Places(ROW), None, "draft", assumed
        )
        assert (found.wage_sum.value if found.wage_sum else None) == wage_sum
