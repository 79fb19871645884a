"""Where the fields of one record of the register stand."""

from __future__ import annotations

from srtool.finding import Assumed, Given
from srtool.place import Row, Where


class Places(dict[str, Given | Assumed]):
    """Where the fields of a record stand, or which answer of the user they rest on: each made once, then shared."""

    def __init__(self, row: Row) -> None:
        self._row = row

    def __missing__(self, key: str) -> Given | Assumed:
        answer = self._row.assumed.get(key)
        self[key] = origin = Given(self._row.at(key)) if answer is None else Assumed(answer)
        return origin

    def cell(self, key: str) -> Where:
        """Where the field stands in the register itself, whatever it rests on."""
        return self._row.at(key) if key in self._row.assumed else self[key].place

    def is_assumed(self, key: str) -> bool:
        """Whether the field rests on an answer of the user."""
        return key in self._row.assumed
