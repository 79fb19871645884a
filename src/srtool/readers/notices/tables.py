"""Tables of notices and open registers: which one it is, by its headings, in a workbook or in CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import PurePosixPath
from typing import IO
from zipfile import ZipFile

from srtool.errors import InputError, Problem
from srtool.notice.published import PublishedContract
from srtool.readers.excel.kinds import BROKEN
from srtool.readers.notices import rijk, tenderned
from srtool.readers.notices.table_rows import Cells, Table, columns_of, csv_rows

MOST_EXPANDED = 2048 * 1024**2
"""A limit of its own: TenderNed's workbook of 70 MB is many times that when unpacked, and is read row by row."""
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
    try:
        yield from _of_workbook(file, name)
    except BROKEN as error:
        raise InputError([Problem("workbook_not_readable", name)]) from error


def _of_workbook(file: IO[bytes], name: str) -> Iterator[PublishedContract]:
    # openpyxl is heavy, and no other kind of notices needs it.
    from openpyxl import load_workbook  # noqa: PLC0415

    with ZipFile(file) as archive:
        if sum(part.file_size for part in archive.infolist()) > MOST_EXPANDED:
            raise InputError([Problem("notices_too_large", name, {"limit": MOST_EXPANDED // 1024**2})])
    workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # some programs write a wrong size, and rows beyond it would be lost
            contracts = _recognised(sheet.title, iter(sheet.iter_rows(values_only=True)), name)
            if contracts is not None:
                yield from contracts
                return
    finally:
        workbook.close()
    raise InputError([Problem("notices_no_table", name)])


def _recognised(title: str, rows: Iterator[Cells], name: str) -> Iterator[PublishedContract] | None:
    """The contracts below the headings, which stand in one of the first rows; None when they are of no table."""
    for number, row in enumerate(islice(rows, _HEAD), 1):
        for aliases, needed, read in _KINDS:
            columns = columns_of(row, aliases, needed)
            if columns is not None:
                return read(Table(title, columns, enumerate(rows, number + 1)), name)
    return None
