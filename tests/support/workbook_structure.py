"""What a workbook must be to open without a repair message, checked in its parts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MOST = (16_384, 1_048_576)
# CT_Worksheet of ECMA-376, part 1, 18.3.1.99: these children, in this order.
_CHILDREN = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"),
    *("protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"),
    *("phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins"),
    *("pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors"),
    *("smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls"),
    *("webPublishItems", "tableParts", "extLst"),
)
# Both Excel and LibreOffice know these in a file, and none of them is computed anew without need.
_FUNCTIONS = frozenset({"AND", "COUNT", "COUNTA", "COUNTIF", "IF", "MIN", "N", "OR", "ROUND", "SUBTOTAL", "SUM"})
_PLACE = re.compile(r"('(?:[^']|'')+'|[^'!,]+)!(\$?[A-Z]*\$?[0-9]*(?::\$?[A-Z]*\$?[0-9]*)?)")
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One worksheet: its name, its part and what is in it."""

    name: str
    part: str
    root: ET.Element
    texts: dict[str, str]
    """The text of each cell that has one."""

    def all(self, tag: str) -> list[ET.Element]:
        return list(self.root.iter(_MAIN + tag))


def assert_sound(path: Path, given: Collection[str] = ()) -> None:
    """Every part of the workbook is as Excel wants it; `given` are texts that must not have become formulas."""
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        assert len(set(archive.namelist())) == len(archive.namelist())
        parts = {name: archive.read(name) for name in archive.namelist()}
    trees = {name: _tree(data) for name, data in parts.items() if name.endswith((".xml", ".rels", ".vml"))}
    _content_types(trees, set(parts))
    _relationships(trees, set(parts))
    sheets = list(_sheets(trees))
    _names(trees, sheets)
    _styles(trees, sheets)
    tables = [table for sheet in sheets for table in _tables(sheet, trees)]
    assert len({name.casefold() for name in tables}) == len(tables)
    names = {one.get("name", "").casefold() for one in trees["xl/workbook.xml"].iter(_MAIN + "definedName")}
    assert not names & {name.casefold() for name in tables}
    for sheet in sheets:
        _children(sheet)
        _cells(sheet)
        _formulas(sheet, given)
        _beside(sheet, sheets)


def _tree(data: bytes) -> ET.Element:
    assert b"<!DOCTYPE" not in data
    return ET.fromstring(data)  # noqa: S314 - made by the tool itself


def _content_types(trees: dict[str, ET.Element], parts: set[str]) -> None:
    types = trees["[Content_Types].xml"]
    known = {one.get("Extension", "").lower() for one in types.iter(_TYPES + "Default")}
    overrides = [one.get("PartName", "").lstrip("/") for one in types.iter(_TYPES + "Override")]
    assert len(set(overrides)) == len(overrides)
    assert set(overrides) <= parts
    rest = {name for name in parts - {"[Content_Types].xml"} - set(overrides) if name.rpartition(".")[2] not in known}
    assert not rest, f"without a content type: {rest}"
    assert not [name for name in parts if "externalLink" in name or name.endswith(".bin")]


def _relationships(trees: dict[str, ET.Element], parts: set[str]) -> None:
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        ids = [one.get("Id") for one in tree.iter(_RELATION)]
        assert len(set(ids)) == len(ids), name
        for one in tree.iter(_RELATION):
            assert one.get("TargetMode") != "External", f"{name}: {one.get('Target')}"
            assert _target(name, one) in parts, f"{name}: {one.get('Target')}"


def _target(rels: str, one: ET.Element) -> str:
    target = one.get("Target", "")
    folder = posixpath.dirname(posixpath.dirname(rels))
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _related(part: str, trees: dict[str, ET.Element]) -> dict[str, str]:
    """The parts that this part refers to, by the id that it uses."""
    folder, name = posixpath.split(part)
    rels = f"{folder}/_rels/{name}.rels"
    return {one.get("Id", ""): _target(rels, one) for one in trees[rels].iter(_RELATION)} if rels in trees else {}


def _sheets(trees: dict[str, ET.Element]) -> Iterator[_Sheet]:
    book, related = trees["xl/workbook.xml"], _related("xl/workbook.xml", trees)
    shared = ["".join(one.itertext()) for one in trees.get("xl/sharedStrings.xml", ET.Element("none"))]
    entries = list(book.iter(_MAIN + "sheet"))
    assert entries
    assert len({one.get("sheetId") for one in entries}) == len(entries)
    names = [one.get("name", "") for one in entries]
    assert len({name.casefold() for name in names}) == len(names)
    for one in entries:
        name = one.get("name", "")
        assert 0 < len(name) <= 31, name
        assert not re.search(r"[\[\]:*?/\\]|^'|'$", name), name
        assert one.get("state", "visible") == "visible", name
        part = related[one.get(_R + "id", "")]
        yield _Sheet(name, part, trees[part], dict(_texts(trees[part], shared)))


