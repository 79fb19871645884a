"""Rows of a sheet that are no record: totals, examples, sections, notes, headings again, and a second table below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from srtool.errors import Problem
from srtool.lazy_dataclass import dataclass
from srtool.place import Place, Row
from srtool.readers.excel.sheets import TableSheet
from srtool.readers.vocabulary import example_marks, field_of
from srtool.register.columns import infos

_TOTAL = re.compile(
    r"\s*(?:(?:sub|eind)?-?tota(?:al|len)|tellingen?|(?:sub|grand)?[- ]?totals?|som|sum)\b", re.IGNORECASE
)
_OVER_ALL = re.compile(
    r"\s*(?:gemiddeld(?:en?)?|averages?|mean|aantal(?:len)?(?: (?:contracten|regels))?|counts?|number of contracts)"
    r"\s*[:=]?\s*",
    re.IGNORECASE,
)
"""What else may head a row about all others; only of a row without number and name."""
_SUMMED = frozenset({"amount", "percent", "number", "count", "months"})
_AWARDED = frozenset({"supplier", "supplier_id", "contract_value", "awarded_on"})
"""What an award brings. A plan of tenders has no column for it, and what runs there is the procedure."""
_WIDE = 4
"""From so many columns on a row with one of them filled is no record."""


@dataclass(slots=True)
class LeftAside:
    """Judges each row of a sheet, and remembers which were left out."""

    sheet: TableSheet
    rows: list[int] = field(default_factory=list)
    has_ended: bool = False
    """Whether a second table has begun."""
    _of_kind: dict[str, list[tuple[int, Place]]] = field(default_factory=dict)
    _required: tuple[str, ...] = ()
    _needed: frozenset[str] = frozenset()
    """The same fields, in no order."""
    _summed: frozenset[str] = frozenset()
    _headings: Mapping[str, str] = field(default_factory=dict)
    _is_plan: bool = False
    """Whether no column holds what an award brings."""
    _last: int = 0

    def __post_init__(self) -> None:
        fields = infos(self.sheet.table)
        self._required = tuple(key for key, info in fields.items() if info.required)
        self._needed = frozenset(self._required)
        self._summed = frozenset(key for key, info in fields.items() if info.sort in _SUMMED)
        self._headings = {key: self.sheet.headings.get(index, "") for index, key in self.sheet.fields.items()}
        self._is_plan = _AWARDED.isdisjoint(self.sheet.fields.values())
        self._last = self.sheet.header_row

    def takes(self, record: Mapping[str, Any], number: int, cells: Sequence[object] = ()) -> bool:
        """Whether the row is no record; its cells are those of the columns that are not read too."""
        kind = self._kind(record, number, cells)
        self._last = number
        if kind is None:
            return False
        self.rows.append(number)
        self._of_kind.setdefault(kind, []).append((number, self._place(kind, record, number, cells)))
        self.has_ended = kind == "second_table"
        return not self.has_ended

    def name(self, record: dict[str, Any], number: int) -> None:
        """Gives a contract without a number that of its row, one without a title its number, and a plan its status."""
        if "id" not in record:
            record["id"] = f"#{number}"
            self._of_kind.setdefault("numbered", []).append((number, self._at("id", number)))
        if "title" not in record:
            record["title"] = record["id"]
            self._of_kind.setdefault("untitled", []).append((number, self._at("title", number)))
        if self._is_plan and record.get("status") == "running" and "estimated_value" in record:
            record["status"] = "tendered"
            self._of_kind.setdefault("in_tender", []).append((number, self._at("status", number)))

    def examples(self) -> list[Place]:
        """Where the rows stand that are only an example."""
        return [place for _, place in self._of_kind.get("example", ())]

    def remarks(self) -> Iterator[Problem]:
        """One for each kind of row, with the first and how many there are."""
        for kind, code in _REMARKS.items():
            if places := self._of_kind.get(kind):
                yield Problem(code, places[0][1], {"count": len(places)})

    def _kind(self, record: Mapping[str, Any], number: int, cells: Sequence[object]) -> str | None:
        first = self._required[0]
        if record.get(first) in example_marks():
            return "example"
        lacks = not record.keys() >= self._needed
        if lacks and self._is_total(record, cells):
            return "total"
        if self.sheet.table != "contracts":
            return None
        if "title" in record and record["title"] == self._headings.get("title"):
            return "heading"
        is_alone = len(record) == 1 and len(self.sheet.fields) >= _WIDE
        if lacks and is_alone:  # a title, or a cell of a table beside this one
            return "section"
        if number > self._last + 1 and self._last > self.sheet.header_row and self._are_headings(record):
            return "second_table"
        return None

    def _is_total(self, record: Mapping[str, Any], cells: Sequence[object]) -> bool:
        """A row of totals: it says so where a record has its name, or it holds nothing but sums."""
        texts = [value for value in record.values() if isinstance(value, str)]
        if any(_TOTAL.match(text) or _OVER_ALL.fullmatch(text) for text in texts):
            return True
        if any(key in record for key in self._required):
            return False
        return _says_sums(cells) is not None or all(key in self._summed for key in _keys(record))

    def _are_headings(self, record: Mapping[str, Any]) -> bool:
        """Whether a row below a gap names columns: only texts without figures, of which one is a known heading."""
        texts = [value for value in record.values() if isinstance(value, str)]
        if len(texts) < 2 or len(texts) < len(record) or any(map(str.isdigit, "".join(texts))):
            return False
        return any(field_of(table, text) for text in texts for table in ("contracts", "suppliers", "contacts"))

    def _place(self, kind: str, record: Mapping[str, Any], number: int, cells: Sequence[object]) -> Place:
        """The cell that says that its row holds totals, else the first one that is filled in."""
        if kind == "example":
            return self._at(self._required[0], number)
        index = _says_sums(cells) if kind == "total" else None
        return self._at(next(_keys(record)), number) if index is None else self.sheet.cell(index, number)

    def _at(self, key: str, number: int) -> Place:
        return Row(self.sheet.file, self.sheet.title, number, self.sheet.letters).at(key)


def _says_sums(cells: Sequence[object]) -> int | None:
    """The column of the first cell with a word for sums, counted from 0."""
    texts = ((index, cell) for index, cell in enumerate(cells) if isinstance(cell, str))
    return next((index for index, text in texts if _TOTAL.match(text) or _OVER_ALL.fullmatch(text)), None)


def _keys(record: Mapping[str, Any]) -> Iterator[str]:
    """The (dotted) fields of a record."""
    for key, value in record.items():
        if isinstance(value, dict):
            yield from (f"{key}.{leaf}" for leaf in value)
        else:
            yield key


_REMARKS = {
    "total": "totals_skipped",
    "section": "sections_skipped",
    "heading": "headings_again",
    "second_table": "second_table",
    "numbered": "numbered_by_row",
    "untitled": "untitled",
    "in_tender": "running_is_tendered",
}
