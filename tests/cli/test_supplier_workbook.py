"""The workbook that one supplier completes: nothing in it is of others, and what it fills in comes back."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from srtool.cli.program import run
from srtool.texts import LANGUAGES, Lang, load
from srtool.views.register.supplier_workbook import KEYS as _KEYS
from tests.support.two_suppliers import REGISTER

KEYS = [key for key in _KEYS if key not in {"days", "benefit_until"}]
"""The columns for the rule sets of these contracts, of which none counts days or years after a benefit."""
SHEETS: dict[Lang, list[str]] = {
    "nl": ["Uitleg", "Uw contracten", "Wat telt", "Inspanningen", "Keuzelijsten"],
    "en": ["Read me", "Your contracts", "What counts", "Efforts", "Lists"],
}


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("srtool.cli.options.today", lambda: date(2026, 11, 22))
    (tmp_path / "register.toml").write_bytes(REGISTER.encode())


def made(supplier: str = "23456789", lang: Lang = "nl", *options: str) -> Path:
    path = Path(f"{lang}.xlsx")
    assert run(["init", "--supplier", supplier, "register.toml", str(path), "--lang", lang, *options]) == 0
    return path


def complete(path: Path, row: int, lang: Lang, **values: object) -> None:
    """Fills in a row as a supplier does, by the headings."""
    book: Any = load_workbook(path)
    sheet = book[SHEETS[lang][3]]
    for key, value in values.items():
        sheet.cell(row, KEYS.index(key) + 1).value = value
    book.save(path)


def efforts() -> list[dict[str, object]]:
    found: list[dict[str, object]] = tomllib.loads(Path("register.toml").read_text())["efforts"]
    return found


def take_in(path: Path) -> int:
    return run(["import", str(path), "--into", "register.toml", "--force", "--lang", "nl"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_filled_in_comes_back_as_claimed(lang: Lang, capsys: pytest.CaptureFixture[str]) -> None:
    path = made(lang=lang)
    assert take_in(path) == 0
    assert Path("register.toml").read_bytes().decode() == REGISTER
    words = load(lang, "vocabulary")["values"]
    placed = {"kind": words["placement"][0], "full_time": words["yes"][0], "where": words["supplier"][0]}
    complete(path, 3, lang, contract="SCH-2", block="mbo bbl niveau 2-4" if lang == "nl" else "bbl-2-4", **placed)
    complete(path, 3, lang, person="P-001", start=date(2026, 9, 1), amount=1250.5, hours_per_week=36)
    capsys.readouterr()
    assert take_in(path) == 0
    assert capsys.readouterr().err.splitlines()[0] == "Nieuw: 1. Stond er al: 1."
    assert efforts()[2] == {
        "id": "GLANSS-261122-001",
        "contract": "SCH-2",
        "kind": "placement",
        "block": "bbl-2-4",
        "person": "P-001",
        "start": date(2026, 9, 1),
        "hours_per_week": 36,
        "full_time": True,
        "amount": 1250.5,
        "where": "supplier",
        "status": "claimed",
        "claimed_on": date(2026, 11, 22),
    }
    once = Path("register.toml").read_bytes()
    assert once.startswith(REGISTER.encode())
    assert take_in(path) == 0
    assert Path("register.toml").read_bytes() == once


def test_a_known_row_that_was_changed_is_refused_and_a_correction_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    path = made()
    complete(path, 2, "nl", end=date(2026, 10, 31))
    capsys.readouterr()
    assert take_in(path) == 3
    assert "nl.xlsx: Inspanningen!G2" in capsys.readouterr().err
    path = made("23456789", "nl", "--force")
    complete(path, 3, "nl", contract="SCH-1", kind="plaatsing", end=date(2026, 10, 31), corrects="E1")
    assert take_in(path) == 0
    assert efforts()[2]["corrects"] == "E1"


def test_the_next_workbook_shows_what_came_in_and_has_other_numbers_ready() -> None:
    path = made()
    complete(path, 3, "nl", contract="SCH-1", kind="inkoop", amount=100)
    assert take_in(path) == 0
    sheet: Any = load_workbook(made("23456789", "nl", "--force"))["Inspanningen"]
    assert [sheet.cell(row, 1).value for row in (2, 3, 4)] == ["E1", "GLANSS-261122-001", "GLANSS-261122-002"]
    assert [sheet.cell(row, len(KEYS)).value for row in (2, 3, 4)] == ["goedgekeurd", "opgegeven", None]


def strings(path: Path) -> str:
    """Every word in every part of the file."""
    with ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_of_others_or_of_the_officer_is_in_it(lang: Lang) -> None:
    found = strings(made(lang=lang))
    for secret in (
        "Hap",
        "34567890",
        "CAT-1",
        "K1<",
        "Geheime",
        "Team Stil",
        "Interne les",
        "Notitie",
        "Vertrouwelijk",
        "aantekening",
        "SCH-3",
        "tmp",
    ):
        assert secret not in found, secret
    for shown in ("SCH-1", "SCH-2", "Glasbewassing", "23456789", "P1", "50000"):
        assert shown in found
    other = strings(made("Hap Catering", lang, "--force"))
    assert "CAT-1" in other
    assert not [secret for secret in ("Glans", "SCH-", "23456789", "P1<") if secret in other]


def test_a_call_off_shows_no_parent_of_another_and_counts_only_its_own() -> None:
    call_off = (
        '\n[[contracts]]\nid = "AF-1"\ntitle = "Afroep"\npart_of = "CAT-1"\nsupplier = "Glans"\nstart = 2026-01-01\n'
    )
    effort = '\n[[efforts]]\nid = "A1"\ncontract = "AF-1"\nkind = "purchase"\namount = 700\nstatus = "confirmed"\n'
    Path("register.toml").write_text(REGISTER + call_off + effort)
    path = made()
    assert "CAT-1" not in strings(path)
    rows = {row[0].value: [cell.value for cell in row] for row in load_workbook(path)["Uw contracten"].iter_rows()}
    assert rows["AF-1"][5:] == [None, None, 0, 700, None]
    assert rows["SCH-1"][5:] == ["5% van de loonsom", 50000, 0, 9000, 41000]
    other = load_workbook(made("34567890", "nl", "--force"))["Uw contracten"]
    assert [cell.value for cell in other[4]][6:] == [20000, 6000, 0, 19300]


DATED = REGISTER.replace(
    'basis = "wage_sum"\n',
    'basis = "wage_sum"\nplan_due = 2026-12-01\nreport_every_months = 6\nevaluation_on = 2028-12-15\n'
    "schedule = [{ date = 2027-06-01, amount = 25000 }, { date = 2028-12-31, amount = 25000 }]\n",
)
"""With dates on the first contract."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_supplier_reads_by_when_to_whom_and_what_is_still_open(lang: Lang) -> None:
    waived = '\n[[adjustments]]\ncontract = "SCH-1"\nkind = "waiver"\nfrom = 2026-01-01\namount = 1000\n'
    Path("register.toml").write_text(DATED + waived, "utf-8")
    book: Any = load_workbook(made(lang=lang))
    words, dates = load(lang, "supplier")["workbook"], load(lang, "supplier")["dates"]
    first = dates["was_due"].format(day="1 juli 2025" if lang == "nl" else "1 July 2025", contract="SCH-1")
    assert any(str(cell.value).startswith(words["back"].partition("{")[0] + first) for cell in book.worksheets[0]["A"])
    rows = [[cell.value for cell in row] for row in book[dates["sheet"]].iter_rows(min_row=4)]
    assert [(row[0].date(), row[1], row[3], row[4]) for row in rows] == [
        (date(2025, 7, 1), "SCH-1", dates["late"].format(what=dates["report"]), None),
        (date(2026, 12, 1), "SCH-1", dates["plan"], None),
        (date(2027, 6, 1), "SCH-1", dates["instalment"], 25000),
        (date(2028, 12, 15), "SCH-1", dates["evaluation"], None),
        (date(2028, 12, 31), "SCH-1", dates["instalment"], 25000),
    ]
    contracts = [[cell.value for cell in row] for row in book[words["contracts"]].iter_rows(min_row=4, max_row=5)]
    roles = load(lang, "monitor")["who"]
    assert contracts[0][2] == roles["contract_manager"]
    assert contracts[0][6:] == [50000, 1000, 0, 9000, 40000]
    assert contracts[1][2] == words["nobody"]
    assert contracts[1][6:] == [words["not_known"], 0, 0, 0, words["not_known"]]


