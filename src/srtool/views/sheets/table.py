"""A sheet with one table: a title, a line about it, headings that stay in sight, and as many rows as there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from openpyxl.formatting.rule import DataBarRule
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

from srtool.views.sheets.book import LINE, Book, Fits, Formula, Link, Look, Sort, Value, height, words
from srtool.views.sheets.cells import MOST_ROWS

HEADING_ROW = 4
MOST_LINKS = 65_530
"""Excel's own limit of hyperlinks on a sheet."""
_PAGE = 240
"""Characters of all columns together that can still be read on one page."""
_BAR = "8EA9DB"
_BOLD = 1
"""Characters by which bold text is wider."""
_BUTTON = 12.0
"""Points below a heading for the button of the filter, which else covers its end."""
_NUMBERS = frozenset({"euro", "percent", "count", "decimal", "day"})
"""What stands at the right of its cell, and its heading above it."""
_SUBTOTAL = {"sum": 109, "count": 103}


@dataclass(frozen=True, slots=True)
class Column:
    """One column; its heading stands under `key` in texts."""

    key: str
    width: float = 14
    sort: Sort = "text"
    total: Literal["sum", "count"] | None = None
    bars: bool = False
    """Whether a bar in each cell shows how much of 100% it is."""


Line = Sequence[tuple[Value, Look]]
"""A row above the table."""


def spans(rows: int, above: int = 0) -> Iterator[tuple[int, int]]:
    """The first and the last row on each sheet that so many rows take; `above` counts the lines before the first."""
    head = HEADING_ROW + above
    while rows > 0:
        here = max(0, min(rows, MOST_ROWS - 1 - head))  # one row is kept for the totals
        yield head + 1, head + here
        rows, head = rows - here, HEADING_ROW


