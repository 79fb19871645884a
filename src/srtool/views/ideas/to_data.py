"""Ideas for scripts and spreadsheets: JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from srtool.finding import Receipt
from srtool.ideas.idea import Idea
from srtool.ideas.matching import Match
from srtool.register.model import Contract
from srtool.texts import Lang, words
from srtool.views.shared.csv_table import csv_lines
from srtool.views.shared.json_document import SCHEMA_VERSION, document, receipt
from srtool.views.shared.table import Column

Row = tuple[Contract | None, Match | None]
"""A contract, where there is a register, with an idea that fits; None for a contract that none fits."""


def to_json(rows: Sequence[Row], lang: Lang, used: Receipt) -> Iterator[str]:
    """Every idea with what it was found by, and the questions for the market."""
    head = {
        "schema_version": SCHEMA_VERSION,
        "command": "ideas",
        "receipt": receipt(used),
        "questions": list(words(lang, "ideas.questions").values()),
    }
    return document(head, ideas=(_record(contract, match) for contract, match in rows))


def to_csv(rows: Iterable[Row], lang: Lang) -> Iterator[str]:
    """One row per contract and idea."""
    return csv_lines(_columns(lang), rows, words(lang, "ideas.columns"), lang)


def _record(contract: Contract | None, match: Match | None) -> dict[str, Any]:
    return {
        "contract": None if contract is None else contract.id,
        "matched": None if match is None else {"by": match.by, "on": match.on},
        "idea": None if match is None else _idea(match.idea),
    }


def _idea(idea: Idea) -> dict[str, Any]:
    return {
        "id": idea.id,
        "kind": idea.kind,
        "category": idea.category,
        "example": idea.example,
        "caution": idea.caution,
        "cpv": list(idea.cpv),
        "source": {"title": idea.source, "url": idea.url, "parties": idea.parties},
        "certainty": idea.certainty,
    }


def _columns(lang: Lang) -> tuple[Column[Row], ...]:
    kinds, certainty = words(lang, "ideas.kinds"), words(lang, "ideas.certainty")
    return (
        Column("contract", "text", lambda row: None if row[0] is None else row[0].id),
        Column("title", "text", lambda row: None if row[0] is None else row[0].title),
        Column("category", "text", _told(lambda idea: idea.category)),
        Column("kind", "text", _told(lambda idea: kinds[idea.kind])),
        Column("example", "text", _told(lambda idea: idea.example)),
        Column("caution", "text", _told(lambda idea: idea.caution)),
        Column("matched", "text", lambda row: None if row[1] is None else row[1].on),
        Column("source", "text", _told(lambda idea: idea.source)),
        Column("url", "text", _told(lambda idea: idea.url)),
        Column("parties", "text", _told(lambda idea: idea.parties)),
        Column("certainty", "text", _told(lambda idea: certainty[idea.certainty])),
    )


def _told(of: Callable[[Idea], str | None]) -> Callable[[Row], str | None]:
    """What the idea of a row says; nothing where none fits."""
    return lambda row: None if row[1] is None else of(row[1].idea)
