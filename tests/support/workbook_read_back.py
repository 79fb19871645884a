"""A workbook read back, also as LibreOffice understands it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from warnings import catch_warnings, simplefilter

from openpyxl import Workbook, load_workbook


def read_back(path: Path, *, data_only: bool = False) -> Workbook:
    """The workbook as openpyxl knows it; `data_only` gives what LibreOffice computed in place of the formulas."""
    with catch_warnings():
        simplefilter("ignore", UserWarning)
        return load_workbook(BytesIO(path.read_bytes()), data_only=data_only)


def assert_opens(path: Path, convert: Callable[[Path, str], Path]) -> Path:
    """LibreOffice reads the same sheets and values that were written; the answer is its own copy, recalculated."""
    copy = convert(path, "xlsx")
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
