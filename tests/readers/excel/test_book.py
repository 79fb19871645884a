"""Any kind of file with sheets as grids, known by its content; what a file may cost is settled before it is read."""

from __future__ import annotations

import os
import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from srtool.errors import InputError
from srtool.readers.excel import book, extent
from srtool.readers.excel.book import Book, book_of
from srtool.readers.excel.grid import Area
from srtool.readers.excel.kinds import kind_of

REGISTERS = Path(__file__).parents[1] / "registers"
ROWS = [["id", "naam"], ["A", "één"], ["B", None]]
_64_MIB = 64 * 1024**2


def workbook(*rows: list[object], **cells: str | float) -> bytes:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "Blad"
    for row in rows:
        sheet.append(row)
    for name, value in cells.items():
        sheet[name] = value
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def with_part(data: bytes, part: str, old: str, new: str) -> bytes:
    """The same archive with another text in one of its parts."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name)
            after.writestr(name, text.replace(old.encode(), new.encode()) if name == part else text)
    return stream.getvalue()


def rows(book: Book) -> list[list[object]]:
    (grid,) = book.grids
    return [list(row) for row in grid.rows()]


@pytest.mark.parametrize(
    "data",
    [
        "id;naam\nA;één\nB;\n".encode(),
        "id;naam\r\nA;één\r\nB;\r\n".encode("cp1252"),
        "\ufeffid;naam\nA;één\nB;\n".encode(),
        "\ufeff\ufeffid;naam\nA;één\nB;\n".encode(),
        "id;naam\nA;één\nB;\n".encode("utf-16"),
        "id,naam\nA,één\nB,\n".encode(),
        "id\tnaam\nA\téén\nB\t\n".encode(),
        "id|naam\nA|één\nB|\n".encode(),
        "sep=;\nid;naam\nA;één\nB;\n".encode(),
        'id;"naam"\n"A";"één"\nB;\n'.encode(),
        "id;naam\rA;één\rB;\r".encode(),
    ],
)
def test_a_text_with_columns(data: bytes) -> None:
    book = book_of(data, "a.csv", "a")
    assert book.kind == "text"
    assert [row for row in rows(book) if row] == ROWS
    assert book.grids[0].title == "a"


def test_a_separator_between_quotes_and_a_line_break_in_a_cell_part_nothing() -> None:
    book = book_of(b'id;naam\nA;"een; twee"\nB;"een\ntwee"\n', "a.csv", "a")
    assert [row for row in rows(book) if row][1:] == [["A", "een; twee"], ["B", "een\ntwee"]]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("11-gewoon.xlsx", "workbook"), ("11-gewoon.xls", "old"), ("11-gewoon.ods", "calc"), ("11-csv*", "text")],
)
def test_the_kind_of_a_file_is_in_its_content(name: str, kind: str) -> None:
    assert kind_of(next(REGISTERS.glob(name)).read_bytes()) == kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"\0" * 9, "empty"),
        (b"  <!DOCTYPE HTML><html>", "page"),
        (b"\xef\xbb\xbf<table>", "page"),
        (b"%PDF-1.7", "other"),
        (b"<?xml version='1.0'?>", "other"),
        (b"PK\x03\x04", "other"),
        (b"a\0b", "other"),
        (b"a;b", "text"),
    ],
)
def test_the_kind_of_what_is_no_register(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_marks_of_cells_are_told_beside_their_values() -> None:
    data = workbook(["a", "b"], B3="#N/A", C3="=1+1", D3=0.05)
    (grid,) = book_of(data, "a.xlsx", "a").grids
    assert grid.marks is not None
    assert grid.marks.errors == {(3, 1): "#N/A"}
    assert grid.marks.formulas == ((3, 2),)
    assert grid.marks.without_result == {(3, 2)}
    assert grid.percents is not None
    assert grid.percents([3]) == frozenset()


def test_merged_cells_and_percentages_of_either_kind_of_workbook() -> None:
    for name in ("11-gewoon.xlsx", "11-gewoon.ods"):
        (grid,) = book_of((REGISTERS / name).read_bytes(), name, "a").grids
        assert grid.percents is not None
        assert grid.percents([10]) == {(2, 10), (3, 10), (4, 10)}, name
        assert grid.percents([9]) == frozenset()
    (grid,) = book_of((REGISTERS / "34-tweeregelige-kop.xlsx").read_bytes(), "a", "a").grids
    assert grid.merged is not None
    assert Area(1, 2, 1, 3) in grid.merged


def _far(cell: str) -> bytes:
    row = "".join(char for char in cell if char.isdigit())
    added = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row></sheetData>'
    return with_part(workbook(["id", "naam"], ["A", "T"]), "xl/worksheets/sheet1.xml", "</sheetData>", added)


@pytest.mark.parametrize("cell", ["A1048577", "XFE5", "XFD1048576", "ZZ1048576", "A99999999999", "AAAAAAA1"])
def test_a_cell_too_far_away_is_refused_before_a_library_sees_it(cell: str) -> None:
    data = _far(cell)
    tracemalloc.start()
    try:
        with pytest.raises(InputError) as caught:
            book_of(data, "a.xlsx", "a")
        assert tracemalloc.get_traced_memory()[1] < _64_MIB
    finally:
        tracemalloc.stop()
    (wrong,) = caught.value.problems
    assert wrong.code == "workbook_too_wide"


@pytest.mark.parametrize("cell", ["A100000", "Z5000", "ZZ900"])
def test_a_cell_that_is_merely_far_away_is_read(cell: str) -> None:
    (grid,) = book_of(_far(cell), "a.xlsx", "a").grids
    assert sum(1 for row in grid.rows() if any(value is not None for value in row)) == 3


def test_the_limit_lies_where_a_grid_would_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "MOST_CELLS_OF_GRID", 50)
    assert book_of(_far("E10"), "a.xlsx", "a").grids
    with pytest.raises(InputError):
        book_of(_far("E11"), "a.xlsx", "a")


@pytest.mark.parametrize("name", ["11-gewoon.xlsx", "11-gewoon.ods"])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_file_that_was_cut_off_is_said(name: str, part: float) -> None:
    data = (REGISTERS / name).read_bytes()
    with pytest.raises(InputError) as caught:
        book_of(data[: int(len(data) * part)], name, "a")
    assert [wrong.code for wrong in caught.value.problems] == ["workbook_not_readable"]


def test_an_old_workbook_that_was_cut_off_is_said() -> None:
    data = (REGISTERS / "11-gewoon.xls").read_bytes()
    with pytest.raises(InputError) as caught:
        book_of(data[:600], "a.xls", "a")
    assert [wrong.code for wrong in caught.value.problems] == ["workbook_not_readable"]


@pytest.mark.parametrize("capture", ["xlsx", "ods", "xls"])
def test_a_library_says_nothing_on_the_terminal(
    capture: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written in another language goes past Python's own stderr."""

    def grids(*_: object) -> None:
        os.write(2, b"thread panicked")
        raise BaseException  # noqa: TRY002 - as such a library does

    monkeypatch.setattr("srtool.readers.excel.book._grids", grids)
    with pytest.raises(InputError):
        book_of((REGISTERS / f"11-gewoon.{capture}").read_bytes(), "a", "a")
    os.write(2, b"said by us")
    assert capfd.readouterr().err == "said by us"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_other_ends_of_lines_within_one_file(end: str) -> None:
    """A file that went by more than one program; within a quoted cell an end of a line is kept as one."""
    text = f'id;naam\nA;één{end}B;"x{end}y"\r\n'
    assert rows(book_of(text.encode(), "a.csv", "a"))[:3] == [["id", "naam"], ["A", "één"], ["B", "x\ny"]]


