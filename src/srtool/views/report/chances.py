"""The sheet of chances: contracts that ask no social return, each with the nearest example and its source."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from srtool.ideas.chances import Chance
from srtool.ideas.idea import Idea
from srtool.texts import Lang, words
from srtool.views.report.contents import Contents
from srtool.views.shared.table import Column, Link, Toned
from srtool.views.sheets import table
from srtool.views.sheets.book import Book


def write(book: Book, contents: Contents, where: Mapping[str, str]) -> None:
    """The sheet; `where` says where the reasoning of each contract begins. First those with an example."""
    rows = sorted(contents.chances, key=lambda chance: not chance.matches)
    table.write(book, "chances", _columns(book.lang, where), rows, linked=True)


def _columns(lang: Lang, where: Mapping[str, str]) -> tuple[Column[Chance], ...]:
    line = words(lang, "ideas.line")["example"]
    kinds, certainty = words(lang, "ideas.kinds"), words(lang, "ideas.certainty")
    return (
        Column("contract", "wrapped", lambda row: Link(row.contract.id, where.get(row.contract.id)), 16),
        Column("title", "wrapped", lambda row: row.contract.title, 30),
        Column("unit_of", "wrapped", lambda row: row.contract.unit, 18),
        Column("client", "wrapped", lambda row: row.contract.client, 20),
        Column("idea_category", "wrapped", _told(lambda idea: idea.category), 24),
        Column("example", "wrapped", _told(lambda idea: line.format(kind=kinds[idea.kind], example=idea.example)), 60),
        Column("beware", "wrapped", _caution, 30),
        Column("matched", "text", lambda row: row.matches[0].on if row.matches else None, 14),
        Column("source", "wrapped", _told(_source), 40),
        Column("certainty", "wrapped", _told(lambda idea: certainty[idea.certainty]), 18),
    )


def _told(of: Callable[[Idea], str | None]) -> Callable[[Chance], str | None]:
    """What the nearest idea says; nothing where none fits."""
    return lambda row: of(row.matches[0].idea) if row.matches else None


def _caution(row: Chance) -> Toned | None:
    caution = row.matches[0].idea.caution if row.matches else None
    return None if caution is None else Toned(caution, "warn")


def _source(idea: Idea) -> str:
    """With the firms and bodies that it names: an example recommends nobody."""
    return "\n".join(filter(None, (idea.source, idea.parties, idea.url)))
