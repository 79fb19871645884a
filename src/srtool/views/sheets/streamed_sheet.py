"""A sheet whose rows go straight into a file, so that its length costs no memory; openpyxl keeps its layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, Any
from xml.sax.saxutils import quoteattr

from openpyxl.utils import get_column_letter

from srtool.views.shared.table import Link, Value
from srtool.views.sheets.cell_writers import CellWriter, CellWriters
from srtool.views.sheets.looks import Look
from srtool.views.sheets.row_height import points

LooseCell = tuple[Value, Look] | None


class StreamedSheet:
    """The rows of one sheet in their order, counted from 1."""

    def __init__(self, layout: Any, writers: CellWriters) -> None:  # noqa: ANN401 - openpyxl's own
        """`layout` is openpyxl's sheet: its columns, pages, tables and charts, but none of its cells."""
        self.layout, self.title = layout, str(layout.title)
        self._writers = writers
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed when the workbook is
        self._links = BytesIO()
        self._letters: list[str] = []
        self._row = 0

    def append(self, cells: Iterable[LooseCell], height: float | None = None) -> None:
        """A row of single cells, each with its own look, and so many points high."""
        pairs = [(None, None) if cell is None else (cell[0], self._writers.loose(cell[1])) for cell in cells]
        self._row += 1
        written = [
            self._cell(place, value, write(value)[0]) for place, (value, write) in enumerate(pairs) if write is not None
        ]
        if written or height is not None:
            self._write(written, height)

    def append_row(self, values: Sequence[Value], writers: Sequence[CellWriter]) -> None:
        """A row of a table, as high as its texts need."""
        self._row += 1
        most, written = 1, []
        for place, (value, write) in enumerate(zip(values, writers, strict=True)):
            if value is not None:
                xml, lines = write(value)
                written.append(self._cell(place, value, xml))
                most = lines if lines > most else most  # noqa: FURB136 - a call for every cell counts
        self._write(written, points(most))

    @property
    def extent(self) -> str:
        """From the first to the last cell."""
        return f"A1:{self._letters[-1] if self._letters else 'A'}{max(self._row, 1)}"

    @property
    def size(self) -> int:
        """The rows in bytes."""
        return self._file.tell()

    def links_xml(self) -> bytes:
        """What leads elsewhere, as it stands in the part of the sheet; nothing when there is none."""
        links = self._links.getvalue()
        return b"<hyperlinks>" + links + b"</hyperlinks>" if links else b""

    def copy_rows(self, stream: IO[bytes]) -> None:
        """Copies all rows into a stream."""
        self._file.seek(0)
        copyfileobj(self._file, stream, 1 << 20)

    def close(self) -> None:
        """Lets the file go."""
        self._file.close()

    def _cell(self, place: int, value: Value, xml: str) -> str:
        """The cell with its place in front; what leads elsewhere is kept apart."""
        while place >= len(self._letters):
            self._letters.append(get_column_letter(len(self._letters) + 1))
        at = f"{self._letters[place]}{self._row}"
        if value.__class__ is Link and value.to is not None:
            attributes = f"location={quoteattr(value.to)} display={quoteattr(value.text)}"
            self._links.write(f'<hyperlink ref="{at}" {attributes}/>'.encode())
        return f'<c r="{at}"{xml}'

    def _write(self, cells: list[str], height: float | None) -> None:
        high = "" if height is None else f' ht="{height:g}" customHeight="1"'
        self._file.write(f'<row r="{self._row}"{high}>{"".join(cells)}</row>'.encode())
