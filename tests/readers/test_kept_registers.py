"""Registers as officers keep them, each with the right answer; the files stand in `registers`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from srtool.readers import register
from srtool.register.model import Contract, RegisterFile
from srtool.texts import LANGUAGES
from srtool.texts.say import problem

REGISTERS = Path(__file__).parent / "registers"


@cache
def read(name: str) -> RegisterFile:
    """The register, after making sure that all that is said of it can be said in both languages."""
    register_file = register.read(next(REGISTERS.glob(f"{name}*")))
    for lang in LANGUAGES:
        for remark in register_file.remarks:
            assert "{" not in problem(lang, remark)
    return register_file


def amounts(*euros: int) -> list[Decimal | None]:
    return [Decimal(euro) for euro in euros]


def contracts(name: str) -> dict[str, Contract]:
    return {contract.id: contract for contract in read(name).register.contracts}


def codes(name: str) -> set[str]:
    return {remark.code for remark in read(name).remarks}


def not_read(name: str) -> dict[str, tuple[str, object]]:
    """Per cell what stands there, and the reading that is proposed."""
    return {f"{cell.place.column}{cell.place.number}": (str(cell.value), cell.proposed) for cell in read(name).unread}


def test_a_municipal_register() -> None:
    by_id = contracts("01")
    assert len(by_id) == 8
    one, two = by_id["Z-2022-00901/1"], by_id["Z-2022-00901/2"]
    assert [one.contract_value, two.contract_value] == amounts(900_000, 850_000)
    assert one.estimated_value == two.estimated_value == 1_750_000
    cleaning = by_id["Z-2023-00123"]
    assert (cleaning.client, cleaning.unit) == ("Teammanager Facilitair", "Facilitair")
    assert {contract.authority for contract in by_id.values()} == {"Gemeente Voorbeeldrecht"}  # from the title
    asked = cleaning.social_return
    assert (asked.asked, asked.amount, asked.percent, asked.basis) == (True, None, Decimal(5), None)
    assert (asked.realised, asked.realised_on) == (Decimal(31_250), None)
    assert (cleaning.notice_months, by_id["Z-2025-00311"].notice_months) == (6, None)
    assert by_id["Z-2025-00999"].social_return.asked is False
    told = {"totals_skipped", "sections_skipped", "lots_apart", "column_lower", "authority_in_title"}
    assert told <= codes("01")
    assert not read("01").unread


def test_amounts_in_text() -> None:
    values = {number: (one.contract_value, one.wage_sum) for number, one in contracts("02").items()}
    assert {number: pair for number, pair in values.items() if pair != (None, None)} == {
        "C001": (250_000, 175_000),
        "C006": (1_250_000, None),
        "C007": (350_000, 300_000),
        "C009": (85_000, None),
        "C011": (None, 350_000),
        "C012": (720_000, 500_000),
    }
    assert not_read("02") == {
        "E3": ("1,2 mln", 1_200_000),
        "F3": ("800k", 800_000),
        "E4": ("250k", 250_000),
        "E5": ("ca. € 300.000 p.j.", 1_200_000),
        "F7": ("65%", None),
        "E11": ("€ 400.000 - € 600.000", None),
        "E12": ("max. 500.000", 500_000),
    }


def test_terms_in_words() -> None:
    ends = {number: (one.end, one.end_latest) for number, one in contracts("04").items()}
    assert ends == {
        "C001": (date(2028, 12, 31), date(2030, 12, 31)),
        "C002": (date(2027, 12, 31), date(2029, 12, 31)),
        "C003": (date(2028, 12, 31), date(2030, 12, 31)),
        "C004": (date(2026, 12, 31), date(2027, 12, 31)),
        "C005": (date(2026, 12, 31), date(2028, 12, 31)),
        "C006": (date(2028, 12, 31), None),
        "C007": (date(2028, 12, 31), None),
        "C008": (date(2028, 12, 31), date(2030, 12, 31)),
    }
    first = contracts("04")["C001"]
    assert (first.term_months, first.option_months) == (48, 24)
    assert (first.social_return.asked, first.social_return.percent, first.social_return.basis) == (
        True,
        Decimal(5),
        None,
    )
    assert not any(one.indefinite for one in contracts("04").values())
    assert not_read("04") == {"I7": ("ja", None)}
    assert "term_derived" in codes("04")
    row = read("04").rows["contracts"][0]
    assert (row.at("end").column, row.at("end_latest").column) == ("H", "I")


def test_suppliers_and_what_is_asked_of_them() -> None:
    by_id = contracts("07")
    assert [by_id[f"R-{n:02}"].supplier_id for n in (3, 4, 5, 6, 7, 9)] == [
        "12345678",
        "12345678",
        "01234567",
        "01234567",
        None,
        None,
    ]
    asked = [(one.social_return.asked, one.social_return.percent) for one in by_id.values()]
    yes, no = (True, None), (False, None)
    first, then = [(True, 5), (True, 5), yes, yes, (None, None), no, no, no], [(True, 2), (True, 5), (True, 5)]
    assert asked == [*first, *then, (None, None), (True, 5), yes]
    assert (by_id["R-13"].social_return.basis, by_id["R-14"].social_return.amount) == ("wage_sum", Decimal(15_000))
    assert not_read("07") == {
        "M6": ("x", None),
        "D8": ("1234.5678", None),
        "D10": ("12345679 / 12345670", None),
    }
    assert "kvk_restored" in codes("07")


def test_the_third_sheet_is_the_register() -> None:
    by_id = contracts("08")
    assert list(by_id) == [f"DV-00{n}" for n in range(1, 7)]
    assert by_id["DV-001"].last_contact_on == date(2026, 1, 15)
    assert by_id["DV-001"].social_return.percent == 5


@pytest.mark.parametrize("kind", ["11-gewoon.xlsx", "11-gewoon.ods", "11-gewoon.xls", "11-csv"])
def test_each_kind_of_file_gives_the_same_contracts(kind: str) -> None:
    first, *others = contracts(kind).values()
    assert [one.id for one in (first, *others)] == ["P-1", "P-2", "P-3"]
    assert (first.contract_value, first.wage_sum, first.start, first.client) == (
        Decimal(400_000),
        Decimal(300_000),
        date(2025, 1, 1),
        "Coördinator X",
    )
    assert others[0].title == "Re-integratie cliënten"
    told = first.social_return.percent
    assert (told == 5) if not kind.endswith("xls") else not_read(kind)["K2"] == ("0.05", Decimal(5))


def test_a_plan_of_tenders() -> None:
    by_id = contracts("12")
    assert [one.status for one in by_id.values()] == ["draft", "draft", "draft", "draft", "tendered"]
    assert [one.estimated_value for one in by_id.values()] == [1_600_000, 120_000, 130_000, 3_400_000, 210_000]
    assert [one.kind for one in by_id.values()] == ["services", "services", "services", "works", "supplies"]
    assert (by_id["1"].start, by_id["1"].end) == (date(2027, 9, 1), date(2031, 8, 31))
    assert (by_id["4"].procedure_start, by_id["4"].start) == (date(2027, 4, 1), date(2027, 10, 1))
    assert [one.social_return.asked for one in by_id.values()] == [True, False, False, None, False]
    assert (by_id["1"].procedure, by_id["2"].procedure) == ("open", None)
    assert {"running_is_tendered", "value_derived", "procedure_unexpressed"} <= codes("12")


@pytest.mark.parametrize(("name", "value"), [("18e", 400_000), ("p04", 1_250_000)])
def test_amounts_in_thousands(name: str, value: int) -> None:
    assert contracts(name)["C-1"].contract_value == value
    assert "amounts_in_thousands" in codes(name)


def test_what_was_realised_is_a_standing() -> None:
    standings = [one.social_return for one in contracts("24").values()]
    assert [one.realised for one in standings] == [4_000, 8_000, 12_000]
    assert {(one.amount, one.realised_on, one.realised_approved) for one in standings} == {
        (Decimal(15_000), None, None)
    }


def test_yes_under_framework_is_no_parent() -> None:
    assert contracts("31")["C-1"].part_of is None
    assert "is_framework" in codes("31")


def test_one_odd_cell_costs_one_field() -> None:
    assert len(contracts("32")) == 200
    assert len([one for one in contracts("32").values() if one.contract_value is None]) == 1
    assert len([remark for remark in read("32").remarks if remark.code == "unread"]) == 1


def test_headings_of_two_lines() -> None:
    by_id = contracts("34")
    assert len(by_id) == 3
    one = by_id["C-1"]
    assert (one.title, one.supplier, one.supplier_id, one.contract_value) == (
        "Opdracht 1",
        "Firma 1",
        "12345678",
        Decimal(400_000),
    )
    assert (one.start, one.end, one.end_latest) == (date(2025, 1, 1), date(2028, 12, 31), date(2030, 12, 31))
    assert one.social_return.asked is True


def test_one_number_and_several_suppliers_are_one_framework() -> None:
    by_id = contracts("p07")
    assert list(by_id) == ["RO-1", "C-2"]
    assert by_id["RO-1"].contract_value == 4_000_000
    assert "framework_of_several" in codes("p07")


def test_rows_that_are_no_contract() -> None:
    assert list(contracts("p09")) == ["C-1", "C-2"]
    assert {"sections_skipped", "headings_again"} <= codes("p09")


def test_social_return_in_one_column() -> None:
    asked = [(one.social_return.asked, one.social_return.percent) for one in contracts("p11").values()]
    assert asked == [(True, 5), (True, 2), (None, None), (False, None)]
    assert not_read("p11") == {"H4": ("0.05", 5)}


def test_days_as_they_occur() -> None:
    days = [(one.start, one.end, one.indefinite) for one in contracts("p13").values()]
    start, end = date(2026, 1, 1), date(2028, 12, 31)
    assert days == [
        (start, end, None),
        (start, None, True),
        (start, None, True),
        (start, end, None),
        (None, end, None),
    ]
    assert list(not_read("p13")) == ["F6"]
