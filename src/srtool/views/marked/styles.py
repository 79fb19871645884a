"""Formats put at the end of the styles of a workbook: what was there keeps its number and its bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from srtool.lazy_dataclass import dataclass
from srtool.views.marked.package import Package
from srtool.views.marked.relations import relations_of

_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks: a font and a fill in the XML of the format, and whether long text wraps."""

    font: str = ""
    fill: str = ""
    wraps: bool = False


def add_looks(package: Package, looks: Sequence[Look]) -> list[int]:
    """Appends these looks, and gives the number of the cell format of each; LookupError without a table of formats."""
    part = _part(package)
    whole = package.read(part)
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
    package.write(part, whole)
    return numbers


def _part(package: Package) -> str:
    """The part with the formats."""
    related = (relation.part for relation in relations_of(package, _WORKBOOK) if relation.kind == "styles")
    return next(related, "xl/styles.xml")


_DAYS = frozenset(map(str, (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))))
"""The numbers of the formats for days that every program knows."""
_SHORT_DAY = "14"
_QUOTED = re.compile(r'"[^"]*"|\[.*?\]|\\.|&quot;.*?&quot;')


def date_format(package: Package, number: int) -> int:
    """A cell format that shows days: this one where it does, else a copy of it at the end that does."""
    part = _part(package)
    whole = package.read(part)
    opening = re.search(r"<(?:\w+:)?cellXfs\b[^>]*>", whole)
    closing = re.search(r"</(?:\w+:)?cellXfs\s*>", whole)
    if opening is None or closing is None:
        raise LookupError("cellXfs")
    formats = re.findall(
        r"(<(?:\w+:)?xf\b[^>]*?(?:/>|>.*?</(?:\w+:)?xf\s*>))", whole[opening.end() : closing.start()], re.DOTALL
    )
    own = formats[number]
    shown = re.search(r'numFmtId=["\'](\d+)', own)
    if shown is not None and (shown[1] in _DAYS or _shows_days(whole, shown[1])):
        return number
    changed = own if shown is None else own.replace(shown[0], shown[0].removesuffix(shown[1]) + _SHORT_DAY, 1)
    changed = re.sub(r'\sapplyNumberFormat=(["\']).*?\1', "", changed, count=1)
    changed = re.sub(r"^(<(?:\w+:)?xf)\b", r'\1 applyNumberFormat="1"', changed)
    whole, new = _with(whole, "cellXfs", "xf", changed)
    package.write(part, whole)
    return new


def _shows_days(styles: str, number: str) -> bool:
    """Whether the workbook's own format of this number shows a day or a year."""
    for tag in re.finditer(r"<(?:\w+:)?numFmt\b[^>]*>", styles):
        if re.search(rf'numFmtId=["\']{number}["\']', tag[0]):
            code = re.search(r'formatCode=(["\'])(.*?)\1', tag[0])
            return code is not None and re.search(r"[dyj]", _QUOTED.sub("", code[2]).lower()) is not None
    return False


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
    head = re.sub(r"\bcount=([\"'])\d+", rf"count=\g<1>{number + 1}", opening[0])
    return whole[: opening.start()] + head + inside + element + whole[closing.start() :], number


def _prefix(whole: str, table: str) -> str:
    found = re.search(rf"<((?:\w+:)?){table}\b", whole)
    if found is None:
        raise LookupError(table)
    return found[1]
