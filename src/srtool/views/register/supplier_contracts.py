"""The sheet that tells a supplier what each of its contracts asks, how far it is, and who follows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from openpyxl.utils import get_column_letter

from srtool.finding import Owner
from srtool.portfolio.request import Asked, Request
from srtool.texts import Lang, words
from srtool.views.register.supplier_cells import NOTE, TITLE, append, head, text, value
from srtool.views.shared.asked_words import asked_text
from srtool.views.shared.names import counted
from srtool.views.sheets.cells import DATE, EURO
from srtool.views.sheets.page_setup import on_paper

FIRST_ROW = 4
"""Of the contracts, below a title and headings."""
_WIDTHS = {
    "id": 20,
    "title": 40,
    "contact": 22,
    "start": 15,
    "end": 15,
    "asked": 26,
    "obligation": 16,
    "waived": 16,
    "claimed": 16,
    "confirmed": 16,
    "open": 16,
}
_AMOUNTS = frozenset({"obligation", "waived", "claimed", "confirmed", "open"})


def add(book: Any, request: Request, lang: Lang) -> None:  # noqa: ANN401 - openpyxl's, for writing only
    """What each contract asks, what was claimed and confirmed so far, and what is still to be filled in."""
    phrases, headings = words(lang, "supplier.workbook"), words(lang, "supplier.columns")
    sheet, keys = book.create_sheet(phrases["contracts"]), _keys(request)
    for place, key in enumerate(keys, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS[key]
    on_paper(sheet)
    sheet.freeze_panes, sheet.print_title_rows = f"B{FIRST_ROW}", f"{FIRST_ROW - 1}:{FIRST_ROW - 1}"
    sheet.append([text(sheet, phrases["contracts"], TITLE, wrap=False)])
    sheet.append([])
    widths = [_WIDTHS[key] for key in keys]
    append(sheet, FIRST_ROW - 1, [head(sheet, headings[key], right=key in _AMOUNTS) for key in keys], widths)
    for row, asked in enumerate(request.contracts, start=FIRST_ROW):
        cells = dict(_cells(sheet, asked, lang))
        append(sheet, row, [cells[key] for key in keys], widths)
    sheet.append([])
    for note in ("amounts", "still_open"):
        sheet.append([text(sheet, phrases[note], NOTE, wrap=False)])


def contact_word(role: Owner, lang: Lang) -> str:
    """What the role is called within a sentence."""
    return str(words(lang, "monitor.who")[role.value])


def _keys(request: Request) -> Sequence[str]:
    """The columns; what was taken off by decision only where that is so."""
    has_less = any(asked.waived for asked in request.contracts)
    return [key for key in _WIDTHS if key != "waived" or has_less]


def _cells(sheet: Any, asked: Asked, lang: Lang) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - idem
    contract, phrases = asked.contract, words(lang, "supplier.workbook")
    role = phrases["nobody"] if asked.contact is None else contact_word(asked.contact, lang)
    for key, line in (
        ("id", contract.id),
        ("title", contract.title),
        ("contact", role),
        ("asked", _demand(asked, lang)),
    ):
        yield key, text(sheet, line)
    for key, day in (("start", contract.start), ("end", asked.end)):
        yield key, value(sheet, day, DATE[lang])
    # Of a call-off the contract that it falls under carries the obligation.
    absent = phrases["not_known"] if contract.part_of is None else None
    for key, amount in (("obligation", asked.obligation), ("waived", asked.waived), ("open", asked.open)):
        yield key, value(sheet, amount, EURO, absent)
    for key, amount in (("claimed", asked.claimed), ("confirmed", asked.confirmed)):
        yield key, value(sheet, amount, EURO, phrases["not_known"])


def _demand(asked: Asked, lang: Lang) -> str:
    """What was agreed, in words; the amount stands beside it, and where it is not known that is said."""
    contract, demand = asked.contract, asked.contract.social_return
    if demand.growth or demand.percent:
        parts = [asked_text(replace(contract, social_return=replace(demand, amount=None)), asked.basis, lang)]
    else:
        parts = [asked_text(contract, asked.basis, lang)] if demand.hours and demand.amount is None else []
    if demand.people:
        parts.append(counted(lang, "shared.people", demand.people))
    if parts and contract.part_of is None and asked.obligation is None:
        parts.append(words(lang, "supplier.demand")["amount_not_known"])
    return "; ".join(parts)
