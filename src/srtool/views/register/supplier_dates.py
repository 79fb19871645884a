"""The sheet that tells a supplier by when: plans, reports, instalments and evaluations that are still to come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.utils import get_column_letter

from srtool.portfolio.request import Asked, Request
from srtool.progress.agenda import Due
from srtool.texts import Lang, words
from srtool.texts.say import day
from srtool.views.register.supplier_cells import TITLE, append, head, text, value
from srtool.views.sheets.cells import DATE, EURO
from srtool.views.sheets.page_setup import on_paper

_WIDTHS = {"day": 16, "contract": 20, "contract_title": 36, "what": 50, "amount": 18}
_HEADINGS_ROW = 3


def add(book: Any, request: Request, lang: Lang) -> None:  # noqa: ANN401 - openpyxl's, for writing only
    """A row per date, in order of time; no sheet where nothing has a date."""
    dues = list(_dues(request))
    if not dues:
        return
    phrases, headings = words(lang, "supplier.dates"), words(lang, "supplier.columns")
    sheet = book.create_sheet(phrases["sheet"])
    for place, width in enumerate(_WIDTHS.values(), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    on_paper(sheet)
    sheet.freeze_panes, sheet.print_title_rows = f"A{_HEADINGS_ROW + 1}", f"{_HEADINGS_ROW}:{_HEADINGS_ROW}"
    sheet.append([text(sheet, phrases["title"], TITLE, wrap=False)])
    sheet.append([])
    sheet.append([head(sheet, headings[key], right=key == "amount") for key in _WIDTHS])
    for row, (asked, due) in enumerate(dues, start=_HEADINGS_ROW + 1):
        what = phrases["late" if due.overdue else "coming"].format(what=phrases[due.what])
        cells = [
            value(sheet, due.day, DATE[lang]),
            text(sheet, asked.contract.id),
            text(sheet, asked.contract.title),
            text(sheet, what),
            value(sheet, due.amount, EURO),
        ]
        append(sheet, row, cells, list(_WIDTHS.values()))


def when(request: Request, lang: Lang) -> str:
    """By when the workbook is wanted back: at the first report that is still to come, or that nothing says so."""
    phrases, reports = words(lang, "supplier.dates"), [due for _, due in _dues(request) if due.what == "report"]
    if not reports:
        return phrases["no_day"]
    first = reports[0]
    return phrases["was_due" if first.overdue else "before"].format(day=day(lang, first.day), contract=first.contract)


def _dues(request: Request) -> Iterator[tuple[Asked, Due]]:
    """What has a date, of all contracts together."""
    every = [(asked, due) for asked in request.contracts for due in asked.dues]
    yield from sorted(every, key=lambda pair: (pair[1].day, pair[1].contract))
