"""Amounts and percentages: read without guessing, rounded half up, once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srtool.money import NotANumber, amount_from_float, amount_from_text, percent_from_text, quotient, to_cents

AMOUNTS = st.decimals(min_value=0, max_value=10**12, places=2)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1234", "1234.00"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1234,5", "1234.50"),
        ("1234.56", "1234.56"),
        ("€ 250.000,-", "250000.00"),
        ("€ 250.000,00", "250000.00"),
        ("250.000.000", "250000000.00"),
        ("250 000", "250000.00"),
        ("250 000,50", "250000.50"),
        ("EUR 12,00", "12.00"),
        ("0", "0.00"),
    ],
)
def test_a_clear_amount(text: str, amount: str) -> None:
    assert amount_from_text(text) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.234", "amount_ambiguous"),
        ("1,234", "amount_ambiguous"),
        ("-5", "amount_negative"),
        ("1234,567", "amount_decimals"),
        ("twaalf", "amount_type"),
        ("1.23.4", "amount_type"),
        ("12.34.567", "amount_type"),
        ("", "amount_type"),
        ("1234567890123456", "amount_digits"),
        ("5%", "amount_type"),
    ],
)
def test_an_unclear_amount_is_refused(text: str, code: str) -> None:
    with pytest.raises(NotANumber) as refused:
        amount_from_text(text)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        ("2.665", "2.67"),
        ("2.6649999", "2.66"),
        ("0.005", "0.01"),
        ("12500.0005", "12500.00"),
        ("12500.005", "12500.01"),
    ],
)
def test_half_up(value: str, rounded: str) -> None:
    assert to_cents(Decimal(value)) == Decimal(rounded)


def test_a_float_within_a_millionth_of_a_cent() -> None:
    assert amount_from_float(0.1 + 0.2) == Decimal("0.30")
    assert amount_from_float(1234.56) == Decimal("1234.56")
    for value, code in ((0.001, "amount_decimals"), (float("nan"), "amount_type"), (1e300, "amount_digits")):
        with pytest.raises(NotANumber) as refused:
            amount_from_float(value)
        assert refused.value.code == code


@given(AMOUNTS)
def test_an_amount_survives_each_way_of_writing_it(amount: Decimal) -> None:
    english = f"{amount:,.2f}"
    dutch = english.translate(str.maketrans(",.", ".,"))
    assert amount_from_text(english) == amount_from_text(dutch) == amount_from_text(str(amount)) == amount


@given(st.floats(min_value=0, max_value=10**10))
def test_a_float_is_read_to_the_cent_or_refused(value: float) -> None:
    try:
        amount = amount_from_float(value)
    except NotANumber:
        return
    assert abs(amount - Decimal(repr(value))) <= Decimal("0.00000001")


@given(st.decimals(0, 10**14, places=2))
def test_a_float_of_whole_cents_is_exactly_that_amount(amount: Decimal) -> None:
    try:
        read = amount_from_float(float(amount))
    except NotANumber:
        assert amount >= 10**13
        return
    assert (read, read.as_tuple().exponent) == (amount, -2)


@pytest.mark.parametrize("value", [0.0, -0.0, 9_999_999_999_999.98, 0.01, 1.005, 2.675, 1e-9])
def test_a_float_at_the_edge_is_read_as_its_digits_say(value: float) -> None:
    exact = Decimal(repr(value))
    near = to_cents(exact)
    if abs(exact - near) > Decimal("0.00000001"):
        with pytest.raises(NotANumber, match="amount_decimals"):
            amount_from_float(value)
    else:
        assert amount_from_float(value).as_tuple() == near.as_tuple()


@given(AMOUNTS, st.integers(min_value=1, max_value=36_525))
def test_rounding_a_quotient_is_rounding_the_exact_value(amount: Decimal, days: int) -> None:
    rounded = to_cents(quotient(amount, Decimal(days)))
    # Exact in whole numbers: |rounded - amount / days| is at most half a cent, and a tie goes up.
    difference = rounded * days - amount
    assert -Decimal("0.005") * days < difference <= Decimal("0.005") * days


@pytest.mark.parametrize(("text", "percent"), [("5", "5"), ("5%", "5"), ("5,5 %", "5.5"), ("0.05", "0.05")])
def test_percent(text: str, percent: str) -> None:
    assert percent_from_text(text) == Decimal(percent)
