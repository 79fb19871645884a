"""The invented list of contracts of the examples: made by its script, and read as the manual says."""

from __future__ import annotations

import runpy
from pathlib import Path
from unittest import mock

from openpyxl import load_workbook

from tests.support.paths import EXAMPLES

LIST = EXAMPLES / "contractenlijst.xlsx"


def _cells(path: Path) -> list[tuple[str, object, str]]:
    sheet = load_workbook(path).worksheets[0]
    return [(cell.coordinate, cell.value, cell.number_format) for row in sheet.iter_rows() for cell in row]


def test_the_script_makes_the_list_again(tmp_path: Path) -> None:
    script, made = EXAMPLES / "make_contractenlijst.py", tmp_path / "a.xlsx"
    with mock.patch("sys.argv", [str(script), str(made)]):
        runpy.run_path(str(script), run_name="__main__")
    assert _cells(made) == _cells(LIST)
