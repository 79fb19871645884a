"""A sheet with one table: a title, a line about it, headings that stay in sight, and as many rows as there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Generic

from openpyxl.formatting.rule import DataBarRule
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.table import Table, TableStyleInfo

from srtool.texts import sentence, words
from srtool.views.shared.table import NUMBERS, Column, Link, Row, Value
from srtool.views.sheets.book import Book, Fits, lay_out
from srtool.views.sheets.cells import MOST_ROWS
from srtool.views.sheets.looks import Look
from srtool.views.sheets.row_height import LINE, height
from srtool.views.sheets.streamed_sheet import LooseCell, StreamedSheet
from srtool.views.sheets.totals import Total

HEADING_ROW = 4
MOST_LINKS = 65_530
"""Excel's own limit of hyperlinks on a sheet."""
_NOT_PRINTED = frozenset({"reasoning", "receipt"})
"""Long and for looking up: of these only title and note are on paper, unless the reader clears the print range."""
_PAGE = 240
"""Characters of all columns together that can still be read on one page."""
_BAR = "8EA9DB"
_LEAST_SIGN = 2
"""Characters before a total of which a part is not known."""
_BOLD = 1
"""Characters by which bold text is wider."""
_BUTTON = 12.0
"""Points below a heading for the button of the filter, which else covers its end."""

RowAbove = Sequence[tuple[Value, Look]]
"""A row of loose cells above the table."""


def spans(rows: int, above: int = 0) -> Iterator[tuple[int, int]]:
    """The first and the last row on each sheet that so many rows take; `above` counts the lines before the first."""
    head = HEADING_ROW + above
    while rows > 0:
        here = max(0, min(rows, MOST_ROWS - 1 - head))  # one row is kept for the totals
        yield head + 1, head + here
        rows, head = rows - here, HEADING_ROW


def write(
    book: Book,
    key: str,
    columns: Sequence[Column[Row]],
    rows: Sequence[Row],
    *,
    note: str | None = None,
    linked: bool = False,
) -> None:
    """A sheet with these rows and what it is for; `linked` says that their first cell leads elsewhere."""
    sheet = TableSheet(book, key, columns, note=note, links=len(rows) if linked else 0)
    for row in rows:
        sheet.append(row)
    sheet.close()


