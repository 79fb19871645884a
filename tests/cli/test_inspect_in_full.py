"""With --full nothing is left out: every word that is not read, every remark, and the columns as they stand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.support.program import Printed, printed

WORDS = [f"woord {letter}" for letter in "abcdefghijklmnopqrstuvwxyzabcdefgh"]


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Two sheets with more odd cells, and more remarks, than fit on a screen."""
    book: Any = Workbook()
    book.remove(book.active)
    for title in ("2025", "2026"):
        sheet = book.create_sheet(title)
        sheet.append(["Zaaknummer", "Omschrijving", "Leverancier", "Status", "Ingangsdatum", "Kleur"])
        for number, word in enumerate(dict.fromkeys(WORDS), start=1):
            sheet.append([f"{title}-{number}", "Schoon", "Alfa", f"{word}", "maart 2025", "rood"])
    book.save(tmp_path / "r.xlsx")
    return tmp_path / "r.xlsx"


def inspected(path: Path, *options: str) -> Printed:
    return printed(["inspect", str(path), "--on", "2026-11-22", "--lang", "nl", *options])


def test_every_word_is_told_in_full_and_how_many_are_left_without(register: Path) -> None:
    full = " ".join(inspected(register, "--full").stdout.split())
    assert all(f"‘{word}’" in full for word in WORDS)  # noqa: RUF001 - as it is printed
    assert "andere" not in full.partition("Deze vragen")[0]
    assert re.search(r"en \d+ andere", inspected(register).stdout)


def test_every_remark_is_told_in_full(register: Path) -> None:
    told = inspected(register, "--full").stderr
    count = int(told.split()[0])
    assert told.count("\n") == count + 1
    assert count > 25
    checked = printed(["check", str(register), "--lang", "nl", "--fail-on", "never", "--on", "2026-11-22"])
    assert re.search(r"… en \d+ andere opmerkingen; srtool inspect BESTAND --full toont ze alle", checked.stderr)
    # what is not read is never more than a screen beside the findings, also where all of these are asked for
    in_full = printed(["check", str(register), "--lang", "nl", "--full", "--fail-on", "never", "--on", "2026-11-22"])
    assert in_full.stderr == checked.stderr


def test_the_columns_stand_in_full_as_in_the_file(register: Path) -> None:
    listed = re.findall(r"^  (20\d\d![A-Z]) ", inspected(register, "--full").stdout, re.MULTILINE)
    assert listed == [f"{sheet}!{column}" for sheet in ("2025", "2026") for column in "ABCDEF"]


def test_where_a_column_has_its_remarks_is_told(register: Path) -> None:
    lines = inspected(register, "--full").stdout.splitlines()
    assert [line.rpartition(" · ")[2] for line in lines if "!E " in line] == ["1 opmerking (E2)"] * 2
