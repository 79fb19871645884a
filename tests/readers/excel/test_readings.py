"""What the cells of a column are read as, each text and each day once."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from srtool.readers.excel.cells import NotRead, as_text
from srtool.readers.excel.column_plan import ColumnPlan
from srtool.readers.excel.readings import Readings


def _readings(convert: object = None) -> Readings:
    return Readings(ColumnPlan(0, "", "note", convert, convert))  # type: ignore[arg-type]


def test_a_text_is_converted_once_and_is_one_object() -> None:
    seen: list[object] = []

    def convert(value: object) -> object:
        seen.append(value)
        return [value]

    readings = _readings(convert)
    assert readings["a"] is readings["a"]
    assert seen == ["a"]


@pytest.mark.parametrize("text", ["", " ", "-", "?", "\u2026"])
def test_a_cell_that_only_says_that_it_is_empty_counts_as_empty(text: str) -> None:
    assert _readings()[text] is None


def test_an_error_is_not_read_and_a_line_end_is_one_sign() -> None:
    assert _readings()["#N/A"] == NotRead("#N/A", "cell_error")
    assert _readings()["a\r\nb"] == "a\nb"


def test_a_day_is_taken_as_it_is_or_converted() -> None:
    assert _readings()[date(2026, 1, 1)] == date(2026, 1, 1)
    assert _readings(as_text)[date(2026, 1, 1)] == "2026-01-01"
    assert datetime(2026, 1, 1) not in {date(2026, 1, 1): ""}  # noqa: DTZ001 - so a moment never stands for a day


def test_a_column_in_which_each_text_is_another_does_not_keep_them_all() -> None:
    readings = _readings()
    assert [readings[f"E{number}"] for number in range(10_500)] == [f"E{number}" for number in range(10_500)]
    assert len(readings) == 10_000
