"""A register as TOML: growth and schedule stay in their contract, however long their entries are."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srtool.register.model import Contract, Growth, Instalment, Register, SocialReturn
from srtool.views.register.to_toml import pairs, pieces

LONG = "Onderbouwd met " + "het gesprek van maart, " * 5 + 'waarin "de markt" \\ 3% noemde'


@pytest.mark.parametrize("length", [1, 60, 99, 100, 101, len(LONG)])
@pytest.mark.parametrize("name", ["growth", "schedule", "milestones"])
def test_a_list_of_tables_stays_where_it_is_however_long_an_entry(name: str, length: int) -> None:
    entries = [{"from": date(2027, 1, 1), "percent": Decimal(5), "reason": LONG[:length]}, {"from": date(2028, 1, 1)}]
    text = "[[contracts]]\n" + pairs({"percent": 4, name: entries, "title": "A"})
    assert "[[growth]]" not in text
    (contract,) = tomllib.loads(text, parse_float=Decimal)["contracts"]
    assert contract == {"percent": 4, name: entries, "title": "A"}


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_whatever_an_entry_says_is_read_back(said: str) -> None:
    assert tomllib.loads(pairs({"growth": [{"reason": said}]})) == {"growth": [{"reason": said}]}


def test_growth_and_schedule_are_written_as_an_officer_would() -> None:
    asked = SocialReturn(
        growth=(Growth(date(2027, 1, 1), Decimal(5)), Growth(date(2028, 1, 1), Decimal("7.5"))),
        schedule=(Instalment(date(2027, 6, 30), Decimal("12500.50")),),
    )
    text = "".join(pieces(Register(contracts=(Contract(id="A", title="Schoonmaak", social_return=asked),))))
    assert text == (
        '[[contracts]]\nid = "A"\ntitle = "Schoonmaak"\n\n[contracts.social_return]\n'
        "growth = [\n    { from = 2027-01-01, percent = 5 },\n    { from = 2028-01-01, percent = 7.5 },\n]\n"
        "schedule = [\n    { date = 2027-06-30, amount = 12500.50 },\n]\n"
    )
