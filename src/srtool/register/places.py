"""Where the fields of one record of the register stand."""

from __future__ import annotations

from srtool.finding import Given
from srtool.place import Row


class Places(dict[str, Given]):
    """Where the fields of a record stand: each made when it is first asked for, then shared."""

    def __init__(self, row: Row) -> None:
        self._row = row

    def __missing__(self, key: str) -> Given:
        self[key] = given = Given(self._row.at(key))
        return given
