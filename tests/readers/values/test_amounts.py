"""Amounts as they stand in registers: read, or unread with the likely amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from srtool.readers.values.amounts import amount_of, thousands_in
from srtool.readers.values.reading import Read, Unread


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("€ 250.000,-", "250000.00"),
        ("€ 250.000,=", "250000.00"),
        ("EUR 500.000,--", "500000.00"),
        ("€ 1.250.000", "1250000.00"),
        ("EUR 720.000", "720000.00"),
        ("250.000 euro", "250000.00"),
        ("€ 85.000,00 excl. BTW", "85000.00"),
        ("85.000,00 exclusief btw", "85000.00"),
        ("€ 12,50", "12.50"),
        ("1 250 000,00", "1250000.00"),
        ("1\u00a0250\u00a0000", "1250000.00"),
        ("250'000", "250000.00"),
        ("0", "0.00"),
        ("1234", "1234.00"),
    ],
)
def test_a_clear_amount_is_read(text: str, amount: str) -> None:
    reading = amount_of(text)
    assert isinstance(reading, Read)
    assert reading.value == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "why", "proposed"),
    [
        ("1,2 mln", "amount_scale", "1200000"),
        ("1,25 miljoen", "amount_scale", "1250000"),
        ("€1,5M", "amount_scale", "1500000"),
        ("800k", "amount_scale", "800000"),
        ("ca. 250.000", "amount_about", "250000"),
        ("ca. € 250.000", "amount_about", "250000"),
        ("ca. € 300.000 p.j.", "amount_per_year", "300000"),
        ("50.000,00 per jaar", "amount_per_year", "50000"),
        ("€ 1.234 per maand", "amount_per_month", "1234"),
        ("€ 75 per uur", "amount_period", "75"),
        ("max. € 500.000", "amount_limit", "500000"),
        ("> 250.000,00", "amount_limit", "250000"),
        ("€ 400.000 - € 600.000", "amount_range", None),
        ("tussen 1 en 2 ton", "amount_range", None),
        ("250.000 incl. btw", "amount_with_vat", None),
        ("65%", "amount_share", None),
        ("$ 500", "amount_currency", None),
        ("-5", "amount_negative", None),
        ("(500)", "amount_negative", None),
        ("5-", "amount_negative", None),
        ("1.234,567", "amount_decimals", None),
        ("zie bijlage", "amount_type", None),
        ("1.234", "amount_ambiguous", "1234"),
        ("1,234", "amount_ambiguous", "1234"),
        ("1234567890123456", "amount_digits", None),
        ("1" + " " * 40_000, "amount_long", None),
    ],
)
def test_anything_else_is_unread_with_the_likely_amount(text: str, why: str, proposed: str | None) -> None:
    reading = amount_of(text)
    assert isinstance(reading, Unread)
    assert reading.why == why
    assert reading.proposed == (None if proposed is None else Decimal(proposed))


@pytest.mark.parametrize(
    ("column", "sign"),
    [
        (["€ 85.000,00", "350.000"], "."),
        (["350.000"], None),
        (["€ 350.000"], "."),
        (["1234,50"], "."),
        (["1234.50"], ","),
        (["1,234.00", "350,000"], ","),
        (["1.234,00", "1,234.00"], None),
        (["1.250.000"], "."),
    ],
)
def test_a_column_proves_which_sign_stands_between_thousands(column: list[str], sign: str | None) -> None:
    assert thousands_in(column) == sign


def test_the_column_settles_what_a_cell_alone_leaves_open() -> None:
    assert amount_of("350.000", ".") == Read(Decimal("350000.00"), derived=True)
    assert amount_of("350,000", ",") == Read(Decimal("350000.00"), derived=True)
    assert amount_of("350,000", ".") == Unread("amount_decimals")
    assert amount_of("€ 350.000", ",") == Unread("amount_decimals")
    assert amount_of("max. 500.000", ".") == Unread("amount_limit", Decimal("500000.00"))
