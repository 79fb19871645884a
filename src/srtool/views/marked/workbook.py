"""One more sheet in a copy of an .xlsx or .xlsm workbook: tables with links to its own cells, and nothing else changed.

No library is used that reads the workbook and writes it again: charts, slicers, check boxes and pictures would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil
from xml.sax.saxutils import quoteattr, unescape

from srtool.lazy_dataclass import dataclass
from srtool.views.marked.package import FORBIDDEN, Package, cell_text, next_number, opened, prefix_of
from srtool.views.marked.relations import add_kinds, add_relation
from srtool.views.marked.styles import Look, add_looks

_WORKBOOK = "xl/workbook.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LONGEST_NAME = 31
_LINE = 15
"""Points that a line of text is high."""
_MOST_LINES = 27
"""So many fit in the highest row that there can be."""

_TITLE = Look('<b/><sz val="14"/><name val="Calibri"/>')
_HEADING = Look(
    '<b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/>',
    '<patternFill patternType="solid"><fgColor rgb="FF154273"/><bgColor indexed="64"/></patternFill>',
    wraps=True,
)
_NOTE = Look('<sz val="11"/><name val="Calibri"/>')
_TEXT = Look('<sz val="11"/><name val="Calibri"/>', wraps=True)
_LINK = Look('<u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/>', wraps=True)


class NotMarkable(ValueError):  # noqa: N818 - says what is the matter
    """A workbook that cannot have a sheet more; `code` names the sentence."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Linked:
    """A text that leads to a cell of the same workbook."""

    text: str
    sheet: str
    cell: str


Value = str | int | Linked | None


@dataclass(frozen=True, slots=True)
class AddedTable:
    """A table with a filter; widths in characters. The name has letters and underscores only."""

    name: str
    headings: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[Value]]


def with_sheet(data: bytes, title: str, head: Sequence[str], tables: Sequence[AddedTable]) -> tuple[bytes, str]:
    """A copy of the workbook with one sheet at the end, and the name of that sheet: the title, else the next free one.

    Under the lines of the head stand the tables, one below the other. NotMarkable for a workbook that is signed, of
    which the structure is protected, or that is strict Open XML.
    """
    try:
        return _with_sheet(opened(data), title, head, tables)
    except (LookupError, UnicodeDecodeError) as error:
        raise NotMarkable("mark_no_workbook") from error


def _with_sheet(package: Package, title: str, head: Sequence[str], tables: Sequence[AddedTable]) -> tuple[bytes, str]:
    refuse(package)
    names, workbook = package.names(), package.read(_WORKBOOK)
    name = _free(
        title,
        [_unescaped(tag[2]) for tag in re.finditer(r"<(?:\w+:)?sheet\b[^>]*?\bname=([\"'])(.*?)\1", workbook)],
    )
    number = next_number(names, r"xl/worksheets/sheet(\d+)\.xml")
    part = f"xl/worksheets/sheet{number}.xml"
    looks = add_looks(package, (_TITLE, _NOTE, _HEADING, _TEXT, _LINK))
    first_table = next_number(names, r"xl/tables/table(\d+)\.xml")
    first_id = _after(_table_ids(package, names))
    rows, places = _laid_out(head, tables, looks)
    for n, (table, place) in enumerate(zip(tables, places, strict=True)):
        package.write(f"xl/tables/table{first_table + n}.xml", _table(table, place, first_id + n))
    package.write(part, _sheet(rows, tables, places))
    package.write(f"xl/worksheets/_rels/sheet{number}.xml.rels", _table_relations(first_table, len(tables)))
    _register(package, workbook, name, f"worksheets/sheet{number}.xml")
    kinds = {f"xl/tables/table{first_table + n}.xml": f"{_KIND}.table+xml" for n in range(len(tables))}
    kinds = {part: f"{_KIND}.worksheet+xml"} | kinds
    add_kinds(package, kinds)
    return package.bytes(), name


def refuse(package: Package, *, is_sheet_added: bool = True) -> None:
    """NotMarkable for a workbook that is signed, strict, or of which the structure may not change."""
    names = package.names()
    workbook = package.read(_WORKBOOK) if _WORKBOOK in names else ""
    if any(name.startswith("_xmlsignatures/") for name in names):
        raise NotMarkable("mark_signed")
    if prefix_of(workbook, _MAIN) is None:
        raise NotMarkable("mark_strict" if "purl.oclc.org" in workbook else "mark_no_workbook")
    if is_sheet_added and re.search(
        r'<(?:\w+:)?workbookProtection\b[^>]*\blockStructure=["\'](?:1|true)["\']', workbook
    ):
        raise NotMarkable("mark_protected")


def _free(title: str, taken: Sequence[str]) -> str:
    """The title, or with the first number that is free: Excel does not tell capitals apart."""
    used = {name.casefold() for name in taken}
    name, number = title[:_LONGEST_NAME], 2
    while name.casefold() in used:
        tail = f" ({number})"
        name, number = title[: _LONGEST_NAME - len(tail)] + tail, number + 1
    return name


def _table_ids(package: Package, names: Sequence[str]) -> list[str]:
    parts = [name for name in names if name.startswith("xl/tables/") and name.endswith(".xml")]
    return [
        found[1]
        for name in parts
        if (found := re.search(r"<(?:\w+:)?table\b[^>]*?\sid=[\"'](\d+)[\"']", package.read(name)))
    ]


