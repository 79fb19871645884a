"""The sheet of bundles: small contracts that are enough together, and those that fall short."""

from __future__ import annotations

from srtool.bundle.proposal import Bundle, Shortfall
from srtool.texts import Lang, sentence, words
from srtool.views.bundle.words import fact_lines, group_label, state, years
from srtool.views.report.contents import Contents
from srtool.views.shared.names import source_titles
from srtool.views.shared.table import Column, Toned
from srtool.views.sheets import table
from srtool.views.sheets.book import Book


def has_content(contents: Contents) -> bool:
    return bool(contents.plan.bundles or contents.plan.shortfalls)


def write(book: Book, contents: Contents) -> None:
    """The proposals, then the shortfalls with the euros that are missing."""
    rows: list[Bundle | Shortfall] = [*contents.plan.bundles, *contents.plan.shortfalls]
    table.write(book, "bundles", _columns(contents, book.lang), rows)


def _columns(contents: Contents, lang: Lang) -> tuple[Column[Bundle | Shortfall], ...]:
    kinds = words(lang, "bundle.kinds")
    return (
        Column("members", "wrapped", lambda row: "; ".join(row.members), 34),
        Column("group", "wrapped", lambda row: group_label(row.group, lang, contents.names), 32),
        Column("bundle_kind", "wrapped", lambda row: kinds[row.group.bundle], 18),
        Column("count", "count", lambda row: len(row.members), 13),
        Column("together", "euro", lambda row: row.total, 16),
        Column("excess", "euro", lambda row: row.excess if isinstance(row, Bundle) else None, 18),
        Column("missing", "euro", lambda row: row.missing or None if isinstance(row, Shortfall) else None, 14),
        Column("obligation", "euro", lambda row: row.obligation if isinstance(row, Bundle) else None, 16, "sum"),
        Column("ambition", "euro", lambda row: row.obligation_ambition if isinstance(row, Bundle) else None, 20),
        Column("bundle_state", "wrapped", lambda row: _state(row, lang), 34),
        Column("facts", "wrapped", lambda row: _facts(row, lang), 60),
        Column("per_year", "wrapped", lambda row: years(row, lang) if isinstance(row, Bundle) else None, 26),
        Column("proposal", "wrapped", lambda row: row.id if isinstance(row, Bundle) else None, 18),
        Column("sources", "wrapped", lambda row: source_titles(row.sources) if isinstance(row, Bundle) else None, 44),
    )


def _state(row: Bundle | Shortfall, lang: Lang) -> Toned:
    if isinstance(row, Shortfall):
        return Toned(words(lang, "report.shortfalls")[row.reason], "calm")
    return Toned(state(row, lang), "good" if row.state in {"by_agreement", "complete"} else "warn")


def _facts(row: Bundle | Shortfall, lang: Lang) -> str | None:
    if isinstance(row, Shortfall):
        return sentence(lang, "bundle.short.term_too") if row.short_term else None
    return " ".join(fact_lines(row, lang))
