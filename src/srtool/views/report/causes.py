"""The sheet of why execution lags: where each cause is named, and what helped elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from srtool.portfolio.causes import Cause, Times
from srtool.texts import Lang, words
from srtool.views.report.contents import Contents
from srtool.views.shared.names import whole
from srtool.views.shared.standing_words import cause_label
from srtool.views.shared.table import Column
from srtool.views.sheets import table
from srtool.views.sheets.book import Book


def write(book: Book, contents: Contents) -> None:
    """The sheet, the most frequent cause first; without suppliers where these are not passed on."""
    causes = contents.monitoring.causes
    names_suppliers = any(cause.suppliers is not None for cause in causes)
    columns = [column for column in _columns(book.lang) if names_suppliers or column.name != "suppliers"]
    table.write(book, "causes", columns, causes)


def _columns(lang: Lang) -> tuple[Column[Cause], ...]:
    helped = words(lang, "causes.helped")
    return (
        Column("cause", "wrapped", lambda cause: cause_label(cause.code, lang), 34),
        Column("contracts_of", "count", lambda cause: cause.contracts, 12),
        Column("gap", "euro", lambda cause: cause.gap.known, 16),
        Column("categories", "wrapped", lambda cause: _listed(cause.categories, lang), 34),
        Column("units", "wrapped", lambda cause: _listed(cause.units, lang), 30),
        Column("suppliers", "wrapped", lambda cause: _listed(cause.suppliers or (), lang), 34),
        Column("helped", "wrapped", lambda cause: helped.get(cause.code), 60),
    )


def _listed(times: Sequence[Times], lang: Lang) -> str | None:
    """Those with a name, a line each, with on how many contracts."""
    return "\n".join(f"{name} ({whole(lang, contracts)})" for name, contracts in times if name is not None) or None
