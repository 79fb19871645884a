"""Workbooks become registers: the values of their cells, and a place and a sentence for all that is wrong."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from srtool.case.build import Own
from srtool.checks.evaluate import evaluate
from srtool.errors import InputError, Problem
from srtool.place import Place
from srtool.readers.excel import book, from_excel
from srtool.readers.privacy import names_person, passes_eleven_test
from srtool.readers.raw import RawRegister
from srtool.readers.register import read as read_register
from srtool.readers.rules import rule_sets
from srtool.readers.unread import remarks
from srtool.register.columns import table_types
from srtool.rules.rulebook import EUROPEAN, RuleBook
from srtool.texts import LANGUAGES, Lang
from srtool.texts.say import heading, problem, table_name
from tests.support.workbook_parts import make_strict, rewrite

Rows = Sequence[Sequence[object]]
Read = Callable[..., RawRegister]

CONTRACT = [["id", "title"], ["A", "Schoonmaak"]]
BSN = (123456782, 111222333, 999990019)


def save(path: Path, sheets: Mapping[str, Rows], formats: Mapping[str, str] | None = None) -> None:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for cell, number_format in (formats or {}).items():
            sheet[cell].number_format = number_format
    workbook.save(path)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read_sheets(
        sheets: Mapping[str, Rows], columns: Mapping[str, str] | None = None, **formats: str
    ) -> RawRegister:
        save(tmp_path / "register.xlsx", sheets, formats)
        return from_excel.read((tmp_path / "register.xlsx").read_bytes(), "register.xlsx", columns or {})

    return read_sheets


def contracts(register: RawRegister) -> list[dict[str, object]]:
    return register.tables["contracts"].records


def told(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    """Codes and places, after making sure that both languages have the sentence."""
    for lang in LANGUAGES:
        for one in problems:
            assert "{" not in problem(lang, one)
    return [(one.code, str(one.place)) for one in problems]


def not_read(register: RawRegister) -> list[tuple[str, str]]:
    """Why cells were not read, and which, after making sure that both languages have the sentence."""
    told(remarks(register.unread))
    return [(cell.why, str(cell.place)) for cell in register.unread]


def one_cell(read: Read, key: str, value: object, **formats: str) -> tuple[object, RawRegister]:
    register = read({"contracts": [["id", "title", key], ["A", "T", value]]}, **formats)
    record: Any = contracts(register)[0]
    for part in key.split("."):
        record = record[part]
    return record, register


def test_a_register_that_was_not_made_for_this_tool(read: Read) -> None:
    head = [
        "Zaaknummer", "Naam contract", None, "Waarde excl. btw", "Ingangsdatum",
        "Leverancier", "CPV-code", "SROI %", "Kleur", "Waarvan arbeid",
    ]  # fmt: skip
    first = [1001, "Schoonmaak", None, "1.234,56", "1 juli 2026", "Schoon BV", 90910000, 0.05, "rood", 500]
    register = read(
        {
            "Blad1": [
                [],
                [None, "Contracten van de directie"],
                [],
                [None, *head],
                [None, *first],
                [],
                [None, "Totaal", None, None, 1234.56],
            ]
        },
        {"Waarvan arbeid": "wage_sum"},
        I5="0%",
    )
    assert told(register.problems) == []
    assert contracts(register) == [
        {
            "id": "1001",
            "title": "Schoonmaak",
            "contract_value": Decimal("1234.56"),
            "start": date(2026, 7, 1),
            "supplier": "Schoon BV",
            "cpv": "90910000",
            "social_return": {"percent": Decimal(5)},
            "wage_sum": 500,
        }
    ]
    row = register.tables["contracts"].rows[0]
    assert str(row.at("wage_sum")) == "register.xlsx: Blad1!K5"
    assert str(row.at("social_return.percent")) == "register.xlsx: Blad1!I5"
    assert told(register.remarks) == [
        ("sheet_read_as_contracts", "register.xlsx: Blad1"),
        ("columns_unknown", "register.xlsx: Blad1"),
        ("totals_skipped", "register.xlsx: Blad1!B7"),
    ]
    assert register.remarks[1].values["headings"] == ("Kleur",)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_table_and_heading_is_read_back_in_either_language(read: Read, lang: Lang) -> None:
    keys = {"contracts": ("id", "title", "social_return.form"), "suppliers": ("id", "name", "pso")}
    values = {"contracts": ("A", "T", "eis"), "suppliers": ("12345678", "N", 1)}
    register = read({table_name(lang, t): [[heading(lang, k, t) for k in keys[t]], values[t]] for t in keys})
    assert contracts(register) == [{"id": "A", "title": "T", "social_return": {"form": "requirement"}}]
    assert register.tables["suppliers"].records == [{"id": "12345678", "name": "N", "pso": "1"}]
    assert not register.problems
    assert not register.remarks
    assert set(keys) <= set(table_types())


@pytest.mark.parametrize(
    ("key", "cell", "value"),
    [
        ("unit", 12, "12"),
        ("unit", 12.0, "12"),
        ("unit", date(2026, 7, 1), "2026-07-01"),
        ("cpv", 90910000, "90910000"),
        ("kind", "Dienst", "services"),
        ("procedure", "één-op-één", "single"),
        ("contract_value", 12.5, 12.5),
        ("contract_value", True, True),
        ("start", datetime(2026, 7, 1), date(2026, 7, 1)),  # noqa: DTZ001 - a cell has no time zone
        ("indefinite", "ja", True),
        ("social_return.percent", 5, 5.0),
        ("social_return.percent", "5,5%", "5,5%"),
        ("supplier", "12 34 56 78", "12345678"),
        ("supplier", "Schoon BV 24", "Schoon BV 24"),
    ],
)
def test_a_cell_is_read_by_the_sort_of_its_field(read: Read, key: str, cell: object, value: object) -> None:
    found, register = one_cell(read, key, cell)
    assert (found, type(found)) == (value, type(value))
    assert not register.problems
    assert not register.remarks


@pytest.mark.parametrize(
    ("key", "cell", "value", "code"),
    [
        ("supplier", 1234567, "01234567", "kvk_restored"),
        ("cpv", 3190000, "03190000", "cpv_restored"),
    ],
)
def test_what_looks_damaged_is_said_once(read: Read, key: str, cell: object, value: object, code: str) -> None:
    register = read({"contracts": [["id", "title", key], ["A", "T", cell], ["B", "U", cell]]})
    assert told(register.remarks) == [(code, "register.xlsx: contracts!C2")]
    assert register.remarks[0].values["count"] == 2
    assert str(value) in str(contracts(register)[1])


def test_the_kvk_number_of_a_supplier_gets_its_zero_back(read: Read) -> None:
    rows = [["KvK", "Naam"], ["1234.567", "A"], [12345678.0, "B"]]
    register = read({"contracts": CONTRACT, "Opdrachtnemers": rows})
    assert [record["id"] for record in register.tables["suppliers"].records] == ["01234567", "12345678"]
    assert told(register.remarks) == [("kvk_restored", "register.xlsx: Opdrachtnemers!A2")]


@pytest.mark.parametrize(
    ("cell", "number_format", "percent"),
    [
        (0.05, "0%", "5"),
        (0.055, "0.0%", "5.5"),
        (1, "0%", "100"),
        (0.05 + 4.4e-17, "0%", "5"),
        (0, "0.00%", "0"),
    ],
)
def test_a_cell_formatted_as_a_percentage(read: Read, cell: float, number_format: str, percent: str) -> None:
    found, register = one_cell(read, "social_return.percent", cell, C2=number_format)
    assert str(found) == percent
    assert not register.remarks


@pytest.mark.parametrize(("cell", "percent"), [(1 / 3, "33.3333"), (0.1230000049, "12.3"), (0.0499995, "5")])
def test_a_percentage_of_more_than_four_decimals_is_rounded_and_said(read: Read, cell: float, percent: str) -> None:
    found, register = one_cell(read, "social_return.percent", cell, C2="0.00%")
    assert str(found) == percent
    assert [remark.code for remark in register.remarks] == ["percent_rounded"]
    assert percent in problem("en", register.remarks[0])


@pytest.mark.parametrize("key", ["social_return.percent", "labour_share"])
def test_a_bare_fraction_is_not_read_as_a_percentage(read: Read, key: str) -> None:
    register = read({"contracts": [["id", "title", key], ["A", "T", 0.05], ["B", "T", 5]]})
    assert not_read(register) == [("percent_share", "register.xlsx: contracts!C2")]
    assert register.unread[0].proposed == 5


def test_a_literal_percent_sign_in_a_format_multiplies_nothing(read: Read) -> None:
    assert one_cell(read, "social_return.percent", 5, C2='0"%"')[0] == 5


def test_blank_cells_are_absent_and_blank_rows_skipped(read: Read) -> None:
    rows = [["id", "title", "unit"], ["A", "T", "  "], [None, " ", None], [], ["B", "U", ""]]
    register = read({"contracts": rows})
    assert contracts(register) == [{"id": "A", "title": "T"}, {"id": "B", "title": "U"}]
    assert [row.number for row in register.tables["contracts"].rows] == [2, 5]


def test_a_row_of_sums_is_left_out_but_a_contract_without_number_is_not(read: Read) -> None:
    rows = [["id", "title", "wage_sum"], ["A", "T", 5], [None, "Vergeten", 7], [None, None, 12]]
    register = read({"contracts": rows})
    assert contracts(register)[1] == {"id": "#3", "title": "Vergeten", "wage_sum": 7}
    assert len(contracts(register)) == 2
    assert told(register.remarks) == [
        ("totals_skipped", "register.xlsx: contracts!C4"),
        ("numbered_by_row", "register.xlsx: contracts!A3"),
    ]


def test_a_contract_whose_title_says_total_is_kept(read: Read) -> None:
    register = read({"contracts": [["id", "title"], ["A", "Totaal onderhoud"]]})
    assert contracts(register) == [{"id": "A", "title": "Totaal onderhoud"}]


def test_growth_and_schedule_go_into_their_contract(read: Read) -> None:
    register = read(
        {
            "Groei": [["Contractnummer", "Vanaf", "Percentage"], [7, "2027-01-01", 0.06], [7, "2028-01-01", 0.08]],
            "Contracten": [["id", "title"], [6, "S"], ["7", "T"]],
            "Termijnen": [["contract", "date", "amount"], ["7", "2027-07-01", 100]],
        },
        C2="0%",
        C3="0%",
    )  # fmt: skip
    assert told(register.problems) == []
    assert contracts(register)[1]["social_return"] == {
        "growth": [
            {"from": date(2027, 1, 1), "percent": Decimal(6)},
            {"from": date(2028, 1, 1), "percent": Decimal(8)},
        ],
        "schedule": [{"date": date(2027, 7, 1), "amount": 100}],
    }
    assert "growth" not in register.tables
    row = register.tables["contracts"].rows[1]
    assert str(row.at("social_return.growth[1].from")) == "register.xlsx: Groei!B3"
    assert str(row.at("social_return.schedule[0].amount")) == "register.xlsx: Termijnen!C2"
    assert str(row.at("title")) == "register.xlsx: Contracten!B3"


def test_growth_of_an_unknown_contract(read: Read) -> None:
    rows = [["contract", "from", "percent"], ["B", "2027-01-01", 6], [None, "2027-01-01", 6]]
    register = read({"contracts": CONTRACT, "growth": rows})
    assert told(register.problems) == []
    assert [(cell.why, str(cell.place)) for cell in register.unread] == [
        ("contract_elsewhere", "register.xlsx: growth!A2"),
        ("cell_missing", "register.xlsx: growth!A3"),
    ]


def test_no_sheet_with_contracts(read: Read) -> None:
    register = read({"Blad1": [["Kleur", "Naam contract", "Smaak"], ["rood", "T", "zoet"]]})
    assert told(register.problems) == [("no_contract_sheet", "register.xlsx")]
    assert register.problems[0].values["seen"] == ("Kleur", "Naam contract", "Smaak")
    assert "Contractnummer" in problem("nl", register.problems[0])


def test_efforts_alone_when_only_these_are_asked_for(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", {"Inspanningen": [["id", "contract", "kind"], ["E", "A", "plaatsing"]]})
    register = from_excel.read((tmp_path / "a.xlsx").read_bytes(), "a.xlsx", {}, only="efforts")
    assert not register.problems
    assert register.tables["efforts"].records == [{"id": "E", "contract": "A", "kind": "placement"}]


def test_a_contracts_sheet_without_numbers(read: Read) -> None:
    register = read({"Contracten": [["Naam contract", "Waarde"], ["T", 5]]})
    assert told(register.problems) == [("headings_missing", "register.xlsx: Contracten")]
    assert register.problems[0].values == {
        "missing": ("Contractnummer/Contract number",),
        "seen": ("Naam contract", "Waarde"),
        "rows": 30,
    }


def test_of_two_columns_with_one_meaning_the_first_in_rank_is_read(read: Read) -> None:
    sheets = {"contracts": [["id", "title", "Waarde", "Totale waarde"], ["A", "T", 5, 6]]}
    register = read(sheets)
    assert not register.problems
    assert told(register.remarks) == [("column_lower", "register.xlsx: contracts!D1")]
    assert contracts(register)[0]["contract_value"] == 5
    turned = read({"contracts": [["id", "title", "Totale waarde", "Waarde"], ["A", "T", 6, 5]]})
    assert contracts(turned)[0]["contract_value"] == 5
    chosen = read(sheets, {"Totale waarde": "contract_value"})
    assert not chosen.problems
    assert contracts(chosen)[0]["contract_value"] == 6


def test_a_column_can_be_assigned_to_a_field_of_another_table(read: Read) -> None:
    sheets = {"contracts": CONTRACT, "suppliers": [["KvK", "Firma"], ["12345678", "Schoon"]]}
    register = read(sheets, {"Firma": "suppliers.name"})
    assert not register.problems
    assert register.tables["suppliers"].records == [{"id": "12345678", "name": "Schoon"}]


def test_a_column_assigned_to_no_field(read: Read) -> None:
    assert told(read({"contracts": CONTRACT}, {"Kleur": "colour"}).problems) == [("column_target_unknown", "[columns]")]


def test_other_sheets_are_left_aside(read: Read) -> None:
    register = read(
        {
            "Toelichting": [["Dit register"]],
            "contracts": CONTRACT,
            "Archief": [["Contractnummer", "Naam contract", "Waarde"], ["Z", "Oud", 1]],
        }
    )
    assert contracts(register) == [{"id": "A", "title": "Schoonmaak"}]
    assert register.remarks == [Problem("sheets_ignored", Place("register.xlsx"), {"sheets": ("Archief",)})]


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"])
def test_an_error_cell_is_not_read_and_the_rest_is(read: Read, error: str) -> None:
    register = read({"contracts": [["id", "title", "wage_sum", "Kleur"], ["A", "T", error, error], ["B", "U", 5, 6]]})
    assert not register.problems
    assert not_read(register) == [("cell_error", "register.xlsx: contracts!C2")]
    assert contracts(register) == [{"id": "A", "title": "T"}, {"id": "B", "title": "U", "wage_sum": 5.0}]


def test_a_formula_without_result_is_not_read(read: Read) -> None:
    rows = [["id", "title", "wage_sum", "Kleur"], ["A", "T", "=1+1", "=2+2"], ["Totaal", None, "=SUM(C2)"]]
    register = read({"contracts": rows})
    assert not register.problems
    assert not_read(register) == [("formula_without_result", "register.xlsx: contracts!C2")]


def test_a_formula_with_result_is_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    rows = [["id", "title", "wage_sum", "unit"], ["A", "T", "=1+1", '=""'], ["B", "T", "=2+2"]]
    save(path, {"contracts": rows})

    def with_results(xml: str) -> str:
        xml = xml.replace("<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>").replace("<f>1+1</f><v />", "<f>1+1</f><v>2</v>")
        xml = xml.replace("<f>2+2</f><v></v>", "<f>2+2</f><v>4</v>").replace("<f>2+2</f><v />", "<f>2+2</f><v>4</v>")
        return re.sub(r'<c r="D2"[^>]*>', '<c r="D2" t="str">', xml)

    rewrite(path, "xl/worksheets/sheet1.xml", with_results)
    register = from_excel.read(path.read_bytes(), path.name, {})
    assert [record["wage_sum"] for record in contracts(register)] == [2, 4]
    assert told(register.problems) == []
    assert told(register.remarks) == [("formulas_read", "register.xlsx: contracts!C2")]
    assert register.remarks[0].values["count"] == 3


def refused(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        from_excel.read(path.read_bytes(), path.name, {})
    return told(caught.value.problems)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "workbook_empty"),
        (b"<!DOCTYPE html><html><table><tr><td>id", "file_is_page"),
        (b"PK\x03\x04 and then nothing", "workbook_not_readable"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512), "workbook_not_readable"),
        (
            bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512) + "EncryptedPackage".encode("utf-16-le"),
            "workbook_protected",
        ),
    ],
)
def test_a_file_that_is_no_workbook(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert refused(path) == [(code, "a.xlsx")]


def test_a_word_document_named_as_a_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as document:
        document.writestr("word/document.xml", "<document/>")
    assert refused(tmp_path / "a.xlsx") == [("file_is_document", "a.xlsx")]


def test_a_strict_open_xml_workbook_is_read_like_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    save(path, {"contracts": CONTRACT})
    make_strict(path)
    assert contracts(from_excel.read(path.read_bytes(), path.name, {})) == [{"id": "A", "title": "Schoonmaak"}]


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ("xl/worksheets/sheet1.xml", "a.xlsx: contracts"),
        ("xl/workbook.xml", "a.xlsx"),
        ("xl/styles.xml", "a.xlsx"),
    ],
)
def test_a_damaged_part(tmp_path: Path, part: str, place: str) -> None:
    path = tmp_path / "a.xlsx"
    save(path, {"contracts": CONTRACT})
    rewrite(path, part, lambda xml: xml[: len(xml) // 2])
    (code, where), *others = refused(path)
    assert (code, others) == ("workbook_not_readable", [])
    assert place.startswith(where)


def test_a_workbook_that_expands_too_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path / "a.xlsx", {"contracts": CONTRACT})
    monkeypatch.setattr(book, "MAX_EXPANDED", 1000)
    assert refused(tmp_path / "a.xlsx") == [("workbook_too_large", "a.xlsx")]


def test_a_workbook_may_expand_to_half_a_gigabyte() -> None:
    assert book.MAX_EXPANDED == 512 * 1024**2


def test_rows_beyond_the_size_that_a_sheet_claims_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    save(path, {"contracts": [*CONTRACT, ["B", "T"]]})
    rewrite(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace('ref="A1:B3"', 'ref="A1"'))
    assert [record["id"] for record in contracts(from_excel.read(path.read_bytes(), path.name, {}))] == ["A", "B"]


@pytest.mark.parametrize(
    "heading", ["BSN", "bsn-nummer", "Burgerservicenummer", "Sofinummer", "Citizen service number"]
)
@pytest.mark.parametrize("sheet", ["contracts", "contacts", "Kandidaten"])
def test_a_column_for_a_bsn_is_refused_in_every_sheet(read: Read, sheet: str, heading: str) -> None:
    rows = {"contracts": ["id", "title"], "contacts": ["contract", "on"], "Kandidaten": ["Kleur"]}[sheet]
    register = read({"contracts": CONTRACT} | {sheet: [[*rows, heading], ["A", "2026-01-01", 123456782]]})
    letter = "ABC"[len(rows)]
    assert told(register.problems) == [("column_personal", f"register.xlsx: {sheet}!{letter}1")]
    assert "123456782" not in repr(register)


@pytest.mark.parametrize(
    "heading", ["Naam", "Voornaam kandidaat", "E-mail", "Telefoonnummer", "Geboortedatum", "Adres"]
)
def test_a_column_about_a_person_is_refused_among_the_efforts(read: Read, heading: str) -> None:
    rows = [["id", "contract", "kind", heading], ["E", "A", "plaatsing", "Jansen"]]
    register = read({"contracts": CONTRACT, "efforts": rows})
    assert told(register.problems) == [("column_personal", "register.xlsx: efforts!D1")]
    assert "Jansen" not in repr(register)


def test_the_name_of_an_organisation_is_not_personal() -> None:
    assert not names_person("Naam leverancier")
    assert names_person("Naam deelnemer")


@pytest.mark.parametrize("heading", ["person", "Kleur", None])
def test_a_column_of_values_like_a_bsn_is_refused(read: Read, heading: str | None) -> None:
    rows: list[list[object]] = [["id", "contract", "kind", heading]]
    rows += [[f"E{n}", "A", "plaatsing", value] for n, value in enumerate(["123456782", 111222333, "999.990.019", "x"])]
    register = read({"contracts": CONTRACT, "efforts": rows})
    assert told(register.problems) == [("column_like_bsn", "register.xlsx: efforts!D1")]
    assert "111222333" not in repr(register)


@pytest.mark.parametrize("values", [[*BSN, "a", "b", "c"], [*BSN[:2]]])
def test_half_of_the_values_or_only_two_is_not_enough(read: Read, values: list[object]) -> None:
    rows: list[list[object]] = [["id", "contract", "kind", "Kleur"]]
    rows += [[f"E{n}", "A", "plaatsing", value] for n, value in enumerate(values)]
    register = read({"contracts": CONTRACT, "efforts": rows})
    assert not register.problems
    assert len(register.tables["efforts"].records) == len(values)


@pytest.mark.parametrize(
    ("value", "passes"),
    [(123456782, True), ("12345678 2", True), (123456783, False), ("000000000", False), (True, False), (1.5, False)],
)
def test_the_eleven_test(value: object, passes: bool) -> None:  # noqa: FBT001 - a column of the cases
    assert passes_eleven_test(value) is passes


def test_a_register_in_which_only_a_refused_column_is_known(read: Read) -> None:
    register = read({"contracts": [["BSN", "title"], ["123456782", "T"]]}, {"BSN": "id"})
    assert told(register.problems) == [("column_personal", "register.xlsx: contracts!A1")]
    assert "123456782" not in repr(register)


def test_a_stray_cell_far_away_is_refused_before_the_sheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    save(path, {"contracts": CONTRACT})
    stray = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    rewrite(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("</sheetData>", stray))
    assert refused(path) == [("workbook_too_wide", "a.xlsx")]


def test_columns_too_far_to_the_right_are_said_not_to_be_read(read: Read) -> None:
    far = [*CONTRACT[0], *[None] * 510, "Loonsom"]
    register = read({"contracts": [far, ["A", "T", *[None] * 510, 300000]]})
    assert told(register.remarks) == [("columns_cut", "register.xlsx: contracts")]
    assert register.remarks[0].values == {"column": "SF"}


def test_a_contract_without_a_title_that_can_be_read_is_called_by_its_number(tmp_path: Path) -> None:
    rows: list[list[object]] = [["id", "title"], ["A", "#N/A"], ["B", "=1+1"], ["C", "=1+2"], ["D", None]]
    save(tmp_path / "a.xlsx", {"contracts": rows})
    register_file = read_register(tmp_path / "a.xlsx")
    assert [contract.title for contract in register_file.register.contracts] == ["A", "B", "C", "D"]
    assert [(cell.key, cell.why, cell.place.inside) for cell in register_file.unread] == [
        ("title", "cell_error", "contracts!B2"),
        ("title", "formula_without_result", "contracts!B3"),
        ("title", "formula_without_result", "contracts!B4"),
    ]


def test_an_assigned_heading_that_stands_nowhere_is_said(read: Read) -> None:
    register = read({"contracts": CONTRACT}, {"Loonsom 2026": "wage_sum", "TITLE": "title"})
    assert told(register.remarks) == [("column_not_seen", "register.xlsx")]
    assert "'Loonsom 2026'" in problem("nl", register.remarks[0])


def test_of_two_columns_with_one_heading_the_first_is_read(read: Read) -> None:
    register = read({"contracts": [["id", "title", "Waarde", " waarde"], ["A", "T", 5, 6]]})
    assert told(register.remarks) == [("column_lower", "register.xlsx: contracts!D1")]
    assert contracts(register)[0]["contract_value"] == 5


def test_two_columns_that_the_user_gave_to_one_field_are_refused(read: Read) -> None:
    sheets = {"contracts": [["id", "title", "Som", "Prijs"], ["A", "T", 5, 6]]}
    register = read(sheets, {"Som": "contract_value", "Prijs": "contract_value"})
    assert told(register.problems) == [("column_twice", "register.xlsx: contracts!D1")]


@pytest.mark.parametrize(
    "above", [["Contract", None, "Looptijd", None], ["Contract", "Contract", "Looptijd", "Looptijd"]]
)
def test_a_heading_of_two_lines_is_one_name(read: Read, above: list[object]) -> None:
    rows = [above, ["nummer", "omschrijving", "van", "tot"], ["A", "T", "2026-01-01", "2027-12-31"]]
    (record,) = contracts(read({"Blad1": rows}))
    assert record == {"id": "A", "title": "T", "start": date(2026, 1, 1), "end": date(2027, 12, 31)}


def test_a_title_above_the_headings_names_nothing(read: Read) -> None:
    rows = [["Contract"], ["Contractnummer", "Omschrijving", "Ingangsdatum"], ["A", "T", "2026-01-01"]]
    assert contracts(read({"Blad1": rows})) == [{"id": "A", "title": "T", "start": date(2026, 1, 1)}]


def test_a_known_heading_that_is_overruled_is_not_called_unknown(read: Read) -> None:
    sheets = {"contracts": [["id", "title", "Loonsom", "Wage total", "Kleur"], ["A", "T", 5, 6, "rood"]]}
    register = read(sheets, {"Wage total": "wage_sum"})
    assert told(register.remarks) == [
        ("columns_unknown", "register.xlsx: contracts"),
        ("columns_overruled", "register.xlsx: contracts"),
    ]
    assert [remark.values["headings"] for remark in register.remarks] == [("Kleur",), ("Loonsom",)]


def test_a_number_too_large_for_a_date_is_not_called_a_formula(read: Read) -> None:
    rows = [["id", "title", "start", "unit"], ["A", "T", 9999999999, None]]
    register = read({"contracts": rows}, C2="yyyy-mm-dd")
    assert not_read(register) == [("day_type", "register.xlsx: contracts!C2")]


def test_headings_below_the_first_rows_are_not_found_and_that_is_said(read: Read) -> None:
    rows: list[list[object]] = [["x", "y"], *[[]] * 29, ["id", "title"], ["A", "T"]]
    (found,) = read({"Blad1": rows}).problems
    assert (found.code, found.values["rows"]) == ("no_contract_sheet", 30)
    assert all("30" in problem(lang, found) for lang in LANGUAGES)


@pytest.mark.parametrize("rows", [[], [[1, 2], [3, 4]]])
def test_a_workbook_without_headings_has_none_to_list(read: Read, rows: Rows) -> None:
    assert told(read({"Blad1": rows}).problems) == [("no_headings", "register.xlsx")]


def test_a_contracts_sheet_without_headings_has_none_to_list(read: Read) -> None:
    assert told(read({"Contracten": [[1, 2], [3, 4]]}).problems) == [
        ("headings_missing_none", "register.xlsx: Contracten")
    ]


@pytest.mark.parametrize("cell", ["Meervoudig onderhands", "nationaal openbaar", "Minicompetitie", "National open"])
def test_a_procedure_that_the_register_cannot_express_is_read_as_absent(read: Read, cell: str) -> None:
    rows = [["id", "title", "procedure"], ["A", "T", cell], ["B", "U", "openbaar"], ["C", "V", cell]]
    register = read({"contracts": rows})
    assert not register.problems
    assert [record.get("procedure") for record in contracts(register)] == [None, "open", None]
    assert told(register.remarks) == [("procedure_unexpressed", "register.xlsx: contracts!C2")]
    assert register.remarks[0].values == {"value": cell, "taken": "…", "count": 2, "cells": ("C2", "C4")}


def test_a_remark_names_no_more_than_ten_cells(read: Read) -> None:
    rows: list[list[object]] = [["id", "title", "procedure"]]
    rows += [[f"C{n}", "T", "Meervoudig onderhands"] for n in range(12)]
    (remark,) = read({"contracts": rows}).remarks
    assert remark.values["cells"] == (*(f"C{n}" for n in range(2, 12)), "…")
    assert remark.values["count"] == 12


@pytest.mark.parametrize("cell", ["-", " \u2013 ", "€ -", "€ -   ", "- €", "€ 0,00 -", "EUR -", "n.v.t.", "onbekend"])
def test_a_dash_in_an_amount_is_an_empty_cell(read: Read, cell: str) -> None:
    register = read({"contracts": [["id", "title", "wage_sum", "Waarde"], ["A", "T", cell, 5]]})
    assert contracts(register) == [{"id": "A", "title": "T", "contract_value": 5}]
    assert not register.problems


@pytest.mark.parametrize(("cell", "amount"), [("€ 0,00", 0), ("0,-", 0), ("€ 250.000,-", 250_000)])
def test_a_number_with_a_dash_is_no_empty_cell(read: Read, cell: str, amount: int) -> None:
    assert one_cell(read, "wage_sum", cell)[0] == amount


@pytest.mark.parametrize("cell", ["-5", "- 5", "(5)"])
def test_a_negative_amount_is_not_read(read: Read, cell: str) -> None:
    register = read({"contracts": [["id", "title", "wage_sum"], ["A", "T", cell]]})
    assert not_read(register) == [("amount_negative", "register.xlsx: contracts!C2")]


@pytest.mark.parametrize("key", ["kind", "status", "start", "indefinite", "labour_share", "social_return.people"])
@pytest.mark.parametrize("cell", ["-", "n.v.t.", "NVT", "n/a", "N.v.t. "])
def test_a_cell_that_says_it_is_empty_is_absent(read: Read, key: str, cell: str) -> None:
    register = read({"contracts": [["id", "title", key], ["A", "T", cell]]})
    assert contracts(register) == [{"id": "A", "title": "T"}]
    assert not register.problems


def test_the_choices_are_listed_in_the_language_of_the_reader(tmp_path: Path) -> None:
    save(tmp_path / "a.xlsx", {"contracts": [["id", "title", "kind"], ["A", "T", "tovenarij"]]})
    (found,) = read_register(tmp_path / "a.xlsx").remarks
    assert "Kies een van deze: werken, diensten, leveringen;" in problem("nl", found)
    assert "Choose one of these: works, services, supplies;" in problem("en", found)


@pytest.mark.parametrize("cell", ["-", "--", "\u2013"])
def test_a_dash_names_nobody(read: Read, cell: str) -> None:
    register = read({"contracts": [["id", "title", "client", "supplier"], ["A", "T", cell, cell]]})
    assert contracts(register) == [{"id": "A", "title": "T"}]


def test_a_column_can_be_left_out_without_a_remark(read: Read) -> None:
    rows = [["id", "title", "Kleur", "Waarde"], ["A", "T", "rood", 5]]
    register = read({"contracts": rows}, {"Kleur": "", "Waarde": "", "Smaak": ""})
    assert contracts(register) == [{"id": "A", "title": "T"}]
    assert not register.problems
    assert not register.remarks


def test_a_column_that_is_left_out_may_still_not_hold_citizen_numbers(read: Read) -> None:
    register = read({"contracts": [["id", "title", "BSN"], ["A", "T", BSN[0]]]}, {"BSN": ""})
    assert told(register.problems) == [("column_personal", "register.xlsx: contracts!C1")]


def test_a_sheet_with_a_known_name_says_which_headings_it_lacks(read: Read) -> None:
    rows = [["Leverancier", "Plaats", "Telefoon centrale"], ["Schoon BV", "Delft", "x"]]
    register = read({"contracts": CONTRACT, "Leveranciers": rows, "Archief": [["a", "b", "c"]]})
    assert told(register.remarks) == [
        ("sheet_lacks_headings", "register.xlsx: Leveranciers"),
        ("sheets_ignored", "register.xlsx"),
    ]
    assert "KvK-nummer" in problem("nl", register.remarks[0])
    assert register.remarks[1].values == {"sheets": ("Archief",)}


def test_a_sheet_with_its_own_name_is_refused_with_the_headings_it_lacks(read: Read) -> None:
    register = read({"contracts": CONTRACT, "Inspanningen": [["Nummer", "Bedrag"], ["E1", 5]]})
    (cell,) = register.unread
    assert (cell.why, str(cell.place)) == ("headings_missing", "register.xlsx: Inspanningen")
    assert cell.choices == ("Contractnummer/Contract number", "Soort inspanning/Kind")
    assert register.unplaced == {"A"}


def test_a_finding_names_the_cell_that_it_is_about(tmp_path: Path) -> None:
    head = ["id", "title", "kind", "start", "end", "wage_sum", "social_return.amount", "social_return.percent"]
    head += ["social_return.basis", "contract_manager", "social_return_adviser"]
    rows: list[list[object]] = [
        ["A", "a", "services", date(2026, 1, 1), None, 300000, 100, None, None, None, "x"],
        ["B", "b", None, None, None, 300000, None, None, "wage_sum", "y", None],
    ]
    growth: list[list[object]] = [["contract", "from", "percent"], ["B", date(2026, 1, 1), 3]]
    path = tmp_path / "register.xlsx"
    save(path, {"contracts": [head, *rows], "growth": growth})
    names = ("rijk-classic", EUROPEAN)
    loaded = {name: rule_sets.load(rule_sets.find(name, None)) for name in names}
    book = RuleBook({n: one.rules for n, one in loaded.items()}, {n: one.sha256 for n, one in loaded.items()})
    report = evaluate(read_register(path), book, date(2026, 11, 22), Own()).report
    at = {(found.code, found.contract): str(found.place).partition(": ")[2] for found in report.findings}
    assert at["SR202", "A"] == at["SR205", "A"] == "contracts!G2"
    assert at["SR103", "A"] == at["SR104", "A"] == "contracts!E2"
    assert at["SR302", "A"] == "contracts!K2"
    assert at["SR302", "B"] == "contracts!J3"
    assert at["SR202", "B"] == at["SR205", "B"] == "growth!C2"
    assert at["SR104", "B"] == at["SR206", "B"] == "contracts!C3"


def test_a_heading_that_is_assigned_to_another_table_is_named_with_the_sheet_it_stands_on(read: Read) -> None:
    rows = [["id", "title", "Naam firma", "Kleur"], ["A", "T", "Schoon BV", "rood"]]
    register = read({"contracts": rows}, {"Naam firma": "suppliers.name"})
    assert told(register.remarks) == [
        ("column_other_table", "register.xlsx: contracts"),
        ("columns_unknown", "register.xlsx: contracts"),
    ]
    said = problem("nl", register.remarks[0])
    assert "Naam firma is toegewezen aan suppliers.name, maar staat op een werkblad met contracten" in said
    assert register.remarks[1].values["headings"] == ("Kleur",)
    assert contracts(read({"contracts": rows}, {"Naam firma": "supplier"}))[0]["supplier"] == "Schoon BV"


def test_a_fraction_is_written_as_the_reader_writes_it(read: Read) -> None:
    register = read({"contracts": [["id", "title", "labour_share"], ["A", "T", 0.055]]})
    (remark,) = remarks(register.unread)
    assert "0,055" in problem("nl", remark)
    assert "5,5?" in problem("nl", remark)
    assert "0.055" in problem("en", remark)


def test_the_term_of_a_contract_may_stand_under_from_and_until(read: Read) -> None:
    rows = [["Contractnummer", "Titel", "Van", "Tot en met"], ["A", "T", date(2026, 1, 1), date(2026, 12, 31)]]
    found = contracts(read({"Contracten": rows}))[0]
    assert (str(found["start"])[:10], str(found["end"])[:10]) == ("2026-01-01", "2026-12-31")
