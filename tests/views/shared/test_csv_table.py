"""A table as CSV: every kind of value as a spreadsheet of that language reads it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from srtool.texts import Lang
from srtool.views.shared.csv_table import csv_lines
from srtool.views.shared.table import Column, Formula, Link, Toned, Value

HEADINGS = {"name": "Name", "value": "Value"}
COLUMNS: tuple[Column[Value], ...] = (
    Column("value", "text", lambda value: value),
    Column("name", "text", lambda _: "a"),
)


def test_headings_and_values_come_from_the_same_column() -> None:
    assert "".join(csv_lines(COLUMNS, [1], HEADINGS, "en")) == "\ufeffValue,Name\r\n1,a\r\n"
    assert "".join(csv_lines(COLUMNS[::-1], [1], HEADINGS, "nl")) == "\ufeffName;Value\r\na;1\r\n"


def test_a_column_without_a_heading_is_no_column() -> None:
    with pytest.raises(KeyError):
        list(csv_lines(COLUMNS, [1], {"name": "Name"}, "en"))


@pytest.mark.parametrize(
    ("value", "lang", "cell"),
    [
        (None, "nl", ""),
        ("", "nl", ""),
        (0, "nl", "0"),
        (Decimal("1234567.50"), "nl", "1234567,50"),
        (Decimal("1234567.50"), "en", "1234567.50"),
        (Decimal("1E+3"), "nl", "1000"),
        (date(2026, 11, 22), "nl", "2026-11-22"),
        (Link("A", "'Reasoning'!A5"), "nl", "A"),
        (Toned("behind", "bad"), "nl", "behind"),
        (Toned("", None), "nl", ""),
        (Formula("=1+1"), "nl", "'=1+1"),
        ("=1+1", "nl", "'=1+1"),
        (-3, "nl", "'-3"),
    ],
)
def test_a_value_stands_as_a_spreadsheet_reads_it(value: Value, lang: Lang, cell: str) -> None:
    _, _, row = csv_lines(COLUMNS, [value], HEADINGS, lang)
    assert row == f"{cell}{';' if lang == 'nl' else ','}a\r\n"
