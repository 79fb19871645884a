"""The workbook as a file: in order for Excel, and read by LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from zipfile import ZipFile

import pytest
from tests.support.paths import ROOT
from tests.support.workbook_read_back import assert_opens
from tests.support.workbook_structure import assert_sound

from srtool.cli.program import run
from srtool.texts import LANGUAGES

REGISTERS = (
    ROOT / "examples" / "running.toml",
    ROOT / "examples" / "register.toml",
    ROOT / "tests" / "views" / "report" / "what_if" / "register.toml",
)


@pytest.fixture
def report(tmp_path: Path) -> Callable[[Path, str], Path]:
    def make(register: Path, lang: str) -> Path:
        out = tmp_path / f"{register.stem}-{lang}.xlsx"
        assert run(["report", str(register), "--out", str(out), "--on", "2026-11-22", "--lang", lang, "--quiet"]) == 0
        return out

    return make


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("register", REGISTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_part_is_as_excel_wants_it(report: Callable[[Path, str], Path], register: Path, lang: str) -> None:
    assert_sound(report(register, lang), ["=2+5", '=HYPERLINK("https://voorbeeld.nl")', "@SUM(A1)"])


@pytest.mark.parametrize("register", REGISTERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_libreoffice_reads_what_was_written(
    report: Callable[[Path, str], Path], libreoffice: Callable[[Path, str], Path], register: Path
) -> None:
    assert_opens(report(register, "nl"), libreoffice)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_motivation_is_as_excel_wants_it(
    tmp_path: Path, libreoffice: Callable[[Path, str], Path], lang: str
) -> None:
    out = tmp_path / "motivation.xlsx"
    drafts = ROOT / "examples" / "drafts.toml"
    assert run(["bundle", str(drafts), "--write", str(out), "--on", "2026-11-22", "--lang", lang]) == 0
    assert_sound(out)
    assert_opens(out, libreoffice)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/workbook.xml", b'name="Contracten"', b'name="Contracten: alle"'),
        ("xl/workbook.xml", b"'Wat als'!$C$6", b"'Wat dan'!$C$6"),
        ("xl/tables/table1.xml", b'name="Titel"', b'name="Andere"'),
        ("xl/tables/table1.xml", b'name="Titel"', b'name="Contract"'),
        ("xl/worksheets/sheet3.xml", b"</sheetData>", b"</sheetData><cols/>"),
        ("xl/worksheets/sheet3.xml", b' s="1"', b' s="999"'),
        ("xl/worksheets/sheet3.xml", b"SUBTOTAL(", b"_xlfn.FILTER("),
        ("xl/worksheets/sheet3.xml", b"SUBTOTAL(109", b"SUBTOTAL(101"),
        ("xl/tables/table2.xml", b'totalsRowLabel="Totaal', b'totalsRowLabel="Samen'),
        ("xl/_rels/workbook.xml.rels", b"styles.xml", b"style.xml"),
        ("[Content_Types].xml", b"/xl/styles.xml", b"/xl/style.xml"),
    ],
)
def test_what_is_broken_is_seen(
    report: Callable[[Path, str], Path], tmp_path: Path, part: str, old: bytes, new: bytes
) -> None:
    path, broken = report(REGISTERS[1], "nl"), tmp_path / "broken.xlsx"
    copyfile(path, broken)
    with ZipFile(path) as before, ZipFile(broken, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            assert name != part or old in data
            after.writestr(name, data.replace(old, new, 1) if name == part else data)
    with pytest.raises((AssertionError, ValueError)):
        assert_sound(broken)
