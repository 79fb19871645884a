"""Rows laid aside in temporary files, to be written in another order than they came in."""

from __future__ import annotations

import marshal
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO

Texts = tuple[str | None, ...]
_AT_ONCE = 500
"""So many rows are written together."""
_LENGTH = 8
"""Bytes of the number before them."""


class Piles:
    """Rows of texts on piles that each have a name; they cost no memory."""

    def __init__(self) -> None:
        self.counted: Counter[str] = Counter()
        """How many rows each pile has."""
        self._files: dict[str, IO[bytes]] = {}
        self._waiting: dict[str, list[Texts]] = defaultdict(list)

    def add(self, pile: str, row: Texts) -> None:
        """Lays a row on a pile."""
        self.counted[pile] += 1
        waiting = self._waiting[pile]
        waiting.append(tuple(row))
        if len(waiting) == _AT_ONCE:
            self._write(pile)

    def rows(self, piles: Iterable[str]) -> Iterator[Texts]:
        """The rows of these piles, one pile after the other, each in the order in which they came."""
        for pile in piles:
            if self._waiting[pile]:
                self._write(pile)
            if pile in self._files:
                yield from _read(self._files[pile])

    def close(self) -> None:
        """Lets the rows go."""
        for file in self._files.values():
            file.close()
        self._waiting.clear()

    def _write(self, pile: str) -> None:
        if pile not in self._files:
            self._files[pile] = TemporaryFile()  # noqa: SIM115 - closed when the workbook is
        block = marshal.dumps(self._waiting.pop(pile))
        self._files[pile].write(len(block).to_bytes(_LENGTH, "big") + block)


def _read(file: IO[bytes]) -> Iterator[Texts]:
    file.seek(0)
    while length := file.read(_LENGTH):
        yield from marshal.loads(file.read(int.from_bytes(length, "big")))  # noqa: S302 - written by this run
