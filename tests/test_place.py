"""A place is a value, and is told in one way: as the file, the table or sheet, and the field or cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from srtool.errors import Problem
from srtool.place import Place, Row
from srtool.texts.say import problem

IN_TOML = Row("tender.toml", "contracts", 0)
IN_A_SHEET = Row("register.xlsx", "Contracten", 7, {"wage_sum": "F", "title": "B"})


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (Place("tender.toml"), "tender.toml"),
        (Place("srtool.toml", "lang"), "srtool.toml: lang"),
        (Place("srtool.toml", "limits", key="works"), "srtool.toml: limits.works"),
        (IN_TOML.at(""), "tender.toml: contracts[0]"),
        (IN_TOML.at("wage_sum"), "tender.toml: contracts[0].wage_sum"),
        (IN_TOML.at("social_return").below("from"), "tender.toml: contracts[0].social_return.from"),
        (Place("rules.toml", "title").below("nl"), "rules.toml: title.nl"),
        (IN_A_SHEET.at("wage_sum"), "register.xlsx: Contracten!F7"),
        (IN_A_SHEET.at("without a column"), "register.xlsx: Contracten!F7"),
        (IN_A_SHEET.at("wage_sum").whole_table(), "register.xlsx: Contracten"),
        (IN_TOML.at("wage_sum").whole_table(), "tender.toml: contracts"),
    ],
)  # fmt: skip
def test_a_place_is_told_as_it_stands_in_the_file(place: Place, told: str) -> None:
    assert str(place) == f"{place}" == told


def test_what_looks_like_a_cell_in_the_title_of_a_sheet_is_none() -> None:
    place = Place("a: b.xlsx", "Blad [1]!A1", 3, column="C")
    assert str(place) == "a: b.xlsx: Blad [1]!A1!C3"
    assert str(place.whole_table()) == "a: b.xlsx: Blad [1]!A1"


def test_a_field_on_a_sheet_of_its_own_is_told_there() -> None:
    row = replace(
        IN_A_SHEET, elsewhere={"social_return.growth[0].from": Place("register.xlsx", "Groei", 2, column="B")}
    )
    assert str(row.at("social_return.growth[0].from")) == "register.xlsx: Groei!B2"


def test_a_problem_cites_a_place_as_it_is_told() -> None:
    wrong = Problem("id_twice", IN_TOML.at("id"), {"id": "A", "first": IN_A_SHEET.at("title")})
    assert "register.xlsx: Contracten!B7" in problem("nl", wrong)
