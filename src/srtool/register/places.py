"""Where the fields of one record of the register stand."""

from __future__ import annotations

from collections.abc import Mapping

from srtool.finding import Given
from srtool.place import Row


class Places:
    """Where the fields of a record stand: each made when it is asked for, which for most is never."""

    __slots__ = ("_row", "_typed")

    def __init__(self, row: Row, typed: Mapping[str, str] | None = None) -> None:
        self._row, self._typed = row, typed or {}

    def __getitem__(self, key: str) -> Given:
        """The place in the row; of what was typed the option that says it."""
        return Given(self._typed[key] if key in self._typed else self._row.at(key))