def test_a_quote_that_is_not_closed_is_said() -> None:
    grid = book_of(b'id;naam\nA;"' + b"B;C\n" * (1 << 19), "a.csv", "a").grids[0]
    with pytest.raises(InputError) as caught:
        list(grid.rows())
    assert [wrong.code for wrong in caught.value.problems] == ["csv_quote_open"]


@pytest.mark.parametrize("sign", ['"', ";", "#", "|"])
def test_the_separator_that_excel_names(sign: str) -> None:
    other = sign if sign != '"' else ";"
    text = f"sep={sign}\nid{other}naam\nA{other}B\n"
    assert [row for row in rows(book_of(text.encode(), "a.csv", "a")) if row][-1] == ["A", "B"]


def _two_sheets() -> bytes:
    made = Workbook()
    small, large = made.worksheets[0], made.create_sheet("Groot")
    small.title = "Klein"
    small.append(["a"])
    for _ in range(2_000):
        large.append(["veel tekst"])
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_only_the_wanted_sheets_are_read_and_count_for_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _two_sheets()
    monkeypatch.setattr(book, "MAX_EXPANDED", 50_000)
    with pytest.raises(InputError) as caught:
        book_of(data, "a.xlsx", "a")
    assert [wrong.code for wrong in caught.value.problems] == ["workbook_too_large"]
    (grid,) = book_of(data, "a.xlsx", "a", "Klein".__eq__).grids
    assert (grid.title, [list(row) for row in grid.rows()]) == ("Klein", [["a"]])
    with pytest.raises(InputError):
        book_of(data, "a.xlsx", "a", "Groot".__eq__)


def test_a_part_that_a_wanted_sheet_shares_with_another_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = with_part(_two_sheets(), "xl/_rels/workbook.xml.rels", "sheet1.xml", "sheet2.xml")
    monkeypatch.setattr(book, "MAX_EXPANDED", 50_000)
    with pytest.raises(InputError) as caught:
        book_of(shared, "a.xlsx", "a", "Klein".__eq__)
    assert [wrong.code for wrong in caught.value.problems] == ["workbook_too_large"]
