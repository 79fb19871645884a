"""An old workbook is held against its own bytes before a library makes room for what it claims."""

from __future__ import annotations

from collections.abc import Callable
from struct import pack_into, unpack_from

import pytest

from srtool.errors import InputError
from srtool.readers.excel.book import book_of
from srtool.readers.excel.old_workbook import Impossible, refuse_impossible
from tests.support.paths import TESTS

WORKBOOK = (TESTS / "readers" / "registers" / "11-gewoon.xls").read_bytes()
Change = Callable[[bytearray], None]


def put(place: int, form: str, value: int) -> Change:
    """Writes a number at a place."""
    return lambda data: pack_into(form, data, place, value)


def after(record: bytes, offset: int, form: str, value: int) -> Change:
    """Writes a number so many bytes into the content of the first record that begins so."""
    return put(WORKBOOK.index(record) + 4 + offset, form, value)


DIMENSIONS, TEXTS, CELLS = b"\x00\x02\x0e\x00", b"\xfc\x00\x4f\x01", b"\xfd\x00\x0a\x00"


def test_an_ordinary_one_is_read() -> None:
    refuse_impossible(WORKBOOK)
    (grid,) = book_of(WORKBOOK, "a.xls", "a").grids
    assert len(list(grid.rows())) == 4


@pytest.mark.parametrize(
    "change",
    [
        after(DIMENSIONS, 0, "<I", 5),
        after(DIMENSIONS, 4, "<I", 65_537),
        after(DIMENSIONS, 8, "<H", 12),
        after(DIMENSIONS, 10, "<H", 257),
        after(TEXTS, 4, "<I", 3_000),
        after(CELLS, 2, "<H", 256),
        put(0x1E, "<H", 10),
        put(0x20, "<H", 7),
        put(0x2C, "<I", 20),
        put(0x40, "<I", 20),
        put(0x48, "<I", 20),
    ],
    ids=[
        *("first row", "rows", "first column", "columns", "texts", "cell", "sector", "small sector", "tables"),
        *("small tables", "more tables"),
    ],
)
def test_what_cannot_be_is_damage(change: Change) -> None:
    data = bytearray(WORKBOOK)
    change(data)
    with pytest.raises(Impossible):
        refuse_impossible(bytes(data))
    with pytest.raises(InputError) as caught:
        book_of(bytes(data), "a.xls", "a")
    assert [wrong.code for wrong in caught.value.problems] == ["workbook_not_readable"]


@pytest.mark.parametrize(
    "change",
    [after(DIMENSIONS, 4, "<I", 65_536), after(DIMENSIONS, 10, "<H", 256), after(CELLS, 2, "<H", 255)],
    ids=["rows", "columns", "cell"],
)
def test_the_limits_of_a_sheet_are_possible(change: Change) -> None:
    data = bytearray(WORKBOOK)
    change(data)
    refuse_impossible(bytes(data))


def directory() -> int:
    return int(unpack_from("<I", WORKBOOK, 0x30)[0] + 1) << 9


def test_a_stream_is_no_larger_than_its_file() -> None:
    data = bytearray(WORKBOOK)
    pack_into("<I", data, directory() + 0x78, len(data) + 1)
    with pytest.raises(Impossible):
        refuse_impossible(bytes(data))


def test_a_chain_that_turns_back_is_damage() -> None:
    data = bytearray(WORKBOOK)
    table = int(unpack_from("<I", data, 0x4C)[0] + 1) << 9
    start = int(unpack_from("<I", data, 0x30)[0])
    pack_into("<I", data, table + 4 * start, start)
    with pytest.raises(Impossible):
        refuse_impossible(bytes(data))


@pytest.mark.parametrize("length", [8, 511, 512, 600, 2000, 6000])
def test_a_file_that_was_cut_off_is_damage_or_nothing(length: int) -> None:
    with pytest.raises(InputError):
        book_of(WORKBOOK[:length], "a.xls", "a")
