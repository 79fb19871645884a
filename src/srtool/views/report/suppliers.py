"""The sheet of suppliers: what each owes and delivered, and whether its certificate still holds."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.portfolio.suppliers import SupplierRow
from srtool.texts import Lang
from srtool.texts.say import word
from srtool.views.monitor.words import words as followed
from srtool.views.report.contents import Contents
from srtool.views.sheets.book import Book, Toned, Value, words
from srtool.views.sheets.table import Column, Sheet

_COLUMNS = (
    Column("supplier", 34, "wrapped"),
    Column("number", 12),
    Column("supplier_kind", 22, "wrapped"),
    Column("pso", 18, "wrapped"),
    Column("pso_until", 12, "day"),
    Column("contracts_of", 12, "count", "sum"),
    Column("following", 18, "count", "sum"),
    Column("owed", 16, "euro", "sum"),
    Column("confirmed", 16, "euro", "sum"),
    Column("claimed", 16, "euro", "sum"),
    Column("expected", 16, "euro", "sum"),
    Column("gap", 16, "euro", "sum"),
    Column("states", 34, "wrapped"),
)

_STEPS = ("1", "2", "3")
"""Of the certificate; an aspirant stands on none yet."""


def write(book: Book, contents: Contents) -> None:
    """The sheet, the largest gap first."""
    sheet = Sheet(book, "suppliers", _COLUMNS, note=words(book.lang, "notes")["suppliers"])
    for one in contents.suppliers:
        sheet.append(_row(one, book.lang))
    sheet.close()


def _row(one: SupplierRow, lang: Lang) -> Iterator[Value]:
    states = followed(lang, "states")
    yield one.name
    yield one.id
    yield None if one.kind is None else word(lang, one.kind)
    yield _certificate(one, lang)
    yield one.pso_until
    yield one.contracts
    yield one.following
    yield one.owed
    yield from (one.confirmed, one.claimed, one.expected, one.gap) if one.following else (None,) * 4
    yield ", ".join(f"{count} {states[state]}" for state, count in one.states)


def _certificate(one: SupplierRow, lang: Lang) -> Toned | None:
    if one.pso is None and not one.pso_30plus:
        return None
    text = words(lang, "pso")
    plus = text["30plus"] if one.pso_30plus else ""
    step = "" if one.pso is None else word(lang, one.pso)
    if one.pso in _STEPS:
        step = text["step"].format(step=step)
    whole = " ".join(part for part in (step, plus) if part)
    return Toned(text["expired"].format(pso=whole), "warn") if one.pso_expired else Toned(whole, None)
