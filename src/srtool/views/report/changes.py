"""The sheet of changes: what became different per contract since an earlier report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from srtool.portfolio.changes import Change, Changes, What
from srtool.texts import Lang, sentence, words
from srtool.texts.say import day
from srtool.views.shared.names import counted
from srtool.views.shared.table import Column, Link, Tone, Toned
from srtool.views.sheets import table
from srtool.views.sheets.book import Book

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
    same = counted(lang, "report.same", changes.same)
    note = sentence(lang, "report.notes.changes").format(day=day(lang, changes.since), same=same)
    table.write(book, "changes", _columns(lang, where), changes.rows, note=note, linked=True)


def _columns(lang: Lang, where: Mapping[str, str]) -> tuple[Column[Change], ...]:
    states, whats = words(lang, "monitor.states"), words(lang, "report.changes")
    return (
        Column("contract", "wrapped", lambda change: Link(change.contract, where.get(change.contract)), 16),
        Column("title", "wrapped", lambda change: change.title, 26),
        Column("change", "text", lambda change: Toned(whats[change.what], _TONES[change.what])),
        Column("differs", "wrapped", lambda change: ", ".join(_field_names(change.differs, lang)) or None, 24),
        Column("before_state", "wrapped", lambda change: change.before_state and states[change.before_state], 17),
        Column("state", "wrapped", lambda change: change.state and states[change.state], 17),
        Column("before_owed", "euro", lambda change: change.before_owed, 16),
        Column("owed", "euro", lambda change: change.owed, 16),
        Column("before_confirmed", "euro", lambda change: change.before_confirmed, 16),
        Column("confirmed", "euro", lambda change: change.confirmed, 16),
        Column("new_findings", "wrapped", lambda change: ", ".join(change.new_findings) or None, 20),
        Column("solved_findings", "wrapped", lambda change: ", ".join(change.solved_findings) or None, 20),
    )


def _field_names(fields: Iterable[str], lang: Lang) -> Iterator[str]:
    """What these fields are called on the other sheets."""
    yield from (
        words(lang, "report.sheets" if field == "findings" else "report.columns")[field].lower() for field in fields
    )
