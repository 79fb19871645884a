"""Whether a file is a published table, by the headings at its start: most files are an officer's own register."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from lzma import LZMAError
from pathlib import Path
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - zlib names it in lower case

_START = 1 << 18
"""So many bytes of a file, or of a part of a workbook, hold its headings."""
_WORKBOOKS = frozenset({".xlsx", ".xlsm"})
_TEXTS = frozenset({".csv", ".tsv", ".txt"})
_PARTS = re.compile(r"xl/(?:sharedStrings|worksheets/[^/]+)\.xml")
_STRING = re.compile(r"<t(?: [^>]*)?>([^<]*)</t>")
_CUE = re.compile("publicatie|unieke deelnemers", re.IGNORECASE)
"""What every such table has at its start, so that of other files nothing more is looked at."""
_BROKEN = (BadZipFile, ZlibError, LZMAError, EOFError, OSError, NotImplementedError, RuntimeError, csv.Error)
_HEAD = 30
_OWN = frozenset({"contractmanager", "contractbeheerder", "contracteigenaar"})
"""Headings of sheets that an organisation keeps for itself, also when it copied columns from a published table."""


def is_open_table(path: Path) -> bool:
    """Whether it is TenderNed's table or the open contract register of the Rijk; False for what cannot be looked at."""
    suffix = path.suffix.lower()
    with suppress(*_BROKEN):
        if suffix in _WORKBOOKS and path.is_file():
            return _is_one(set(_strings(path)))
        if suffix in _TEXTS and path.is_file():
            return any(map(_is_one, _lines(path)))
    return False


def _strings(path: Path) -> Iterator[str]:
    """The texts at the start of each sheet, and of those that the sheets share."""
    with ZipFile(path) as archive:
        for part in archive.infolist():
            if _PARTS.fullmatch(part.filename):
                with archive.open(part) as content:
                    start = content.read(_START).decode("utf-8", "replace")
                if _CUE.search(start):
                    yield from map(unescape, _STRING.findall(start))


def _lines(path: Path) -> Iterator[set[str]]:
    """The cells of each of the first lines, in whatever way they are separated."""
    with path.open("rb") as file:
        start = file.read(_START)
    text = start.decode("utf-8-sig", "replace") if b"\0" not in start else ""
    if _CUE.search(text):
        for line in text.splitlines()[:_HEAD]:
            delimiter = max(";,\t", key=line.count)
            yield {cell for row in csv.reader([line], delimiter=delimiter) for cell in row}


def _is_one(headings: set[str]) -> bool:
    """Whether these are the headings of a published table, with no column that only an organisation's own sheet has."""
    if not any(map(_CUE.search, headings)):
        return False
    from srtool.readers.notices import rijk, tenderned  # noqa: PLC0415 - no other register needs them
    from srtool.readers.notices.table_rows import plain  # noqa: PLC0415

    known = set(map(plain, headings))
    if known & _OWN:
        return False
    for aliases, needed in ((tenderned.ALIASES, tenderned.ONLY), (rijk.ALIASES, rijk.ONLY)):
        if needed <= {aliases[heading] for heading in known & aliases.keys()}:
            return True
    return False