def _register(package: Package, workbook: str, name: str, target: str) -> None:
    """The sheet in the list of sheets and among the relations of the workbook."""
    key = add_relation(package, _WORKBOOK, "worksheet", target)
    links = prefix_of(workbook, _LINKS)
    number = _after(re.findall(r"""\bsheetId=["'](\d+)""", workbook))
    # A workbook that gives the relations no prefix at its root gets one on the sheet itself.
    own = "" if links else f' xmlns:r="{_LINKS}"'
    text = (
        f'<{_tag(workbook, _MAIN, "sheet")} name={quoteattr(name)} sheetId="{number}"{own} {links or "r"}:id="{key}"/>'
    )
    package.insert(_WORKBOOK, "sheets", text)


def _tag(part: str, namespace: str, name: str) -> str:
    """The name of an element with the prefix that this part gives to the namespace."""
    prefix = prefix_of(part, namespace)
    return f"{prefix}:{name}" if prefix else name


def _after(numbers: Sequence[str]) -> int:
    """The first number after all of these."""
    return 1 + max(map(int, numbers), default=0)


@dataclass(frozen=True, slots=True)
class _Place:
    """The rows of a table on the sheet: its headings and its last record."""

    heading: int
    last: int
    width: int

    @property
    def range(self) -> str:
        return f"A{self.heading}:{_letters(self.width)}{self.last}"


def _laid_out(
    head: Sequence[str], tables: Sequence[AddedTable], looks: Sequence[int]
) -> tuple[list[str], list[_Place]]:
    """The rows of the sheet, and where each table stands."""
    title, note, heading, text, link = looks
    rows = [_row(n, [line], title if n == 1 else note, link, ()) for n, line in enumerate(head, start=1)]
    places, number = [], len(head) + 1
    for table in tables:
        number += 1
        first = number
        rows.append(_row(number, table.headings, heading, link, table.widths))
        records = table.rows or [[None] * len(table.headings)]  # a table has a row at least
        for record in records:
            number += 1
            rows.append(_row(number, record, text, link, table.widths))
        places.append(_Place(first, number, len(table.headings)))
        number += 1
    return rows, places


def _row(number: int, values: Sequence[Value], look: int, link: int, widths: Sequence[int]) -> str:
    lines = min(
        max((_lines(value, width) for value, width in zip(values, widths, strict=False)), default=1), _MOST_LINES
    )
    height = f' ht="{lines * _LINE}" customHeight="1"' if lines > 1 else ""
    cells = "".join(_cell(f"{_letters(n)}{number}", value, look, link) for n, value in enumerate(values, start=1))
    return f'<row r="{number}"{height}>{cells}</row>'


def _lines(value: Value, width: int) -> int:
    written = value.text if isinstance(value, Linked) else str(value or "")
    return sum(max(1, ceil(len(line) / max(1, width - 1))) for line in written.splitlines() or [""])


def _cell(reference: str, value: Value, look: int, link: int) -> str:
    if value is None or value == "":
        return f'<c r="{reference}" s="{look}"/>'
    if isinstance(value, int):
        return f'<c r="{reference}" s="{look}"><v>{value}</v></c>'
    written = value.text if isinstance(value, Linked) else value
    style = link if isinstance(value, Linked) else look
    return f'<c r="{reference}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{cell_text(written)}</t></is></c>'


def _sheet(rows: Sequence[str], tables: Sequence[AddedTable], places: Sequence[_Place]) -> str:
    columns = max(len(table.widths) for table in tables)
    widest = [max((table.widths[n] for table in tables if n < len(table.widths)), default=10) for n in range(columns)]
    cols = "".join(f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(widest, 1))
    below = places[0].heading + 1
    links = "".join(
        _hyperlink(f"{_letters(column)}{row}", value)
        for table, place in zip(tables, places, strict=True)
        for row, record in enumerate(table.rows, start=place.heading + 1)
        for column, value in enumerate(record, start=1)
        if isinstance(value, Linked)
    )
    parts = "".join(f'<tablePart r:id="rId{n}"/>' for n in range(1, len(tables) + 1))
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}" xmlns:r="{_LINKS}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0" showGridLines="0">'
        f'<pane ySplit="{below - 1}" topLeftCell="A{below}" activePane="bottomLeft" state="frozen"/>'
        '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f"<cols>{cols}</cols><sheetData>{''.join(rows)}</sheetData>"
        f"{f'<hyperlinks>{links}</hyperlinks>' if links else ''}"
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        f'<tableParts count="{len(tables)}">{parts}</tableParts></worksheet>'
    )


def _hyperlink(cell: str, value: Linked) -> str:
    return f'<hyperlink ref="{cell}" location={quoteattr(_location(value))} display={quoteattr(value.text)}/>'


def _location(value: Linked) -> str:
    quoted = value.sheet.replace("'", "''")
    return f"'{quoted}'!{value.cell}"


def _table(table: AddedTable, place: _Place, number: int) -> str:
    columns = "".join(f'<tableColumn id="{n}" name={_attribute(name)}/>' for n, name in enumerate(table.headings, 1))
    name = f"{table.name}_{number}"
    return (
        f'{_XML}<table xmlns="{_MAIN}" id="{number}" name="{name}" '
        f'displayName="{name}" ref="{place.range}" totalsRowShown="0"><autoFilter ref="{place.range}"/>'
        f'<tableColumns count="{len(table.headings)}">{columns}</tableColumns>'
        '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" '
        'showColumnStripes="0"/></table>'
    )


def _table_relations(first: int, count: int) -> str:
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_LINKS}/table" Target="../tables/table{first + n - 1}.xml"/>'
        for n in range(1, count + 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'


def _attribute(text: str) -> str:
    return quoteattr(FORBIDDEN.sub("", text), {"\n": "_x000a_"})


def _unescaped(name: str) -> str:
    return unescape(name, {"&quot;": '"', "&apos;": "'"})


def _letters(column: int) -> str:
    """`A` for 1."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
