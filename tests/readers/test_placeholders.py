"""Words that stand where nothing is filled in name nobody and give no reason, whatever the file and the language."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from srtool.place import Row
from srtool.readers import register
from srtool.readers.excel import from_excel
from srtool.readers.placeholders import is_placeholder, taken_out
from srtool.readers.raw import RawTable
from srtool.readers.vocabulary import placeholder_words


@pytest.mark.parametrize(
    "text",
    [
        "n.v.t.", "NVT", "n/a", "diverse", "Diverse leveranciers", "zie bijlage", "Zie bijlage 3", "see annex B",
        "onbekend", "unknown",
        "vacature", "Vacature", "vacant", "n.n.b.", "REDACTED", "redacted (personal data)",
        "Redacted Personal Data", "-", "?", "...", "/", "nog te bepalen", "Nader te bepalen", "n.t.b.", "tbd", "p.m.",
        " - ",
    ],
)  # fmt: skip
def test_what_is_not_filled_in(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "Diversey bv", "Vacatureland bv", "N.V. Onbekend Talent", "Onbekende Helden bv", "Zie Bijlage Advies bv",
        "J. Jansen",
        "Zie bijlage 3 voor de onderbouwing", "nee", "geen", "x-ray bv", "0", "Divers & Co",
    ],
)  # fmt: skip
def test_what_is_a_name_or_an_answer(text: str) -> None:
    assert not is_placeholder(text)


TEXT = """[[contracts]]
id = "A"
title = "Diverse"
category = "Diversen"
supplier = "diverse"
client = "n.v.t."
contract_manager = "Vacature"
[contracts.social_return]
motivation = "n.v.t"
shortfall_clause = "Nee"
market_response = "geen"
lesson = "Diverse mensen bleven."
"""


def test_in_toml() -> None:
    file = register.from_bytes(TEXT.encode(), "a.toml")
    (contract,) = file.register.contracts
    asked = contract.social_return
    assert (contract.title, contract.category) == ("Diverse", "Diversen")
    assert (contract.supplier, contract.client, contract.contract_manager) == (None, None, None)
    assert (asked.motivation, asked.shortfall_clause) == (None, None)
    assert (asked.market_response, asked.lesson) == ("geen", "Diverse mensen bleven.")
    assert [(str(remark.place), remark.values["words"]) for remark in file.remarks if remark.code == "placeholder"] == [
        ("a.toml: contracts[0].supplier", ("diverse",)),
        ("a.toml: contracts[0].client", ("n.v.t.",)),
        ("a.toml: contracts[0].contract_manager", ("Vacature",)),
        ("a.toml: contracts[0].social_return.motivation", ("n.v.t",)),
        ("a.toml: contracts[0].social_return.shortfall_clause", ("Nee",)),
    ]


def test_in_a_sheet_one_remark_per_column() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["Contractnummer", "Naam contract", "Leverancier", "Afspraak bij tekort"])
    sheet.append(["A", "a", "diverse", "Nee"])
    sheet.append(["B", "b", "Schoon bv", "Malus"])
    sheet.append(["C", "c", "Diverse", "nee"])
    stream = BytesIO()
    book.save(stream)
    raw = from_excel.read(stream.getvalue(), "r.xlsx", {})
    remarks = [remark for _, remark in taken_out("contracts", raw.tables["contracts"])]
    assert [record.get("supplier") for record in raw.tables["contracts"].records] == [None, "Schoon bv", None]
    assert [(remark.values["words"], remark.values["count"], str(remark.place)) for remark in remarks] == [
        (("diverse", "Diverse"), 2, "r.xlsx: Sheet!C2"),
        (("Nee", "nee"), 2, "r.xlsx: Sheet!D2"),
    ]


def test_a_deviation_without_a_reason() -> None:
    text = '[[contracts]]\nid = "A"\ntitle = "a"\n[[exemptions]]\ncontract = "A"\n'
    text += 'reason = "zie bijlage"\ndecided_by = "n.n.b."\n'
    (exemption,) = register.from_bytes(text.encode(), "a.toml").register.exemptions
    assert (exemption.reason, exemption.decided_by) == (None, None)


def test_beside_people_no_word_is_shown() -> None:
    raw = RawTable([{"id": "E1", "person": "onbekend"}], [Row("a.toml", "efforts", 0)])
    ((_, remark),) = taken_out("efforts", raw)
    assert raw.records == [{"id": "E1"}]
    assert remark.values["words"] == ("…",)


def test_a_column_in_which_nobody_is_named_is_kept_all_the_same() -> None:
    text = "".join(f'[[contracts]]\nid = "{name}"\ntitle = "a"\nclient = "n.v.t."\n' for name in "AB")
    assert register.from_bytes(text.encode(), "a.toml").left_blank == {"client"}


@pytest.mark.parametrize("text", ["n.v.t.", "-", "onbekend"])
def test_a_framework_that_is_none_names_no_contract_in_either_form(text: str) -> None:
    toml = f'[[contracts]]\nid = "A"\ntitle = "T"\npart_of = "{text}"\n'
    workbook, sheet = Workbook(), BytesIO()
    page = workbook.worksheets[0]
    page.title = "Contracts"
    for row in (["Contract number", "Title", "Part of"], ["A", "T", text]):
        page.append(row)
    workbook.save(sheet)
    from_sheet = from_excel.read(sheet.getvalue(), "a.xlsx", {}).tables["contracts"].records
    assert register.from_bytes(toml.encode(), "a.toml").register.contracts[0].part_of is None
    assert [record.get("part_of") for record in from_sheet] == [None]


def test_no_such_word_holds_a_figure() -> None:
    """A code with figures is passed over without a look at the list."""
    assert not [word for word in placeholder_words() if any(sign.isdigit() for sign in word)]
