"""The same as a workbook: a row per merge, the facts beside the open texts, the questions above them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from srtool.bundle.proposal import Bundle
from srtool.case.grouping import TEXTS
from srtool.register.model import Merge
from srtool.texts import LANGUAGES, Lang
from srtool.texts.say import heading, table_name
from srtool.views.bundle.motivation_toml import facts
from srtool.views.bundle.words import words
from srtool.views.shared.lines import clean

_LONGEST = 32_000
"""Characters; Excel's own limit for a cell is 32,767."""
_HEADING_ROW = 6
_WRAP = Alignment(wrap_text=True, vertical="top")
_OPEN = PatternFill("solid", fgColor="FFF2CC")


def workbook(proposals: Sequence[tuple[Bundle | None, Merge]], least: int, lang: Lang) -> bytes:
    """The bytes of the workbook; what comes from the register is written as text, whatever it starts with."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = table_name(lang, "merges")
    sheet["A1"] = words(lang, "motivation")["title"]
    sheet["A1"].font = Font(bold=True, size=14)
    for row, each in enumerate(LANGUAGES, start=2):
        sheet.cell(row, 1, words(each, "motivation")["how"].format(least=least))
    columns = ("members", "facts", *TEXTS, "on", "by")
    for place, name in enumerate(columns, start=1):
        for row, each in enumerate(LANGUAGES, start=4):
            question = words(each, "motivation")["questions"].get(name)
            if question:
                sheet.cell(row, place, question).alignment = _WRAP
        title = words(lang, "motivation")["facts"] if name == "facts" else heading(lang, name, "merges")
        cell = sheet.cell(_HEADING_ROW, place, title)
        cell.font, cell.alignment = Font(bold=True), _WRAP
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(name, 40)
    for row, (bundle, merge) in enumerate(proposals, start=_HEADING_ROW + 1):
        known = "\n".join(facts(bundle, lang)) if bundle else words(lang, "motivation")["no_longer"]
        values = ("; ".join(merge.members), known, *(getattr(merge, name) for name in TEXTS), merge.on, merge.by)
        for place, (name, value) in enumerate(zip(columns, values, strict=True), start=1):
            _write(sheet.cell(row, place), value, open_text=name in TEXTS)
    sheet.freeze_panes = sheet.cell(_HEADING_ROW + 1, 2)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


_WIDTHS = {"members": 18, "facts": 60, "on": 14, "by": 20}


def _write(cell: Any, value: object, *, open_text: bool) -> None:  # noqa: ANN401 - openpyxl's cell, merged or not
    cell.alignment = _WRAP
    if open_text:
        cell.fill = _OPEN
    if isinstance(value, str):
        cell.value = "\n".join(clean(line, "") for line in value.split("\n"))[:_LONGEST]
        cell.data_type = "s"
        cell.quotePrefix = True
    elif value is not None:
        cell.value = value
        cell.number_format = "dd-mm-yyyy"
