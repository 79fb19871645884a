"""Which table a sheet holds, in which row its headings stand, and which column is which field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from srtool.errors import Problem
from srtool.lazy_dataclass import dataclass
from srtool.place import Place
from srtool.readers.excel.grid import letters
from srtool.readers.excel.header import APPROVED, REALISED, Cells, Header, Mapped, header
from srtool.readers.excel.other_amounts import has_vat, is_per_year, says_without_vat
from srtool.readers.excel.thousands import columns_in_thousands
from srtool.readers.excel.unit_columns import unit_columns
from srtool.readers.privacy import names_bsn, names_person, without_numbers
from srtool.readers.problems import shown
from srtool.readers.vocabulary import beside_of, field_of, fields_of, plain, table_of
from srtool.register.columns import infos
from srtool.register.unread import PERSON_TABLES
from srtool.texts import LANGUAGES, keys, lists

HEAD_ROWS = 30
"""The headings stand within the first rows; above them there may be a title."""
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A sheet that holds a table."""

    file: str
    title: str
    table: str
    header_row: int
    fields: Mapping[int, str]
    """Field per column, counted from 0; what is refused or unknown is not among them."""
    by_name: bool
    """Whether the sheet is named after its table; if not, only its headings tell."""
    unknown: tuple[str, ...] = ()
    with_vat: tuple[str, ...] = ()
    """Headings of amounts that include VAT, and are not read for that reason."""
    per_year: tuple[str, ...] = ()
    """Headings of amounts for a year that are no field."""
    overruled: tuple[str, ...] = ()
    """Headings of fields for which the user has chosen another column."""
    beside: Mapping[int, str] = field(default_factory=dict)
    """Columns that are no field and yet say something of the contract: its term, its options, its lot."""
    units: Mapping[int, int] = field(default_factory=dict)
    """Columns that say in what another one is counted, and which."""
    thousands: frozenset[int] = frozenset()
    """Columns with amounts that are stated to be in thousands of euro."""
    factor: int = 1
    """Euros in one of what the other amounts are counted in, as the user assumes."""
    lower: tuple[tuple[Place, str, str], ...] = ()
    """Columns that are not read because another one says the same: where, its heading, and the one that is read."""
    problems: tuple[Problem, ...] = ()
    width: int = 0
    """Columns in use, those without a known heading included."""
    letters: Mapping[str, str] = field(default_factory=dict)
    """Column per field; the fields that a mixed column speaks of stand in that one."""
    headings: Mapping[int, str] = field(default_factory=dict)
    """What each column that is read is called, counted from 0."""
    not_read: Mapping[int, str] = field(default_factory=dict)
    """The same of those that are not, but for what is refused or what the user has set aside."""

    @property
    def place(self) -> Place:
        return Place(self.file, self.title)

    def cell(self, index: int, row: int) -> Place:
        """The place of one cell."""
        return Place(self.file, self.title, row, "", letters(index))


def mapped_columns(given: Mapping[str, str]) -> tuple[Mapped, list[Problem]]:
    """The [columns] of the settings per table: `wage_sum` is of contracts, else the table is named."""
    mapped: dict[str, dict[str, str]] = defaultdict(dict)
    problems = []
    for heading, target in given.items():
        table, _, key = target.partition(".")
        if not target:
            for name in keys("vocabulary.headings"):
                mapped[name][plain(heading)] = ""
        elif target in fields_of("contracts"):
            mapped["contracts"][plain(heading)] = target
        elif table in keys("vocabulary.headings") and key in fields_of(table):
            mapped[table][plain(heading)] = key
        else:
            problems.append(
                Problem("column_target_unknown", "[columns]", {"heading": shown(heading), "field": shown(target)})
            )
    return mapped, problems


def recognise(file: str, title: str, head: Sequence[Cells], mapped: Mapped) -> TableSheet | None:
    """The table in a sheet, from its name or else from headings that can only be those of contracts."""
    named = table_of(title)
    table = named or "contracts"
    top = header(table, head, mapped)
    if not any(cell is not None for row in head for cell in row):
        return None
    lacks = () if _can_be_named(table, top) else top.lacks
    if lacks and (named is None or (named != "contracts" and not _is_own_name(title, named))):
        return None
    if named is None and len(set(top.fields.values())) < _ENOUGH:
        return None
    bare = TableSheet(file, title, table, top.row, top.fields, named is not None)
    return _sheet(bare, top, head, lacks, mapped.get(table, {}))


