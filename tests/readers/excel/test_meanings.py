"""Words of the officer's own, for which `srtool.toml` says what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from srtool.readers.excel import from_excel
from srtool.readers.raw import RawRegister


def read(heading: str, cells: list[object], meanings: Mapping[str, Mapping[str, str]]) -> RawRegister:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Contracten"
    sheet.append(["Contractnummer", "Omschrijving", heading])
    for number, cell in enumerate(cells):
        sheet.append([f"C-{number}", "T", cell])
    stream = BytesIO()
    workbook.save(stream)
    return from_excel.read(stream.getvalue(), "a.xlsx", {}, meanings=meanings)


def column(register: RawRegister, key: str) -> list[Any]:
    values = []
    for record in register.tables["contracts"].records:
        value: Any = record
        for part in key.split("."):
            value = (value or {}).get(part)
        values.append(value)
    return values


@pytest.mark.parametrize("where", ["", "Status", "status "])
def test_a_word_means_what_the_settings_say(where: str) -> None:
    register = read("Status", ["Verlengd", "verlengd", "Lopend", "Opgezegd"], {where: {"Verlengd": "lopend"}})
    assert column(register, "status") == ["running", "running", "running", None]
    assert [cell.value for cell in register.unread] == ["Opgezegd"]
    assert [remark.code for remark in register.remarks] == ["value_by_settings"]


def test_a_word_of_another_column_is_left_alone() -> None:
    register = read("Status", ["Verlengd"], {"Fase": {"Verlengd": "lopend"}})
    assert [cell.value for cell in register.unread] == ["Verlengd"]


def test_a_word_may_mean_that_nothing_is_filled_in() -> None:
    register = read("Status", ["Onbepaald"], {"": {"onbepaald": ""}})
    assert column(register, "status") == [None]
    assert not register.unread


def test_a_mark_and_an_amount_in_words_may_be_given_a_meaning() -> None:
    assert column(read("SROI", ["x", "v"], {"SROI": {"x": "ja", "v": "5%"}}), "social_return.percent") == [None, 5]
    assert column(read("Loonsom", ["zie mail"], {"": {"zie mail": "€ 250.000,-"}}), "wage_sum") == [250_000]


def test_a_title_keeps_its_words() -> None:
    register = read("Titel van iets", ["x"], {"": {"T": "ja"}})
    assert column(register, "title") == ["T"]
