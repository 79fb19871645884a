"""The sheet of one table of a register: headings that explain themselves, and cells that accept what belongs there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter

from srtool.register.columns import FieldInfo, infos
from srtool.texts import Lang, words
from srtool.texts.say import heading, table_name
from srtool.views.register.allowed_cells import validation
from srtool.views.shared.cell_value import cell_value
from srtool.views.sheets.cells import COUNT, DATE, EURO, FONT, PERCENT, text_cell
from srtool.views.sheets.page_setup import on_paper

Record = Mapping[str, object]
"""Values of the model by (dotted) key; what is absent, None or an empty list is an empty cell."""
NOTHING: Mapping[str, Any] = {}

_WIDTHS = {
    "amount": 18,
    "percent": 13,
    "number": 12,
    "count": 12,
    "months": 12,
    "day": 14,
    "yes_no": 14,
    "choice": 20,
    "kvk": 16,
}
_WIDE, _NARROW, _LETTER = 30, 18, 1.2
_HEADING_HEIGHT = 48
"""Points: three lines."""
_PAGE = 130
"""Characters, by width, on a landscape page."""
_NAMES = frozenset(
    {"id", "contract", "supplier", "supplier_id", "part_of", "corrects", "person", "path", "members", "cpv", "rule_set"}
)
"""Fields that name something: text, whatever they look like."""
_AS_TEXT = "@"
_FINE_PERCENT = "0.0000%"
_REQUIRED = PatternFill("solid", fgColor="1F4E79")
_FREE = PatternFill("solid", fgColor="DDEBF7")
_OVER_LINES = Alignment(wrap_text=True, vertical="top")
_EXAMPLE = Font(name=FONT, italic=True, color="7F7F7F")
_BETWEEN = Border(right=Side("thin", color="FFFFFF"))


def add(  # noqa: PLR0913 - what a sheet is made of
    book: Workbook,
    table: str,
    lang: Lang,
    records: Iterable[Record] = (),
    *,
    keys: Sequence[str] = (),
    offered: Mapping[str, str] = NOTHING,
    example: Record = NOTHING,
) -> Any:  # noqa: ANN401 - openpyxl's sheet, for writing only
    """The sheet of one table, at the end of a workbook that was made with `write_only=True`.

    `table` is one of `model.Register`, or growth or schedule. `keys` are the columns, in that order; without them
    every field of the table in the order of the model. `offered` gives fields (`block`, without their table) a
    drop-down of their own, a formula of `choice_lists.formulas`; another value is then questioned, not refused.
    `example` is a greyed row above the records. Nothing may be written to the sheet afterwards but further rows.
    """
    fields = _chosen(table, keys)
    sheet = book.create_sheet(table_name(lang, table))
    _lay_out(sheet, table, fields, lang)
    _guard(sheet, fields, lang, offered)
    sheet.append([_heading(sheet, table, info, lang, offered) for info in fields])
    if example:
        row = _cells(sheet, fields, lang, example)
        for cell in row:
            if cell is not None:
                cell.font = _EXAMPLE
        sheet.append(row)
    count = 1 + bool(example)
    for record in records:
        sheet.append(_cells(sheet, fields, lang, record))
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(fields))}{count}"
    return sheet


def row(sheet: Any, table: str, lang: Lang, record: Record, *, keys: Sequence[str] = ()) -> list[Any]:  # noqa: ANN401 - idem
    """The cells of a further row for a sheet that `add` made with these keys; None for those that stay empty."""
    return _cells(sheet, _chosen(table, keys), lang, record)


def explanation(table: str, info: FieldInfo, lang: Lang, *, offered: bool = False) -> str:
    """What a field means and how it is filled in, as the note at its heading says it."""
    how = words(lang, "fields.how")
    parts = [words(lang, f"fields.{table}")[info.key], how.get("offered" if offered else info.sort)]
    if info.required:
        parts.append(how["required"])
    return "\n".join(part for part in parts if part)


def letters(table: str) -> Mapping[str, str]:
    """The column of each field on a sheet with every field of its table."""
    return {key: get_column_letter(place) for place, key in enumerate(infos(table), start=1)}


def _chosen(table: str, keys: Sequence[str]) -> list[FieldInfo]:
    fields = infos(table)
    return [fields[key] for key in keys or fields]


def _lay_out(sheet: Any, table: str, fields: Sequence[FieldInfo], lang: Lang) -> None:  # noqa: ANN401 - idem
    """Widths, formats of cells that are still empty, and how the sheet prints."""
    widths = [_width(table, info, lang) for info in fields]
    for place, (info, width) in enumerate(zip(fields, widths, strict=True), start=1):
        dimension = sheet.column_dimensions[get_column_letter(place)]
        dimension.width = width
        dimension.number_format = _format(info, lang)
        dimension.protection = Protection(locked=False)  # for who protects the sheet: what is empty stays open
    sheet.row_dimensions[1].height = _HEADING_HEIGHT
    sheet.freeze_panes = "B2"
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    on_paper(sheet, wide=ceil(sum(widths) / _PAGE))


def _width(table: str, info: FieldInfo, lang: Lang) -> float:
    name = _NARROW if info.key in _NAMES else _WIDE
    longest = max(map(len, heading(lang, info.key, table).split()))
    return max(_WIDTHS.get(info.sort, name), longest * _LETTER + 3)


@cache
def _format(info: FieldInfo, lang: Lang) -> str:
    if info.key in _NAMES or info.sort in {"kvk", "cpv"}:
        return _AS_TEXT
    formats = {"amount": EURO, "percent": PERCENT, "count": COUNT, "months": COUNT, "day": DATE[lang]}
    return formats.get(info.sort, "General")


def _guard(sheet: Any, fields: Sequence[FieldInfo], lang: Lang, offered: Mapping[str, str]) -> None:  # noqa: ANN401 - idem
    for place, info in enumerate(fields, start=1):
        rule = validation(info, lang, offered.get(info.key))
        if rule is not None:
            letter = get_column_letter(place)
            rule.add(f"{letter}2:{letter}1048576")
            sheet.data_validations.append(rule)


def _heading(
    sheet: Any,  # noqa: ANN401 - idem
    table: str,
    info: FieldInfo,
    lang: Lang,
    offered: Mapping[str, str],
) -> Any:  # noqa: ANN401 - idem
    cell = WriteOnlyCell(sheet, heading(lang, info.key, table))
    cell.fill = _REQUIRED if info.required else _FREE
    cell.font = Font(name=FONT, bold=True, color="FFFFFF" if info.required else "1F3864")
    cell.alignment, cell.border = Alignment(wrap_text=True, vertical="center"), _BETWEEN
    note = explanation(table, info, lang, offered=info.key in offered)
    cell.comment = Comment(note, "srtool", width=280, height=40 + 18 * sum(ceil(len(x) / 38) for x in note.split("\n")))
    return cell


def _cells(sheet: Any, fields: Sequence[FieldInfo], lang: Lang, record: Record) -> list[Any]:  # noqa: ANN401 - idem
    row = [_cell(sheet, info, value, lang) if (value := record.get(info.key)) is not None else None for info in fields]
    if any(cell is not None and cell.data_type == "s" and len(cell.value) > _WIDE for cell in row):
        for cell in row:
            if cell is not None:
                cell.alignment = _OVER_LINES
    return row


def _cell(sheet: Any, info: FieldInfo, value: object, lang: Lang) -> Any:  # noqa: ANN401 - idem
    value = cell_value(info, value, lang)
    if value is None:
        return None
    cell: Any = text_cell(sheet, value) if isinstance(value, str) else WriteOnlyCell(sheet)
    if not isinstance(value, str):
        cell.value = value
    if (own := _format(info, lang)) != "General":
        cell.number_format = own
    if isinstance(value, date):
        cell.number_format = DATE[lang]
    elif info.sort == "percent" and isinstance(value, Decimal) and value != round(value, 4):
        cell.number_format = _FINE_PERCENT
    return cell
