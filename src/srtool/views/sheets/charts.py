"""Bar charts that can be read without colour: dark, pale and hatched, with their values beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import DataPoint
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor

from srtool.views.shared.table import Tone
from srtool.views.sheets.looks import FILLS, INK

_PALE = "9DC3E6"
_GAPS = {1: 400, 2: 200, 3: 100}
"""Around so few bars, in percent of their width, or they become blocks."""
_APART = 90_000
"""Between two charts, in the units of drawings: a quarter of a centimetre."""


def bars(
    sheet: Any,  # noqa: ANN401 - openpyxl's own
    rows: tuple[int, int],
    *,
    labels: int,
    series: range,
    most: Decimal | None,
    shown: str,
) -> Any:  # noqa: ANN401 - idem
    """A chart of a block of cells: `rows` from the headings to the last, `labels` and `series` are columns.

    `shown` is the format of its values. With the largest, `most`, the bars lie, and leave room for their values beside
    them; without it they stand.
    """
    first, last = rows
    chart: Any = BarChart()
    chart._write = partial(_written, chart._write)  # noqa: SLF001 - openpyxl has no other way
    chart.type = "col" if most is None else "bar"
    chart.style = 1
    chart.roundedCorners = False
    chart.gapWidth = _GAPS.get(last - first, 60)
    for number, column in enumerate(series):
        chart.add_data(Reference(sheet, min_col=column, min_row=first, max_row=last), titles_from_data=True)
        chart.series[number].graphicalProperties = _paint(number)
        chart.series[number].invertIfNegative = False
    chart.set_categories(Reference(sheet, min_col=labels, min_row=first + 1, max_row=last))
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.tickLblSkip = 1  # or LibreOffice leaves every second word out
    chart.x_axis.majorTickMark = chart.y_axis.majorTickMark = "none"
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill="D9D9D9"))
    chart.y_axis.number_format = shown
    chart.y_axis.scaling.min = 0
    if most is not None:
        chart.x_axis.scaling.orientation = "maxMin"  # the first row on top
        chart.y_axis.scaling.max = float(most * 7 / 4) or 1.0
        chart.y_axis.delete = True  # the values stand beside the bars
        chart.y_axis.majorGridlines = None
    if len(series) == 1:
        chart.legend = None
        chart.dataLabels = DataLabelList(
            showVal=True,
            showLegendKey=False,
            showCatName=False,
            showSerName=False,
            showPercent=False,
            showBubbleSize=False,
        )
        chart.dataLabels.numFmt = shown
    else:
        chart.legend.position = "b"
    return chart


def colour(chart: Any, tones: Sequence[Tone]) -> None:  # noqa: ANN401 - openpyxl's own
    """Gives each bar of a single series the colour that its word has in a cell."""
    for number, tone in enumerate(tones):
        own = GraphicalProperties(solidFill=FILLS[tone], ln=LineProperties(solidFill=INK))
        chart.series[0].data_points.append(DataPoint(idx=number, invertIfNegative=False, spPr=own))


def over(chart: Any, column: int, row: int, wide: int, deep: int) -> Any:  # noqa: ANN401 - openpyxl's own
    """The chart over so many columns and rows from this cell on, whatever font gives them their size."""
    here = AnchorMarker(col=column - 1, colOff=_APART if column > 1 else 0, row=row - 1)
    there = AnchorMarker(col=column - 1 + wide, row=row - 1 + deep)
    chart.anchor = TwoCellAnchor(editAs="oneCell", _from=here, to=there)
    return chart


def _written(write: Callable[[], Any]) -> Any:  # noqa: ANN401 - openpyxl's own
    """The chart with what openpyxl cannot say: it has no title, and its labels have a format of their own.

    Else Excel makes the name of a single series into a title, and LibreOffice takes the format of the cells.
    """
    tree = write()
    for element in tree.iter("numFmt"):
        element.set("sourceLinked", "0")
    chart = next(element for element in tree if element.tag == "chart")
    chart.insert(0, chart.makeelement("autoTitleDeleted", {"val": "1"}))
    return tree


def _paint(number: int) -> GraphicalProperties:
    line = LineProperties(solidFill=INK)
    if number == 0:
        return GraphicalProperties(solidFill=_PALE, ln=line)
    if number == 1:
        return GraphicalProperties(solidFill=INK, ln=line)
    ink, paper = ColorChoice(prstClr="black"), ColorChoice(prstClr="white")
    hatched = PatternFillProperties(prst="wdUpDiag", fgClr=ink, bgClr=paper)
    return GraphicalProperties(pattFill=hatched, ln=line)
