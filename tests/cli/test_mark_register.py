"""check --mark on a register: the findings on a sheet more in a copy of the officer's own workbook."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.support.paths import EXAMPLES
from tests.support.program import Printed, printed
from tests.support.rich_workbook import parts_of, rich_workbook, with_parts

ON = ("--on", "2026-11-22")
CHANGED = {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml"}
OWN = (
    ("Contractnummer", "Titel", "Loonsom", "Soort opdracht", "Begindatum", "Einddatum", "Status"),
    ("A-1", "Schoonmaak", "ca. 3 ton", "dienst", "2026-01-01", "2028-01-01", "lopend"),
    ("A-2", "Post", 300000, "dienst", "2026-01-01", "2028-13-01", "lopend"),
)


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An officer's own list, of which two cells cannot be read."""
    monkeypatch.chdir(tmp_path)
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Contracten 2026"
    for row in OWN:
        sheet.append(row)
    workbook.save("register.xlsx")
    return tmp_path / "register.xlsx"


def _check(*arguments: object) -> Printed:
    return printed(["check", *map(str, arguments), *ON])


def _table(path: Path, name: str, title: str = "Social return") -> list[dict[str, Any]]:
    """The rows of one table of the sheet by their headings, links as where they lead to."""
    sheet = load_workbook(path)[title]
    area = next(table.ref for table in sheet.tables.values() if table.name.startswith(name))
    headings, *rows = sheet[area]
    names = [cell.value for cell in headings]
    return [
        dict(zip(names, (cell.value for cell in row), strict=True))
        | {"link": row[0].hyperlink.location if row[0].hyperlink else None}
        for row in rows
    ]


