"""The sheet of changes: what became different per contract since an earlier report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from srtool.portfolio.changes import Change, Changes, What
from srtool.texts import Lang
from srtool.texts.say import day
from srtool.views.monitor.words import words as followed
from srtool.views.shared.names import counted
from srtool.views.sheets.book import Book, Link, Tone, Toned, Value, words
from srtool.views.sheets.table import Column, Sheet

_COLUMNS = (
    Column("contract", 16, "wrapped"),
    Column("title", 26, "wrapped"),
    Column("change", 14),
    Column("differs", 24, "wrapped"),
    Column("before_state", 17),
    Column("state", 17),
    Column("before_owed", 16, "euro"),
    Column("owed", 16, "euro"),
    Column("before_confirmed", 16, "euro"),
    Column("confirmed", 16, "euro"),
    Column("new_findings", 20, "wrapped"),
    Column("solved_findings", 20, "wrapped"),
)
_TONES: Mapping[What, Tone] = {
    "worsened": "bad",
    "added": "calm",
    "gone": "calm",
    "met": "good",
    "improved": "good",
    "changed": "open",
}


def write(book: Book, changes: Changes, where: Mapping[str, str]) -> None:
    """The sheet, the most serious first; it also says that nothing changed."""
    lang = book.lang
    same = counted(lang, "same", changes.same, "report")
    note = words(lang, "notes")["changes"].format(day=day(lang, changes.since), same=same)
    sheet = Sheet(book, "changes", _COLUMNS, note=note, links=len(changes.rows))
    for one in changes.rows:
        sheet.append(_row(one, lang, where))
    sheet.close()


def _row(one: Change, lang: Lang, where: Mapping[str, str]) -> Iterator[Value]:
    states = followed(lang, "states")
    yield Link(one.contract, where.get(one.contract))
    yield one.title
    yield Toned(words(lang, "changes")[one.what], _TONES[one.what])
    yield ", ".join(_named(one.differs, lang)) or None
    yield None if one.before_state is None else states[one.before_state]
    yield None if one.state is None else states[one.state]
    yield from (one.before_owed, one.owed, one.before_confirmed, one.confirmed)
    yield ", ".join(one.new_findings) or None
    yield ", ".join(one.solved_findings) or None


def _named(fields: Iterable[str], lang: Lang) -> Iterator[str]:
    """What these fields are called on the other sheets."""
    yield from (words(lang, "sheets" if one == "findings" else "columns")[one].lower() for one in fields)
