"""The row with the headings of a table, which may be named by the row above it as well, and what each column is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeGuard

from srtool.lazy_dataclass import dataclass
from srtool.readers.excel.other_amounts import without_approval
from srtool.readers.excel.thousands import says_thousands, without_unit
from srtool.readers.vocabulary import field_of, is_number_or_name, plain, rank_of
from srtool.register.columns import infos

REALISED, APPROVED = "social_return.realised", "social_return.realised_approved"
"""What was realised, and whether it was approved: a heading may say both at once."""
_LONGEST = 300
"""Characters of a heading; what is longer is a text below or above the table."""
Cells = Sequence[object]
"""The values of one row, from the first column on."""
Mapped = Mapping[str, Mapping[str, str]]
"""Per table: heading, as `plain` spells it, to field, or to nothing; what the user has written in [columns]."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where the headings stand, counted from 1, and what they say; columns are counted from 0."""

    row: int
    headings: Mapping[int, str]
    fields: Mapping[int, str]
    lower: tuple[tuple[int, int], ...] = ()
    """Columns with a heading for the same field as another, lower in rank: each with the column that is read."""
    lacks: tuple[str, ...] = ()
    """The needed fields without a column."""


def header(table: str, head: Sequence[Cells], mapped: Mapped) -> Header:
    """The row with most headings of a table; without any, the first row."""
    found = max(_headers(table, head, mapped), key=lambda one: len(set(one.fields.values())), default=Header(1, {}, {}))
    needed = (key for key, info in infos(table).items() if info.required)
    lacks = tuple(key for key in needed if key not in found.fields.values())
    return Header(found.row, found.headings, found.fields, found.lower, lacks)


def _headers(table: str, head: Sequence[Cells], mapped: Mapped) -> Iterator[Header]:
    before: dict[int, str] = {}
    upper: dict[int, str] = {}
    above: dict[int, str] = {}
    for number, row in enumerate(head, start=1):
        own = both = _texts(row)
        yield _header(table, number, own, mapped)
        if above:
            both = _named_by_both(table, own, above, mapped)
            if both != own:  # a heading of both rows may stand in the upper one alone, or be merged over both
                both |= {n: text for n, text in upper.items() if _is_free(row, n) or own.get(n) == before.get(n)}
            yield _header(table, number, both, mapped)
        before, upper, above = own, both, _spread(row)


def _is_free(row: Cells, index: int) -> bool:
    return index >= len(row) or row[index] is None


def _texts(row: Cells) -> dict[int, str]:
    return {index: cell for index, cell in enumerate(row) if _may_head(cell)}


def _may_head(cell: object) -> TypeGuard[str]:
    """Whether it may be a heading: a text of no more than a few lines."""
    return isinstance(cell, str) and len(cell) <= _LONGEST and cell.strip() != ""


def _spread(row: Cells) -> dict[int, str]:
    """The texts of a row, each for the empty cells to its right as well: the heading of a group."""
    spread, last = {}, ""
    for index, cell in enumerate(row):
        last = cell if _may_head(cell) else last if cell is None else ""
        if last:
            spread[index] = last
    if row and last:  # the last group goes on as far as the headings below do
        spread |= dict.fromkeys(range(len(row), len(row) + 30), last)
    return spread


def _named_by_both(table: str, own: Mapping[int, str], above: Mapping[int, str], mapped: Mapped) -> dict[int, str]:
    """Each heading with the one above it, where the two together name a field."""
    named = {}
    for index, text in own.items():
        both = f"{above.get(index, '')} {text}".strip()
        named[index] = both if _field(table, both, mapped) else text
    return named


def _field(table: str, heading: str, mapped: Mapped) -> str | None:
    chosen = mapped.get(table, {}).get(plain(heading))
    return _suggested(table, heading) if chosen is None else chosen


def _suggested(table: str, heading: str) -> str | None:
    if (field := field_of(table, heading)) is not None:
        return field
    if says_thousands(heading):
        return _suggested(table, without_unit(heading)) if without_unit(heading) != heading else None
    bare = without_approval(heading)
    return APPROVED if bare is not None and table == "contracts" and field_of(table, bare) == REALISED else None


def _number_or_name(table: str, fields: dict[int, str], headings: Mapping[int, str], others: Collection[int]) -> None:
    """Gives a heading such as *Contract* the number or the name, whichever has no column of its own."""
    lacks = {"id", "title"}.difference(fields.values())
    if table != "contracts" or len(lacks) != 1:
        return
    unclear = (index for index in sorted(headings) if index not in fields and index not in others)
    either = next((index for index in unclear if is_number_or_name(headings[index])), None)
    if either is not None:
        fields[either] = lacks.pop()


def _header(table: str, number: int, headings: dict[int, str], mapped: Mapped) -> Header:
    """What the user has mapped himself goes before what a heading suggests, and that by the rank of the heading."""
    of_user = mapped.get(table, {})
    chosen = {index: of_user[plain(text)] for index, text in headings.items() if plain(text) in of_user}
    suggested = {index: _suggested(table, text) for index, text in headings.items() if index not in chosen}
    taken = set(chosen.values())
    fields = {index: key for index, key in chosen.items() if key}
    best: dict[str, int] = {}
    lower: list[tuple[int, int]] = []
    for index in sorted(
        (index for index, key in suggested.items() if key is not None and key not in taken),
        key=lambda index: (rank_of(table, headings[index]), index),
    ):
        key = suggested[index] or ""
        first = best.setdefault(key, index)
        if first == index:
            fields[index] = key
        else:
            lower.append((index, first))
    _number_or_name(table, fields, headings, {*chosen, *(index for index, _ in lower)})
    return Header(number, headings, dict(sorted(fields.items())), tuple(sorted(lower)))
