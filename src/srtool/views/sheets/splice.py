"""A workbook put together: openpyxl's parts as they are, and in its empty sheets the rows that were streamed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from srtool.views.sheets.streamed_sheet import StreamedSheet

_LEVEL = 4
"""Of 9: hardly larger files than at the usual 6, in two thirds of the time."""
_LARGE = 2**31 - 1
"""Bytes from which on a part needs the longer kind of entry."""
_EXTENT = re.compile(rb'<dimension ref="[^"]*" ?/>')
_NO_ROWS = re.compile(rb"<sheetData ?/>|<sheetData></sheetData>")
_AFTER_LINKS = re.compile(rb"<(?=printOptions|pageMargins)")
"""What follows the links of a sheet (ECMA-376, part 1, 18.3.1.99)."""


def save(excel: Workbook, sheets: Mapping[str, StreamedSheet], stream: BinaryIO) -> None:
    """Writes the workbook; `sheets` are the rows by the title of their sheet."""
    frame = BytesIO()
    excel.save(frame)
    parts = {sheet.path.lstrip("/"): sheets[sheet.title] for sheet in excel.worksheets}
    with ZipFile(frame) as empty, ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as whole:
        for name in empty.namelist():
            if name in parts:
                _sheet(empty.read(name), parts[name], whole, name)
            else:
                whole.writestr(name, empty.read(name))


def _sheet(empty: bytes, rows: StreamedSheet, whole: ZipFile, name: str) -> None:
    """The part of a sheet with its rows, its links and the extent of its cells."""
    head, tail = _NO_ROWS.split(empty)
    extent = f'<dimension ref="{rows.extent}"/>'.encode()
    before, after = _AFTER_LINKS.split(tail, maxsplit=1)
    with whole.open(name, "w", force_zip64=rows.size > _LARGE) as part:
        part.write(_EXTENT.sub(extent, head))
        part.write(b"<sheetData>")
        rows.copy_rows(part)
        part.write(b"</sheetData>" + before)
        rows.copy_links(part)
        part.write(b"<" + after)
