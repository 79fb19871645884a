"""What is said of a sheet names its columns, never the keys of the model: an officer has no use for these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from srtool.register.columns import table_types
from srtool.texts import keys
from tests.support.paths import EXAMPLES
from tests.support.program import printed

ON = ("--on", "2026-11-22", "--lang", "nl")
_ADDRESS = re.compile(r"https?://\S+")
_KEY = re.compile(
    r"(?<![\w./-])(?:[a-z]+(?:_[a-z]+)+(?:\.[a-z_]+)*|(?:"
    + "|".join(table_types())
    + r"|social_return)\.[a-z_]+)(?![\w/])"
)
OWN = (
    ("Contractnr", "Omschrijving", "Leverancier", "Loonsom", "SROI %", "Start", "Einde", "Fase", "Afdeling"),
    ("A-1", "Schoonmaak", "Schoon BV", "ca. 3 ton", 0.05, date(2025, 1, 1), date(2026, 3, 1), "lopend", "FD"),
    ("A-2", "Catering", "Hap BV", 400000, None, date(2026, 1, 1), "2028-13-01", "in uitvoering", "FD"),
    ("A-3", "Beveiliging", None, 1, 0.02, None, None, "concept", None),
    ("A-4", "Onderzoek", "n.v.t.", 900000, 0.05, date(2027, 1, 1), date(2028, 1, 1), "concept", "OND"),
)


@pytest.fixture
def own_sheet(tmp_path: Path) -> Path:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in OWN:
        sheet.append(list(row))
    workbook.save(tmp_path / "lijst.xlsx")
    return tmp_path / "lijst.xlsx"


def _keys_in(text: str) -> set[str]:
    return set(_KEY.findall(_ADDRESS.sub("", text)))


def _cells(path: Path) -> Iterator[str]:
    """All text; of a copy that of the sheet that was added."""
    workbook = load_workbook(path)
    for sheet in [workbook["Social return"]] if "Social return" in workbook.sheetnames else workbook:
        for row in sheet.iter_rows(values_only=True):
            yield from (value for value in row if isinstance(value, str) and not value.startswith("="))


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--full"],
        ["check", "--full", "--why"],
        ["check", "--format", "csv", "--full"],
        ["monitor"],
        ["monitor", "--format", "csv"],
        ["monitor", "--agenda"],
        ["bundle", "--why"],
        ["bundle", "--format", "csv"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("kind", ["portfolio", "own"])
def test_no_key_in_a_dutch_sentence_about_a_sheet(kind: str, arguments: list[str], own_sheet: Path) -> None:
    path = EXAMPLES / "portfolio.xlsx" if kind == "portfolio" else own_sheet
    command, *options = arguments
    result = printed([command, str(path), *options, *ON])
    assert result.code in {0, 1}
    assert result.stdout
    assert _keys_in(result.stdout + result.stderr) == set()


@pytest.mark.parametrize("kind", ["portfolio", "own"])
def test_no_key_in_the_workbooks(kind: str, own_sheet: Path, tmp_path: Path) -> None:
    path = EXAMPLES / "portfolio.xlsx" if kind == "portfolio" else own_sheet
    assert printed(["report", str(path), "--out", str(tmp_path / "overzicht.xlsx"), *ON]).code == 0
    assert printed(["check", str(path), "--mark", str(tmp_path / "kopie.xlsx"), *ON]).code in {0, 1}
    for name in ("overzicht.xlsx", "kopie.xlsx"):
        assert _keys_in("\n".join(_cells(tmp_path / name))) == set(), name


def test_keys_would_be_seen() -> None:
    assert _keys_in("Vul social_return.shortfall_clause in, of wage_sum (contracts.title).") == {
        "social_return.shortfall_clause",
        "wage_sum",
        "contracts.title",
    }
    assert _keys_in("Zie https://a.nl/wage_sum en kolom 'Loonsom' van lijst.xlsx") == set()
    assert "efforts" in keys("vocabulary.headings")


def test_advice_names_the_column_of_the_reader_or_a_new_one(own_sheet: Path) -> None:
    shown = " ".join(printed(["check", str(own_sheet), "--full", *ON]).stdout.split())
    assert "kolom D 'Loonsom'" in shown
    assert "een nieuwe kolom '" in shown
    assert "kolom C 'Leverancier'" in shown or "kolom F 'Start'" in shown
    assert "kolom 'Loonsom'" not in shown