def test_what_is_not_known_is_no_zero_for_a_supplier() -> None:
    without_efforts = REGISTER[: REGISTER.index("[[efforts]]")]
    Path("register.toml").write_text(without_efforts, "utf-8")
    sheet: Any = load_workbook(made())["Uw contracten"]
    assert [cell.value for cell in sheet[4]][6:] == [50000, "niet bekend", "niet bekend", "niet bekend"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_workbook_is_made_well(lang: Lang) -> None:
    book: Any = load_workbook(made(lang=lang))
    assert book.sheetnames == SHEETS[lang]
    assert {one.name: one.value for one in book.custom_doc_props.props} == {
        "srtool supplier": "23456789",
        "srtool register": "register.toml",
    }
    read_me = [cell.value for cell in book[SHEETS[lang][0]]["A"] if cell.value]
    assert len(read_me) == 2 * (4 + len(load("nl", "supplier")["workbook"]["how"]))
    assert all(load(each, "supplier")["workbook"]["title"] in read_me for each in LANGUAGES)
    sheet = book[SHEETS[lang][3]]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    assert sheet["A2"].protection.locked
    assert not sheet.column_dimensions["B"].protection.locked
    assert [sheet.cell(row, 2).fill.fgColor.rgb[2:] for row in (2, 3)] == ["E7E6E6", "000000"]
    rules = sheet.data_validations.dataValidation
    lists = {str(rule.sqref).partition("2:")[0]: rule.formula1 for rule in rules}
    assert lists["B"] == f"'{SHEETS[lang][1]}'!$A$4:$A$5"
    assert lists["D"].startswith(f"'{SHEETS[lang][4]}'!")


def test_numbers_are_of_this_supplier_only() -> None:
    twin = '\n[[suppliers]]\nid = "45678901"\nname = "Glans Schilders"\n'
    Path("register.toml").write_text(REGISTER + twin)
    assert load_workbook(made())["Inspanningen"]["A3"].value == "GLANSS23456789-261122-001"


@pytest.mark.parametrize("name", ["23456789", "Glans", "glans schoonmaak", "Glans Schoonmaak"])
def test_a_supplier_by_any_of_its_names(name: str) -> None:
    assert "SCH-1" in strings(made(name))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--supplier", "Glanz Schoonmaak", "register.toml", "new.xlsx"], "Bedoelt u Glans Schoonmaak (23456789)?"),
        (["--supplier", " ", "register.toml", "new.xlsx"], "--supplier"),
        (["--supplier", "Glans", "register.toml"], "WERKMAP"),
        (["--supplier", "Glans"], "BESTAND"),
        (["--supplier", "Glans", "register.toml", "new.toml"], ".xlsx"),
        (["--supplier", "Glans", "absent.toml", "new.xlsx"], "absent.toml"),
        (["--supplier", "Glans", "register.toml", "old.xlsx"], "--force"),
        (["--supplier", "Stil BV", "register.toml", "new.xlsx"], "geen gegund contract"),
        (["--supplier", "Glans", "register.toml", "new.xlsx", "--rule-set", "utrecht"], "--rule-set"),
        (["one.toml", "two.xlsx"], "two.xlsx"),
    ],
)
def test_what_cannot_be_made(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("old.xlsx").write_bytes(b"old")
    Path("register.toml").write_text(REGISTER + '\n[[suppliers]]\nid = "56789012"\nname = "Stil BV"\n')
    assert run(["init", *arguments, "--lang", "nl"]) == 2
    assert says in capsys.readouterr().err
    assert Path("old.xlsx").read_bytes() == b"old"
    assert not Path("new.xlsx").exists()


def test_a_workbook_saved_by_libreoffice_imports_the_same(libreoffice: Callable[[Path, str], Path]) -> None:
    path = made()
    complete(path, 3, "nl", contract="SCH-1", kind="plaatsing", person="P-001", start=date(2026, 9, 1), amount=0.1)
    saved = libreoffice(path.resolve(), "xlsx")
    assert take_in(saved) == 0
    once = Path("register.toml").read_bytes()
    assert len(efforts()) == 3
    assert take_in(path) == 0
    assert Path("register.toml").read_bytes() == once
    Path("register.toml").write_bytes(REGISTER.encode())
    assert take_in(path) == 0
    assert Path("register.toml").read_bytes() == once


@pytest.mark.parametrize("name", ["Tweeling", "tweeling "])
def test_a_name_of_several_suppliers_asks_for_the_number(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    twins = REGISTER.replace('name = "Glans Schoonmaak"', 'name = "Tweeling"').replace("Hap Catering", "Tweeling")
    Path("register.toml").write_text(twins)
    assert run(["init", "--supplier", name, "register.toml", "x.xlsx", "--lang", "en"]) == 2
    assert "23456789, 34567890. Give the number." in capsys.readouterr().err


def test_a_call_off_of_a_call_off_is_of_the_supplier_right_above_it(capsys: pytest.CaptureFixture[str]) -> None:
    nested = (
        '[[contracts]]\nid = "N-1"\ntitle = "Deel"\npart_of = "SCH-1"\nsupplier = "34567890"\n'
        '[[contracts]]\nid = "N-2"\ntitle = "Deel van deel"\npart_of = "N-1"\nstatus = "running"\n'
    )
    Path("register.toml").write_text(REGISTER + "\n" + nested)
    for supplier, sees in (("23456789", False), ("34567890", True)):
        path = made(supplier, "nl", "--force")
        numbers = [cell.value for cell in load_workbook(path)["Uw contracten"]["A"]]
        assert ("N-2" in numbers) is sees
    capsys.readouterr()


def test_what_to_do_next_can_be_typed_as_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "--supplier", "23456789", "register.toml", "for Glans.xlsx", "--lang", "en"]) == 0
    assert 'srtool import "for Glans.xlsx" --into register.toml' in capsys.readouterr().err
    assert run(["convert", "register.toml", "register.xlsx", "--quiet"]) == 0
    assert run(["init", "--supplier", "23456789", "register.xlsx", "out.xlsx", "--lang", "en"]) == 0
    said = capsys.readouterr().err
    assert said.endswith("srtool import out.xlsx --into register.xlsx\n")
    assert run(["import", "out.xlsx", "--into", "register.xlsx", "--lang", "en", "--out", "new.xlsx"]) == 0


