"""The kinds of value that a register holds, as people write them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic_core import ValidationError

from srtool.register.fields import Amount, Day, Months
from srtool.register.validation import Validator

DAY: Validator[Any] = Validator(Day)
AMOUNT: Validator[Any] = Validator(Amount)


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-01",
        "2026-5-1",
        "1/5/2026",
        "01/05/2026",
        "1-5-2026",
        "01-05-2026",
        "1.5.2026",
        "01.05.2026",
        "01-mei-2026",
        "1-mei-2026",
        "1-May-2026",
        "01/mei/2026",
        "1 mei 2026",
        "01 mei. 2026",
        "01-05-2026 00:00",
        "01/05/2026 0:00:00",
        "2026-05-01T00:00:00",
        "2026-05-01 00:00:00.000",
        "1-mei-2026 00:00:00",
        " 1 mei 2026 ",
    ],
)
def test_a_day_in_text(text: str) -> None:
    assert DAY.validate(text) == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("month", "number"),
    [("jan", 1), ("mrt", 3), ("mar", 3), ("mei", 5), ("okt", 10), ("oct", 10), ("Aug.", 8), ("december", 12)],
)
def test_a_month_may_be_dutch_or_english(month: str, number: int) -> None:
    assert DAY.validate(f"31-{month}-2026") == date(2026, number, 31)


@pytest.mark.parametrize(
    "text",
    [
        "31-02-2026",
        "1/13/2026",
        "01-05/2026",
        "01-05-26",
        "1-foo-2026",
        "01-05-2026 14:30",
        "01-05-2026 00:00:01",
        "mei 2026",
        "00:00",
        "",
    ],
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValidationError):
        DAY.validate(text)


MONTHS: Validator[Any] = Validator(Months)


@pytest.mark.parametrize(("value", "months"), [(0, 0), (48, 48), ("48", 48), (48.0, 48), (1200, 1200)])
def test_months(value: object, months: int) -> None:
    assert MONTHS.validate(value) == months


@pytest.mark.parametrize(
    ("value", "code"),
    [(1201, "months_range"), (-1, "months_range"), (2.5, "count_type"), ("4 jaar", "count_type"), (True, "count_type")],
)
def test_no_months(value: object, code: str) -> None:
    with pytest.raises(ValidationError) as raised:
        MONTHS.validate(value)
    assert [detail["type"] for detail in raised.value.errors()] == [code]


@pytest.mark.parametrize("amount", [1234, 1234.5])
def test_an_amount_of_many_records_is_one_object(amount: float) -> None:
    """A register of hundreds of thousands of efforts has some thousands of different amounts."""
    assert AMOUNT.validate(amount) is AMOUNT.validate(amount)


@pytest.mark.parametrize("zero", [0, 0.0, -0.0])
def test_minus_zero_is_shown_as_zero_whatever_was_read_before_it(zero: float) -> None:
    assert str(AMOUNT.validate(zero)) == "0.00"
    assert str(AMOUNT.validate(0)) == "0.00"


def test_a_truth_value_is_no_amount_even_after_one_euro() -> None:
    AMOUNT.validate(1)
    with pytest.raises(ValidationError, match="amount_type"):
        AMOUNT.validate(True)  # noqa: FBT003 - what a file may hold