def _texts(root: ET.Element, shared: list[str]) -> Iterator[tuple[str, str]]:
    for cell in root.iter(_MAIN + "c"):
        kind, value = cell.get("t"), cell.find(_MAIN + "v")
        if kind == "s":
            assert value is not None
            yield cell.get("r", ""), shared[int(value.text or "")]
        elif kind == "inlineStr":
            yield cell.get("r", ""), "".join(cell.itertext())


def _names(trees: dict[str, ET.Element], sheets: list[_Sheet]) -> None:
    known = {sheet.name for sheet in sheets}
    seen = set()
    for one in trees["xl/workbook.xml"].iter(_MAIN + "definedName"):
        key = (one.get("name", "").casefold(), one.get("localSheetId"))
        assert key not in seen, key
        seen.add(key)
        assert int(one.get("localSheetId", "0")) < len(sheets), key
        assert not _CELL.fullmatch(one.get("name", "").upper()), key
        _places(one.text or "", known)


def _places(text: str, known: set[str]) -> None:
    """Every place of a formula or name is on a sheet that exists, within the limits."""
    found = _PLACE.findall(text)
    assert found, text
    for sheet, place in found:
        assert sheet.strip("'").replace("''", "'") in known, text
        _within(place.replace("$", ""))


def _within(place: str) -> tuple[int, int, int, int]:
    columns = re.findall(r"[A-Z]+", place)
    rows = [int(number) for number in re.findall(r"[0-9]+", place)]
    assert all(column_index_from_string(column) <= _MOST[0] for column in columns), place
    assert all(1 <= row <= _MOST[1] for row in rows), place
    if not columns or not rows:
        return (0, 0, 0, 0)
    left, top, right, bottom = (number or 0 for number in range_boundaries(place))
    assert left <= right, place
    assert top <= bottom, place
    return left, top, right, bottom


def _styles(trees: dict[str, ET.Element], sheets: list[_Sheet]) -> None:
    styles = trees["xl/styles.xml"]

    def count(tag: str) -> int:
        found = styles.find(_MAIN + tag)
        return 0 if found is None else len(found)

    own = {int(one.get("numFmtId", "0")) for one in styles.iter(_MAIN + "numFmt")}
    assert all(number >= 164 for number in own)
    formats = styles.findall(f"{_MAIN}cellXfs/*")
    for one in formats:
        number = int(one.get("numFmtId", "0"))
        assert number in own or number < 50, number
        for key, tag in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"), ("xfId", "cellStyleXfs")):
            assert int(one.get(key, "0")) < count(tag), key
    for sheet in sheets:
        assert all(int(cell.get("s", "0")) < len(formats) for cell in sheet.all("c")), sheet.name
        rules = [rule.get("dxfId") for rule in sheet.all("cfRule")]
        assert all(rule is None or int(rule) < count("dxfs") for rule in rules), sheet.name


def _children(sheet: _Sheet) -> None:
    tags = [child.tag.removeprefix(_MAIN) for child in sheet.root]
    places = [_CHILDREN.index(tag) for tag in tags]
    assert places == sorted(places), f"{sheet.name}: {tags}"
    once = [tag for tag in tags if tag != "conditionalFormatting"]
    assert len(set(once)) == len(once), f"{sheet.name}: {tags}"


def _cells(sheet: _Sheet) -> None:
    last = 0
    for row in sheet.all("row"):
        number = int(row.get("r", "0"))
        assert last < number <= _MOST[1], f"{sheet.name}: row {number}"
        last, before = number, 0
        for cell in row:
            found = _CELL.fullmatch(cell.get("r", ""))
            assert found, f"{sheet.name}: {cell.get('r')}"
            column = column_index_from_string(found[1])
            assert before < column <= _MOST[0], f"{sheet.name}: {cell.get('r')}"
            assert int(found[2]) == number, f"{sheet.name}: {cell.get('r')}"
            before = column
    long = [place for place, text in sheet.texts.items() if len(text) > 32_767]
    assert not long, f"{sheet.name}: {long}"


