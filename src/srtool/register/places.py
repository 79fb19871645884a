"""Where the fields of one record of the register stand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from srtool.finding import Assumed, Given
from srtool.place import Place, Row, Where

_NOTHING_TYPED: Mapping[str, str] = MappingProxyType({})


class Places:
    """Where the fields of a record stand, or which answer of the user they rest on: made when they are asked for."""

    __slots__ = ("_row", "_typed")

    def __init__(self, row: Row, typed: Mapping[str, str] | None = None) -> None:
        self._row, self._typed = row, typed or _NOTHING_TYPED

    def __getitem__(self, key: str) -> Given | Assumed:
        """The place in the row or in the settings; of what was typed the option that says it."""
        if key in self._typed:
            return Given(self._typed[key])
        answer = self._row.assumed.get(key)
        return Given(self._row.at(key)) if answer is None else Assumed(answer)

    def cell(self, key: str) -> Where:
        """Where the field stands in the register itself, whatever it rests on."""
        return self._row.at(key) if key in self._row.assumed else self[key].place

    def is_assumed(self, key: str) -> bool:
        """Whether the field rests on an answer of the user."""
        return key in self._row.assumed


class FilePlaces(Places):
    """The same of an answer of which no place is shown: for every field the file."""

    __slots__ = ("_given",)

    def __init__(self, row: Row, given: Given) -> None:
        super().__init__(row)
        self._given = given

    def __getitem__(self, key: str) -> Given | Assumed:
        """One origin for all that was written: a large register has millions of fields."""
        return self._given if not self._row.assumed else super().__getitem__(key)


def in_file(row: Row) -> Given:
    """The file of a row as an origin."""
    return Given(Place(row.file))
