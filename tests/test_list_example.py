"""The invented list of contracts of the examples: made by its script, and read as the manual says."""

from __future__ import annotations

import runpy
from pathlib import Path
from unittest import mock

from openpyxl import load_workbook

from tests.support.paths import EXAMPLES
from tests.support.program import printed

LIST = EXAMPLES / "contractenlijst.xlsx"


def _cells(path: Path) -> list[tuple[str, object, str]]:
    sheet = load_workbook(path).worksheets[0]
    return [(cell.coordinate, cell.value, cell.number_format) for row in sheet.iter_rows() for cell in row]


def test_the_script_makes_the_list_again(tmp_path: Path) -> None:
    script, made = EXAMPLES / "make_contractenlijst.py", tmp_path / "a.xlsx"
    with mock.patch("sys.argv", [str(script), str(made)]):
        runpy.run_path(str(script), run_name="__main__")
    assert _cells(made) == _cells(LIST)


def test_an_example_of_a_column_comes_from_a_contract_and_not_from_a_heading_between_rows() -> None:
    shown = printed(["inspect", str(LIST), "--on", "2026-11-22"], lang="nl").stdout
    assert "A  Zaaknr → Contractnummer · bijv. FB-2301" in shown


def test_a_draft_without_a_day_of_publication_is_not_called_published() -> None:
    shown = printed(["check", str(LIST), "--on", "2026-11-22", "--fail-on", "never"], lang="nl").stdout
    assert "FB-2701  Glasbewassing en gevels, begint 1-6-2027" in shown
    assert "publ." not in shown