def _can_be_named(table: str, top: Header) -> bool:
    """Whether a contract can do without a number or a name, where enough else tells of it."""
    if table == "efforts":
        return top.lacks == ("id",)
    return table == "contracts" and len(top.lacks) == 1 and len(top.fields) > _ENOUGH


def lacking(title: str, head: Sequence[Cells], mapped: Mapped) -> tuple[str, ...]:
    """The needed headings that a sheet named after a table does not have; none when its name says nothing."""
    table = table_of(title)
    return () if table is None else expected(table, header(table, head, mapped).lacks)


def headings_seen(head: Sequence[Cells]) -> tuple[str, ...]:
    """The row that looks most like headings: of those with nothing but text, else of all, the one with most words."""
    in_use = [[cell for cell in row if cell is not None] for row in head]
    words = [[cell for cell in row if isinstance(cell, str) and any(map(str.isalpha, cell))] for row in in_use]
    pure = [texts for row, texts in zip(in_use, words, strict=True) if all(isinstance(cell, str) for cell in row)]
    best = max(pure, key=len, default=[]) or max(words, key=len, default=[])
    return tuple(_spelled(cell) for cell in best[:_MANY])


def expected(table: str, keys: Sequence[str]) -> tuple[str, ...]:
    """What the headings of fields are called, in both languages: `Contractnummer/Contract number`."""
    words = [lists(lang, f"vocabulary.headings.{table}") for lang in LANGUAGES]
    return tuple("/".join(word[key][0] for word in words) for key in keys)


def refused_headings(file: str, title: str, head: Sequence[Cells]) -> Iterator[Problem]:
    """Headings of a BSN in a sheet that is not read; text that mentions it stands alone in its row."""
    for number, row in enumerate(head, start=1):
        if sum(cell is not None for cell in row) > 1:
            for index, cell in enumerate(row):
                if isinstance(cell, str) and len(cell) <= _LONGEST_HEADING and names_bsn(cell):
                    place = Place(file, title, number, "", letters(index))
                    yield Problem("column_personal", place, {"heading": _spelled(cell)})


_MANY = 40
_LONGEST_HEADING = 40


def _spelled(heading: str) -> str:
    return without_numbers(shown(heading.strip()))


def _is_own_name(title: str, table: str) -> bool:
    return plain(title) in {plain(lists(lang, "vocabulary.tables")[table][0]) for lang in LANGUAGES} | {table}


def _sheet(
    bare: TableSheet, top: Header, head: Sequence[Cells], missing: Sequence[str], chosen: Mapping[str, str]
) -> TableSheet:
    headings = top.headings
    refused = {index for index, text in headings.items() if _is_refused(text, bare.table)}
    fields = {index: key for index, key in sorted(bare.fields.items()) if index not in refused}
    above, own = head[: bare.header_row - 1], {index for index in fields if plain(headings[index]) in chosen}
    taxed = {index for index in _with_vat(bare.table, fields, headings, above) if index not in own}
    fields = {index: key for index, key in fields.items() if index not in taxed}
    known = {*fields, *refused, *(index for index, _ in top.lower)}
    left = {index: text for index, text in headings.items() if index not in known}
    left = {index: text for index, text in left.items() if chosen.get(plain(text)) != ""}
    beside = _beside(left) if bare.table == "contracts" else {}
    terms = [index for index, kind in beside.items() if kind in _FOLLOWS] + _months(bare.table, fields)
    units = unit_columns(left, _amounts(bare.table, fields), terms) if bare.table == "contracts" else {}
    left = {index: text for index, text in left.items() if index not in beside and index not in units}
    taxed |= {index for index, text in left.items() if has_vat(text)}
    yearly = {index for index, text in left.items() if is_per_year(text)} - taxed
    overruled = [index for index, text in left.items() if field_of(bare.table, text) in fields.values()]
    problems = [
        Problem("column_personal", bare.cell(index, bare.header_row), {"heading": _spelled(headings[index])})
        for index in sorted(refused)
    ]
    problems += _columns_twice(bare, fields, headings)
    if missing:
        # Of a sheet about people only what are surely headings: a row of data may hold names.
        about_people = bare.table in PERSON_TABLES
        row = head[min(bare.header_row, len(head)) - 1]
        seen = headings_seen(head if not about_people else [row] if bare.fields else [])
        values = {"missing": expected(bare.table, missing), "seen": seen, "rows": HEAD_ROWS}
        problems.append(Problem("headings_missing" if seen else "headings_missing_none", bare.place, values))
    return replace(
        bare,
        fields=fields,
        with_vat=tuple(_spelled(text) for index, text in left.items() if index in taxed),
        per_year=tuple(_spelled(text) for index, text in left.items() if index in yearly),
        unknown=tuple(_spelled(text) for index, text in left.items() if index not in {*overruled, *taxed, *yearly}),
        overruled=tuple(_spelled(left[index]) for index in overruled),
        lower=tuple(
            (bare.cell(index, bare.header_row), _spelled(headings[index]), _spelled(headings[first]))
            for index, first in top.lower
        ),
        problems=tuple(problems),
        width=max((index + 1 for cells in head for index, cell in enumerate(cells) if cell is not None), default=0),
        letters=_places(fields, beside),
        headings={index: _spelled(headings[index]) for index in (*fields, *beside, *units) if index in headings},
        not_read={index: _spelled(headings[index]) for index in (*left, *(index for index, _ in top.lower))},
        beside=beside,
        units=units,
        thousands=columns_in_thousands(above, headings, _amounts(bare.table, fields)),
    )


