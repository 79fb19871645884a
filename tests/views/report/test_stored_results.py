"""Every formula stands in the file with what it comes to, as LibreOffice computes it: a preview computes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.paths import EXAMPLES, TESTS
from tests.support.workbook_read_back import read_back, without_results

from srtool.cli.program import run
from srtool.texts import LANGUAGES

REPORT = TESTS / "views" / "report"
REGISTERS = (REPORT / "overview.toml", REPORT / "what_if" / "register.toml", EXAMPLES / "portfolio.xlsx")
Convert = Callable[[Path, str], Path]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("register", REGISTERS, ids=lambda path: path.stem)
def test_every_formula_has_the_result_that_libreoffice_finds(
    register: Path, lang: str, tmp_path: Path, libreoffice: Convert
) -> None:
    out = tmp_path / "overview.xlsx"
    command = ["report", str(register), "--out", str(out), "--lang", lang, "--on", "2026-11-22", "--quiet"]
    assert run(command) == 0
    formulas, stored = read_back(out), read_back(out, data_only=True)
    computed = read_back(libreoffice(without_results(out), "xlsx"), data_only=True)
    places = [
        (sheet.title, cell.coordinate)
        for sheet in formulas.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(places) > 90
    for title, place in places:
        here, there = (_value(book[title][place].value) for book in (stored, computed))
        assert here == (pytest.approx(there, abs=0.004) if isinstance(there, float) else there), f"{title}!{place}"


def _value(value: object) -> object:
    """An empty text comes back as an empty cell, a number with or without decimals."""
    return float(value) if isinstance(value, int | float) else value or None
