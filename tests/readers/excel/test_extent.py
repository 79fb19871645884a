"""How far the cells of a sheet may reach and what a part may hold: on both sides of each limit, and in odd notation."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from srtool.errors import InputError
from srtool.readers.excel import parts
from srtool.readers.excel.book import book_of
from srtool.readers.excel.calc_marks import calc_sheets
from srtool.readers.excel.extent import LAST_COLUMN, LAST_ROW, MOST_CELLS_OF_GRID, Extent, TooWide, position
from srtool.readers.excel.grid import letters
from tests.support.workbook_parts import add_shared_texts, rewrite

SHEET = "xl/worksheets/sheet1.xml"
WIDE = "ALL"
"""Column 1,000, so that 20,000 rows fill the grid."""


def row(number: int, *cells: str) -> bytes:
    return f'<row r="{number}">{"".join(cells)}</row>'.encode()


def filled(name: str) -> str:
    return f'<c r="{name}"><v>1</v></c>'


@pytest.mark.parametrize("name", ["A1048576", "XFD1", f"{WIDE}20000", "S1048576"])
def test_as_far_as_this_a_cell_may_stand(name: str) -> None:
    extent = Extent("s")
    column, number = position(name.encode())
    extent.take(row(number, filled(name)))
    assert (extent.row, extent.width) == (number, column + 1)


@pytest.mark.parametrize("name", ["A1048577", "XFE1", f"{WIDE}20001", "T1048576", "AAAAAAAAAAA1", "A999999999999"])
def test_further_away_it_may_not(name: str) -> None:
    with pytest.raises(TooWide):
        Extent("s").take(row(1, filled(name)))


@pytest.mark.parametrize("name", ["XFE1", f"{WIDE}20001", "T1048576", "A1048577"])
@pytest.mark.parametrize("start", ["<c r=", '<c s="1" r='])
def test_a_far_cell_before_the_last_of_its_row_is_seen(name: str, start: str) -> None:
    far = filled(name).replace("<c r=", start)
    with pytest.raises(TooWide):
        Extent("s").take(row(1, filled("A1"), far, filled("B1")))
    extent = Extent("s")
    extent.take(row(1, filled("A1"), far.replace("><v>1</v></c>", "/>"), filled("B1")))
    assert (extent.row, extent.width) == (1, 2)


def test_a_wide_row_and_a_far_one_together_make_the_grid() -> None:
    extent = Extent("s")
    extent.take(row(1, filled(f"{WIDE}1")))
    extent.take(row(20_000, filled("A20000")))
    with pytest.raises(TooWide) as told:
        extent.take(row(20_001, filled("A20001")))
    assert told.value.cell == "A20001"
    assert MOST_CELLS_OF_GRID == 1000 * 20_000


@pytest.mark.parametrize(
    "odd",
    [
        "<row r='60000'><c r='ALL60000'><v>1</v></c></row>",
        '<row r="60000"><c\nr="ALL60000"><v>1</v></c></row>',
        '<row r="60000"><c\tr="ALL60000"><v>1</v></c></row>',
        '<row r="60000"><c r = "ALL60000"><v>1</v></c></row>',
        '<row r="60000"><x:c r="ALL60000"><x:v>1</x:v></x:c></row>',
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row><row><c><v>1</v></c></row>',
        '<row r="1048577"><c><v>1</v></c></row>',
        '<row r="1"><c r="XFD1"><v>1</v></c><c><v>1</v></c></row>',
    ],
)
def test_the_limit_holds_whatever_the_notation(odd: str) -> None:
    with pytest.raises(TooWide):
        Extent("s").take(odd.encode())


def test_an_empty_cell_far_away_counts_for_nothing() -> None:
    extent = Extent("s")
    extent.take(row(1, filled("A1"), '<c r="XFD1" s="3"/>') + row(900_000, '<c r="ZZ900000" s="1"/>'))
    assert (extent.row, extent.width) == (1, 1)


def workbook(path: Path, change: Callable[[str], str] = str) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in (("id", "title"), ("A", "t")):
        sheet.append(cells)
    book.save(path)
    rewrite(path, SHEET, change)
    return path.read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        str,
        lambda xml: re.sub(r'(<c) r="[A-Z]+\d+"', r"\1", xml),
        lambda xml: re.sub(r'(<row|<c) r="[A-Z0-9]+"', r"\1", xml),
        lambda xml: xml.replace('"', "'"),
        lambda xml: xml.replace("<c ", "<c\n"),
    ],
)
def test_an_odd_notation_is_read_as_the_usual_one(tmp_path: Path, change: Callable[[str], str]) -> None:
    """Cells without their position follow one another: some exporting programs write them so."""
    (grid,) = book_of(workbook(tmp_path / "a.xlsx", change), "a.xlsx", "a").grids
    assert [list(cells) for cells in grid.rows()] == [["id", "title"], ["A", "t"]]


def _refused(data: bytes) -> list[str]:
    with pytest.raises(InputError) as told:
        book_of(data, "a.xlsx", "a")
    return [problem.code for problem in told.value.problems]


def test_a_cell_outside_the_sheet_is_named_before_anything_is_kept(tmp_path: Path) -> None:
    far = '<row r="1048577"><c r="A1048577"><v>1</v></c></row></sheetData>'
    assert _refused(workbook(tmp_path / "a.xlsx", lambda xml: xml.replace("</sheetData>", far))) == [
        "workbook_too_wide"
    ]


@pytest.mark.parametrize(("texts", "fits"), [(3, True), (4, False)])
def test_so_many_texts_may_be_shared(
    texts: int,
    fits: bool,  # noqa: FBT001
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parts, "MOST_TEXTS", 3)
    path = tmp_path / "a.xlsx"
    workbook(path)
    add_shared_texts(path, "<si><t>x</t></si>" * (texts - 1) + "<si/>")
    if fits:
        assert book_of(path.read_bytes(), "a.xlsx", "a").grids
    else:
        assert _refused(path.read_bytes()) == ["workbook_holds_too_much"]


@pytest.mark.parametrize("part", ["xl/styles.xml", "xl/workbook.xml"])
def test_a_part_that_is_kept_as_a_whole_has_so_many_elements(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = workbook(tmp_path / "a.xlsx")
    with ZipFile(BytesIO(data)) as archive:
        signs = archive.read(part).count(b"<")
        most = max(archive.read(name).count(b"<") for name in archive.namelist() if name != part)
    monkeypatch.setattr(parts, "MOST_ELEMENTS", max(signs, most))
    assert book_of(data, "a.xlsx", "a").grids
    monkeypatch.setattr(parts, "MOST_ELEMENTS", signs // 2 - 1)
    assert _refused(data) == ["workbook_holds_too_much"]


CALC = (
    '<office:document-content xmlns:office="o" xmlns:table="t"><table:table table:name="s">{rows}</table:table>'
    "</office:document-content>"
)


def calc(rows: str) -> tuple[int, int]:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("content.xml", CALC.format(rows=rows))
    with ZipFile(file) as archive:
        (sheet,) = calc_sheets(archive)
    return sheet.extent.row, sheet.extent.width


def calc_row(times: int, columns: int, given: str = 'office:value-type="float"') -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{times}">'
        f'<table:table-cell table:number-columns-repeated="{columns}" {given}/></table:table-row>'
    )


@pytest.mark.parametrize(
    ("rows", "extent"),
    [
        (calc_row(2, 3), (2, 3)),
        (calc_row(20_000, 1000), (20_000, 1000)),
        (calc_row(1, 1) + calc_row(LAST_ROW - 1, LAST_COLUMN, ""), (1, 1)),  # as every .ods ends
    ],
)
def test_what_an_ods_repeats_counts_each_time(rows: str, extent: tuple[int, int]) -> None:
    assert calc(rows) == extent


@pytest.mark.parametrize(
    "rows",
    [
        calc_row(20_001, 1000),
        calc_row(1, LAST_COLUMN + 1),
        calc_row(LAST_ROW, 1) + calc_row(1, 1),
        calc_row(1, 10_000_000_000),
        calc_row(LAST_ROW, LAST_COLUMN, "") + calc_row(1, 1),
    ],
)
def test_an_ods_that_repeats_too_much_is_refused(rows: str) -> None:
    with pytest.raises(TooWide):
        calc(rows)


def test_a_column_has_its_letters() -> None:
    assert [letters(column) for column in (0, 25, 26, LAST_COLUMN - 1)] == ["A", "Z", "AA", "XFD"]
    assert [position(name)[0] for name in (b"A1", b"Z1", b"AA1", b"XFD1")] == [0, 25, 26, LAST_COLUMN - 1]
