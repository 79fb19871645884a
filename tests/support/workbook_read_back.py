"""A workbook read back, also as LibreOffice understands it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from shutil import copyfile
from warnings import catch_warnings, simplefilter
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook

from tests.support.workbook_parts import rewrite


def read_back(path: Path, *, data_only: bool = False) -> Workbook:
    """The workbook as openpyxl knows it; `data_only` gives the stored results in place of the formulas."""
    with catch_warnings():
        simplefilter("ignore", UserWarning)
        return load_workbook(BytesIO(path.read_bytes()), data_only=data_only)


def without_results(path: Path) -> Path:
    """A copy beside it in which the formulas have no results, so that whoever opens it must compute them."""
    copy = path.with_name(f"{path.stem}-bare{path.suffix}")
    copyfile(path, copy)
    with ZipFile(path) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    for name in sheets:
        rewrite(copy, name, lambda xml: re.sub(r"</f><v>[^<]*</v>", "</f>", xml))
    return copy


def assert_opens(path: Path, convert: Callable[[Path, str], Path]) -> Path:
    """LibreOffice reads the same sheets and values that were written; the answer is its own copy, recalculated."""
    copy = convert(without_results(path), "xlsx")
    before, after = read_back(path), read_back(copy, data_only=True)
    assert after.sheetnames == before.sheetnames
    for sheet in before.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f" and cell.value is not None:
                    found = after[sheet.title][cell.coordinate].value
                    assert _same(cell.value, found), f"{sheet.title}!{cell.coordinate}: {cell.value!r}, {found!r}"
        errors = [cell.coordinate for row in after[sheet.title].iter_rows() for cell in row if cell.data_type == "e"]
        assert not errors, f"{sheet.title}: {errors}"
    return copy


def _same(written: object, found: object) -> bool:
    """Empty text comes back as an empty cell, a day as midnight."""
    return written == found or (not written and found is None) or str(found) == f"{written} 00:00:00"
