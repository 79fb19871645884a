"""Tables of notices and open registers: which one it is, by its headings, in a workbook or in CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from lzma import LZMAError
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - zlib names it in lower case

from srtool.errors import InputError, Problem
from srtool.notice.published import PublishedContract
from srtool.readers.notices import rijk, tenderned
from srtool.readers.notices.table_rows import Cells, Table, columns_of, csv_rows

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_EXPANDED = 2048 * 1024**2
"""A limit of its own: TenderNed's workbook of 70 MB is many times that when unpacked, and is read row by row."""
_BROKEN = (
    *(BadZipFile, ZlibError, LZMAError, ParseError, OSError, EOFError, SyntaxError),
    *(ArithmeticError, AttributeError, LookupError, NotImplementedError, RuntimeError, TypeError, ValueError),
)
"""What zipfile and openpyxl raise on a damaged workbook; with lxml beside it, a SyntaxError of that."""
_HEAD = 30
"""In so many rows the headings are looked for."""
_Reader = Callable[[Table, str], Iterator[PublishedContract]]
_KINDS: tuple[tuple[dict[str, str], frozenset[str], _Reader], ...] = (
    (tenderned.ALIASES, tenderned.NEEDED, tenderned.read),
    (rijk.ALIASES, rijk.NEEDED, rijk.read),
)


def of_csv(file: IO[bytes], name: str) -> Iterator[PublishedContract]:
    """The contracts of a CSV file, whose sheet Excel names after it; InputError when it has no such table."""
    rows = csv_rows(file, name)
    contracts = _recognised(PurePosixPath(name).stem, rows, name)
    if contracts is None:
        raise InputError([Problem("notices_no_table", name)])
    yield from contracts


def of_workbook(file: IO[bytes], name: str) -> Iterator[PublishedContract]:
    """The contracts of the first sheet with the headings of a table, whatever it is called."""
    with _opened(file, name) as workbook:
        for sheet in workbook.worksheets:
            contracts = _recognised(sheet.title, _rows(sheet, name), name)
            if contracts is not None:
                yield from contracts
                return
    raise InputError([Problem("notices_no_table", name)])


@contextmanager
def _opened(file: IO[bytes], name: str) -> Iterator[Workbook]:
    """The workbook, of which only what is read stands in memory."""
    # The only reader that goes row by row: calamine holds the sheet whole, which takes 575 MiB here instead of 60.
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy, and no other kind of notices needs it

    try:
        with ZipFile(file) as archive:
            size = sum(part.file_size for part in archive.infolist())
        if size > MOST_EXPANDED:
            raise InputError([Problem("notices_too_large", name, {"limit": MOST_EXPANDED // 1024**2})])
        workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except _BROKEN as error:
        raise InputError([Problem("workbook_not_readable", name)]) from error
    try:
        yield workbook
    finally:
        workbook.close()


def _rows(sheet: ReadOnlyWorksheet, name: str) -> Iterator[Cells]:
    """The rows of a sheet; some programs write a wrong size, and rows beyond it would be lost."""
    sheet.reset_dimensions()
    try:
        yield from sheet.iter_rows(values_only=True)  # type: ignore[misc]  # the stubs expect a Worksheet
    except _BROKEN as error:
        raise InputError([Problem("workbook_not_readable", name)]) from error


def _recognised(title: str, rows: Iterator[Cells], name: str) -> Iterator[PublishedContract] | None:
    """The contracts below the headings, which stand in one of the first rows; None when they are of no table."""
    for number, row in enumerate(islice(rows, _HEAD), 1):
        for aliases, needed, read in _KINDS:
            columns = columns_of(row, aliases, needed)
            if columns is not None:
                return read(Table(title, columns, enumerate(rows, number + 1)), name)
    return None
