"""Rows below the last one of a sheet in a copy of a workbook: the table around them grows, and all else stays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.views.marked.package import Package, cell_text, opened
from srtool.views.marked.relations import relations_of
from srtool.views.marked.sheet_part import (
    RowPart,
    attribute,
    column_number,
    data_of,
    part_of_sheet,
    prefix_in,
    rows_of,
    with_attribute,
)
from srtool.views.marked.styles import date_format
from srtool.views.marked.workbook import NotMarkable, refuse

_WORKBOOK = "xl/workbook.xml"
_FIRST_DAY, _FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)
_RANGE = re.compile(r"\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)")

Cell = str | Decimal | int | date
NewRow = Mapping[str, Cell]
"""By the letters of the column."""


@dataclass(frozen=True, slots=True)
class Below:
    """Where rows are put: on which sheet, and below which row."""

    sheet: str
    heading: int
    last: int
    """The last row with a record; that of the headings where there is none."""


def with_rows(data: bytes, below: Below, rows: Sequence[NewRow]) -> bytes:
    """A copy of the workbook with these rows; NotMarkable where something stands in their place already."""
    try:
        return _with_rows(opened(data), below, rows)
    except (LookupError, UnicodeDecodeError) as error:
        raise NotMarkable("mark_no_workbook") from error


def _with_rows(package: Package, below: Below, rows: Sequence[NewRow]) -> bytes:
    refuse(package, is_sheet_added=False)
    part, place = part_of_sheet(package, below.sheet)
    sheet = package.read(part)
    there = {row.number: row for row in rows_of(sheet)}
    columns = {letters for row in rows for letters in row}
    first = below.last + 1 if below.last > below.heading else _first_free(there, columns, below.heading)
    if any(number >= first and row.filled & columns for number, row in there.items()):
        raise NotMarkable("rows_below")
    like = there.get(first - 1) if first - 1 > below.heading else None
    looks = _Looks(sheet, like, _Days(package))
    written = {number: _row(number, row, there.get(number), looks) for number, row in enumerate(rows, first)}
    last = max(written)
    _grow_tables(package, part, below, last)
    package.write(part, _grown(_put_in(sheet, there, written, first), below, last))
    _tell_workbook(package, place, below, last)
    return package.bytes()


def _first_free(there: Mapping[int, RowPart], columns: set[str], heading: int) -> int:
    """Below the last row in which one of these columns is filled, such as that with an example."""
    return 1 + max((number for number, row in there.items() if row.filled & columns), default=heading)


class _Days:
    """How days are written: counted as this workbook does, in a format that shows a day."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._is_1904 = re.search(r"\bdate1904=[\"'](?:1|true)", package.read(_WORKBOOK)) is not None
        self._formats: dict[int, int] = {}

    def look(self, number: int) -> int:
        """The cell format of this number where it shows a day, else one that is added, once."""
        if number not in self._formats:
            self._formats[number] = date_format(self._package, number)
        return self._formats[number]

    def count(self, day: date) -> int:
        return (day - (_FIRST_DAY_1904 if self._is_1904 else _FIRST_DAY)).days


@dataclass(frozen=True, slots=True)
class _Looks:
    """How new cells look: as those in the row above, else as their column."""

    sheet: str
    above: RowPart | None
    days: _Days

    def attributes(self, letters: str) -> str:
        of_above = attribute(self.above.cells.get(letters, ""), "s") if self.above else None
        style = of_above or self._of_column(letters)
        return "" if style is None else f' s="{style}"'

    def _of_column(self, letters: str) -> str | None:
        at = column_number(letters)
        for column in re.finditer(r"<(?:\w+:)?col\b[^>]*>", self.sheet):
            if int(attribute(column[0], "min") or 0) <= at <= int(attribute(column[0], "max") or 0):
                return attribute(column[0], "style")
        return None


def _row(number: int, row: NewRow, own: RowPart | None, looks: _Looks) -> str:
    """The XML of a row: a cell that stood there empty keeps its format."""
    styles = {letters: looks.attributes(letters) for letters in row} | dict(own.cells if own else {})
    prefix = prefix_in(looks.sheet)
    cells = "".join(
        _cell(f"{letters}{number}", row.get(letters), styles[letters], prefix, looks.days)
        for letters in sorted(styles, key=column_number)
    )
    attributes = f' r="{number}"' if own is None else re.sub(r"\sspans=([\"']).*?\1", "", own.attributes)
    return f"<{prefix}row{attributes}>{cells}</{prefix}row>"


