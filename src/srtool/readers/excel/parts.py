"""The parts of an .xlsx workbook that no reader of values tells about: sheets by name, formats, and marks of cells.

Everything is streamed, and looked at before a library opens the file: positions outside a sheet, and a sheet that is
large and nearly empty, are found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from srtool.lazy_dataclass import dataclass
from srtool.readers.excel.extent import Extent, TooMuch, position
from srtool.readers.excel.grid import Area, Cell, Marks, letters

MOST_TEXTS = 10_000_000
"""Texts that the cells of a workbook may share: a library keeps every one of them."""
MOST_ELEMENTS = 1_000_000
"""Of a part that is kept as a whole."""
_CHUNK = 1 << 20
_LARGEST_PART = 64 * 1024**2
_MAIN = ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_BUILT_IN_PERCENTS = {9, 10}
_TEXT = re.compile(rb"<(?:\w+:)?si[ >/]")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of a workbook and the part of the archive that holds it."""

    title: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Styles:
    """Numbers of the cell formats that matter to a reader."""

    percents: frozenset[int]
    struck: frozenset[int]


def sheet_parts(archive: ZipFile) -> tuple[SheetPart, ...]:
    """The worksheets in the order of their tabs; KeyError or ParseError when the workbook is damaged."""
    targets = {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in _tree(archive, "xl/_rels/workbook.xml.rels")
        if relation.get("Type", "").endswith("/worksheet")
    }
    parts = []
    for sheet in _all(_tree(archive, "xl/workbook.xml"), "sheet"):
        key = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        target = targets.get(key)
        if target is not None:
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target.removeprefix('./')}"
            parts.append(SheetPart(sheet.get("name", ""), part, sheet.get("state") in {"hidden", "veryHidden"}))
    return tuple(parts)


def refuse_many_texts(archive: ZipFile) -> None:
    """TooMuch where the cells share so many texts that they cannot all be kept."""
    part = next((name for name in archive.namelist() if name.lower() == "xl/sharedstrings.xml"), None)
    if part is None:
        return
    count = 0
    with archive.open(part) as texts:
        while chunk := texts.read(_CHUNK):
            count += len(_TEXT.findall(chunk))
            if count > MOST_TEXTS:
                raise TooMuch(part)


def properties(archive: ZipFile) -> dict[str, str]:
    """The document properties that a program gave the workbook, by name; empty ones are left out."""
    if "docProps/custom.xml" not in archive.namelist():
        return {}
    given = _all(_tree(archive, "docProps/custom.xml"), "property")
    written = {one.get("name", ""): "".join(one.itertext()) for one in given}
    return {name: value for name, value in written.items() if value}


def styles(archive: ZipFile) -> Styles:
    """Which cell formats show a percentage, and which are struck through; none when the workbook has no formats."""
    if "xl/styles.xml" not in archive.namelist():
        return Styles(frozenset(), frozenset())
    tree = _tree(archive, "xl/styles.xml")
    formats = {int(one.get("numFmtId", 0)): one.get("formatCode", "") for one in _all(tree, "numFmt")}
    percents = {number for number, code in formats.items() if "%" in _LITERAL.sub("", code)} | (
        _BUILT_IN_PERCENTS - formats.keys()
    )
    fonts = [any(_is_on(strike) for strike in _all(font, "strike")) for font in _inside(tree, "fonts")]
    cells = list(_inside(tree, "cellXfs"))
    return Styles(
        frozenset(n for n, one in enumerate(cells) if int(one.get("numFmtId", 0)) in percents),
        frozenset(n for n, one in enumerate(cells) if _at(fonts, int(one.get("fontId", 0)))),
    )


