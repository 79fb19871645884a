"""The sheet of attention: what must be done, by whom, before when, in the order of the monitor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from srtool.finding import Owner
from srtool.progress.agenda import Due
from srtool.progress.standing import Progress
from srtool.texts import Lang
from srtool.views.monitor.to_lines import due_text
from srtool.views.monitor.words import why
from srtool.views.monitor.words import words as followed
from srtool.views.report.contents import Contents
from srtool.views.report.contracts import TONES
from srtool.views.sheets.book import Book, Link, Toned, Value, words
from srtool.views.sheets.table import Column, Sheet

_COLUMNS = (
    Column("rank", 7, "count"),
    Column("contract", 16, "wrapped"),
    Column("title", 28, "wrapped"),
    Column("state", 17),
    Column("why", 36, "wrapped"),
    Column("acts", 18, "wrapped"),
    Column("who", 22, "wrapped"),
    Column("before", 12, "day"),
    Column("deadline", 23, "wrapped"),
    Column("advice", 34, "wrapped"),
    Column("gap", 15, "euro", "sum"),
    Column("days_left", 9, "count"),
)


def write(book: Book, contents: Contents, where: Mapping[str, str]) -> None:
    """The sheet; `where` says where the reasoning of each contract begins."""
    found = contents.monitoring.attention
    sheet = Sheet(book, "attention", _COLUMNS, note=words(book.lang, "notes")["attention"], links=len(found))
    for rank, one in enumerate(found, start=1):
        sheet.append([rank, *_cells(one, contents, book.lang, where)])
    sheet.close()


def _cells(one: Progress, contents: Contents, lang: Lang, where: Mapping[str, str]) -> Iterator[Value]:
    contract = one.dossier.contract
    owner, name = one.acts
    first = _first(one)
    yield Link(contract.id, where.get(contract.id))
    yield contract.title
    yield Toned(followed(lang, "states")[one.state.value], TONES[one.state])
    yield why(one, lang)
    yield followed(lang, "who")[owner.value]
    yield contents.supplier(name) if owner is Owner.SUPPLIER else name
    yield None if first is None else first.day
    yield None if first is None else due_text(first, lang)
    yield words(lang, "todo")[one.state.value]
    yield one.gap
    yield one.days_left


def _first(progress: Progress) -> Due | None:
    """What is overdue longest, else what comes first."""
    return progress.dues[0] if progress.dues else None
