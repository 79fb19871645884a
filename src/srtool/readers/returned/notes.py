"""What was written on meeting sheets in Word: the rows of their tables as contacts, before they join a register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from xml.etree.ElementTree import Element

from srtool.errors import Problem
from srtool.lazy_dataclass import dataclass
from srtool.place import Place, Row
from srtool.readers import citizen_numbers
from srtool.readers.checked_records import records
from srtool.readers.excel import from_excel
from srtool.readers.excel.book import Book
from srtool.readers.excel.grid import Grid
from srtool.readers.raw import RawTable
from srtool.readers.unread import remarks
from srtool.readers.word.archive import opened
from srtool.readers.word.names import CELL, DELETED, MOVED_FROM, PARAGRAPH, ROW, TABLE, w
from srtool.register.model import Contact
from srtool.texts import LANGUAGES, lists
from srtool.texts.say import table_name

SUFFIXES = frozenset({".docx", ".docm"})
_NEEDED = ("contract", "on")
_GIVEN = {"contract"}
"""What stood in a row before anything was written in it."""
_TEXT, _BREAKS = w("t"), frozenset({w("br"), w("cr"), w("tab")})
_GONE = frozenset({DELETED, MOVED_FROM})


@dataclass(frozen=True, slots=True)
class Notes:
    """What came back: the contacts with their places, and what of it cannot be taken over."""

    file: str
    contacts: tuple[tuple[Row, Contact], ...]
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


def read(path: Path) -> Notes:
    """The contacts in a Word document; InputError when it is none, or cannot be opened."""
    with opened(path) as package:
        body = package.tree(package.main)
    tables = [] if body is None else [rows for rows in map(_rows, body.iter(TABLE)) if _holds_contacts(rows)]
    if not tables:
        return Notes(path.name, (), (Problem("notes_no_table", Place(path.name)),), ())
    sheet = Grid(table_name(LANGUAGES[0], "contacts"), lambda: chain.from_iterable(tables), merged=())
    raw = from_excel.tables_of(Book("text", (sheet,)), path.name, {}, only="contacts")
    table = _filled(raw.tables.get("contacts", RawTable()))
    good, wrong = records("contacts", table)
    problems = [*raw.problems, *remarks(raw.unread), *wrong, *_citizen_numbers(table)]
    return Notes(path.name, tuple(good), tuple(problems), tuple(raw.remarks))


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
