"""An earlier report of this tool, read back: its day, and each contract as it stood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from srtool.errors import InputError, Problem
from srtool.money import NotANumber, amount_from_float
from srtool.place import Place
from srtool.portfolio.changes import LAYOUT, REPORT, SEEN_ON, Before, Snapshot
from srtool.readers.excel.book import Book, book_of
from srtool.readers.register import content
from srtool.texts import LANGUAGES, lists, words

_HEAD_ROWS = 10
_SHEETS = ("contracts", "findings")
_EACH = ("contract", "title", "applies")
"""Every contract has these; the totals, and a line that a reader added, do not."""


def read(path: Path) -> Before:
    """The contracts in a report, in either language; UsageError when it cannot be read, InputError when it is none."""
    book = book_of(content(path), path.name, path.stem, _is_needed)
    on = _day(book, path.name)
    findings: dict[str, set[str]] = defaultdict(set)
    for _, row in _rows(book, path.name, "findings"):
        if isinstance(row.get("contract"), str) and isinstance(row.get("code"), str):
            findings[row["contract"]].add(row["code"])
    contracts = {
        row["contract"]: _snapshot(row, place, frozenset(findings[row["contract"]]))
        for place, row in _rows(book, path.name, "contracts")
        if all(isinstance(row.get(key), str) for key in _EACH)
    }
    return Before(on, contracts)


def _day(book: Book, name: str) -> date:
    """The day of the report; InputError when it is none, or one of another layout."""
    marks = book.properties
    if REPORT not in marks:
        raise InputError([Problem("report_other_kind", Place(name))])
    try:
        return date.fromisoformat(marks.get(SEEN_ON, "") if marks[REPORT] == LAYOUT else "")
    except ValueError as error:
        raise InputError([Problem("report_other_layout", Place(name))]) from error


def _is_needed(title: str) -> bool:
    return any(_holds(title, key) for key in _SHEETS)


def _holds(title: str, key: str) -> bool:
    """Whether the sheet of this title is that of a table, or one that it goes on over, in either language."""
    titles = [words(lang, "report.sheets")[key] for lang in LANGUAGES]
    return title in titles or title.startswith(tuple(f"{name} (" for name in titles))


def _rows(book: Book, name: str, key: str) -> Iterator[tuple[Place, dict[str, Any]]]:
    """The rows of a table by the keys of its columns, on all sheets that it goes on over, each with its place."""
    headings = dict(_called("columns"))
    headings |= {text: column for lang in LANGUAGES for column, text in words(lang, "report.columns").items()}
    for sheet in book.grids:
        if not _holds(sheet.title, key):
            continue
        columns: dict[int, str] = {}
        for number, cells in enumerate(sheet.rows(), start=1):
            if columns:
                yield (
                    Place(name, sheet.title, number, "", "A"),
                    {key: cells[n] for n, key in columns.items() if n < len(cells)},
                )
            elif number <= _HEAD_ROWS and sum(cell in headings for cell in cells if isinstance(cell, str)) > 2:
                columns = {
                    n: headings[cell] for n, cell in enumerate(cells) if isinstance(cell, str) and cell in headings
                }


def _snapshot(row: Mapping[str, Any], place: Place, findings: frozenset[str]) -> Snapshot:
    amounts = {key: _amount(row.get(key), place) for key in ("norm", "asked", "owed", "confirmed")}
    return Snapshot(
        title=row["title"],
        state=_code(row.get("state"), "monitor.states", _called("states")),
        applies=_code(str(row.get("applies")).partition(",")[0], "check.applies", _called("applies")) or "",
        findings=findings,
        **amounts,
    )


def _amount(value: object, place: Place) -> Decimal | None:
    if value is None:
        return None
    try:
        if isinstance(value, int | float):
            return amount_from_float(float(value))
    except NotANumber:
        pass
    raise InputError([Problem("report_changed", place)])


@cache
def _called(what: str) -> Mapping[str, str]:
    """What each earlier name of a column, state or answer stands for, in either language."""
    tables = (lists(lang, f"report.was.{what}") for lang in LANGUAGES)
    return {name: key for table in tables for key, names in table.items() for name in names}


def _code(word: object, table: str, earlier: Mapping[str, str]) -> str | None:
    """What a word of either language stands for, or stood for."""
    for lang in LANGUAGES:
        for code, text in words(lang, table).items():
            if text == word:
                return code
    return earlier.get(str(word))
