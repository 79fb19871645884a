"""The workbook that a supplier fills in: how, for which contracts, and a row for each effort, the known ones greyed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from io import BytesIO
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from srtool.portfolio.request import Request
from srtool.register.model import Effort
from srtool.register.suppliers import REGISTER_MARK, SUPPLIER_MARK
from srtool.rules.ruleset import Block
from srtool.texts import LANGUAGES, Lang, lists, sentence, words
from srtool.texts.say import heading, table_name
from srtool.views.register import choice_lists, register_sheet, supplier_contracts, supplier_dates, what_counts
from srtool.views.register.supplier_cells import BOLD, PLAIN, text
from srtool.views.register.supplier_contracts import FIRST_ROW, contact_word
from srtool.views.sheets.cells import FONT, readable
from srtool.views.sheets.page_setup import on_paper
from srtool.views.sheets.properties import describe
from srtool.views.sheets.row_height import height

KEYS = (
    "id",
    "contract",
    "kind",
    "block",
    "person",
    "start",
    "end",
    "hours_per_week",
    "full_time",
    "hours",
    "days",
    "amount",
    "bonuses",
    "employment",
    "employed_since",
    "benefit_until",
    "where",
    "jobs_register",
    "outcome",
    "ladder_start",
    "ladder_now",
    "evidence",
    "corrects",
    "status",
)
"""What a supplier says of an effort; the status, in the end, is only shown."""
_BY_THE_DAY = ("day", "half_day")
_NOT_SHOWN = frozenset({"evidence"})
"""Of a known effort: what stands there may be a note of the officer."""
_WIDTH, _FITS, _LINE = 74, 78, 15
"""Of the explanation: the width of its column, the letters that fit on a line of it, and the height of one."""
_KNOWN = PatternFill("solid", fgColor="E7E6E6")


def workbook(request: Request, lang: Lang) -> bytes:
    """The bytes of the workbook; it holds nothing but what is in the request."""
    book: Any = Workbook(write_only=True)
    phrases = words(lang, "supplier.workbook")
    describe(book, phrases["title"], lang)
    book.custom_doc_props.append(StringProperty(name=SUPPLIER_MARK, value=readable(request.supplier)))
    book.custom_doc_props.append(StringProperty(name=REGISTER_MARK, value=readable(request.register)))
    lists = {"efforts.block": list(_blocks(request, lang)), "efforts.bonuses": list(_bonuses(request, lang))}
    _explain(book, request, lang)
    supplier_contracts.add(book, request, lang)
    supplier_dates.add(book, request, lang)
    what_counts.add(book, request.rules, lang)
    _efforts(book, request, lang, lists)
    choice_lists.add(book, lists, lang)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _explain(book: Any, request: Request, lang: Lang) -> None:  # noqa: ANN401 - openpyxl's, for writing only
    """How to fill it in: first in the language of the workbook, then in the other."""
    sheet = book.create_sheet(lists(lang, "vocabulary.sheets")["read_me"][0])
    sheet.column_dimensions["A"].width = _WIDTH
    on_paper(sheet, orientation="portrait", deep=1)
    lines = [
        line
        for each in (lang, *(language for language in LANGUAGES if language != lang))
        for line in _how(request, each, lang)
    ]
    for row, (line, font) in enumerate(lines, start=1):
        size = font.size / 11 if font.size else 1
        sheet.row_dimensions[row].height = _LINE * size * ceil(len(line) * (1.1 if font.bold else 1) / _FITS) + 3
        sheet.append([text(sheet, line, font)])


def _how(request: Request, lang: Lang, of: Lang) -> Iterator[tuple[str, Font]]:
    """The explanation in one language; what it cites is called as in the workbook, which may be of the other."""
    phrases = words(lang, "supplier.workbook")
    cited = {key: heading(of, key, "efforts") for key in ("corrects", "status", "person")}
    cited |= {"contracts": sentence(of, "supplier.workbook.contracts"), "efforts": table_name(of, "efforts")}
    yield phrases["title"], Font(name=FONT, bold=True, size=16)
    yield phrases["for"].format(name=request.name, register=request.register), PLAIN
    yield phrases["back"].format(when=supplier_dates.when(request, lang), whom=_whom(request, lang, of)), BOLD
    yield "", PLAIN
    yield phrases["people"].format(**cited), BOLD
    for number, line in enumerate(lists(lang, "supplier.workbook")["how"], start=1):
        yield f"{number}. {line.format(**cited)}", PLAIN
    yield "", PLAIN


def _whom(request: Request, lang: Lang, of: Lang) -> str:
    """The one role that the workbook goes back to, or where the role of each contract stands."""
    phrases, roles = words(lang, "supplier.workbook"), {asked.contact for asked in request.contracts}
    if len(roles) > 1:
        return phrases["whom_each"].format(contracts=sentence(of, "supplier.workbook.contracts"))
    role = roles.pop()
    return phrases["whom_unknown"] if role is None else phrases["whom"].format(role=contact_word(role, lang))


def _efforts(book: Any, request: Request, lang: Lang, lists: choice_lists.Lists) -> None:  # noqa: ANN401 - idem
    """The known efforts, which cannot be changed, and rows with a number ready for new ones."""
    keys = _keys(request)
    offered = {field.partition(".")[2]: formula for field, formula in choice_lists.formulas(lists, lang).items()}
    title, last = sentence(lang, "supplier.workbook.contracts"), FIRST_ROW + len(request.contracts) - 1
    offered["contract"] = f"'{title}'!$A${FIRST_ROW}:$A${last}"
    sheet = register_sheet.add(book, "efforts", lang, keys=keys, offered=offered)
    widths = [sheet.column_dimensions[get_column_letter(n)].width for n in range(1, len(keys) + 1)]
    for place, effort in enumerate(request.efforts, start=2):
        cells = register_sheet.row(sheet, "efforts", lang, _known(effort, request, lang), keys=keys)
        shown = [None if cell is None else cell.value for cell in cells]
        sheet.row_dimensions[place].height = height(zip(shown, widths, strict=True))
        for n, cell in enumerate(cells):
            cells[n] = cell or WriteOnlyCell(sheet)
            cells[n].fill = _KNOWN
        sheet.append(cells)
    for number in request.ids:
        cells = register_sheet.row(sheet, "efforts", lang, {"id": number}, keys=keys)
        for n in (keys.index("id"), keys.index("status")):
            cells[n] = cells[n] or WriteOnlyCell(sheet)
            cells[n].fill = _KNOWN
        sheet.append(cells)
    sheet.print_options.gridLines = True
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(keys))}{1 + len(request.efforts) + len(request.ids)}"
    _protect(sheet)


def _keys(request: Request) -> tuple[str, ...]:
    """The columns; what only some rule sets look at is asked only where one of these does."""
    left_out = set()
    if not any(block.per in _BY_THE_DAY for rules in request.rules for block in rules.block):
        left_out.add("days")
    if not any(limit.bounds == "years_after_benefit" for rules in request.rules for limit in rules.limit):
        left_out.add("benefit_until")
    said = {name for effort in request.efforts for name in left_out if getattr(effort, name) is not None}
    return tuple(key for key in KEYS if key not in left_out - said)


def _known(effort: Effort, request: Request, lang: Lang) -> dict[str, object]:
    shown = {f.name: getattr(effort, f.name) for f in fields(effort) if f.name in KEYS and f.name not in _NOT_SHOWN}
    return shown | {"block": _label(effort.block, request, lang)}


def _blocks(request: Request, lang: Lang) -> Iterator[str]:
    """What the building blocks of the rule sets are called, each once."""
    every = [block for rules in request.rules for block in rules.block]
    return iter(dict.fromkeys(_called(block, request, lang) for block in every))


def _bonuses(request: Request, lang: Lang) -> Iterator[str]:
    every = [bonus for rules in request.rules for bonus in rules.bonus]
    return iter(dict.fromkeys(bonus.label[lang] for bonus in every))


def _called(block: Block, request: Request, lang: Lang) -> str:
    """The label where it means this block only, else the id, which always does."""
    meant = {same_label.id for rules in request.rules for same_label in rules.blocks_named(block.label[lang])}
    return block.label[lang] if meant == {block.id} else block.id


def _label(name: str | None, request: Request, lang: Lang) -> str | None:
    """The block of a known effort as the list has it, as far as the rule sets know it."""
    blocks = {block.id: block for rules in request.rules for block in rules.blocks_named(name or "")}
    return _called(next(iter(blocks.values())), request, lang) if len(blocks) == 1 else name


def _protect(sheet: Any) -> None:  # noqa: ANN401 - idem
    """Against mistakes, not against people: there is no password, and the empty cells are open."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.autoFilter = False  # allowed