def marks(archive: ZipFile, sheet: SheetPart, look: Styles) -> tuple[Marks, tuple[Area, ...]]:
    """What the sheet says of its cells, and its merged ranges; TooWide before anything is kept of a sheet too large."""
    errors: dict[Cell, str] = {}
    formulas: list[Cell] = []
    without: set[Cell] = set()
    hidden: set[int] = set()
    struck: set[int] = set()
    struck_cell = _styled(look.struck) if look.struck else None
    tail = b""
    for block, rest in _rows(archive, sheet):
        tail = rest
        if b't="e"' in block:
            errors |= {_cell(found[1]): found[2].decode("utf-8", "replace") for found in _ERROR.finditer(block)}
        if b"<f" in block:
            for found in _FORMULA.finditer(block):
                formulas.append(_cell(found[1]))
                if not _VALUE.search(found[2]) and b't="str"' not in found[0]:  # an empty text is a result
                    without.add(formulas[-1])
        if b'hidden="1"' in block:
            hidden |= {int(found[1]) for found in _HIDDEN.finditer(block)}
        if struck_cell is not None:
            struck |= {_cell(found[1])[0] for found in struck_cell.finditer(block)}
    merged = tuple(_area(found[1]) for found in _MERGED.finditer(tail))
    return Marks(errors, tuple(formulas), frozenset(without), frozenset(hidden), frozenset(struck)), merged


def percents(archive: ZipFile, sheet: SheetPart, look: Styles, columns: Sequence[int]) -> frozenset[Cell]:
    """The cells of these columns whose format shows a percentage."""
    if not look.percents or not columns:
        return frozenset()
    pattern = _styled(look.percents, b"|".join(letters(column).encode() for column in columns))
    return frozenset(_cell(found[1]) for block, _ in _rows(archive, sheet) for found in pattern.finditer(block))


_CELL_START = rb'<(?:\w+:)?c(?= )(?=[^>]* r="([A-Z]+\d+)")'
_ERROR = re.compile(_CELL_START + rb'(?=[^>]* t="e")[^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<', re.DOTALL)
_FORMULA = re.compile(_CELL_START + rb"[^>]*(?<!/)>(?=<(?:\w+:)?f[ >/])((?:(?!</(?:\w+:)?c>).)*)", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?v(?: [^>]*)?>[^<]|<(?:\w+:)?is>")
_HIDDEN = re.compile(rb'<(?:\w+:)?row(?= )(?=[^>]* r="(\d+)")[^>]* hidden="1"')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]+\d+:[A-Z]+\d+)"')


def _styled(numbers: frozenset[int], letter: bytes = b"[A-Z]+") -> re.Pattern[bytes]:
    """Cells in these columns with one of these formats."""
    several = b"|".join(str(number).encode() for number in sorted(numbers))
    return re.compile(rb'<(?:\w+:)?c(?= )(?=[^>]* r="((?:' + letter + rb')\d+)")[^>]* s="(?:' + several + rb')"')


def _rows(archive: ZipFile, sheet: SheetPart) -> Iterator[tuple[bytes, bytes]]:
    """The part in blocks of whole rows, each with what follows the last row so far; TooWide for a sheet too large."""
    tail, extent = b"", Extent(sheet.title)
    with archive.open(sheet.part) as part:
        while chunk := part.read(_CHUNK):
            block = tail + chunk
            end = block.rfind(b"row>")
            if end < 0:
                tail = block if len(block) <= 8 * _CHUNK else block[-_CHUNK:]
                continue
            rows, tail = block[: end + 4], block[end + 4 :]
            extent.take(rows)
            yield rows, tail
    yield b"", tail


def _cell(name: bytes) -> Cell:
    column, row = position(name)
    return row, column


def _area(reference: bytes) -> Area:
    first, _, last = reference.partition(b":")
    (first_row, first_column), (last_row, last_column) = _cell(first), _cell(last)
    return Area(first_row, first_column, last_row, last_column)


def _tree(archive: ZipFile, part: str) -> Element:
    if archive.getinfo(part).file_size > _LARGEST_PART:
        raise TooMuch(part)
    data = archive.read(part)
    if data.count(b"<") > 2 * MOST_ELEMENTS:
        raise TooMuch(part)
    if b"<!DOCTYPE" in data[:_CHUNK]:
        data = b""  # no such part has one; what is empty is damaged
    return fromstring(data)  # noqa: S314 - idem


def _all(tree: Element, name: str) -> Iterator[Element]:
    return (one for one in tree.iter() if one.tag.rpartition("}")[2] == name)


def _inside(tree: Element, name: str) -> Iterator[Element]:
    return (child for parent in _all(tree, name) for child in parent)


def _is_on(element: Element) -> bool:
    return element.get("val", "1") not in {"0", "false"}


def _at(values: Sequence[bool], index: int) -> bool:
    return 0 <= index < len(values) and values[index]
