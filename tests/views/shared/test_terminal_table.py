"""A table on a terminal: words at the left, numbers at the right, nothing wider than it must be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from srtool.views.shared.table import Column, Toned
from srtool.views.shared.terminal_table import aligned

Row = tuple[str, Decimal | str | None, object]
COLUMNS: tuple[Column[Row], ...] = (
    Column("name", "text", lambda row: row[0]),
    Column("amount", "euro", lambda row: row[1]),
    Column("remark", "text", lambda row: str(row[2])),
)
ROWS: list[Row] = [("a", Decimal("1234.50"), "none"), ("long one", None, 3), ("", "5%", "")]


def test_a_column_is_as_wide_as_its_widest_cell() -> None:
    assert aligned(COLUMNS, ROWS, "nl") == [
        "a         € 1.234,50  none",
        "long one           -  3",
        "                  5%  ",
    ]


def test_headings_stand_where_their_values_do() -> None:
    headings = {"name": "Name", "amount": "Asked", "remark": "Remark"}
    assert aligned(COLUMNS, ROWS[:1], "en", headings) == ["Name       Asked  Remark", "a     € 1,234.50  none"]
    assert aligned(COLUMNS, [], "en", headings) == ["Name  Asked  Remark"]


def test_a_table_without_rows_and_headings_has_no_lines() -> None:
    assert aligned(COLUMNS, [], "nl") == []


def test_a_day_and_a_toned_word_are_words() -> None:
    columns: tuple[Column[date], ...] = (
        Column("on", "date", lambda on: on),
        Column("state", "text", lambda _: Toned("late", "bad")),
    )
    assert aligned(columns, [date(2026, 11, 22)], "nl") == ["22 november 2026  late"]