class Sheet:
    """Rows that become a table of Excel; what does not fit on one sheet goes on on a next."""

    def __init__(
        self,
        book: Book,
        key: str,
        columns: Sequence[Column],
        *,
        note: str = "",
        above: Sequence[Line] = (),
        links: int = 0,
    ) -> None:
        """`links` says of how many rows the first cell leads elsewhere."""
        self.book, self.key, self.above = book, key, above
        self.note = note if links <= MOST_LINKS else f"{note} {words(book.lang, 'table')['links']}"
        self.columns = [_roomy(column, book.fits) for column in columns]
        self.titles: list[str] = []
        self._looks = [Look(column.sort, indented=number > 0) for number, column in enumerate(columns)]
        self._wrapped = [(place, one.width) for place, one in enumerate(columns) if one.sort == "wrapped"]
        self._row = self._head = 0
        self._sheet: Any = None
        self._open()

    def append(self, values: Iterable[Value], *, bold: bool = False) -> str:
        """Writes a row; the answer is where its first cell is, such as `'Reasoning'!A5`."""
        if self._row >= MOST_ROWS - 1:  # as in `spans`
            self._close(totals=False)
            self._open()
        cell, sheet = self.book.cell, self._sheet
        linked = self._row - self._head < MOST_LINKS
        row = [value if linked or not isinstance(value, Link) else value.text for value in values]
        self._row += 1
        high = height((row[place], width) for place, width in self._wrapped)
        if high is not None:
            sheet.row_dimensions[self._row].height = high
        looks = [replace(look, bold=True) for look in self._looks] if bold else self._looks
        pairs = zip(row, looks, strict=True)
        sheet.append([None if value is None else cell(sheet, value, look) for value, look in pairs])
        sheet.row_dimensions.pop(self._row, None)  # it is written, and must not cost memory
        self.book.step()
        return f"{quote_sheetname(self.titles[-1])}!A{self._row}"

    def close(self) -> None:
        """Ends the sheet, with totals where it is the only one."""
        self._close(totals=len(self.titles) == 1)

    @property
    def current(self) -> Any:  # noqa: ANN401 - openpyxl's own
        """The sheet that is being written."""
        return self._sheet

    def _open(self) -> None:
        book, part = self.book, len(self.titles) + 1
        widths = [column.width for column in self.columns]
        pages = max(1, round(sum(widths) / _PAGE))
        self._sheet = sheet = book.sheet(self.key, widths, part=part, pages=pages)
        if pages > 1:
            sheet.print_title_cols = "A:A"
        self.titles.append(sheet.title)
        above = self.above if part == 1 else ()
        self._row = self._head = HEADING_ROW + len(above)
        sheet.freeze_panes = f"B{self._head + 1}"
        sheet.print_title_rows = f"{self._head}:{self._head}"
        sheet.row_dimensions[1].height = 24
        lines = height((self._heading(column), column.width - _BOLD) for column in self.columns) or LINE
        sheet.row_dimensions[self._head].height = lines + _BUTTON
        heading = words(book.lang, "titles")[self.key]
        sheet.append([book.cell(sheet, heading if part == 1 else f"{heading} ({part})", Look(bold=True, size=14))])
        sheet.append([book.cell(sheet, self.note, Look(muted=True))] if self.note else [])
        sheet.append([])
        for line in above:
            sheet.append([book.cell(sheet, value, look) for value, look in line])
        sheet.append([self._headed(column, first=number == 0) for number, column in enumerate(self.columns)])

    def _headed(self, column: Column, *, first: bool) -> Any:  # noqa: ANN401 - openpyxl's own
        look = Look("wrapped", heading=True, indented=not first, right=column.sort in _NUMBERS)
        return self.book.cell(self._sheet, self._heading(column), look)

    def _heading(self, column: Column) -> str:
        text: str = words(self.book.lang, "columns")[column.key]
        return text

    def _close(self, *, totals: bool) -> None:
        sheet, last = self._sheet, get_column_letter(len(self.columns))
        totals = totals and any(column.total for column in self.columns) and self._row > self._head
        body = f"A{self._head}:{last}{max(self._row, self._head + 1)}"
        name = self.key if len(self.titles) == 1 else f"{self.key}_{len(self.titles)}"
        table: Any = Table(displayName=name, name=name, ref=body)
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight9", showRowStripes=True)
        table._initialise_columns()  # noqa: SLF001 - openpyxl asks for this where rows are only written
        if table.autoFilter is not None:
            table.autoFilter.ref = body
        for number, (column, one) in enumerate(zip(self.columns, table.tableColumns, strict=True)):
            one.name = self._heading(column)
            if totals:
                _total(one, column, first=number == 0, label=words(self.book.lang, "table")["total"])
        if totals:
            table.totalsRowCount = 1
            table.ref = f"A{self._head}:{last}{self._row + 1}"
            sheet.append(self._totals())
        self._bars()
        sheet.print_area = f"A1:{table.ref.partition(':')[2]}"
        sheet.tables.add(table)  # add_table warns that the columns must be made by hand, as they are

    def _bars(self) -> None:
        for number, column in enumerate(self.columns, start=1):
            if column.bars:
                letter = get_column_letter(number)
                rule = DataBarRule("num", 0, "num", 1, color=_BAR, minLength=0, maxLength=100)  # type: ignore[no-untyped-call] # openpyxl has no types for it
                self._sheet.conditional_formatting.add(f"{letter}{self._head + 1}:{letter}{self._row}", rule)

    def _totals(self) -> list[Any]:
        book, sheet = self.book, self._sheet
        row: list[Any] = [book.cell(sheet, words(book.lang, "table")["total"], Look(bold=True))]
        for number, column in enumerate(self.columns[1:], start=2):
            if column.total is None:
                row.append(None)
                continue
            letter = get_column_letter(number)
            span = f"{letter}{self._head + 1}:{letter}{self._row}"
            row.append(
                book.cell(sheet, Formula(f"=SUBTOTAL({_SUBTOTAL[column.total]},{span})"), Look(column.sort, bold=True))
            )
        return row


def _roomy(column: Column, fits: Fits) -> Column:
    """The column, wide enough for its amounts or contracts."""
    room = fits.contract if column.key == "contract" else fits.amount if column.sort == "euro" else 0
    return replace(column, width=max(column.width, room))


def _total(one: TableColumn, column: Column, *, first: bool, label: str) -> None:
    if first:
        one.totalsRowLabel = label
    elif column.total is not None:
        one.totalsRowFunction = column.total
