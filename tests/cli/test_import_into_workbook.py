"""import --into a workbook: new efforts as rows below the last one, and every other part as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.table import Table

from srtool.cli.program import run
from tests.support.program import Printed, printed
from tests.support.rich_workbook import parts_of, rich_workbook, with_parts

ON = ("--on", "2026-11-22")
CONTRACTS = (
    ("Contractnummer", "Titel", "Soort opdracht", "Loonsom", "Begindatum", "Einddatum", "Gegund op", "Leverancier"),
    ("SCH-1", "Schoonmaak", "dienst", 400000, date(2026, 1, 1), date(2027, 12, 31), date(2025, 12, 1), "Schoon BV"),
)
HEADINGS = (
    *("Nummer", "Contractnummer", "Soort inspanning", "Pseudoniem", "Begindatum", "Uren per week", "Bedrag"),
    *("Status", "Opgegeven op"),
)
FIRST = ("E1", "SCH-1", "plaatsing", "P1", date(2026, 2, 1), 24, None, "bevestigd", date(2026, 3, 1))
NEW = ("=N1", "SCH-1", "plaatsing", "P7", date(2026, 9, 1), 24.5, 5000.5)


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def _register(
    *efforts: tuple[object, ...], headings: tuple[str, ...] = HEADINGS, below: tuple[object, ...] = (), table: str = ""
) -> Path:
    """A register in a workbook with much beside the sheets that are read."""
    workbook = load_workbook(BytesIO(rich_workbook(sheets=("Grafieken",))))
    for title, rows in (("Contracten", CONTRACTS), ("Inspanningen", (headings, *efforts))):
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    if below:
        sheet.append([])
        sheet.append(list(below))
    if table:
        sheet.add_table(Table(displayName="Inspanning", ref=table))
    else:
        sheet.auto_filter.ref = f"A1:I{1 + len(efforts)}"
    workbook.save("register.xlsx")
    others = {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macro", "xl/media/image1.png": b"\x89PNG\r\n\x1a\n picture"}
    Path("register.xlsx").write_bytes(with_parts(Path("register.xlsx").read_bytes(), others))
    return Path("register.xlsx")


def _returned(*efforts: tuple[object, ...]) -> str:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Inspanningen"
    for row in (HEADINGS[:7], *efforts):
        sheet.append(list(row))
        sheet.cell(sheet.max_row, 1).data_type = "s"
    workbook.save("glans.xlsx")
    return "glans.xlsx"


def _import(*options: str, into: str = "register.xlsx") -> Printed:
    return printed(["import", "glans.xlsx", "--into", into, "--lang", "nl", *ON, *options])


def test_the_rows_stand_below_the_last_one_in_its_formats() -> None:
    register = _register(FIRST)
    before = register.read_bytes()
    _returned(NEW)
    result = _import("--out", "new.xlsx")
    assert (result.code, result.stdout) == (0, "")
    assert register.read_bytes() == before
    sheet = load_workbook("new.xlsx")["Inspanningen"]
    assert [cell.value for cell in sheet[2]][:4] == list(FIRST[:4])
    row = [cell.value for cell in sheet[3]]
    days = [value.date() if isinstance(value, datetime) else value for value in row]
    assert days == [*NEW, "opgegeven", date(2026, 11, 22)]
    assert sheet["A3"].data_type == "s"
    assert sheet["E3"].number_format == sheet["E2"].number_format
    assert sheet.auto_filter.ref == "A1:I3"


def test_every_other_part_keeps_its_bytes() -> None:
    register = _register(FIRST)
    _returned(NEW)
    _import("--out", "new.xlsx")
    before, after = parts_of(register.read_bytes()), parts_of(Path("new.xlsx").read_bytes())
    changed = {name for name in before if before[name] != after[name]}
    assert before.keys() == after.keys()
    assert changed <= {"xl/worksheets/sheet3.xml", "xl/workbook.xml"}
    assert "xl/worksheets/sheet3.xml" in changed
    old, new = before["xl/worksheets/sheet3.xml"], after["xl/worksheets/sheet3.xml"]
    row = old[old.index(b'<row r="2"') : old.index(b"</sheetData>")]
    assert row in new


def test_a_table_grows_with_its_rows() -> None:
    register = _register(FIRST, table="A1:I2")
    _returned(NEW, ("N2", *NEW[1:3], "P8", *NEW[4:]))
    assert _import("--out", "new.xlsx").code == 0
    table = load_workbook("new.xlsx")["Inspanningen"].tables["Inspanning"]
    assert (table.ref, table.autoFilter.ref) == ("A1:I4", "A1:I4")
    assert register.exists()


def test_the_first_efforts_of_a_register_with_headings_only() -> None:
    _register()
    _returned(NEW)
    assert _import("--out", "new.xlsx").code == 0
    sheet = load_workbook("new.xlsx")["Inspanningen"]
    assert sheet["A2"].value == "=N1"
    assert sheet["E2"].is_date


def test_into_the_register_itself_when_forced_and_twice_changes_nothing() -> None:
    register = _register(FIRST)
    _returned(NEW)
    assert _import().code == 2
    assert _import("--force").code == 0
    once = register.read_bytes()
    assert _import("--force").stderr.count("Nieuw: 0. Stond er al: 1.")
    assert register.read_bytes() == once


@pytest.mark.parametrize(
    ("prepare", "told"),
    [
        (lambda: _register(FIRST, headings=HEADINGS[:-1]), "Opgegeven op"),
        (lambda: _register(FIRST, below=("Totaal", None, None, None, None, None, 5000)), "nog iets"),
    ],
    ids=["no column", "note below"],
)
def test_where_there_is_no_place_a_sentence_says_so(prepare: Callable[[], Path], told: str) -> None:
    prepare()
    _returned(NEW)
    result = _import("--out", "new.xlsx")
    assert (result.code, result.stdout) == (3, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert not Path("new.xlsx").exists()


def test_a_register_without_a_sheet_of_efforts() -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Contracten"
    for row in CONTRACTS:
        sheet.append(row)
    workbook.save("register.xlsx")
    _returned(NEW)
    result = _import("--out", "new.xlsx")
    assert result.code == 3
    assert "blad Inspanningen" in result.stderr


@pytest.mark.parametrize(("into", "code"), [("register.ods", 2), ("register.csv", 2), ("register.docx", 2)])
def test_another_kind_of_file_is_refused_in_a_sentence(into: str, code: int) -> None:
    _returned(NEW)
    result = _import(into=into)
    assert result.code == code
    assert ".xlsx" in result.stderr


def test_days_count_from_1904_where_the_workbook_does_so() -> None:
    register = _register(FIRST)
    data = register.read_bytes()
    workbook = parts_of(data)["xl/workbook.xml"].decode()
    assert "<workbookPr" in workbook
    old = workbook.replace("<workbookPr", '<workbookPr date1904="1"', 1)
    register.write_bytes(with_parts(data, {"xl/workbook.xml": old.encode()}))
    _returned(NEW)
    assert _import("--out", "new.xlsx").code == 0
    value = load_workbook("new.xlsx")["Inspanningen"]["E3"].value
    assert isinstance(value, datetime)
    assert value.date() == date(2026, 9, 1)


def test_the_register_of_init_takes_rows(tmp_path: Path, libreoffice: Callable[[Path, str], Path]) -> None:
    assert run(["init", "leeg.xlsx", "--lang", "nl"]) == 0
    workbook = load_workbook("leeg.xlsx")
    contracts = workbook["Contracten"]
    values = dict(zip(CONTRACTS[0], CONTRACTS[1], strict=True))
    values |= {"Ingangsdatum": date(2026, 1, 1), "Opdrachtnemer": "Schoon BV"}
    contracts.append([values.get(str(cell.value)) for cell in contracts[1]])
    workbook.save("register.xlsx")
    _returned(NEW)
    result = _import("--out", "new.xlsx")
    assert result.code == 0, result.stderr
    back = load_workbook(libreoffice(tmp_path / "new.xlsx", "xlsx"))["Inspanningen"]
    assert "=N1" in [cell.value for row in back for cell in row]
    assert printed(["check", "new.xlsx", *ON]).code in {0, 1}
