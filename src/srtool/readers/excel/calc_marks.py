"""What an .ods spreadsheet says of its cells beside their values, streamed from its content: errors and text in parts.

A percentage is told here too, for the library of values gives 0.05 without saying how the cell shows it.
"""

from __future__ import annotations

from dataclasses import field
from typing import Any
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile

from srtool.lazy_dataclass import dataclass
from srtool.readers.excel.extent import Extent
from srtool.readers.excel.grid import Area, Cell, Marks

_CHUNK = 1 << 18
MOST_REPEATED = 1_048_576
_FIELDS = ("rows", "columns")


@dataclass(slots=True)
class CalcSheet:
    """The marks of one sheet, as they are found."""

    title: str
    errors: dict[Cell, str] = field(default_factory=dict)
    formulas: list[Cell] = field(default_factory=list)
    without_result: set[Cell] = field(default_factory=set)
    percents: set[Cell] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    struck_rows: set[int] = field(default_factory=set)
    extent: Extent = field(init=False)

    def __post_init__(self) -> None:
        """How far its filled cells reach: what is repeated counts each time."""
        self.extent = Extent(self.title)

    @property
    def marks(self) -> Marks:
        """The same, for a grid."""
        return Marks(
            self.errors,
            tuple(self.formulas),
            frozenset(self.without_result),
            frozenset(self.hidden_rows),
            frozenset(self.struck_rows),
        )


def calc_sheets(archive: ZipFile) -> tuple[CalcSheet, ...]:
    """The sheets of an .ods file; ExpatError when its content is damaged, TooWide for a sheet too large."""
    walk = _Walk()
    parser = ParserCreate(namespace_separator=None)
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.StartDoctypeDeclHandler = walk.refuse
    with archive.open("content.xml") as part:
        while chunk := part.read(_CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003 - expat's own signature
    parser.Parse(b"", True)  # noqa: FBT003 - idem
    return tuple(walk.sheets)


@dataclass(slots=True)
class _Walk:
    """Where the parser is: the sheet, and the row and column of the next cell."""

    sheets: list[CalcSheet] = field(default_factory=list)
    row: int = 1
    column: int = 0
    repeated_rows: int = 1
    style: str = ""
    """The cell style that is being told."""
    struck_styles: set[str] = field(default_factory=set)
    is_row_empty: bool = True

    def refuse(self, *_: Any) -> None:  # noqa: ANN401 - expat's own signature
        msg = "a document type has no place in a spreadsheet"
        raise ValueError(msg)

    def start(self, name: str, given: dict[str, str]) -> None:
        match name:
            case "style:style":
                self.style = given.get("style:name", "") if given.get("style:family") == "table-cell" else ""
            case "style:text-properties" if self.style and _is_struck(given):
                self.struck_styles.add(self.style)
            case "table:table":
                self.sheets.append(CalcSheet(given.get("table:name", "")))
                self.row = 1
            case "table:table-row" if self.sheets:
                self.column, self.is_row_empty = 0, True
                self.repeated_rows = _times(given, "table:number-rows-repeated")
                if given.get("table:visibility") in {"collapse", "filter"}:
                    self.sheets[-1].hidden_rows |= self._rows()
            case "table:table-cell" | "table:covered-table-cell" if self.sheets:
                self._cell(given)

    def end(self, name: str) -> None:
        if name == "table:table-row":
            self.row += self.repeated_rows

    def _rows(self) -> set[int]:
        """The row, and those that repeat it; a sheet often ends with a million empty ones."""
        return set(range(self.row, self.row + min(self.repeated_rows, _MOST_MARKED)))

    def _cell(self, given: dict[str, str]) -> None:
        sheet, cell = self.sheets[-1], (self.row, self.column)
        sort = given.get("calcext:value-type") or given.get("office:value-type")
        if sort is not None and self.is_row_empty:
            self.is_row_empty = False
            if given.get("table:style-name") in self.struck_styles:
                sheet.struck_rows |= self._rows()
        formula = "table:formula" in given
        if sort is not None or formula:
            sheet.extent.reach(self.row + self.repeated_rows - 1, self.column + _times(given, _REPEATED) - 1)
        if sort == "error":
            sheet.errors[cell] = given.get("office:string-value") or "#N/A"
        elif sort == "percentage":
            sheet.percents |= {(self.row, self.column + n) for n in range(min(_times(given, _REPEATED), _MOST_MARKED))}
        if formula:
            sheet.formulas.append(cell)
            if sort is None:
                sheet.without_result.add(cell)
        rows, columns = (_times(given, f"table:number-{what}-spanned") for what in _FIELDS)
        if rows * columns > 1:
            sheet.merged.append(Area(self.row, self.column, self.row + rows - 1, self.column + columns - 1))
        self.column += _times(given, _REPEATED)


_REPEATED = "table:number-columns-repeated"
_MOST_MARKED = 1000


def _is_struck(given: dict[str, str]) -> bool:
    """Whether text with these properties is struck through."""
    told = (given.get(f"style:text-line-through-{what}", "none") for what in ("style", "type"))
    return any(value != "none" for value in told)


def _times(given: dict[str, str], name: str) -> int:
    written = given.get(name, "1")
    if not written.isdecimal():
        return 1
    return min(int(written), MOST_REPEATED) if len(written) < 9 else MOST_REPEATED
