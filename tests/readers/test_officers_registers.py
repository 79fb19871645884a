"""Registers and planning lists in the shapes that officers keep them in, one for each kind; all of it invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from srtool.register.model import RegisterFile
from tests.support.kept_registers import Rows, by_id, read, text, workbook

START, END = date(2025, 1, 1), date(2027, 12, 31)
_OF_CALC = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3"><office:automatic-styles>
<style:style style:name="ce1" style:family="table-cell"><style:text-properties {struck}/></style:style>
</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Lijst">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""


def codes(register_file: RegisterFile) -> list[str]:
    """What is said of the register."""
    return [remark.code for remark in register_file.remarks]


def _calc(path: Path, rows: list[tuple[str, list[str]]], struck: str) -> Path:
    """An .ods file of these rows of text, each with the style of its cells."""
    written = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string" table:style-name="{style}"><text:p>{cell}</text:p>'
            "</table:table-cell>"
            for cell in cells
        )
        + "</table:table-row>"
        for style, cells in rows
    )
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _OF_CALC.format(struck=struck, rows=written))
        manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def test_a_register_of_shortened_headings(tmp_path: Path) -> None:
    head = [
        "Contr.nr.",
        "Omschr.",
        "Lev.",
        "KvK-nr.",
        "Bedr. ex btw",
        "Ingangsdat.",
        "Einddat.",
        "CM",
        "OG",
        "Afd.",
        "SR",
    ]
    row = ["A-1", "Schoonmaak", "Sop", 1234567, 240000, START, END, "P. Jansen", "K. Vos", "FZ", "ja"]
    contract = by_id(workbook(tmp_path, {"CR": [head, row]}))["A-1"]
    assert (contract.title, contract.supplier, contract.contract_value) == ("Schoonmaak", "Sop", Decimal(240000))
    assert (contract.start, contract.end, contract.supplier_id) == (START, END, "01234567")
    assert (contract.client, contract.contract_manager, contract.unit) == ("K. Vos", "P. Jansen", "FZ")
    assert contract.social_return.asked is True


@pytest.mark.parametrize(
    ("head", "id_", "title"),
    [
        (["Contract", "Titel opdracht"], "IB-1", "Zout"),
        (["Contractnr", "Contract"], "IB-1", "Zout"),
        (["Nr.", "Overeenkomst"], "IB-1", "Zout"),
        (["Zaak", "Onderwerp"], "IB-1", "Zout"),
    ],
)
def test_a_heading_that_may_be_number_or_name(tmp_path: Path, head: list[str], id_: str, title: str) -> None:
    rows: Rows = [[*head, "Contractwaarde", "Startdatum", "Einddatum"], [id_, title, 300000, START, END]]
    assert by_id(workbook(tmp_path, {"Lijst": rows}))[id_].title == title


def test_a_calendar_of_tenders(tmp_path: Path) -> None:
    head = ["Projectnr", "Aanbestedingsproject", "Fase", "Verwachte publicatie", "Verwachte ingangsdatum contract"]
    head += ["Geschatte waarde", "Procedurevorm", "Looptijd (mnd)", "Aard opdracht"]
    rows: list[list[object]] = [
        ["P1", "Beddenreiniging", "Marktconsultatie", "Q1 2027", "Q3 2027", 450000, "EU openbaar", 48, "Dienst"],
        ["P2", "Pompen", "Gunningsfase", "mrt-26", "1-10-2027", 90000, "EU openbaar", 60, "Levering"],
    ]
    contracts = by_id(workbook(tmp_path, {"Aanbestedingskalender 2027": [list[object](head), *rows]}))
    assert [(one.status, one.procedure, one.kind) for one in contracts.values()] == [
        ("draft", "open", "services"),
        ("tendered", "open", "supplies"),
    ]
    assert (contracts["P1"].start, contracts["P1"].end) == (date(2027, 7, 1), date(2031, 6, 30))


@pytest.mark.parametrize(
    ("cell", "cpv", "code"),
    [
        ("90910000-9 - Schoonmaakdiensten", "90910000-9", "cpv_beside_label"),
        ("90910000 (schoonmaak)", "90910000", "cpv_beside_label"),
        ("CPV 90910000-9: Schoonmaakdiensten", "90910000-9", "cpv_beside_label"),
        ("45000000-7; 45400000-1", "45000000-7", "cpv_of_several"),
        ("90910000-9", "90910000-9", None),
        ("schoonmaak", "schoonmaak", None),
    ],
)
def test_a_code_beside_its_label_or_another(tmp_path: Path, cell: str, cpv: str, code: str | None) -> None:
    rows: Rows = [["Contractnummer", "Omschrijving", "CPV", "Contractwaarde"], ["A", "Werk", cell, 100000]]
    register_file = workbook(tmp_path, {"Contracten": rows})
    assert by_id(register_file)["A"].cpv == cpv
    assert {one for one in codes(register_file) if one.startswith("cpv")} == ({code} if code else set())


def test_what_an_amount_is_per_stands_beside_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Contractnummer", "Omschrijving", "Bedrag", "Per", "Startdatum", "Einddatum"]]
    rows += [["A", "W", 120000, "jaar", START, END], ["B", "W", 200000, "totaal", START, END]]
    register_file = workbook(tmp_path, {"Contracten": rows})
    assert [one.contract_value for one in register_file.register.contracts] == [None, 200000]
    assert [cell.why for cell in register_file.unread] == ["amount_per_year"]


def test_a_table_beside_the_register_makes_no_contracts(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Contractnummer", "Omschrijving", "Leverancier", "Contractwaarde", None, "Afdeling"]]
    rows += [["A", "Werk", "Sop", 100000, None, "FZ"], [None, None, None, None, None, "HR"]]
    register_file = workbook(tmp_path, {"Contracten": rows})
    assert list(by_id(register_file)) == ["A"]
    assert "sections_skipped" in codes(register_file)


def test_a_number_that_excel_made_a_date_is_said(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Contractnummer", "Omschrijving", "Contractwaarde"], [date(2024, 3, 1), "Werk", 100]]
    rows += [["2024-04", "Werk", 100]]
    register_file = workbook(tmp_path, {"Contracten": rows})
    assert list(by_id(register_file)) == ["2024-03-01", "2024-04"]
    assert codes(register_file).count("number_is_date") == 1


def test_days_as_systems_export_them(tmp_path: Path) -> None:
    content = "Contractnummer;Omschrijving;Startdatum;Einddatum\nA;Werk;20250101;20271231\nB;Werk;20251301;2027\n"
    contracts = by_id(text(tmp_path, "r.csv", content))
    assert (contracts["A"].start, contracts["A"].end) == (START, END)
    assert contracts["B"].start is None


@pytest.mark.parametrize(
    ("struck", "is_said"),
    [
        ('style:text-line-through-style="solid" style:text-line-through-type="single"', True),
        ('style:text-line-through-type="double"', True),
        ('style:text-line-through-style="none"', False),
        ('style:font-name="Cambria"', False),
    ],
)
def test_rows_struck_through_in_calc_are_said(tmp_path: Path, struck: str, is_said: bool) -> None:  # noqa: FBT001
    head = ["Contractnummer", "Omschrijving", "Leverancier", "Contractwaarde"]
    rows = [("Default", head), ("Default", ["A", "Werk", "Sop", "100,00"]), ("ce1", ["B", "Werk", "Sop", "200,00"])]
    path = _calc(tmp_path / "r.ods", rows, struck)
    said = [one for one in read(path).remarks if one.code == "rows_struck"]
    assert [str(one.place) for one in said] == (["r.ods: Lijst!A3"] if is_said else [])
