"""The sheet of bundles: small contracts that are enough together, and those that fall short."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.bundle.proposal import Bundle, Shortfall
from srtool.texts import Lang
from srtool.views.bundle.words import fact_lines, group_label, state, words
from srtool.views.bundle.words import years as per_year
from srtool.views.report.contents import Contents
from srtool.views.shared.names import source_titles
from srtool.views.sheets.book import Book, Toned, Value
from srtool.views.sheets.book import words as said
from srtool.views.sheets.table import Column, Sheet

_COLUMNS = (
    Column("proposal", 18, "wrapped"),
    Column("bundle_kind", 18, "wrapped"),
    Column("group", 32, "wrapped"),
    Column("members", 40, "wrapped"),
    Column("count", 13, "count"),
    Column("together", 16, "euro"),
    Column("excess", 18, "euro"),
    Column("missing", 14, "euro"),
    Column("obligation", 16, "euro", "sum"),
    Column("ambition", 20, "euro"),
    Column("bundle_state", 34, "wrapped"),
    Column("facts", 60, "wrapped"),
    Column("per_year", 26, "wrapped"),
    Column("sources", 44, "wrapped"),
)


def has_content(contents: Contents) -> bool:
    return bool(contents.plan.bundles or contents.plan.shortfalls)


def write(book: Book, contents: Contents) -> None:
    """The proposals, then the shortfalls with the euros that are missing."""
    sheet = Sheet(book, "bundles", _COLUMNS, note=said(book.lang, "notes")["bundles"])
    for bundle in contents.plan.bundles:
        sheet.append(_proposal(bundle, contents, book.lang))
    for short in contents.plan.shortfalls:
        sheet.append(_shortfall(short, contents, book.lang))
    sheet.close()


def _proposal(one: Bundle, contents: Contents, lang: Lang) -> Iterator[Value]:
    yield one.id
    yield words(lang, "kinds")[one.group.bundle]
    yield group_label(one.group, lang, contents.names)
    yield "; ".join(one.members)
    yield len(one.members)
    yield one.total
    yield one.excess
    yield None
    yield one.obligation
    yield one.obligation_ambition
    yield Toned(state(one, lang), "good" if one.state in {"by_agreement", "complete"} else "warn")
    yield " ".join(fact_lines(one, lang))
    yield per_year(one, lang)
    yield source_titles(one.sources)


def _shortfall(one: Shortfall, contents: Contents, lang: Lang) -> Iterator[Value]:
    yield None
    yield words(lang, "kinds")[one.group.bundle]
    yield group_label(one.group, lang, contents.names)
    yield "; ".join(one.members)
    yield len(one.members)
    yield one.total
    yield None
    yield one.missing or None
    yield from (None, None)
    yield Toned(said(lang, "shortfalls")[one.reason], "calm")
    yield words(lang, "short")["term_too"] if one.short_term else None
    yield from (None, None)
