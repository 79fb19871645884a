"""A .csv file as a grid: separator, quotes and encoding found by content. Every value is text."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from srtool.errors import InputError, Problem
from srtool.place import Place
from srtool.readers.excel.grid import Grid

_SEPARATORS = (";", ",", "\t", "|")
_SAMPLE = 40
_BOM = "\ufeff"
_WIDEST_FIELD = 1 << 20
_NO_SEPARATOR = '"'


def text_grid(data: bytes, title: str, name: str) -> Grid:
    """The rows of a text file; UnicodeDecodeError never: what is no UTF-8 is taken for Windows-1252.

    Reading its rows is an InputError where a quote is opened that is never closed.
    """
    text = _decoded(data)
    separator, start = _separator(text)
    return Grid(title, partial(_rows, text[start:], separator, name), merged=())


def _decoded(data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, else Windows-1252; marks of the order of bytes are left out, doubled ones too."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").lstrip(_BOM)
    try:
        return data.decode("utf-8").lstrip(_BOM)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _separator(text: str) -> tuple[str, int]:
    """The separator that gives the most columns in the most rows, and where the rows begin."""
    first = text[: text.find("\n") + 1] or text
    # What Excel writes above.
    if first.lower().startswith("sep=") and len(first.strip()) == 5 and first[4] not in _NO_SEPARATOR:
        return first.strip()[4], len(first)
    return max(_SEPARATORS, key=partial(_evenness, text)), 0


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """How many of the first rows have the most usual number of columns, times the columns beyond the first."""
    try:
        rows = list(islice(_rows(text, separator), _SAMPLE))
    except InputError:
        return 0, 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0, 0
    width, times = max(widths.items(), key=lambda pair: (pair[1] * (pair[0] - 1), pair[0]))
    return times * (width - 1), width


def _rows(text: str, separator: str, name: str = "") -> Iterator[Sequence[object]]:
    csv.field_size_limit(_WIDEST_FIELD)
    if "\r" in text:  # within a quoted cell too, where other programs end a line otherwise
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = csv.reader((line + "\n" for line in text.split("\n")), delimiter=separator)
    try:
        for row in rows:
            yield [value.strip() or None for value in row]
    except csv.Error as error:  # only a cell that takes in all that follows is as long
        raise InputError([Problem("csv_quote_open", Place(name))]) from error
