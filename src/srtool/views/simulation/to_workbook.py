"""A simulation as a workbook: the grid, its categories and units, and the contracts under each combination."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

from srtool.portfolio.simulation import Part, Result
from srtool.texts import Lang, sentence, words
from srtool.views.shared.table import Column
from srtool.views.sheets import table
from srtool.views.sheets.book import Book, Fits
from srtool.views.simulation.to_data import columns
from srtool.views.simulation.words import Shown, name

_LAYOUT = "simulate"
_SCHEME_WIDTH = 34


class _PartOf(NamedTuple):
    """A category or unit under one combination."""

    scheme: str
    part: Part


class _Moved(NamedTuple):
    """A contract under one combination, and whether it comes in or goes out against today."""

    scheme: str
    contract: str
    standing: str


def save(shown: Shown, lang: Lang, stream: BinaryIO) -> None:
    """Writes the workbook; a sheet without rows is left out."""
    most = max(max(result.whole.norm.low, result.whole.norm.high) for result in shown.results)
    fits = Fits.of(most, 0)
    title = sentence(lang, "report.titles.simulated")
    book = Book(lang, title, shown.receipt.on, lambda: None, fits, layout=_LAYOUT)
    try:
        table.write(book, "simulated", columns(shown, lang), shown.results)
        for key, parts in (("simulated_categories", "by_category"), ("simulated_units", "by_unit")):
            if rows := [row for result in shown.results for row in _parts(result, getattr(result, parts), shown, lang)]:
                table.write(book, key, _part_columns(lang), rows)
        if moved := [row for result in shown.results for row in _contracts(result, shown, lang)]:
            table.write(book, "simulated_contracts", _contract_columns(lang), moved)
        book.save(stream)
    finally:
        book.close()


def _parts(result: Result, parts: Sequence[Part], shown: Shown, lang: Lang) -> Iterator[_PartOf]:
    scheme = name(result, shown.simulation.results, lang)
    return (_PartOf(scheme, part) for part in parts)


def _contracts(result: Result, shown: Shown, lang: Lang) -> Iterator[_Moved]:
    """Every contract in scope, of which it cannot be said, or that goes out."""
    scheme, enters = name(result, shown.simulation.results, lang), frozenset(result.enters)
    for contract in result.in_scope:
        yield _Moved(scheme, contract, "enters" if contract in enters else "in_scope")
    for standing in ("possible", "leaves"):
        yield from (_Moved(scheme, contract, standing) for contract in getattr(result, standing))


def _part_columns(lang: Lang) -> tuple[Column[_PartOf], ...]:
    empty = words(lang, "simulation.line")["no_name"]
    return (
        Column("scheme", "text", lambda row: row.scheme, _SCHEME_WIDTH),
        Column("part", "wrapped", lambda row: row.part.name or empty, 34),
        Column("in_scope", "count", lambda row: row.part.sure, 14),
        Column("possible", "count", lambda row: row.part.possible, 14),
        Column("norm_low", "euro", lambda row: row.part.norm.low, 18),
        Column("norm_high", "euro", lambda row: None if row.part.norm.unbounded else row.part.norm.high, 18),
        Column("unbounded", "count", lambda row: row.part.norm.unbounded, 14),
    )


def _contract_columns(lang: Lang) -> tuple[Column[_Moved], ...]:
    standings = words(lang, "simulation.standing")
    return (
        Column("scheme", "text", lambda row: row.scheme, _SCHEME_WIDTH),
        Column("contract", "text", lambda row: row.contract, 24),
        Column("standing", "text", lambda row: standings[row.standing], 20),
    )
