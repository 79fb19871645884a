"""A sheet whose rows go straight into a file, so that its length costs no memory; openpyxl keeps its layout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, Any
from xml.sax.saxutils import quoteattr

from openpyxl.utils import get_column_letter

from srtool.views.shared.table import Link, Value
from srtool.views.sheets.cell_writers import CellWriter, CellWriters
from srtool.views.sheets.looks import Look
from srtool.views.sheets.row_height import points

_CELL = '<c r="'
_SPECIAL = re.compile(r'[&<>"\s]')
LooseCell = tuple[Value, Look] | None


class StreamedSheet:
    """The rows of one sheet in their order, counted from 1."""

    def __init__(self, layout: Any, columns: int, writers: CellWriters) -> None:  # noqa: ANN401 - openpyxl's own
        """`layout` is openpyxl's sheet: its columns, pages, tables and charts, but none of its cells."""
        self.layout, self.title = layout, str(layout.title)
        self._letters = [get_column_letter(place) for place in range(1, columns + 1)]
        self._starts = [f"{_CELL}{letter}" for letter in self._letters]
        self._writers = writers
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed when the workbook is
        self._links: IO[bytes] = TemporaryFile()  # noqa: SIM115 - idem
        self._head = b""
        self._row = 0

    def head(self, lines: Sequence[tuple[Iterable[LooseCell], float | None]]) -> None:
        """The first rows, each so many points high; given once more they take the place of what they were."""
        self._head = b"".join(self._loose(row, cells, height) for row, (cells, height) in enumerate(lines, start=1))
        self._row = max(self._row, len(lines))

    def append(self, cells: Iterable[LooseCell], height: float | None = None) -> None:
        """A row of single cells, each with its own look, and so many points high."""
        self._row += 1
        self._file.write(self._loose(self._row, cells, height))

    def append_row(self, values: Sequence[Value], writers: Sequence[CellWriter]) -> None:
        """A row of a table, as high as its texts need."""
        self._row += 1
        place, most, written = f'{self._row}"', 1, []
        for start, value, write in zip(self._starts, values, writers, strict=True):
            if value is not None:
                xml, lines = write(value)
                written.append(f"{start}{place}{xml}")
                if lines > most:  # noqa: PLR1730 - a call for every cell is half of what writing it costs
                    most = lines
                if type(value) is Link:
                    self._lead(start.removeprefix(_CELL), value)
        self._file.write(_row_xml(self._row, written, points(most)))

    @property
    def extent(self) -> str:
        """From the first to the last cell."""
        return f"A1:{self._letters[-1]}{max(self._row, 1)}"

    @property
    def size(self) -> int:
        """The rows in bytes."""
        return len(self._head) + self._file.tell()

    def copy_rows(self, stream: IO[bytes]) -> None:
        """Copies all rows into a stream."""
        stream.write(self._head)
        _copy(self._file, stream)

    def copy_links(self, stream: IO[bytes]) -> None:
        """Copies what leads elsewhere into a stream, as it stands in the part of the sheet; nothing when none does."""
        if self._links.tell():
            stream.write(b"<hyperlinks>")
            _copy(self._links, stream)
            stream.write(b"</hyperlinks>")

    def close(self) -> None:
        """Lets the files go."""
        self._file.close()
        self._links.close()

    def _lead(self, letter: str, link: Link) -> None:
        """Lets a cell of this row lead to where it says."""
        if link.to is not None:
            leads = f"location={_quoted(link.to)} display={_quoted(link.text)}"
            self._links.write(f'<hyperlink ref="{letter}{self._row}" {leads}/>'.encode())

    def _loose(self, row: int, cells: Iterable[LooseCell], height: float | None) -> bytes:
        """A row of single cells; nothing where it has none and is no higher than others."""
        written = [
            f'<c r="{letter}{row}"{self._writers.loose(cell[1])(cell[0])[0]}'
            for letter, cell in zip(self._letters, cells, strict=False)
            if cell is not None
        ]
        return _row_xml(row, written, height) if written or height is not None else b""


def _copy(file: IO[bytes], stream: IO[bytes]) -> None:
    file.seek(0)
    copyfileobj(file, stream, 1 << 20)


def _quoted(text: str) -> str:
    """Text as the value of an attribute."""
    return quoteattr(text) if _SPECIAL.search(text) else f'"{text}"'


def _row_xml(row: int, cells: Iterable[str], height: float | None) -> bytes:
    high = "" if height is None else f' ht="{height:g}" customHeight="1"'
    return f'<row r="{row}"{high}>{"".join(cells)}</row>'.encode()
