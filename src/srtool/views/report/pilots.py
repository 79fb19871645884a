"""The sheet of pilots and lessons: what is being tried where, and what was learnt."""

from __future__ import annotations

from collections.abc import Mapping

from srtool.lazy_dataclass import dataclass
from srtool.progress.standing import Progress
from srtool.register.model import Contract
from srtool.texts import Lang, sentence
from srtool.texts.say import word
from srtool.views.report.contents import Contents
from srtool.views.report.progress_percent import progress_percent
from srtool.views.report.tones import state_word
from srtool.views.shared.table import Column, Link
from srtool.views.sheets import table
from srtool.views.sheets.book import Book


@dataclass(frozen=True, slots=True)
class _Tried:
    """A contract with its status, and where it stands when it is followed."""

    contract: Contract
    status: str
    progress: Progress | None


def piloting(contents: Contents) -> list[Contract]:
    """The contracts on which something is tried or learnt."""
    contracts = ((contract, contract.social_return) for contract in contents.register_file.register.contracts)
    return [contract for contract, asked in contracts if asked.pilot is not None or asked.lesson is not None]


def write(book: Book, contents: Contents, where: Mapping[str, str]) -> None:
    """The sheet; `where` says where the reasoning of each contract begins."""
    progress = contents.progress()
    status = {verdict.id: verdict.status for verdict in contents.report.contracts}
    rows = [_Tried(contract, status[contract.id], progress.get(contract.id)) for contract in piloting(contents)]
    table.write(book, "pilots", _columns(contents, book.lang, where), rows, linked=True)


def _columns(contents: Contents, lang: Lang, where: Mapping[str, str]) -> tuple[Column[_Tried], ...]:
    no_lesson = sentence(lang, "report.table.no_lesson")
    return (
        Column("contract", "wrapped", lambda row: Link(row.contract.id, where.get(row.contract.id)), 16),
        Column("title", "wrapped", lambda row: row.contract.title, 30),
        Column("category", "wrapped", lambda row: row.contract.category, 18),
        Column("phase", "text", lambda row: word(lang, row.status), 12),
        Column("supplier", "wrapped", lambda row: contents.supplier(row.contract.supplier), 26),
        Column("pilot", "wrapped", lambda row: row.contract.social_return.pilot, 50),
        Column("lesson", "wrapped", lambda row: row.contract.social_return.lesson or no_lesson, 56),
        Column(
            "state", "wrapped", lambda row: None if row.progress is None else state_word(row.progress.state, lang), 17
        ),
        Column("progress", "percent", lambda row: None if row.progress is None else progress_percent(row.progress), 11),
    )