@pytest.mark.parametrize("command", ["check", "bundle", "monitor"])
def test_it_is_no_register_and_says_what_it_is(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = made()
    capsys.readouterr()
    assert run([command, str(path), "--lang", "en"]) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 2
    assert "nl.xlsx: This is a workbook for a supplier, not a register." in said


def test_the_row_of_a_known_effort_is_as_high_as_its_words(tmp_path: Path) -> None:
    long = "een bouwblok met een naam die niet op een regel past"
    (tmp_path / "register.toml").write_text(
        REGISTER.replace('person = "P1"', f'person = "P1"\nblock = "{long}"', 1), encoding="utf-8"
    )
    sheet: Any = load_workbook(made())[SHEETS["nl"][3]]
    assert sheet.cell(2, KEYS.index("block") + 1).value == long
    assert sheet.row_dimensions[2].height >= 30
    assert sheet.row_dimensions[3].height is None


IN_RIJNMOND = """
[[contracts]]
id = "C"
title = "Groen"
kind = "services"
rule_set = "%s"
supplier = "12345678"
contract_value = 500000
start = 2026-01-01
end = 2027-12-31
[contracts.social_return]
amount = 25000

[[suppliers]]
id = "12345678"
name = "Groenwerk"
"""


@pytest.mark.parametrize(
    ("rule_set", "asked"),
    [
        ("rijnmond-2024", {"benefit_until"}),
        ("regio-amersfoort", {"days"}),
        ("parkstad", {"days"}),
        ("utrecht", set()),
    ],
)
def test_days_and_the_end_of_a_benefit_are_asked_only_where_a_rule_set_looks_at_them(
    rule_set: str, asked: set[str]
) -> None:
    Path("register.toml").write_text(IN_RIJNMOND % rule_set, "utf-8")
    book: Any = load_workbook(made("12345678"))
    headings = load("nl", "vocabulary")["headings"]["efforts"]
    row = {cell.value for cell in book["Inspanningen"][1]}
    assert {key for key in ("days", "benefit_until") if headings[key][0] in row} == asked


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_supplier_reads_what_counts_and_how_sure_the_table_is(lang: Lang) -> None:
    Path("register.toml").write_text(IN_RIJNMOND % "parkstad", "utf-8")
    book: Any = load_workbook(made("12345678", lang))
    lines = [cell.value for cell in book[SHEETS[lang][2]]["A"] if cell.value]
    wanted = {
        "nl": ("kopie van derden", "het brutoloon plus 30%", "€ 500,00 per dagdeel", "samen ten hoogste 20% van"),
        "en": (
            "copy made by a third party",
            "the gross wage plus 30%",
            "€ 500.00 half a day",
            "together at most 20% of",
        ),
    }
    for words in wanted[lang]:
        assert any(words in line for line in lines), words


def test_what_a_supplier_says_of_days_and_benefits_comes_back() -> None:
    Path("register.toml").write_text(IN_RIJNMOND % "rijnmond-2024", "utf-8")
    path = made("12345678")
    book: Any = load_workbook(path)
    sheet = book["Inspanningen"]
    places = {cell.value: cell.column for cell in sheet[1]}
    headings = load("nl", "vocabulary")["headings"]["efforts"]
    values = {"contract": "C", "kind": "plaatsing", "block": "WW", "benefit_until": date(2025, 12, 31)}
    for key, value in values.items():
        sheet.cell(2, places[headings[key][0]]).value = value
    book.save(path)
    assert take_in(path) == 0
    assert efforts()[0]["benefit_until"] == date(2025, 12, 31)
