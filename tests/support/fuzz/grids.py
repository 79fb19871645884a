"""Tables as people keep them, changed cell by cell and column by column, in each kind of file with sheets."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from html import escape
from io import StringIO
from random import Random

from openpyxl.utils import get_column_letter

from srtool.register.columns import infos
from srtool.texts import LANGUAGES, load
from tests.support.fuzz.archives import packed
from tests.support.fuzz.odd_values import DAYS, NUMBERS, ODD_TEXTS, fit

Cell = str | int | float | Decimal | bool | date | None
Grid = list[list[Cell]]
_NUMBERS: list[Cell] = [number for number in NUMBERS if not isinstance(number, Decimal) or number.is_finite()]
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEADINGS = sorted(
    {
        heading
        for lang in LANGUAGES
        for fields in load(lang, "vocabulary")["headings"].values()
        for names in fields.values()
        for heading in names
    }
)


def changed(grid: Grid, chance: Random, changes: int) -> Grid:
    """A copy with so many changes."""
    copy = [list(row) for row in grid]
    for _ in range(changes):
        chance.choice(_CHANGES)(copy, chance)
    return copy


def cell(chance: Random) -> Cell:
    """What may stand in a cell."""
    match chance.randrange(8):
        case 0 | 1 | 2:
            return chance.choice(ODD_TEXTS)
        case 3:
            return chance.choice(_NUMBERS)
        case 4:
            return chance.choice(DAYS)
        case 5:
            return None
        case 6:
            return chance.choice((True, False, 0.05, 1.5, 46023, 1e20))
    value = fit(chance.choice(list(infos("contracts").values())), chance)
    return ";".join(value) if isinstance(value, list) else plain(value)


def as_csv(grid: Grid, chance: Random) -> bytes:
    """As text, with one of the separators that people have."""
    text = StringIO()
    separator = chance.choice((";", ";", ",", "\t", "|"))
    writer = csv.writer(text, delimiter=separator, quoting=chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
    writer.writerows([["" if value is None else str(value) for value in row] for row in grid])
    return text.getvalue().encode(chance.choice(("utf-8-sig", "utf-8", "cp1252", "utf-16")), "replace")


def as_xlsx(grids: Sequence[tuple[str, Grid]], chance: Random) -> bytes:
    """A workbook with these sheets, in the fewest parts that there may be."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    numbers = range(1, len(grids) + 1)
    sheets = "".join(
        f'<sheet name="{escape(title)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, (title, _) in zip(numbers, grids, strict=True)
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kinds}.worksheet+xml"/>' for n in numbers
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        **{
            f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{main}"><sheetData>{_rows(grid)}</sheetData></worksheet>'
            for n, (_, grid) in zip(numbers, grids, strict=True)
        },
    }
    return packed({name: content.encode() for name, content in parts.items()}, chance)


def as_ods(grids: Sequence[tuple[str, Grid]], chance: Random) -> bytes:
    """A workbook as LibreOffice has it."""
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    tables = "".join(
        f'<table:table table:name="{escape(title)}">'
        + "".join(f"<table:table-row>{''.join(map(_calc_cell, row))}</table:table-row>" for row in grid)
        + "</table:table>"
        for title, grid in grids
    )
    content = (
        f'<office:document-content xmlns:office="{oasis}:office:1.0" xmlns:table="{oasis}:table:1.0" '
        f'xmlns:text="{oasis}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>{tables}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{oasis}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="{kind}"/></manifest:manifest>'
    )
    parts = {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}
    return packed({name: text.encode() for name, text in parts.items()}, chance)


def _rows(grid: Grid) -> str:
    return "".join(
        f'<row r="{n}">'
        + "".join(_sheet_cell(f"{get_column_letter(at)}{n}", value) for at, value in enumerate(row, 1))
        + "</row>"
        for n, row in enumerate(grid, 1)
    )


def _sheet_cell(name: str, value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return f'<c r="{name}" t="b"><v>{int(value)}</v></c>'
        case int() | float() | Decimal():
            return f'<c r="{name}"><v>{value}</v></c>'
        case date():
            return f'<c r="{name}" t="d"><v>{value.isoformat()}</v></c>'
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{_safe(value)}</t></is></c>'


def _calc_cell(value: Cell) -> str:
    match value:
        case None:
            return "<table:table-cell/>"
        case bool():
            return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
        case int() | float() | Decimal():
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        case date():
            return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{_safe(value)}</text:p></table:table-cell>'


def _safe(text: str) -> str:
    return escape(_UNWRITABLE.sub("", text))


def _row(grid: Grid, chance: Random) -> int:
    if not grid:
        grid.append([None])
    return chance.randrange(len(grid))


def _set_cell(grid: Grid, chance: Random) -> None:
    row = grid[_row(grid, chance)]
    if row:
        row[chance.randrange(len(row))] = cell(chance)


def _set_column(grid: Grid, chance: Random) -> None:
    """A whole column of cells of one kind."""
    at = chance.randrange(max(map(len, grid), default=0) or 1)
    for row in grid[1:]:
        if at < len(row):
            row[at] = cell(chance)


def _heading(grid: Grid, chance: Random) -> None:
    """A heading becomes another that is known, or none."""
    row = grid[_row(grid, chance) if chance.random() < 0.1 else 0] if grid else []
    if row:
        row[chance.randrange(len(row))] = chance.choice((*_HEADINGS, None, "BSN", "Naam kandidaat", "x"))


def _add_column(grid: Grid, chance: Random) -> None:
    heading = chance.choice(_HEADINGS)
    for n, row in enumerate(grid):
        row.append(heading if n == 0 else cell(chance))


def _drop_row(grid: Grid, chance: Random) -> None:
    del grid[_row(grid, chance)]


def _double_row(grid: Grid, chance: Random) -> None:
    at = _row(grid, chance)
    grid.insert(chance.randrange(len(grid) + 1), list(grid[at]))


def _extra_row(grid: Grid, chance: Random) -> None:
    """A title, a total, an empty row or a note."""
    row: list[Cell] = [
        chance.choice(("Totaal", "Afdeling X", None, "(x € 1.000)", "Stand per 1-1-2026", "Toelichting"))
    ]
    grid.insert(chance.randrange(len(grid) + 1), row + [cell(chance) for _ in range(chance.randrange(4))])


def _swap_columns(grid: Grid, chance: Random) -> None:
    width = min(map(len, grid), default=0)
    if width > 1:
        first, second = chance.sample(range(width), 2)
        for row in grid:
            row[first], row[second] = row[second], row[first]


def _drop_column(grid: Grid, chance: Random) -> None:
    at = chance.randrange(max(map(len, grid), default=0) or 1)
    for row in grid:
        del row[at : at + 1]


_CHANGES: Sequence[Callable[[Grid, Random], None]] = (
    *(_set_cell, _set_cell, _set_cell, _set_cell, _set_column, _heading, _heading, _add_column, _add_column),
    *(_drop_row, _double_row, _extra_row, _swap_columns, _drop_column),
)


def plain(value: object) -> Cell:
    """A cell as a library read it."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, str | int | float | Decimal | bool | date) and value != "" else None
