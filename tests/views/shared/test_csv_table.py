"""A table as CSV: every kind of value as a spreadsheet of that language reads it."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal

import pytest

from srtool.texts import LANGUAGES, Lang
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
        (Formula("=1+1", 2), "nl", "'=1+1"),
        ("=1+1", "nl", "'=1+1"),
        (-3, "nl", "'-3"),
    ],
)
def test_a_value_stands_as_a_spreadsheet_reads_it(value: Value, lang: Lang, cell: str) -> None:
    _, _, row = csv_lines(COLUMNS, [value], HEADINGS, lang)
    assert row == f"{cell}{';' if lang == 'nl' else ','}a\r\n"


_SIGNS = "=+-@"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("read_with", [",", ";", "\t"])
@pytest.mark.parametrize(
    "text",
    [
        "x,=1+1,y",
        "x;=1+1;y",
        "x, =1+1",
        'x,"=1+1',
        'x; "+1',
        "x;@SUM(A1)",
        "x,-1+1",
        "x,,=1",
        "a;b,=1;c",
        "x\t=1+1",
        "x,\n=1",
    ],
)
def test_no_cell_is_a_formula_whichever_separator_it_is_read_with(text: str, read_with: str, lang: Lang) -> None:
    written = "".join(csv_lines(COLUMNS, [text, "plain"], HEADINGS, lang)).removeprefix("\ufeff")
    cells = [cell for row in csv.reader(written.splitlines(), delimiter=read_with) for cell in row]
    assert [cell for cell in cells if cell.lstrip().lstrip('"').startswith(tuple(_SIGNS))] == []


@pytest.mark.parametrize("text", ["€ 100,-", "groen, schoon; veilig", "a=b", "1,5", "x, y-z", "a - b"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    (row,) = list(csv.reader(list(csv_lines(COLUMNS, [text], HEADINGS, "nl"))[2:], delimiter=";"))
    assert row == [text, "a"]
