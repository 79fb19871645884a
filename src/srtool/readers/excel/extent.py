"""How far the filled cells of a sheet reach, seen before a library keeps the sheet; and what a part may hold.

A cell outside the sheet and a sheet that is large and nearly empty are found while the text of the sheet streams by.
"""

from __future__ import annotations

import re

from srtool.lazy_dataclass import dataclass
from srtool.readers.excel.grid import letters

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MOST_CELLS_OF_GRID = 20_000_000
"""Rows times columns that a sheet may span: a library keeps every one of them."""
_MOST_LETTERS = 7
"""More name no column that there is."""
_BLANKS = (b"\t", b"\r", b"\n")
_STARTS = (b"<c", b":c", b"<row", b":row")
_ODD = (b"<c>", b"<row>", b"='")
"""What no spreadsheet program writes; seeking these is quicker than a regular expression."""
_FAR_COLUMN = re.compile(rb' r="([A-Z]{2,9})[0-9]')
_FAR_ROW = re.compile(rb' r="[A-Z]+([0-9]{5,9})"')
"""Nearer ones reach no further than some ten thousand rows of twenty-six columns."""
_TAG = re.compile(rb"<(?:\w+:)?(c|row)(?=[\s/>])([^>]*)>")
_NAME = re.compile(rb"\sr\s*=\s*[\"']([A-Z]*\d+)[\"']")


class TooWide(ValueError):  # noqa: N818 - says what is the matter
    """A cell outside the sheet, or so far away that the sheet cannot be kept in memory; with its name."""

    def __init__(self, sheet: str, cell: str) -> None:
        self.sheet, self.cell = sheet, cell
        super().__init__(f"{sheet}!{cell}")


class TooMuch(ValueError):  # noqa: N818 - idem
    """A part of the file holds more than can be kept."""


@dataclass(slots=True)
class Extent:
    """The last row and the widest row of a sheet so far."""

    sheet: str
    row: int = 0
    width: int = 0

    def take(self, rows: bytes) -> None:
        """The next whole rows of its part; TooWide when the grid would be too large."""
        if _is_odd(rows) or not self._as_usual(rows):
            self._slowly(rows)
        else:
            self._out_of_order(rows)

    def reach(self, row: int, column: int) -> None:
        """A filled cell in this row from 1 and this column from 0; TooWide when the grid would be too large."""
        self.row, self.width = max(self.row, row), max(self.width, column + 1)
        if column >= LAST_COLUMN or row > LAST_ROW or self.row * self.width > MOST_CELLS_OF_GRID:
            raise TooWide(self.sheet, f"{letters(column)}{row}")

    def _as_usual(self, rows: bytes) -> bool:
        """By the last filled cell of each row, as spreadsheet programs write them; False when a cell has no name."""
        at = 0
        has_inline, has_prefix = b"is>" in rows, b":c " in rows  # seldom, and then sought in each row
        while (stop := rows.find(b"row>", at)) >= 0:
            filled = rows.rfind(b"v>", at, stop)
            if has_inline:
                filled = max(filled, rows.rfind(b"is>", at, stop))
            start = rows.rfind(b"<c ", at, filled) if filled > 0 else -1
            if has_prefix and filled > 0:
                start = max(start, rows.rfind(b":c ", at, filled))
            at, here = stop + 4, stop
            if filled < 0:
                continue
            place = rows.find(b' r="', start, filled) if start >= 0 else -1
            name = rows[place + 4 : rows.find(b'"', place + 4, here)] if place >= 0 else b""
            if not name[:1].isalpha():
                return False
            column, row = position(name)
            self.reach(row, column)
        return True

    def _out_of_order(self, rows: bytes) -> None:
        """A cell that reaches further than the last of its row: no program writes one, and a library believes it."""
        widest = max(set(_FAR_COLUMN.findall(rows)), key=lambda name: (len(name), name), default=b"A")
        lowest = max(map(int, set(_FAR_ROW.findall(rows))), default=1)
        column, _ = position(widest + b"1")
        if column < self.width and lowest <= self.row:
            return
        for tag in _TAG.finditer(rows):
            name = _NAME.search(tag[2])
            if name and tag[1] != b"row" and not tag[2].endswith(b"/"):
                column, row = position(name[1])
                self.reach(row, column)

    def _slowly(self, rows: bytes) -> None:
        """Tag by tag: where a row or a cell does not say where it stands, it follows the one before."""
        row, column = self.row, -1
        for tag in _TAG.finditer(rows):
            name = _NAME.search(tag[2])
            if tag[1] == b"row":
                row, column = (position(name[1])[1] if name else row + 1), -1
                continue
            column, row = position(name[1]) if name else (column + 1, row)
            if not tag[2].endswith(b"/"):
                self.reach(row, column)
        self.row = max(self.row, min(row, LAST_ROW))


def _is_odd(rows: bytes) -> bool:
    blanks = [blank for blank in _BLANKS if blank in rows]
    return any(start + blank in rows for blank in blanks for start in _STARTS) or any(sign in rows for sign in _ODD)


def position(name: bytes) -> tuple[int, int]:
    """Column from 0 and row from 1 of `F7`; a row by itself has column 0."""
    column = 0
    digits = name.lstrip(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for letter in name[: len(name) - len(digits)][:_MOST_LETTERS]:
        column = column * 26 + letter - 64
    return max(0, column - 1), int(digits) if 0 < len(digits) < 9 and digits.isdigit() else LAST_ROW + 1
