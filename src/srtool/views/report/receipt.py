"""The sheet of sources and receipt: what was read with which rules, and on what every rule rests."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.rules.ruleset import Record, RuleSet
from srtool.texts import Lang
from srtool.views.report.contents import Contents
from srtool.views.rules.to_lines import said as record_text
from srtool.views.shared.names import source_titles
from srtool.views.shared.names import words as said
from srtool.views.sheets.book import Book, Value, words
from srtool.views.sheets.table import Column, Sheet

_COLUMNS = (
    Column("part", 16, "wrapped"),
    Column("what", 24, "wrapped"),
    Column("says", 70, "wrapped"),
    Column("since", 12, "day"),
    Column("until", 12, "day"),
    Column("certainty", 18, "wrapped"),
    Column("sources", 60, "wrapped"),
    Column("url", 50, "wrapped"),
    Column("seen_on", 12, "day"),
    Column("sha256", 66),
)
_RULES = ("threshold", "obligation", "limit", "bonus", "block", "process", "check")


def write(book: Book, contents: Contents) -> None:
    """The receipt, then each rule set with its records in force, then the sources they cite."""
    sheet = Sheet(book, "receipt", _COLUMNS, note=words(book.lang, "notes")["receipt"])
    for row in (*_receipt(contents, book.lang), *_rule_sets(contents, book.lang)):
        sheet.append(row)
    sheet.close()


def _row(  # noqa: PLR0913 - the cells of a row
    part: str,
    what: str,
    says: Value = None,
    *,
    dates: tuple[Value, Value] = (None, None),
    certainty: str | None = None,
    sources: str | None = None,
    url: str | None = None,
    seen_on: Value = None,
    sha256: str | None = None,
) -> list[Value]:
    return [part, what, says, *dates, certainty, sources, url, seen_on, sha256]


def _receipt(contents: Contents, lang: Lang) -> Iterator[list[Value]]:
    text, receipt = words(lang, "receipt"), contents.report.receipt
    yield _row(text["tool"], "srtool", receipt.srtool)
    yield _row(text["day"], text["on"], dates=(receipt.on, receipt.on))
    for name, sha256 in receipt.inputs:
        yield _row(text["file"], name, text["read"], sha256=sha256)


def _rule_sets(contents: Contents, lang: Lang) -> Iterator[list[Value]]:
    text, parts = words(lang, "receipt"), said(lang, "rules")["parts"]
    hashes = {used.id: used.sha256 for used in contents.report.receipt.rule_sets}
    used = {rules.id: rules for rules in contents.book.sets.values() if rules.id in hashes}
    for rules in used.values():
        yield _row(text["rule_set"], rules.id, rules.title[lang], dates=rules.period(), sha256=hashes[rules.id])
        titles = {source.id: source_titles([source]) for source in rules.source}
        for part in _RULES:
            for record in getattr(rules.on(contents.on), part):
                yield _record(parts[part], record, rules, titles, lang)
    for rules in used.values():
        for source in rules.source:
            yield _row(
                text["source"],
                f"{rules.id}: {source.id}",
                source_titles([source]),
                url=source.url,
                seen_on=source.seen_on,
            )


def _record(part: str, record: Record, rules: RuleSet, titles: dict[str, str], lang: Lang) -> list[Value]:
    return _row(
        part,
        f"{rules.id}: {record.id}",
        record_text(record, lang),
        dates=(record.since, record.until),
        certainty=said(lang, "certainty")[record.certainty],
        sources="; ".join(titles[source] for source in record.source),
    )
