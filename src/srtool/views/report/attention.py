"""The sheet of attention: what must be done, by whom, before when, in the order of the monitor."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from srtool.finding import Owner
from srtool.lazy_dataclass import dataclass
from srtool.progress.agenda import Due
from srtool.progress.standing import Progress
from srtool.progress.state import State
from srtool.texts import Lang, words
from srtool.views.report.contents import Contents
from srtool.views.report.tones import state_word
from srtool.views.shared.standing_words import due_text, why
from srtool.views.shared.table import Column, Link
from srtool.views.sheets import table
from srtool.views.sheets.book import Book


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A contract in its place, who acts on it, and what is overdue longest, else comes first."""

    rank: int
    progress: Progress
    owner: Owner
    name: str | None
    due: Due | None


def write(book: Book, contents: Contents, where: Mapping[str, str]) -> None:
    """The sheet; `where` says where the reasoning of each contract begins."""
    rows = [_ranked(rank, progress, contents) for rank, progress in enumerate(contents.monitoring.attention, start=1)]
    table.write(book, "attention", _columns(contents, book.lang, where), rows, linked=True)


def _ranked(rank: int, progress: Progress, contents: Contents) -> _Ranked:
    owner, name = progress.acts
    named = contents.supplier(name) if owner is Owner.SUPPLIER else name
    return _Ranked(rank, progress, owner, named, next(iter(progress.dues), None))


def _columns(contents: Contents, lang: Lang, where: Mapping[str, str]) -> tuple[Column[_Ranked], ...]:
    owners = words(lang, "monitor.who")
    return (
        Column("rank", "count", lambda row: row.rank, 7),
        Column("contract", "wrapped", lambda row: _link(row.progress, where), 16),
        Column("title", "wrapped", lambda row: row.progress.dossier.contract.title, 28),
        Column("supplier", "wrapped", lambda row: contents.supplier(row.progress.dossier.contract.supplier), 24),
        Column("state", "wrapped", lambda row: state_word(row.progress.state, lang), 19),
        Column("why", "wrapped", lambda row: why(row.progress, lang), 36),
        Column("acts", "wrapped", lambda row: owners[row.owner.value], 18),
        Column("who", "wrapped", lambda row: row.name, 22),
        Column("before", "date", lambda row: None if row.due is None else row.due.day, 12),
        Column("deadline", "wrapped", lambda row: None if row.due is None else due_text(row.due, lang), 23),
        Column("advice", "wrapped", lambda row: _advice(row.progress, lang), 34),
        Column("gap", "euro", _gap, 15, "sum", is_part=lambda row: _gap(row) is None),
        Column("days_left", "count", lambda row: row.progress.days_left, 9),
    )


def _advice(progress: Progress, lang: Lang) -> str:
    """What the state calls for; where it cannot be said, what would make it known."""
    if progress.state is not State.UNKNOWN:
        return str(words(lang, "report.todo")[progress.state.value])
    is_without = progress.rule in {"no_amount", "over_no_amount"}
    return str(words(lang, "report.todo_unknown")[(is_without and progress.dossier.lacks) or progress.rule])


def _gap(row: _Ranked) -> Decimal | None:
    return row.progress.shown("gap")


def _link(progress: Progress, where: Mapping[str, str]) -> Link:
    contract = progress.dossier.contract.id
    return Link(contract, where.get(contract))