class TableSheet(Generic[Row]):
    """Rows that become a table of Excel; what does not fit on one sheet goes on on a next."""

    def __init__(
        self,
        book: Book,
        key: str,
        columns: Sequence[Column[Row]],
        *,
        note: str | None = None,
        above: Sequence[RowAbove] = (),
        links: int = 0,
    ) -> None:
        """`note` is the line below the title, else that of texts; `links` of how many rows the first cell leads on."""
        self.book, self.key, self.above = book, key, above
        phrases = words(book.lang, "report.notes")[key] if note is None else note
        self.note = phrases if links <= MOST_LINKS else f"{phrases} {sentence(book.lang, 'report.table.links')}"
        if key in _NOT_PRINTED:
            self.note = f"{self.note} {sentence(book.lang, 'report.table.not_printed')}"
        self._given = columns
        self.columns = [_roomy(column, book.fits) for column in columns]
        self.titles: list[str] = []
        self._parts: list[StreamedSheet] = []
        self._values = [column.of for column in columns]
        self._writers, self._bold_writers = (
            [book.writers.of_column(look, _wraps_in(column)) for column, look in looks]
            for looks in (list(_looks(columns, bold=False)), list(_looks(columns, bold=True)))
        )
        self._totals = {place: Total(column.total) for place, column in enumerate(columns) if column.total}
        self._row = self._head = 0
        self._sheet = self._open()

    def append(self, row: Row, *, bold: bool = False) -> None:
        """Writes a row."""
        if self._row >= MOST_ROWS - 1:  # as in `spans`
            self._close(totals=False)
            self._sheet = self._open()
        values = [of(row) for of in self._values]
        if self._row - self._head >= MOST_LINKS:
            values = [value.text if isinstance(value, Link) else value for value in values]
        self._row += 1
        for place, total in self._totals.items():
            total.add(values[place])
            if not total.is_part and (is_part := self.columns[place].is_part) is not None:
                total.is_part = is_part(row)
        self._sheet.append_row(values, self._bold_writers if bold else self._writers)
        self.book.step()

    @property
    def last(self) -> str:
        """Where the first cell of the last row is, such as `'Reasoning'!A5`."""
        return f"{quote_sheetname(self.titles[-1])}!A{self._row}"

    def close(self) -> None:
        """Ends the sheet, with totals where it is the only one."""
        self._close(totals=len(self.titles) == 1)

    def refit(self) -> None:
        """Makes widths and headings once more, for what the book fits now: rows may come before that is known.

        They stay as high as they are, so no number of a contract may have become longer.
        """
        self.columns = [_roomy(column, self.book.fits) for column in self._given]
        for part, sheet in enumerate(self._parts, start=1):
            self._lay_out(sheet, part)

    @property
    def layout(self) -> Any:  # noqa: ANN401 - openpyxl's own
        """The layout of the sheet that is being written."""
        return self._sheet.layout

    def _open(self) -> StreamedSheet:
        part = len(self.titles) + 1
        sheet = self.book.sheet(self.key, [column.width for column in self.columns], part=part)
        layout = sheet.layout
        for place, column in enumerate(self.columns, start=1):
            if column.folded:
                dimension = layout.column_dimensions[get_column_letter(place)]
                dimension.outlineLevel, dimension.hidden = 1, True
        self.titles.append(sheet.title)
        self._parts.append(sheet)
        self._row = self._head = HEADING_ROW + (len(self.above) if part == 1 else 0)
        layout.freeze_panes = f"B{self._head + 1}"
        layout.print_title_rows = f"{self._head}:{self._head}"
        self._lay_out(sheet, part)
        return sheet

    def _lay_out(self, sheet: StreamedSheet, part: int) -> None:
        """Gives a sheet its widths, its pages and what stands above its rows."""
        pages = max(1, round(sum(column.width for column in self.columns if not column.folded) / _PAGE))
        lay_out(sheet.layout, [column.width for column in self.columns], pages)
        if pages > 1:
            sheet.layout.print_title_cols = "A:A"
        heading = words(self.book.lang, "report.titles")[self.key]
        lines = height((self._heading(column), column.width - _BOLD) for column in self.columns) or LINE
        headed = [self._headed(column, first=place == 0) for place, column in enumerate(self.columns)]
        sheet.head(
            [
                ([(heading if part == 1 else f"{heading} ({part})", Look(bold=True, size=14))], 24),
                ([(self.note, Look(muted=True))] if self.note else [], None),
                ([], None),
                *((line, None) for line in (self.above if part == 1 else ())),
                (headed, lines + _BUTTON),
            ]
        )

    def _headed(self, column: Column[Row], *, first: bool) -> tuple[Value, Look]:
        look = Look("wrapped", heading=True, indented=not first, right=column.kind in NUMBERS)
        return self._heading(column), look

    def _heading(self, column: Column[Row]) -> str:
        heading: str = words(self.book.lang, "report.columns")[column.name]
        return heading

    def _close(self, *, totals: bool) -> None:
        sheet, last = self._sheet.layout, get_column_letter(len(self.columns))
        totals = totals and any(column.total for column in self.columns) and self._row > self._head
        body = f"A{self._head}:{last}{max(self._row, self._head + 1)}"
        name = self.key if len(self.titles) == 1 else f"{self.key}_{len(self.titles)}"
        table: Any = Table(displayName=name, name=name, ref=body)
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight9", showRowStripes=True)
        table._initialise_columns()  # noqa: SLF001 - openpyxl asks for this where rows are only written
        if table.autoFilter is not None:
            table.autoFilter.ref = body
        for place, (column, of_excel) in enumerate(zip(self.columns, table.tableColumns, strict=True)):
            of_excel.name = self._heading(column)
            if totals and (label := self._total_label(place)) is not None:
                of_excel.totalsRowLabel = label
            elif totals and column.total is not None:
                of_excel.totalsRowFunction = column.total
        if totals:
            table.totalsRowCount = 1
            table.ref = f"A{self._head}:{last}{self._row + 1}"
            self._sheet.append(self._total_row())
        self._bars()
        sheet.print_area = f"A1:{table.ref.partition(':')[2]}" if self.key not in _NOT_PRINTED else f"A1:{last}2"
        sheet.tables.add(table)  # add_table warns that the columns must be made by hand, as they are

    def _bars(self) -> None:
        for place, column in enumerate(self.columns, start=1):
            if column.bars:
                letter = get_column_letter(place)
                rule = DataBarRule("num", 0, "num", 1, color=_BAR, minLength=0, maxLength=100)  # type: ignore[no-untyped-call] # openpyxl has no types for it
                self._sheet.layout.conditional_formatting.add(f"{letter}{self._head + 1}:{letter}{self._row}", rule)

    def _total_label(self, place: int) -> str | None:
        """The words below a column: of the first that this is the total, of amounts that none is known."""
        if place == 0:
            is_part = any(total.is_part and total.has_numbers for total in self._totals.values())
            return sentence(self.book.lang, "report.table.total_part" if is_part else "report.table.total")
        total = self._totals.get(place)
        is_absent = total is not None and self.columns[place].kind == "euro" and not total.has_numbers
        return sentence(self.book.lang, "report.table.no_amount") if is_absent else None

    def _total_row(self) -> list[LooseCell]:
        row: list[LooseCell] = []
        for place, column in enumerate(self.columns):
            total, label = self._totals.get(place), self._total_label(place)
            if label is not None:
                row.append((label, Look(bold=True, right=place > 0)))
            elif total is None:
                row.append(None)
            else:
                letter = get_column_letter(place + 1)
                formula = total.formula(f"{letter}{self._head + 1}:{letter}{self._row}")
                row.append((formula, Look("least_euro" if total.is_part else column.kind, bold=True)))
        return row


def letters(columns: Sequence[Column[Row]]) -> dict[str, str]:
    """Under which letter each column stands."""
    return {column.name: get_column_letter(place) for place, column in enumerate(columns, start=1)}


def _wraps_in(column: Column[Row]) -> float | None:
    """In how many characters its texts must stand; None where they do not make the row higher."""
    return column.width if column.kind == "wrapped" and not column.folded else None


def _looks(columns: Sequence[Column[Row]], *, bold: bool) -> Iterator[tuple[Column[Row], Look]]:
    for place, column in enumerate(columns):
        yield column, Look(column.kind, indented=place > 0, bold=bold)


def _roomy(column: Column[Row], fits: Fits) -> Column[Row]:
    """The column, wide enough for its amounts or contracts."""
    room = fits.contract if column.name == "contract" else fits.amount if column.kind == "euro" else 0
    return replace(column, width=max(column.width, room + _LEAST_SIGN if column.is_part is not None else room))
