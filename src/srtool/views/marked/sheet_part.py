"""The XML of one sheet of a workbook, as far as rows are put below those that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from srtool.lazy_dataclass import dataclass
from srtool.views.marked.package import Package
from srtool.views.marked.relations import relations_of
from srtool.views.marked.workbook import NotMarkable

_WORKBOOK = "xl/workbook.xml"
_ROW = re.compile(r"<((?:\w+:)?)row\b([^>]*?)(?:/>|>(.*?)</\1row\s*>)", re.DOTALL)
_CELL = re.compile(r"<((?:\w+:)?)c\b([^>]*?)(?:/>|>(.*?)</\1c\s*>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RowPart:
    """One row as it stands in the XML."""

    number: int
    start: int
    end: int
    attributes: str
    cells: Mapping[str, str]
    """By the letters of its column, the attributes of each cell but its place and type."""
    filled: frozenset[str]
    """The letters of the cells with something in them."""


def part_of_sheet(package: Package, title: str) -> tuple[str, int]:
    """The part that holds the sheet of this title, and its place among the sheets, from 0; LookupError without one."""
    workbook = package.read(_WORKBOOK)
    for place, tag in enumerate(re.finditer(r"<(?:\w+:)?sheet\b[^>]*>", workbook)):
        if unescape(attribute(tag[0], "name") or "") == title:
            key = attribute(tag[0], r"\w+:id")
            for relation in relations_of(package, _WORKBOOK):
                if relation.key == key:
                    return relation.part, place
    raise LookupError(title)


def attribute(tag: str, name: str) -> str | None:
    """The value of an attribute as it is written; None without one."""
    match = re.search(rf"(?<![\w:]){name}\s*=\s*([\"'])(.*?)\1", tag)
    return None if match is None else match[2]


def with_attribute(tag: str, name: str, value: str) -> str:
    """The tag with another value for an attribute that it has."""
    return re.sub(rf"((?<![\w:]){name}\s*=\s*)([\"']).*?\2", rf"\g<1>\g<2>{value}\g<2>", tag, count=1)


def rows_of(sheet: str) -> Iterator[RowPart]:
    """The rows in their order; NotMarkable where they do not say which they are."""
    first, last = data_of(sheet)
    for match in _ROW.finditer(sheet, first, last):
        number = attribute(match[2], "r")
        if number is None:
            raise NotMarkable("mark_no_workbook")
        cells, filled = {}, set()
        for cell in _CELL.finditer(match[3] or ""):
            letters = re.sub(r"\d", "", attribute(cell[2], "r") or "")
            cells[letters] = re.sub(r"\s(?:r|t)=([\"']).*?\1", "", cell[2])
            if cell[3]:
                filled.add(letters)
        yield RowPart(int(number), match.start(), match.end(), match[2], cells, frozenset(filled))


def data_of(sheet: str) -> tuple[int, int]:
    """Where the rows begin and end in the XML."""
    opening = re.search(r"<(?:\w+:)?sheetData\s*>", sheet)
    closing = re.search(r"</(?:\w+:)?sheetData\s*>", sheet)
    if opening is None or closing is None:
        raise NotMarkable("mark_no_workbook")
    return opening.end(), closing.start()


def prefix_in(sheet: str) -> str:
    """The prefix of the elements, with its colon; mostly empty."""
    match = re.search(r"<((?:\w+:)?)sheetData\b", sheet)
    return "" if match is None else match[1]


def column_number(letters: str) -> int:
    """1 for `A`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