def _amounts(table: str, fields: Mapping[int, str]) -> list[int]:
    sorts = infos(table)
    return [index for index, key in fields.items() if sorts[key].sort == "amount" or key == APPROVED]


def _months(table: str, fields: Mapping[int, str]) -> list[int]:
    return [index for index, key in fields.items() if infos(table)[key].sort == "months"]


def _with_vat(
    table: str, fields: Mapping[int, str], headings: Mapping[int, str], above: Sequence[Cells]
) -> Iterator[int]:
    """The columns with amounts of which a title or note above the headings says that they include VAT."""
    if any(isinstance(cell, str) and has_vat(cell) for row in above for cell in row):
        yield from (index for index in _amounts(table, fields) if not says_without_vat(headings[index]))


def _beside(headings: Mapping[int, str]) -> dict[int, str]:
    """The first column of each kind that stands beside the fields."""
    kinds: dict[str, int] = {}
    for index, text in headings.items():
        if (kind := beside_of(text)) is not None and kind != "counted_in":
            kinds.setdefault(kind, index)
    return {index: kind for kind, index in kinds.items()}


def _places(fields: Mapping[int, str], beside: Mapping[int, str]) -> dict[str, str]:
    """The column of each field; what follows from another column stands in that one."""
    columns = {key: letters(index) for index, key in fields.items()}
    mixed = next((columns[key] for key in _MIXED if key in columns), None)
    followed = {} if mixed is None else dict.fromkeys(_SPREAD, mixed)
    if APPROVED in columns:  # that column may hold the amount itself
        followed[REALISED] = columns[APPROVED]
    for index, kind in sorted(beside.items(), key=lambda pair: pair[1], reverse=True):
        followed |= dict.fromkeys(_FOLLOWS.get(kind, ()), letters(index))
    return columns | {key: column for key, column in followed.items() if key not in columns}


_FOLLOWS = {
    "term": ("start", "end", "end_latest", "term_months", "option_months"),
    "options": ("end_latest", "option_months"),
}


_MIXED = ("social_return.asked", "social_return.percent", "social_return.amount")
_SPREAD = (*_MIXED, "social_return.basis")


def _is_refused(heading: str, table: str) -> bool:
    return names_bsn(heading) or (table == "efforts" and names_person(heading) and field_of(table, heading) is None)


def _columns_twice(sheet: TableSheet, fields: Mapping[int, str], headings: Mapping[int, str]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for index, key in fields.items():
        first = seen.setdefault(key, index)
        if first != index:
            values = {"heading": _spelled(headings[index]), "other": _spelled(headings[first]), "field": key}
            same = plain(headings[index]) == plain(headings[first])
            yield Problem("column_same" if same else "column_twice", sheet.cell(index, sheet.header_row), values)