def _cell(reference: str, value: Cell | None, attributes: str, prefix: str, days: _Days) -> str:
    begin, end = f'<{prefix}c r="{reference}"', f"</{prefix}c>"
    match value:
        case None:
            return f"{begin}{attributes}/>"
        case str():
            text = f'<{prefix}is><{prefix}t xml:space="preserve">{cell_text(value)}</{prefix}t></{prefix}is>'
            return f'{begin}{attributes} t="inlineStr">{text}{end}'
        case date():
            look = days.look(int(attribute(attributes, "s") or 0))
            return f'{begin} s="{look}"><{prefix}v>{days.count(value)}</{prefix}v>{end}'
        case _:
            return f"{begin}{attributes}><{prefix}v>{value}</{prefix}v>{end}"


def _put_in(sheet: str, there: Mapping[int, RowPart], written: Mapping[int, str], first: int) -> str:
    """The sheet with these rows among those from `first` on; what stands before these keeps its place."""
    begin, end = data_of(sheet)
    begin = max((row.end for number, row in there.items() if number < first), default=begin)
    below = {number: sheet[row.start : row.end] for number, row in there.items() if number >= first}
    below.update(written)
    return sheet[:begin] + "".join(below[number] for number in sorted(below)) + sheet[end:]


def _grow_tables(package: Package, part: str, below: Below, last: int) -> None:
    """The table around the headings reaches to the last row; NotMarkable where it ends in a row of totals."""
    for relation in relations_of(package, part):
        if relation.kind != "table":
            continue
        table = relation.part
        whole = package.read(table)
        root = re.search(r"<(?:\w+:)?table\b[^>]*>", whole)
        if root is None or not _begins_at(attribute(root[0], "ref"), below.heading):
            continue
        if attribute(root[0], "totalsRowCount") not in {None, "0"}:
            raise NotMarkable("rows_below")
        changed = re.sub(r"<(?:\w+:)?(?:table|autoFilter)\b[^>]*>", lambda tag: _longer(tag[0], below, last), whole)
        if changed != whole:
            package.write(table, changed)


def _grown(sheet: str, below: Below, last: int) -> str:
    """The size of the sheet, and a filter over its rows, with the new rows in them."""
    dimension = re.search(r"<(?:\w+:)?dimension\b[^>]*>", sheet)
    if dimension is not None:
        reference = attribute(dimension[0], "ref") or ""
        if (area := _RANGE.fullmatch(reference)) and int(area[4]) < last:
            longer = f"{area[1]}{area[2]}:{area[3]}{last}"
            sheet = sheet.replace(dimension[0], with_attribute(dimension[0], "ref", longer), 1)
    return re.sub(r"<(?:\w+:)?autoFilter\b[^>]*>", lambda tag: _longer(tag[0], below, last), sheet)


def _longer(tag: str, below: Below, last: int) -> str:
    """The tag with a range that reaches to the last row, where it begins at the headings."""
    area = _RANGE.fullmatch(attribute(tag, "ref") or "")
    if area is None or int(area[2]) != below.heading or int(area[4]) >= last:
        return tag
    return with_attribute(tag, "ref", f"{area[1]}{area[2]}:{area[3]}{last}")


def _begins_at(reference: str | None, heading: int) -> bool:
    area = _RANGE.fullmatch(reference or "")
    return area is not None and int(area[2]) == heading


def _tell_workbook(package: Package, place: int, below: Below, last: int) -> None:
    """The name behind a filter grows with it, and the formulas are computed anew when the workbook is opened."""
    whole = package.read(_WORKBOOK)

    def longer(match: re.Match[str]) -> str:
        if attribute(match[1], "name") != "_xlnm._FilterDatabase" or attribute(match[1], "localSheetId") != str(place):
            return match[0]
        area = _RANGE.search(match[2])
        if area is None or int(area[2]) != below.heading or int(area[4]) >= last:
            return match[0]
        reach = area[0].rpartition(area[4])[0] + str(last)
        return match[1] + match[2].replace(area[0], reach) + match[3]

    changed = re.sub(r"(<(?:\w+:)?definedName\b[^>]*>)([^<]*)(</)", longer, whole)
    changed = re.sub(r"<(?:\w+:)?calcPr\b[^>]*>", lambda tag: _computed_anew(tag[0]), changed)
    if changed != whole:
        package.write(_WORKBOOK, changed)


def _computed_anew(tag: str) -> str:
    if attribute(tag, "fullCalcOnLoad") is not None:
        return with_attribute(tag, "fullCalcOnLoad", "1")
    return re.sub(r"\s*(/?>)$", r' fullCalcOnLoad="1"\1', tag)
