"""Formats put at the end of the styles of a workbook: what was there keeps its number and its bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from srtool.lazy_dataclass import dataclass
from srtool.views.marked.package import Package

_PART = "xl/styles.xml"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks: a font and a fill in the XML of the format, and whether long text wraps."""

    font: str = ""
    fill: str = ""
    wraps: bool = False


def add_looks(package: Package, looks: Sequence[Look]) -> list[int]:
    """Appends these looks, and gives the number of the cell format of each; LookupError without a table of formats."""
    whole = package.read(_PART)
    numbers = []
    for look in looks:
        whole, font = _appended(whole, "fonts", "font", look.font) if look.font else (whole, 0)
        whole, fill = _appended(whole, "fills", "fill", look.fill) if look.fill else (whole, 0)
        wrap = ' wrapText="1"' if look.wraps else ""
        xf = (
            f'numFmtId="0" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" '
            f'applyAlignment="1"'
        )
        prefix = _prefix(whole, "cellXfs")
        cell = f'<{prefix}xf {xf}><{prefix}alignment vertical="top"{wrap}/></{prefix}xf>'
        whole, number = _with(whole, "cellXfs", "xf", cell)
        numbers.append(number)
    package.write(_PART, whole)
    return numbers


def _appended(whole: str, table: str, item: str, inner: str) -> tuple[str, int]:
    prefix = _prefix(whole, table)
    inside = re.sub(r"<(/?)", rf"<\1{prefix}", inner) if prefix else inner
    return _with(whole, table, item, f"<{prefix}{item}>{inside}</{prefix}{item}>")


def _with(whole: str, table: str, item: str, element: str) -> tuple[str, int]:
    """The element at the end of a table, and its number there."""
    opening = re.search(rf"<(?:\w+:)?{table}\b[^>]*>", whole)
    closing = re.search(rf"</(?:\w+:)?{table}\s*>", whole)
    if opening is None or closing is None or opening.end() > closing.start():
        raise LookupError(table)
    inside = whole[opening.end() : closing.start()]
    number = len(re.findall(rf"<(?:\w+:)?{item}\b", inside))
    head = re.sub(r'\bcount="\d+"', f'count="{number + 1}"', opening[0])
    return whole[: opening.start()] + head + inside + element + whole[closing.start() :], number


def _prefix(whole: str, table: str) -> str:
    found = re.search(rf"<((?:\w+:)?){table}\b", whole)
    if found is None:
        raise LookupError(table)
    return found[1]