def _formulas(sheet: _Sheet, given: Collection[str]) -> None:
    forbidden = {text.lstrip("=+-@'\t ").casefold() for text in given} - {""}
    for one in sheet.all("f"):
        text = one.text or ""
        assert one.get("t") is None, f"{sheet.name}: {text}"
        assert 0 < len(text) <= 8_192, f"{sheet.name}: {text}"
        assert text.casefold() not in forbidden, f"{sheet.name}: {text}"
        strings = re.findall(r'"((?:[^"]|"")*)"', text)
        assert all(len(string) <= 255 for string in strings), f"{sheet.name}: {text}"
        bare = re.sub(r'"(?:[^"]|"")*"', '""', text)
        called = set(re.findall(r"([A-Za-z_.]+)\(", re.sub(r"'(?:[^']|'')*'", "''", bare)))
        assert called <= _FUNCTIONS, f"{sheet.name}: {called - _FUNCTIONS}"
        assert "[" not in bare, f"{sheet.name}: {text}"


def _tables(sheet: _Sheet, trees: dict[str, ET.Element]) -> Iterator[str]:
    """The names of the tables of this sheet."""
    related = _related(sheet.part, trees)
    taken: list[tuple[int, int, int, int]] = [_within(one.get("ref", "")) for one in sheet.all("mergeCell")]
    for part in sheet.all("tablePart"):
        table = trees[related[part.get(_R + "id", "")]]
        name = table.get("displayName", "")
        assert re.fullmatch(r"[A-Za-z_\\][\w.\\]*", name), name
        assert not _CELL.fullmatch(name.upper()), name
        box = left, top, right, bottom = _within(table.get("ref", ""))
        assert not [one for one in taken if _overlap(one, box)], f"{sheet.name}: {name}"
        taken.append(box)
        assert bottom - top >= 1 + int(table.get("totalsRowCount", "0")), name
        columns = list(table.iter(_MAIN + "tableColumn"))
        titles = [one.get("name", "") for one in columns]
        assert len({title.casefold() for title in titles}) == len(titles) == right - left + 1, name
        assert len({one.get("id") for one in columns}) == len(columns), name
        header = list(_row_texts(sheet, top, left, right))
        assert header == titles, f"{name}: {header}, {titles}"
        assert not [title for title in titles if len(title) > 255 or "\n" in title], name
        if table.get("totalsRowCount"):
            _totals(sheet, columns, bottom, left)
        filtered = table.find(_MAIN + "autoFilter")
        assert filtered is None or _contains(box, _within(filtered.get("ref", ""))), name
        yield name


def _totals(sheet: _Sheet, columns: list[ET.Element], row: int, left: int) -> None:
    """The cells of the totals say what the table says of them."""
    formulas = {cell.get("r", ""): (cell.findtext(_MAIN + "f") or "") for cell in sheet.all("c")}
    for number, column in enumerate(columns, start=left):
        place = f"{get_column_letter(number)}{row}"
        told, text = column.get("totalsRowFunction"), formulas.get(place, "")
        assert column.get("totalsRowLabel") == sheet.texts.get(place), place
        assert text.startswith({"sum": "SUBTOTAL(109,", "count": "SUBTOTAL(103,"}[told] if told else ""), place
        assert bool(text) == bool(told), place


def _row_texts(sheet: _Sheet, row: int, left: int, right: int) -> Iterator[str | None]:
    by_column = {}
    for place, text in sheet.texts.items():
        found = _CELL.fullmatch(place)
        if found and int(found[2]) == row:
            by_column[column_index_from_string(found[1])] = text
    yield from (by_column.get(column) for column in range(left, right + 1))


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _contains(outer: tuple[int, int, int, int], inner: tuple[int, int, int, int]) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _beside(sheet: _Sheet, sheets: list[_Sheet]) -> None:
    """Links, validations and conditional formats point to cells that there are."""
    links = sheet.all("hyperlink")
    assert len(links) <= 65_530, sheet.name
    for link in links:
        _within(link.get("ref", ""))
        location = link.get("location")
        assert location is not None, f"{sheet.name}: {link.get('ref')}"
        _places(location, {one.name for one in sheets})
    for one in sheet.all("conditionalFormatting"):
        assert [_within(place) for place in one.get("sqref", "").split()], sheet.name
    for one in sheet.all("dataValidation"):
        assert [_within(place) for place in one.get("sqref", "").split()], sheet.name
        limits = {"error": 255, "prompt": 255, "errorTitle": 32, "promptTitle": 32}
        assert all(len(one.get(key, "")) <= most for key, most in limits.items()), sheet.name
        assert all(len(child.text or "") <= 255 for child in one), sheet.name
    for tag, most in (("oddHeader", 255), ("oddFooter", 255)):
        assert all(len(one.text or "") <= most for one in sheet.all(tag)), sheet.name
