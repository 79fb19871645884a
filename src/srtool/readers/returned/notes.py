"""What was written on meeting sheets in Word: the rows of their tables as contacts, before they join a register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

from srtool.errors import Problem
from srtool.lazy_dataclass import dataclass
from srtool.place import Place, Row, TablePlace, Where
from srtool.readers import citizen_numbers
from srtool.readers.checked_records import records
from srtool.readers.excel import from_excel
from srtool.readers.excel.book import Book
from srtool.readers.excel.grid import Grid, letters
from srtool.readers.raw import ABSENT, RawTable
from srtool.readers.unread import remarks
from srtool.readers.word.archive import opened
from srtool.readers.word.names import CELL, DELETED, MOVED_FROM, PARAGRAPH, PARAGRAPH_PROPERTIES, ROW, TABLE, VAL, w
from srtool.readers.word.styles import Styles
from srtool.register.model import Contact
from srtool.texts import LANGUAGES, lists, words
from srtool.texts.say import table_name

SUFFIXES = frozenset({".docx", ".docm"})
_NEEDED = ("contract", "on")
_GIVEN = {"contract"}
"""What stood in a row before anything was written in it."""
_TEXT, _BREAKS = w("t"), frozenset({w("br"), w("cr"), w("tab")})
_GONE = frozenset({DELETED, MOVED_FROM})


@dataclass(frozen=True, slots=True)
class Notes:
    """What came back: the contacts with the places of their fields, and what of it cannot be taken over."""

    file: str
    contacts: tuple[tuple[WrittenRow, Contact], ...]
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


def read(path: Path) -> Notes:
    """The contacts in a Word document; InputError when it is none, or cannot be opened."""
    with opened(path) as package:
        body = package.tree(package.main)
        styles = package.related(package.main, "styles")
        headings = {} if body is None else _headings(body, Styles(package.tree(styles[0]) if styles else None))
    tables = [
        _WrittenTable(heading, own) for table, heading in headings.items() if _holds_contacts(own := _rows(table))
    ]
    if not tables:
        return Notes(path.name, (), (Problem("notes_no_table", Place(path.name)),), ())
    rows, places = _one_sheet(tables)
    sheet = Grid(table_name(LANGUAGES[0], "contacts"), lambda: iter(rows), merged=())
    raw = from_excel.tables_of(Book("text", (sheet,)), path.name, {}, only="contacts")
    table = _filled(raw.tables.get("contacts", RawTable()))
    good, wrong = records("contacts", table)
    unread = {cell.place for cell in raw.unread}
    # A cell of which the value is not understood is not empty: that is told once.
    wrong = [problem for problem in wrong if problem.code not in ABSENT or problem.place not in unread]
    problems = [*raw.problems, *remarks(raw.unread), *wrong, *_citizen_numbers(table)]
    contacts = ((WrittenRow(row, places), replace(contact, cause=_cause(contact.cause))) for row, contact in good)
    return Notes(
        path.name,
        tuple(contacts),
        tuple(replace(problem, place=_in_words(problem.place, places)) for problem in problems),
        tuple(replace(remark, place=_in_words(remark.place, places)) for remark in raw.remarks),
    )


@dataclass(frozen=True, slots=True)
class _WrittenTable:
    """A table with contacts, and the heading above it."""

    heading: str
    rows: list[list[object]]


_Places = Mapping[tuple[str, int], tuple[str, int, str]]
"""Heading, row below the headings and heading of the column, by the cell as the reader of sheets counts it."""


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """The row of a table in Word in which a contact was written."""

    row: Row
    places: _Places

    def at(self, key: str) -> Where:
        """The place of a field, by heading, row and column."""
        return _in_words(self.row.at(key), self.places)


def _one_sheet(tables: Sequence[_WrittenTable]) -> tuple[list[list[object]], _Places]:
    """All tables as the rows of one sheet under the headings of the first, and where each cell stood."""
    head = tables[0].rows[0]
    rows: list[list[object]] = []
    places: dict[tuple[str, int], tuple[str, int, str]] = {}
    for table in tables:
        own = table.rows[0]
        is_like = table is not tables[0] and set(own) <= set(head)
        order = [own.index(called) if called in own else None for called in head] if is_like else None
        for at, row in enumerate(table.rows):
            if is_like and at == 0:
                continue
            rows.append(row if order is None else [_at(row, place) for place in order])
            for column, called in enumerate(head if is_like else own):
                places[letters(column), len(rows)] = (table.heading, at, str(called or ""))
    return rows, places


def _at(row: Sequence[object], place: int | None) -> object:
    return row[place] if place is not None and place < len(row) else None


def _in_words(place: Where, places: _Places) -> Where:
    """The place of a cell by what stands around it; a place that is no cell as the file."""
    if not isinstance(place, Place):
        return place
    around = places.get((place.column, place.number or 0))
    return Place(place.file) if around is None else TablePlace(place.file, *around)


def _headings(body: Element, styles: Styles) -> dict[Element, str]:
    """The tables in their order, each with the heading that it stands under."""
    heading = ""
    under: dict[Element, str] = {}
    for element in body.iter():
        if element.tag == TABLE:
            under[element] = heading
        elif element.tag == PARAGRAPH and styles.style(_style_of(element)).level is not None:
            heading = "".join(_pieces(element)).strip() or heading
    return under


def _style_of(paragraph: Element) -> str | None:
    style = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{w('pStyle')}")
    return None if style is None else style.get(VAL)


def _cause(written: str | None) -> str | None:
    """The code of a cause that is written in words, in either language; another cause as it stands."""
    plain = " ".join((written or "").split()).casefold()
    codes = (pair for lang in LANGUAGES for pair in words(lang, "monitor.causes.codes").items())
    return next((code for code, called in codes if called.casefold() == plain), written)


def _rows(table: Element) -> list[list[object]]:
    """The texts of a table; deleted text is none."""
    return [[_text(cell).strip() or None for cell in row.iter(CELL)] for row in table.iter(ROW)]


def _text(cell: Element) -> str:
    return "\n".join("".join(_pieces(paragraph)) for paragraph in cell.iter(PARAGRAPH))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield " "
        else:
            yield from _pieces(child)


def _holds_contacts(rows: Sequence[Sequence[object]]) -> bool:
    """Whether the first row has the headings of a contact."""
    headings = {str(value).casefold() for value in rows[0] if value is not None} if rows else set()
    return all(headings & _called(key) for key in _NEEDED)


def _called(key: str) -> set[str]:
    return {word.casefold() for lang in LANGUAGES for word in lists(lang, "vocabulary.headings.contacts")[key]}


def _filled(table: RawTable) -> RawTable:
    """The rows in which something was written."""
    pairs = [pair for pair in zip(table.records, table.rows, strict=True) if pair[0].keys() - _GIVEN]
    return RawTable([record for record, _ in pairs], [row for _, row in pairs])


def _citizen_numbers(table: RawTable) -> Iterator[Problem]:
    for record, row in zip(table.records, table.rows, strict=True):
        for key in citizen_numbers.FIELDS["contacts"]:
            if citizen_numbers.is_citizen_number(key, record.get(key)):
                yield Problem("claim_bsn", row.at(key))
