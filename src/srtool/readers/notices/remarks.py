"""What is to be said of notices: one remark per kind, which names every contract or lot that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import field
from itertools import chain, zip_longest
from typing import Any, NamedTuple

from srtool.errors import Problem
from srtool.lazy_dataclass import dataclass
from srtool.notice.stated import Stated
from srtool.place import Place
from srtool.readers.raw import MOST_CELLS


class Case(NamedTuple):
    """One contract, lot or notice, what stands there, and where: a cell, and the file where there are several."""

    name: str
    value: object
    """None where the name says all."""
    where: str = ""


@dataclass(slots=True)
class _Kind:
    """What is told of one kind: every place counts once, and of each file as many are kept as a remark names."""

    seen: set[Place | tuple[Place, str]] = field(default_factory=set)
    of_files: dict[str, list[tuple[Case, Place]]] = field(default_factory=lambda: defaultdict(list))


class Remarks:
    """What is to be said, gathered over all notices that are read together, from a folder or file of this name."""

    def __init__(self, together: str) -> None:
        self._together = together
        self._kinds: dict[str, _Kind] = defaultdict(_Kind)

    def add(self, code: str, name: str, at: Stated[Any] | Place, value: object = None) -> None:
        """That this is so of the contract, lot or notice of that name; the same place again adds nothing."""
        kind = self._kinds[code]
        key = at if isinstance(at, Place) else (at.source, at.path)  # there are thousands: no place is made for each
        if key in kind.seen:
            return
        kind.seen.add(key)
        cases = kind.of_files[at.file if isinstance(at, Place) else at.source.file]
        if len(cases) < MOST_CELLS:
            cases.append((Case(name, value), at if isinstance(at, Place) else at.place))

    def problems(self) -> Iterator[Problem]:
        """A remark per kind, at the file that it is about, or at the folder when these are several."""
        for code, kind in self._kinds.items():
            several = len(kind.of_files) > 1
            place = Place(self._together if several else next(iter(kind.of_files)))
            cases = tuple(case._replace(where=_where(at, several=several)) for case, at in _in_turn(kind.of_files))
            yield Problem(code, place, {"cases": cases, "more": len(kind.seen) - len(cases)})


def _in_turn(of_files: dict[str, list[tuple[Case, Place]]]) -> list[tuple[Case, Place]]:
    """As many as a remark names, of each file the first before any second; then in the order of the files."""
    turns = (one for one in chain.from_iterable(zip_longest(*of_files.values())) if one is not None)
    taken = {place for (_, place), _ in zip(turns, range(MOST_CELLS), strict=False)}
    return [one for cases in of_files.values() for one in cases if one[1] in taken]


def _where(place: Place, *, several: bool) -> str:
    """The cell of a table; the path in a notice says less than the number of its contract."""
    cell = place.inside if place.column else ""
    return f"{place.file}: {cell}" if several and cell else place.file if several else cell
