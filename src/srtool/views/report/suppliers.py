"""The sheet of suppliers: what each owes and delivered, and whether its certificate still holds."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from srtool.portfolio.suppliers import SupplierRow
from srtool.sums import Sum
from srtool.texts import Lang, words
from srtool.texts.say import word
from srtool.views.report.contents import Contents
from srtool.views.shared.table import Column, Toned
from srtool.views.sheets import table
from srtool.views.sheets.book import Book

_STEPS = ("1", "2", "3")
"""Of the certificate; an aspirant stands on none yet."""


def write(book: Book, contents: Contents) -> None:
    """The sheet, the largest gap first."""
    table.write(book, "suppliers", _columns(book.lang), contents.suppliers)


def _columns(lang: Lang) -> tuple[Column[SupplierRow], ...]:
    return (
        Column("supplier", "wrapped", lambda supplier: supplier.name, 34),
        Column("number", "text", lambda supplier: supplier.id, 12),
        Column("supplier_kind", "wrapped", lambda supplier: supplier.kind and word(lang, supplier.kind), 22),
        Column("pso", "wrapped", lambda supplier: _certificate(supplier, lang), 18),
        Column("pso_until", "date", lambda supplier: supplier.pso_until, 12),
        Column("contracts_of", "count", lambda supplier: supplier.contracts, 12, "sum"),
        Column("following", "count", lambda supplier: supplier.following, 18, "sum"),
        Column("without_amount", "count", lambda supplier: supplier.unknown or None, 12, "sum"),
        _amount("owed", lambda supplier: supplier.owed),
        _amount("confirmed", lambda supplier: supplier.confirmed),
        _amount("claimed", lambda supplier: supplier.claimed),
        _amount("expected", lambda supplier: supplier.expected),
        _amount("gap", lambda supplier: supplier.gap),
        Column("states", "wrapped", lambda supplier: _states(supplier, lang), 34),
    )


def _amount(name: str, of: Callable[[SupplierRow], Sum]) -> Column[SupplierRow]:
    return Column(
        name, "euro", _known(of), 16, "sum", is_part=lambda row: bool(row.following) and of(row).whole is None
    )


def _known(of: Callable[[SupplierRow], Sum]) -> Callable[[SupplierRow], Decimal | None]:
    """What is known of a sum; a column beside it says how many contracts have no amount."""
    return lambda supplier: of(supplier).known if supplier.following else None


def _states(supplier: SupplierRow, lang: Lang) -> str:
    names = words(lang, "monitor.states")
    return ", ".join(f"{count} {names[state]}" for state, count in supplier.states)


def _certificate(supplier: SupplierRow, lang: Lang) -> Toned | None:
    if supplier.pso is None and not supplier.pso_30plus:
        return None
    phrases = words(lang, "report.pso")
    plus = phrases["30plus"] if supplier.pso_30plus else ""
    step = "" if supplier.pso is None else word(lang, supplier.pso)
    if supplier.pso in _STEPS:
        step = phrases["step"].format(step=step)
    whole = " ".join(part for part in (step, plus) if part)
    return Toned(phrases["expired"].format(pso=whole), "warn") if supplier.pso_expired else Toned(whole, None)
