"""What an .xls says of its own size, held against its bytes before a library makes room for it.

Such a file is a small file system: chains of sectors that a table names, a directory, and in one of its streams the
records of the sheets. A damaged number in it asks for more memory than there is, a damaged chain never ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from struct import iter_unpack, unpack_from

from srtool.lazy_dataclass import dataclass

_HEADER = 512
_LAST_SECTOR = 0xFFFFFFF9
"""A number above is a mark: the end of a chain, a free sector."""
_SHIFTS = {9: 6, 12: 6}
"""How large a sector is, and a sector of the small streams, as powers of two."""
_IN_HEADER = 109
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_WORKBOOK = frozenset({"workbook", "book"})
_ROWS, _COLUMNS = 65_536, 256
_DIMENSIONS, _TEXTS = 0x0200, 0x00FC
_SEVERAL_CELLS = frozenset({0x00BD, 0x00BE})
_CELLS = frozenset({0x0006, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E}) | _SEVERAL_CELLS
_SHORTEST_TEXT = 3
"""Bytes that one text in the table of texts takes at least."""


class Impossible(ValueError):  # noqa: N818 - says what is the matter
    """A number in the file that cannot be: it is damaged."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A stream by the directory."""

    name: str
    kind: int
    start: int
    size: int


def refuse_impossible(data: bytes) -> None:
    """Impossible where the file claims more than its bytes can hold, a chain turns back, or a cell is off the sheet."""
    stream = _workbook(data)
    for kind, content in _records(stream):
        if kind == _DIMENSIONS and len(content) >= 12:
            first_row, last_row, first_column, last_column = unpack_from("<IIHH", content)
            _hold(first_row <= last_row <= _ROWS and first_column <= last_column <= _COLUMNS)
        elif kind == _TEXTS and len(content) >= 8:
            _hold(unpack_from("<I", content, 4)[0] <= len(stream) // _SHORTEST_TEXT + 1)
        elif kind in _CELLS and len(content) >= 6:
            last = unpack_from("<H", content, len(content) - 2 if kind in _SEVERAL_CELLS else 2)[0]
            _hold(max(last, unpack_from("<H", content, 2)[0]) < _COLUMNS)


def _hold(is_possible: bool) -> None:  # noqa: FBT001 - a condition
    if not is_possible:
        raise Impossible


def _workbook(data: bytes) -> bytes:
    """The stream with the records; nothing where the directory names none."""
    _hold(len(data) > _HEADER)
    shift, small_shift = unpack_from("<HH", data, 0x1E)
    _hold(_SHIFTS.get(shift) == small_shift)
    sectors = _Sectors(data, shift)
    counts = unpack_from("<I", data, 0x2C)[0], unpack_from("<I", data, 0x40)[0], unpack_from("<I", data, 0x48)[0]
    _hold(all(count <= sectors.count for count in counts))
    table = _numbers(b"".join(map(sectors.sector, _sectors_of_table(sectors))))
    directory_start, small_below, small_start = (unpack_from("<I", data, place)[0] for place in (0x30, 0x38, 0x3C))
    entries = list(_entries(sectors.chain(directory_start, table), shift))
    _hold(all(entry.size <= len(data) for entry in entries))
    small_table = _numbers(sectors.chain(small_start, table))
    root = next((entry for entry in entries if entry.kind == _ROOT), None)
    small = _Sectors(b"" if root is None else sectors.chain(root.start, table), small_shift, header=0)
    stream = b""
    for entry in entries:
        if entry.kind == _STREAM and entry.size:
            is_small = entry.size < small_below
            content = small.chain(entry.start, small_table) if is_small else sectors.chain(entry.start, table)
            if entry.name.casefold() in _WORKBOOK:
                stream = content[: entry.size]
    return stream


@dataclass(frozen=True, slots=True)
class _Sectors:
    """The parts of equal size of a file, or of the stream that holds the small streams."""

    data: bytes
    shift: int
    header: int = 1
    """Sectors before the first that has a number."""

    @property
    def count(self) -> int:
        return (len(self.data) >> self.shift) + 1

    def sector(self, number: int) -> bytes:
        start = (number + self.header) << self.shift
        return self.data[start : start + (1 << self.shift)]

    def chain(self, start: int, table: Sequence[int]) -> bytes:
        """The sectors of a chain; Impossible where it turns back."""
        return b"".join(map(self.sector, self._numbers(start, table)))

    def _numbers(self, start: int, table: Sequence[int]) -> Iterator[int]:
        number, left = start, len(table)
        while number < len(table):
            _hold(left > 0)
            yield number
            number, left = table[number], left - 1


def _sectors_of_table(sectors: _Sectors) -> Iterator[int]:
    """The sectors in which the table of chains stands: the first in the header, the others in a chain of their own."""
    yield from _kept(unpack_from(f"<{_IN_HEADER}I", sectors.data.ljust(_HEADER, b"\0"), 0x4C))
    number, left = unpack_from("<I", sectors.data, 0x44)[0], sectors.count
    while number <= _LAST_SECTOR and (numbers := _numbers(sectors.sector(number))):
        _hold(left > 0)
        yield from _kept(numbers[:-1])
        number, left = numbers[-1], left - 1


def _kept(numbers: Sequence[int]) -> Iterator[int]:
    return (number for number in numbers if number <= _LAST_SECTOR)


def _numbers(data: bytes) -> Sequence[int]:
    return [number for (number,) in iter_unpack("<I", data[: len(data) // 4 * 4])]


def _entries(directory: bytes, shift: int) -> Iterator[_Entry]:
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = unpack_from("<HB", directory, at + 0x40)
        name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        start, size, high = unpack_from("<III", directory, at + 0x74)
        yield _Entry(name, kind, start, size if shift == 9 else size + (high << 32))


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
