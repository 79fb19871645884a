"""The sheet of notices: each publication beside its contract, and what has no other half."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from srtool.notice.amounts import Amount
from srtool.notice.matching import Ground
from srtool.notice.published import STATUS_OF, PublishedContract
from srtool.notice.side_by_side import Beside
from srtool.texts import Lang, words
from srtool.texts.say import heading, word
from srtool.views.report.contents import Contents
from srtool.views.shared.table import Column, Link, Tone, Toned, Value
from srtool.views.sheets import table
from srtool.views.sheets.book import Book

_TONES: Mapping[str, Tone] = {"same": "good", "perhaps": "open", "not_registered": "warn", "not_found": "open"}


def write(book: Book, contents: Contents, where: Mapping[str, str]) -> None:
    """The sheet, where there are notices; `where` says where the reasoning of each contract begins."""
    if contents.notices:
        table.write(book, "notices", _columns(contents, book.lang, where), contents.notices, linked=True)


def _columns(contents: Contents, lang: Lang, where: Mapping[str, str]) -> tuple[Column[Beside], ...]:
    matched, answers = words(lang, "report.notice_matches"), words(lang, "report.notice_answers")
    return (
        Column("contract", "wrapped", lambda row: _link(row, where), 16),
        Column("publication", "wrapped", _of_notice(lambda notice: notice.number), 24),
        Column("title", "wrapped", lambda row: _text(row, "title"), 30),
        Column("authority", "wrapped", lambda row: _text(row, "authority"), 24),
        Column("published_on", "date", _of_notice(lambda notice: notice.published_on), 17),
        Column("phase", "text", lambda row: _status(row, lang), 14),
        Column("supplier", "wrapped", lambda row: _supplier(row, contents), 26),
        Column("published_value", "euro", _value, 18),
        Column("in_register", "wrapped", lambda row: Toned(matched[_match(row)], _TONES[_match(row)]), 24),
        Column("differs", "wrapped", lambda row: ", ".join(heading(lang, key) for key in row.differs) or None, 26),
        Column("stated", "wrapped", _of_notice(lambda notice: answers[notice.social_return.answer]), 20),
        Column("notice_source", "wrapped", _of_notice(lambda notice: str(notice.source)), 30),
    )


def _of_notice(value: Callable[[PublishedContract], Value]) -> Callable[[Beside], Value]:
    """The value of the notice; nothing in the row of a contract without one."""
    return lambda row: None if row.published is None else value(row.published)


def _link(row: Beside, where: Mapping[str, str]) -> Link | None:
    return None if row.contract is None else Link(row.contract.id, where.get(row.contract.id))


def _match(row: Beside) -> str:
    if row.published is None:
        return "not_found"
    if row.contract is None:
        return "not_registered"
    return "perhaps" if row.ground is Ground.TITLE else "same"


def _text(row: Beside, field: str) -> str | None:
    """What the notice says; of a contract without one what the register says."""
    if row.published is None:
        own = getattr(row.contract, field)
        return None if own is None else str(own)
    stated = row.published.facts.get(field)
    return None if stated is None else str(stated.value)


def _status(row: Beside, lang: Lang) -> str | None:
    """Of what was published by its kind of notice, else what the register says."""
    own = row.contract.status if row.contract else None
    status = STATUS_OF.get(row.published.stage) if row.published else own
    return None if status is None else word(lang, status)


def _supplier(row: Beside, contents: Contents) -> str | None:
    if row.published is None:
        return contents.supplier(row.contract.supplier) if row.contract else None
    named = (winner.name or winner.number for winner in row.published.winners)
    return "; ".join(name.value for name in named if name is not None) or None


def _value(row: Beside) -> Decimal | None:
    """In euro, as published; None where it is no value."""
    stated = row.published.facts.get("contract_value") if row.published else None
    return stated.value.euro if stated is not None and isinstance(stated.value, Amount) else None
