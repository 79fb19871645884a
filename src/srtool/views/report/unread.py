"""The sheet of what could not be read: per column and word where it stands first, how often, and what to do."""

from __future__ import annotations

from srtool.register.unread import UnreadGroup, as_problem, grouped
from srtool.texts import Lang
from srtool.texts.say import plain, why_unread
from srtool.views.report.contents import Contents
from srtool.views.shared.discreet import discreet_cells
from srtool.views.shared.table import Column
from srtool.views.sheets import table
from srtool.views.sheets.book import Book


def write(book: Book, contents: Contents) -> None:
    """The sheet, what stands there most often first; none where all was read."""
    if groups := grouped(discreet_cells(contents.register_file.unread)):
        table.write(book, "unread", _columns(book.lang), groups)


def _columns(lang: Lang) -> tuple[Column[UnreadGroup], ...]:
    return (
        Column("heading", "wrapped", lambda group: group.first.heading, 24),
        Column("written", "wrapped", lambda group: plain(lang, group.first.value), 26),
        Column("times", "count", lambda group: group.count, 9),
        Column("first_cell", "wrapped", lambda group: str(group.first.place), 34),
        Column("not_read_because", "wrapped", lambda group: why_unread(lang, as_problem(group)), 70),
    )