def test_each_finding_stands_beside_a_link_to_the_row_of_its_contract(register: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.xlsx"
    result = _check(register, "--mark", copy, "--lang", "nl")
    assert result.code == 0
    assert "kopie" not in result.stdout
    assert f"Gemaakt: {copy}, met de bevindingen op het blad" in result.stderr
    rows = _table(copy, "Bevindingen")
    first = next(row for row in rows if row["Code"] == "SR101" and row["Contract"] == "A-1")
    assert first["link"] == "'Contracten 2026'!A2"
    assert first["Oordeel"] == "vraag"
    assert first["Wie handelt"] == "Inkoper"
    assert "Loonsom" in first["Wat te doen"]
    assert {row["link"] for row in rows if row["Contract"] == "A-2"} == {"'Contracten 2026'!A3"}


def test_the_head_says_what_was_looked_at_and_when(register: Path, tmp_path: Path) -> None:
    _check(register, "--mark", tmp_path / "copy.xlsx", "--lang", "en")
    sheet = load_workbook(tmp_path / "copy.xlsx")["Social return"]
    head = [str(sheet.cell(row, 1).value) for row in range(1, 5)]
    assert head[0] == "Social return: findings on register.xlsx"
    assert "22 November 2026" in head[1]
    assert "(rijk-classic)" in head[1]
    assert head[2].startswith("2 contracts")
    table = next(iter(sheet.tables.values()))
    assert table.autoFilter is not None
    heading = int(table.ref.partition(":")[0].removeprefix("A"))
    assert sheet.freeze_panes == f"A{heading + 1}"


def test_what_was_not_read_stands_below_with_a_link_to_its_cell(register: Path, tmp_path: Path) -> None:
    _check(register, "--mark", tmp_path / "copy.xlsx", "--lang", "nl")
    rows = _table(tmp_path / "copy.xlsx", "NietGelezen")
    assert [(row["link"], row["Kolom"], row["Wat er staat"], row["Contract"]) for row in rows] == [
        ("'Contracten 2026'!C2", "Loonsom", "ca. 3 ton", "A-1"),
        ("'Contracten 2026'!F3", "Einddatum", "2028-13-01", "A-2"),
    ]
    assert all(row["Niet gelezen, omdat"] for row in rows)


def test_a_contract_without_findings_has_a_row_and_with_select_is_not_called_without_findings(
    register: Path, tmp_path: Path
) -> None:
    _check(EXAMPLES / "portfolio.xlsx", "--mark", tmp_path / "whole.xlsx")
    assert "no findings" in {row["Verdict"] for row in _table(tmp_path / "whole.xlsx", "Findings")}
    _check(register, "--select", "SR512", "--mark", tmp_path / "part.xlsx")
    assert {row["Verdict"] for row in _table(tmp_path / "part.xlsx", "Findings")} == {"not looked at"}


def test_the_copy_tells_about_single_people_only_when_that_is_asked_for(tmp_path: Path) -> None:
    example = EXAMPLES / "portfolio.xlsx"
    _check(example, "--mark", tmp_path / "discreet.xlsx")
    _check(example, "--mark", tmp_path / "internal.xlsx", "--internal")
    texts = {
        name: " ".join(
            str(cell) for row in load_workbook(tmp_path / f"{name}.xlsx")["Social return"].values for cell in row
        )
        for name in ("discreet", "internal")
    }
    assert "Do not pass it on" in texts["internal"]
    assert "Do not pass it on" not in texts["discreet"]
    assert "which: srtool check" in texts["discreet"]


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm"])
def test_every_other_part_keeps_its_bytes(tmp_path: Path, suffix: str) -> None:
    source, copy = tmp_path / f"eigen{suffix}", tmp_path / f"kopie{suffix}"
    source.write_bytes(rich_workbook())
    assert _check(source, "--mark", copy).code == 0
    before, after = parts_of(source.read_bytes()), parts_of(copy.read_bytes())
    assert {name: after[name] for name in before.keys() - CHANGED} == {
        name: before[name] for name in before.keys() - CHANGED
    }
    assert "Social return" in load_workbook(BytesIO(copy.read_bytes())).sheetnames


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["register.toml", "--mark", "copy.xlsx"], ".xlsx or .xlsm only"),
        (["register.csv", "--mark", "copy.csv"], ".xlsx or .xlsm only"),
        (["register.ods", "--mark", "copy.ods"], ".xlsx or .xlsm only"),
        (["register.xls", "--mark", "copy.xls"], "srtool report"),
        (["register.xlsx", "register.xlsx", "--mark", "copy.xlsx"], "One register at a time"),
        (["register.xlsx", "--mark", "copy.xlsm"], "Supported: .xlsx"),
        (["register.xlsx", "--mark", "register.xlsx"], "the file that is read"),
        (["register.xlsx", "--mark", ""], "Nothing stands here"),
    ],
)
@pytest.mark.usefixtures("register")
def test_what_cannot_be_marked_is_said_in_a_sentence(arguments: list[str], told: str) -> None:
    result = _check(*arguments)
    assert (result.code, result.stdout) == (2, "")
    assert told in result.stderr
    assert not Path("copy.xlsx").exists()


def test_a_signed_or_protected_workbook_is_refused(register: Path) -> None:
    data = register.read_bytes()
    workbook = parts_of(data)["xl/workbook.xml"].decode()
    protected = workbook.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>')
    for parts, told in (
        ({"_xmlsignatures/origin.sigs": b""}, "is signed"),
        ({"xl/workbook.xml": protected.encode()}, "is protected"),
    ):
        register.write_bytes(with_parts(data, parts))
        result = _check(register, "--mark", "copy.xlsx")
        assert (result.code, result.stdout) == (3, "")
        assert told in result.stderr
        assert not Path("copy.xlsx").exists()


def test_libreoffice_opens_the_copy(libreoffice: Callable[[Path, str], Path], register: Path, tmp_path: Path) -> None:
    _check(register, "--mark", tmp_path / "copy.xlsx")
    back = load_workbook(libreoffice(tmp_path / "copy.xlsx", "xlsx"))
    assert back.sheetnames == ["Contracten 2026", "Social return"]
