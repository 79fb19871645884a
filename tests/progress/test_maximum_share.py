"""What efforts of some kinds may be of the obligation at most: worked by hand, at the maximum and a cent beside it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srtool.progress.standing import Progress
from srtool.readers.rules import rule_sets
from srtool.register.model import Effort
from srtool.texts import LANGUAGES
from srtool.texts.say import step_label
from tests.support.followed_contracts import AMOUNTS, a_progress

OOST = rule_sets.load(rule_sets.find("oost-nederland-2026", None)).rules
"""Purchases from PSO steps 1, 2 and 3 count for 10%, 20% and 30%, together for at most half of the obligation."""
RIJNMOND = rule_sets.load(rule_sets.find("rijnmond-2024", None)).rules
"""Social investment counts for at most a quarter of the obligation."""


def purchase(name: str, block: str, amount: str | int | Decimal, **more: Any) -> Effort:  # noqa: ANN401 - fields of an effort
    fields: dict[str, Any] = {"status": "confirmed", "confirmed_on": date(2025, 6, 1), "start": date(2025, 3, 1)} | more
    return Effort(id=name, contract="A", kind="purchase", block=block, amount=Decimal(amount), **fields)


def values(progress: Progress) -> list[str]:
    return [str(entry.so_far.value) for entry in progress.entries]


@pytest.mark.parametrize(
    ("invoice", "counts", "open_"),
    [
        ("49999.90", "4999.99", "5000.01"),  # 10% of it: a cent below half of 10,000
        ("50000", "5000.00", "5000.00"),
        ("50000.10", "5000.00", "5000.00"),
        ("900000", "5000.00", "5000.00"),
    ],
)
def test_at_the_maximum_and_a_cent_beside_it(invoice: str, counts: str, open_: str) -> None:
    stands = a_progress(owed=10_000, rules=OOST, efforts=[purchase("1", "pso-purchase-1", invoice)])
    assert values(stands) == [counts]
    assert (str(stands.confirmed), str(stands.open)) == (counts, open_)


def test_the_kinds_of_one_maximum_share_it_in_order_of_time_and_others_are_free() -> None:
    efforts = [
        purchase("2", "pso-purchase-2", 15_000, start=date(2025, 4, 1)),  # 20%: 3,000
        purchase("1", "pso-purchase-1", 30_000),  # 10%: 3,000, the first in time
        purchase("3", "pso-purchase-3", 10_000, start=date(2025, 5, 1)),  # 30%: 3,000, and no room left
        purchase("4", "social-procurement", 4_000, start=date(2025, 6, 1)),
    ]
    stands = a_progress(owed=10_000, rules=OOST, efforts=efforts)
    assert values(stands) == ["3000.00", "2000.00", "0.00", "4000.00"]
    assert (str(stands.confirmed), str(stands.open), str(stands.surplus)) == ("9000.00", "1000.00", "0.00")
    steps = {step.name: step.value for step in stands.entries[1].so_far.steps}
    assert (steps["share_maximum"], steps["share_taken"]) == (Decimal("5000.00"), Decimal("3000.00"))
    assert steps["value_within_share"] == Decimal("2000.00")
    assert all(step_label(lang, step) for lang in LANGUAGES for step in stands.entries[1].so_far.steps)


def test_what_is_confirmed_takes_its_room_before_what_is_claimed() -> None:
    efforts = [
        purchase("1", "pso-purchase-1", 30_000, status="claimed", claimed_on=date(2025, 3, 1), confirmed_on=None),
        purchase("2", "pso-purchase-2", 20_000, start=date(2025, 4, 1)),
        purchase("3", "pso-purchase-2", 20_000, start=date(2025, 4, 2), status="disputed"),
    ]
    stands = a_progress(owed=10_000, rules=OOST, efforts=efforts)
    assert values(stands) == ["1000.00", "4000.00", "4000.00"]
    assert (str(stands.claimed), str(stands.confirmed)) == ("1000.00", "4000.00")


def test_the_pace_and_the_forecast_hold_no_more_than_fits() -> None:
    efforts = [
        purchase("1", "pso-purchase-1", 40_000, start=date(2026, 2, 1), confirmed_on=date(2026, 3, 1)),  # 4,000
        purchase("2", "pso-purchase-1", 90_000, start=date(2026, 3, 1), confirmed_on=date(2026, 3, 1)),  # 9,000
    ]
    stands = a_progress(owed=10_000, rules=OOST, efforts=efforts)
    assert values(stands) == ["4000.00", "1000.00"]
    assert (str(stands.expected), str(stands.gap)) == ("5000.00", "5000.00")
    assert str(stands.pace) == "5000.00"  # 365 days of history, 5,000 of it


def test_a_quarter_of_the_obligation_for_social_investment() -> None:
    investment = Effort(
        id="1",
        contract="A",
        kind="activity",
        block="social-investment",
        amount=Decimal("2500.01"),
        start=date(2025, 3, 1),
        status="confirmed",
    )
    stands = a_progress(owed=10_000, rules=RIJNMOND, efforts=[investment])
    assert str(stands.confirmed) == "2500.00"


def test_without_an_obligation_nothing_is_cut_off_and_nothing_is_called_open() -> None:
    stands = a_progress(owed=None, rules=OOST, efforts=[purchase("1", "pso-purchase-1", 900_000)])
    assert values(stands) == ["90000.00"]
    assert (stands.open, stands.gap) == (None, None)


@given(st.lists(st.tuples(st.sampled_from("123"), AMOUNTS), max_size=6), st.integers(0, 40_000))
def test_together_never_above_the_maximum_and_never_below_what_it_lets_through(
    bought: list[tuple[str, Decimal]], owed: int
) -> None:
    efforts = [purchase(f"{n}", f"pso-purchase-{step}", amount) for n, (step, amount) in enumerate(bought)]
    stands = a_progress(owed=owed, rules=OOST, efforts=efforts)
    uncapped = a_progress(owed=None, rules=OOST, efforts=efforts)
    assert stands.confirmed == min(uncapped.confirmed, Decimal(owed) / 2)
    assert stands.owed == stands.confirmed + (stands.open or 0) - (stands.surplus or 0)
