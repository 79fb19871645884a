"""What an .xlsx file is before it is trusted: a zip with a workbook in it, of a bearable size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - zlib names it in lower case

from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from srtool.errors import InputError, Problem
from srtool.place import Place
from srtool.portfolio.changes import REPORT
from srtool.readers.excel.escapes import UnalteredReader, decoded_row
from srtool.register.suppliers import SUPPLIER_MARK

Cells = Sequence[Any]
"""One row: values as openpyxl gives them, or its cells."""

MAX_EXPANDED = 512 * 1024**2
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_CHUNK = 1 << 20
_BOOK = "xl/workbook.xml"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/"
_HEAD = 4096
"""Bytes in which a part names its language."""
_FORMULA = (b"<f>", b"<f ", b"<f/", b":f>", b":f ")

BROKEN = (
    BadZipFile,
    ZlibError,
    SyntaxError,  # broken XML, whichever of its two parsers openpyxl has found
    InvalidFileException,
    OSError,
    EOFError,
    # What openpyxl lets through on XML that is well formed but is no worksheet.
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""All that zipfile and openpyxl raise on a damaged file; keep our own code out of such a `try`."""


def require_workbook(path: Path) -> None:
    """InputError when the file is no workbook, is protected, or would expand beyond MAX_EXPANDED."""
    code = _why_not(path)
    if code is not None:
        raise InputError([Problem(code, Place(path.name), {"limit": MAX_EXPANDED // 1024**2})])


def _why_not(path: Path) -> str | None:
    with path.open("rb") as file:
        start = file.read(len(_OLE))
    if not start or start == _OLE:
        return "workbook_protected_or_old" if start else "workbook_empty"
    try:
        with ZipFile(path) as archive:
            parts = archive.infolist()
            is_strict = _is_strict(archive)
    except BROKEN:
        return "workbook_not_readable"
    if sum(part.file_size for part in parts) > MAX_EXPANDED:
        return "workbook_too_large"
    if any(part.flag_bits & 0x1 for part in parts):
        return "workbook_protected_or_old"
    if _BOOK not in {part.filename for part in parts}:
        return "workbook_other_kind"
    return "workbook_strict" if is_strict else None


def _is_strict(archive: ZipFile) -> bool:
    """Whether it is Strict Open XML, in which all that openpyxl looks for has another name."""
    if _BOOK not in archive.namelist() or archive.getinfo(_BOOK).flag_bits & 0x1:
        return False
    with archive.open(_BOOK) as part:
        return _STRICT in part.read(_HEAD)


@contextmanager
def opened(path: Path, *, cached_values: bool) -> Iterator[Workbook]:
    """The workbook, read row by row; InputError when openpyxl cannot make sense of it."""
    # The file is ours, so that it is closed too when openpyxl stumbles: on Windows it would stay locked.
    with catch_warnings(), path.open("rb") as file:
        simplefilter("ignore", UserWarning)  # about styles and extensions that a register does not need
        try:
            with redirect_stdout(StringIO()):  # openpyxl prints on damaged styles, and stdout is for results
                reader = UnalteredReader(file, read_only=True, data_only=cached_values, keep_links=False)
                reader.read()
        except BROKEN as error:
            raise damaged(Place(path.name)) from error
        try:
            yield reader.wb
        finally:
            reader.wb.close()


def properties(workbook: Workbook) -> dict[str, str]:
    """The document properties that a program gave the workbook, by name; empty ones are left out."""
    any_kind: Any = workbook  # the types do not know of these properties
    return {prop.name: str(prop.value) for prop in any_kind.custom_doc_props.props if prop.value}


def is_report(workbook: Workbook) -> bool:
    """Whether it is an overview that this tool made, and no register."""
    return REPORT in properties(workbook)


def is_for_supplier(workbook: Workbook) -> bool:
    """Whether it was made for a supplier to fill in."""
    return SUPPLIER_MARK in properties(workbook)


def damaged(place: Place) -> InputError:
    """The error for a part of the workbook that cannot be read."""
    return InputError([Problem("workbook_not_readable", place)])


def has_formulas(path: Path) -> bool:
    """Whether any sheet may hold a formula; a cheap look that may say yes too often, never no."""
    try:
        with ZipFile(path) as archive:
            sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
            return any(_mentions_formula(archive, name) for name in sheets if name.endswith(".xml"))
    except BROKEN as error:
        raise damaged(Place(path.name)) from error


def _mentions_formula(archive: ZipFile, name: str) -> bool:
    tail = b""
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            block = tail + chunk
            if any(mark in block for mark in _FORMULA):
                return True
            tail = block[-2:]
    return False


def rows_of(
    worksheet: ReadOnlyWorksheet,
    place: Place,
    *,
    width: int | None,
    first: int = 1,
    last: int | None = None,
    cells: bool = False,
) -> Iterator[Cells]:
    """The rows from the first to the last: values, or the cells that hold them, of as many columns (None: of all)."""
    worksheet.reset_dimensions()  # some programs write a wrong size, and rows beyond it would be lost
    try:
        rows: Iterator[Cells] = worksheet.iter_rows(first, last, 1, width, not cells)  # type: ignore[misc]  # the stubs expect a Worksheet
        yield from rows if cells else map(decoded_row, rows)
    except BROKEN as error:
        raise damaged(place) from error
