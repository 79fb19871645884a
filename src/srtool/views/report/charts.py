"""The charts of the first page, and the sheet with the numbers that they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from srtool.texts import Lang, sentence, words
from srtool.views.report.chart_data import ChartData
from srtool.views.sheets.book import Book
from srtool.views.sheets.cells import COUNT, WHOLE_EURO
from srtool.views.sheets.charts import bars, colour, over
from srtool.views.sheets.grid import Grid
from srtool.views.sheets.looks import Look

FIRST_ROW, _SECOND_ROW = 16, 33
"""Where the charts begin, three beside each other."""
_COLUMNS = (1, 5, 9)
WIDE, DEEP = 4, 15
"""Columns and rows of a chart."""
LIST_PLACE = (FIRST_ROW, _COLUMNS[-1])
"""Where the list of what comes first stands, in the place of a chart: row and column."""
_PLACES = tuple((row, column) for row in (FIRST_ROW, _SECOND_ROW) for column in _COLUMNS)
_HEADINGS_ROW = 5
_WORDS, _NUMBERS = 44, 16
"""Characters of the columns on the sheet of numbers."""
_MILLIONS = 10_000_000
_FIXED = "\N{NO-BREAK SPACE}"


def write(
    book: Book,
    page: Grid,
    layout: Any,  # noqa: ANN401 - openpyxl's own
    blocks: Sequence[ChartData],
    *,
    beside_list: bool,
) -> int:
    """The charts on the page with this layout, and their numbers on a sheet of their own; the row they end on."""
    titles = words(book.lang, "report.charts")
    widths = [_NUMBERS if place else _WORDS for block in blocks for place in range(len(block.headings))]
    sheet = book.sheet("chart_numbers", widths)
    sheet.layout.page_setup.fitToHeight = 1
    numbers, column = Grid(sheet), 1
    numbers.put(1, 1, words(book.lang, "report.titles")["chart_numbers"], Look(bold=True, size=14))
    numbers.high(1, 24)
    numbers.put(2, 1, words(book.lang, "report.notes")["chart_numbers"], Look(muted=True))
    places = [place for place in _PLACES if not beside_list or place != LIST_PLACE]
    for (row, left), block in zip(places, blocks, strict=False):
        page.put(row - 1, left, titles[block.key], Look(bold=True, indented=left > 1))
        numbers.put(_HEADINGS_ROW - 1, column, titles[block.key], Look(bold=True, indented=column > 1))
        if block.note is not None:
            numbers.put(_HEADINGS_ROW - 2, column, block.note, Look(muted=True, indented=column > 1))
        rows = _numbers(numbers, block, column)
        series = range(column + 1, column + len(block.headings))
        most, shown = block.most if block.lying else None, _shown(block, book.lang)
        chart = bars(sheet.layout, rows, labels=column, series=series, most=most, shown=shown)
        colour(chart, block.tones)
        layout.add_chart(over(chart, left, row, WIDE, DEEP))
        column += len(block.headings)
    numbers.write()
    return places[len(blocks) - 1][0] + DEEP


def _numbers(grid: Grid, block: ChartData, column: int) -> tuple[int, int]:
    """The numbers of one chart; the answer is the row of their headings and the last."""
    for place, heading in enumerate(block.headings):
        look = Look(heading=True, indented=column > 1, right=place > 0)
        grid.put(_HEADINGS_ROW, column + place, heading, look)
    row = _HEADINGS_ROW
    for row, cells in enumerate(block.rows, start=_HEADINGS_ROW + 1):
        grid.put(row, column, cells[0], Look(indented=column > 1))
        for next_to, value in enumerate(cells[1:], start=column + 1):
            grid.put(row, next_to, value, Look(block.kind))
    return _HEADINGS_ROW, row


def _shown(block: ChartData, lang: Lang) -> str:
    """The format of its values in a chart, which leaves little room: large amounts in millions."""
    if block.kind != "whole_euro":
        return COUNT
    return sentence(lang, "report.overview.millions") if block.most >= _MILLIONS else WHOLE_EURO.replace(" ", _FIXED)
