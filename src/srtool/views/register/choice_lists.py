"""What drop-downs offer: a short list in the drop-down itself, a long one on a sheet that everyone can see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from srtool.texts import Lang, lists, sentence
from srtool.texts.say import heading
from srtool.views.sheets.cells import FONT, text_cell

Lists = Mapping[str, Sequence[str]]
"""Words per field, which is named with its table: `efforts.block`. Nothing is offered for an empty list."""

_MOST_IN_FORMULA = 255
"""Excel's own limit for the words of a drop-down, with the commas between them."""
_FIRST_ROW = 4
_NARROW = 45
"""Letters that fit in a column at least."""


def formulas(lists: Lists, lang: Lang) -> Mapping[str, str]:
    """Per field the formula of its drop-down: its words, or the cells of the sheet that `add` makes."""
    at = {field: place for place, field in enumerate(_long(lists), start=1)}
    by_field = {}
    for field, offered in lists.items():
        if field in at:
            letter, last = get_column_letter(at[field]), _FIRST_ROW + len(offered) - 1
            by_field[field] = f"'{title(lang)}'!${letter}${_FIRST_ROW}:${letter}${last}"
        elif offered:
            by_field[field] = in_formula(offered)
    return by_field


def add(book: Workbook, lists: Lists, lang: Lang) -> None:
    """A sheet with the lists that are too long for a drop-down; none when every list is short."""
    long = _long(lists)
    if not long:
        return
    sheet: Any = book.create_sheet(title(lang))
    for place, offered in enumerate(long.values(), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = max(_NARROW, *map(len, offered))
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight = "landscape", 9, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.freeze_panes = f"A{_FIRST_ROW}"
    sheet.append([sentence(lang, "fields.lists.intro")])
    sheet.append([])
    headings = [WriteOnlyCell(sheet, heading(lang, key, table)) for table, _, key in map(_parted, long)]
    for cell in headings:
        cell.font = Font(name=FONT, bold=True)
    sheet.append(headings)
    for row in range(max(map(len, long.values()))):
        sheet.append([text_cell(sheet, offered[row]) if row < len(offered) else None for offered in long.values()])


def title(lang: Lang) -> str:
    """What the sheet with lists is called."""
    return lists(lang, "vocabulary.sheets")["lists"][0]


def in_formula(offered: Sequence[str]) -> str:
    """The words of a drop-down as Excel writes them in its formula."""
    return '"' + ",".join(offered) + '"'


def _long(lists: Lists) -> Lists:
    return {field: offered for field, offered in lists.items() if not _fits(offered)}


def _fits(offered: Sequence[str]) -> bool:
    """Whether the drop-down itself can hold the words; a comma would part one in two."""
    return len(in_formula(offered)) - 2 <= _MOST_IN_FORMULA and not any(
        "," in entry or '"' in entry for entry in offered
    )


def _parted(field: str) -> tuple[str, str, str]:
    return field.partition(".")
