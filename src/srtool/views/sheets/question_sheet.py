"""A sheet that asks: what is known beside cells that are still to be filled in, with the questions above them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any, Generic

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from srtool.lazy_dataclass import dataclass
from srtool.views.shared.lines import clean
from srtool.views.shared.table import Column, Row, Value

_LONGEST = 32_000
"""Characters; Excel's own limit for a cell is 32,767."""
_WRAP = Alignment(wrap_text=True, vertical="top")
_OPEN = PatternFill("solid", fgColor="FFF2CC")


@dataclass(frozen=True, slots=True)
class QuestionSheet(Generic[Row]):
    """A table of which some columns are open, and what is asked there."""

    name: str
    title: str
    intro: Sequence[str]
    """Lines below the title, one per language."""
    columns: Sequence[Column[Row]]
    headings: Mapping[str, str]
    questions: Mapping[str, Sequence[str]]
    """By column, one per language."""
    open: Collection[str]
    """The columns that are to be filled in."""


def workbook(asked: QuestionSheet[Row], rows: Iterable[Row]) -> bytes:
    """The bytes of the workbook; what comes from the register is written as text, whatever it starts with."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = asked.name
    first = _head(sheet, asked)
    for place, row in enumerate(rows, start=first):
        for number, column in enumerate(asked.columns, start=1):
            _write(sheet.cell(place, number), column.of(row), is_open=column.name in asked.open)
    _lay_out(sheet, first)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _head(sheet: Any, asked: QuestionSheet[Row]) -> int:  # noqa: ANN401 - openpyxl's own
    """Title, introduction, questions and headings; the answer is the row below them."""
    sheet["A1"] = asked.title
    sheet["A1"].font = Font(bold=True, size=14)
    above = 2 + len(asked.intro)
    for row, line in enumerate(asked.intro, start=2):
        sheet.cell(row, 1, line)
    most = max(map(len, asked.questions.values()), default=0)
    for place, column in enumerate(asked.columns, start=1):
        for row, question in enumerate(asked.questions.get(column.name, ()), start=above):
            sheet.cell(row, place, question).alignment = _WRAP
        cell = sheet.cell(above + most, place, asked.headings[column.name])
        cell.font, cell.alignment = Font(bold=True), _WRAP
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    return above + most + 1


def _lay_out(sheet: Any, first: int) -> None:  # noqa: ANN401 - idem
    sheet.freeze_panes = sheet.cell(first, 2)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{first - 1}:{first - 1}"


def _write(cell: Any, value: Value, *, is_open: bool) -> None:  # noqa: ANN401 - openpyxl's cell, merged or not
    cell.alignment = _WRAP
    if is_open:
        cell.fill = _OPEN
    if isinstance(value, str):
        cell.value = "\n".join(clean(line, "") for line in value.split("\n"))[:_LONGEST]
        cell.data_type = "s"
        cell.quotePrefix = True
    elif value is not None:
        cell.value = value
        cell.number_format = "dd-mm-yyyy"
