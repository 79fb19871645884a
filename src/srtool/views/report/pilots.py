"""The sheet of pilots and lessons: what is being tried where, and what was learnt."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.progress.standing import Progress
from srtool.register.model import Contract
from srtool.texts import Lang
from srtool.texts.say import word
from srtool.views.monitor.words import words as followed
from srtool.views.report.contents import Contents
from srtool.views.report.contracts import TONES, progress_percent
from srtool.views.sheets.book import Book, Link, Toned, Value, words
from srtool.views.sheets.table import Column, Sheet

_COLUMNS = (
    Column("contract", 16, "wrapped"),
    Column("title", 30, "wrapped"),
    Column("category", 18, "wrapped"),
    Column("phase", 12),
    Column("supplier", 26, "wrapped"),
    Column("pilot", 50, "wrapped"),
    Column("lesson", 56, "wrapped"),
    Column("state", 17),
    Column("progress", 11, "percent"),
)


def piloting(contents: Contents) -> list[Contract]:
    """The contracts on which something is tried or learnt."""
    asked = ((one, one.social_return) for one in contents.register_file.register.contracts)
    return [one for one, of in asked if of.pilot is not None or of.lesson is not None]


def write(book: Book, contents: Contents, where: dict[str, str]) -> None:
    """The sheet; `where` says where the reasoning of each contract begins."""
    found = piloting(contents)
    sheet = Sheet(book, "pilots", _COLUMNS, note=words(book.lang, "notes")["pilots"], links=len(found))
    progress = contents.progress()
    status = {verdict.id: verdict.status for verdict in contents.report.contracts}
    for one in found:
        link = Link(one.id, where.get(one.id))
        sheet.append([link, *_cells(one, progress.get(one.id), status[one.id], contents, book.lang)])
    sheet.close()


def _cells(one: Contract, found: Progress | None, status: str, contents: Contents, lang: Lang) -> Iterator[Value]:
    yield one.title
    yield one.category
    yield word(lang, status)
    yield contents.supplier(one.supplier)
    yield one.social_return.pilot
    yield one.social_return.lesson or words(lang, "table")["no_lesson"]
    if found is None:
        yield from (None, None)
        return
    yield Toned(followed(lang, "states")[found.state.value], TONES[found.state])
    yield progress_percent(found)
