"""srtool verify of a workbook of report: made again, and held against it cell by cell."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from srtool import __version__
from srtool.cli import reading
from srtool.cli.made_again import asked_again, asked_for, changed, found, typed_again
from srtool.cli.temporary import temporary_files
from srtool.errors import InputError, Problem
from srtool.place import Place
from srtool.portfolio.changes import REPORT, SEEN_ON
from srtool.readers.excel.book import Book, book_of
from srtool.readers.register import content
from srtool.texts import LANGUAGES, Lang, words
from srtool.verification.differences import Difference
from srtool.verification.earlier import Earlier, earlier
from srtool.views.verification.to_lines import Told

_NOT_COMPARED = ("changes", "receipt")
"""Sheets that rest on an earlier report, or say what it was made with."""
_COLUMNS = ("part", "what", "says", "sha256")
"""Of the sheet of sources."""


def verified(path: str, given: Sequence[str]) -> tuple[Told, Sequence[Difference]]:
    """What was compared and what differs; InputError when it is no report."""
    book = _book(Path(path))
    of_book = _language(book)
    kept = _kept(book, of_book, Path(path).name)
    inputs = found(asked_for(kept), given, Path(path).parent)
    remarks = tuple(changed(kept, inputs))
    with temporary_files():
        target = Path(tempfile.gettempdir(), "again.xlsx")
        asked_again(["report", *typed_again(kept, inputs), "--out", str(target), "--lang", of_book], of_book)
        different = list(_differences(book, _book(target), of_book))
    is_whole = kept.srtool == __version__
    if not is_whole:
        different = [each for each in different if isinstance(each.was, int | float)]
    return Told(Path(path).name, "report", kept.srtool, remarks, is_whole=is_whole), different


def _book(path: Path) -> Book:
    return book_of(reading.of_path(content, str(path)), path.name, path.stem)


def _language(book: Book) -> Lang:
    titles = {grid.title for grid in book.grids}
    return next((lang for lang in LANGUAGES if words(lang, "report.sheets")["receipt"] in titles), LANGUAGES[0])


def _kept(book: Book, lang: Lang, name: str) -> Earlier:
    """What the sheet of sources says that it was made with."""
    phrases, rows = words(lang, "report.receipt"), list(_sources(book, lang))
    receipt: dict[str, Any] = {
        "srtool": next((row["says"] for row in rows if row["part"] == phrases["tool"]), ""),
        "on": book.properties.get(SEEN_ON, ""),
        "inputs": [_named(row, "name") for row in rows if row["part"] == phrases["file"]],
        "options": {row["what"]: row["says"] or "" for row in rows if row["part"] == phrases["option"]},
        "settings": next((row["sha256"] for row in rows if row["part"] == phrases["settings"]), None),
        "rule_sets": [_named(row, "id") for row in rows if row["part"] == phrases["rule_set"]],
    }
    kept = earlier({"command": "check", "receipt": receipt}) if REPORT in book.properties else None
    if kept is None:
        raise InputError([Problem("verify_no_answer", Place(name))])
    return kept


def _sources(book: Book, lang: Lang) -> Iterator[dict[str, Any]]:
    """The rows of the sheet of sources by the keys of their columns."""
    headings = {words(lang, "report.columns")[key]: key for key in _COLUMNS}
    columns: dict[int, str] = {}
    for grid in book.grids:
        if grid.title != words(lang, "report.sheets")["receipt"]:
            continue
        for row in grid.rows():
            if columns:
                yield {key: row[place] if place < len(row) else None for place, key in columns.items()}
            elif sum(cell in headings for cell in row if isinstance(cell, str)) == len(_COLUMNS):
                columns = {
                    n: headings[cell] for n, cell in enumerate(row) if isinstance(cell, str) and cell in headings
                }


def _named(row: dict[str, Any], key: str) -> dict[str, Any]:
    return {key: row["what"], "sha256": row["sha256"]}


def _differences(was: Book, now: Book, lang: Lang) -> Iterator[Difference]:
    """Every cell of the sheets that both have that is not the same, and each sheet that one of them lacks."""
    left_out = {words(lang, "report.sheets")[key] for key in _NOT_COMPARED}
    since = words(lang, "report.overview")["changed"].partition("{")[0]  # an earlier report is not asked for again
    before, after = ({grid.title: grid for grid in book.grids} for book in (was, now))
    for title in dict.fromkeys((*before, *after)):
        if title in left_out:
            continue
        if title not in before or title not in after:
            yield Difference(None, title, title if title in before else None, title if title in after else None)
            continue
        for each in _cells(title, list(before[title].rows()), list(after[title].rows())):
            if not str(each.was).startswith(since):
                yield each


def _cells(title: str, before: list[Sequence[Any]], after: list[Sequence[Any]]) -> Iterator[Difference]:
    for place in range(max(len(before), len(after))):
        was, now = (rows[place] if place < len(rows) else () for rows in (before, after))
        for column in range(max(len(was), len(now))):
            values = [row[column] if column < len(row) else None for row in (was, now)]
            if values[0] != values[1]:
                about = was[0] if was and isinstance(was[0], str) else None
                yield Difference(about, f"{title}!{_letters(column)}{place + 1}", *values)


def _letters(column: int) -> str:
    from srtool.readers.excel.grid import letters

    return letters(column)
