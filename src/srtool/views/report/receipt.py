"""The sheet of sources and receipt: what was read with which rules, and on what every rule rests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from srtool.finding import Assumed, Step
from srtool.lazy_dataclass import dataclass
from srtool.place import Place
from srtool.rules.record import Record
from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang, words
from srtool.views.report.contents import Contents
from srtool.views.report.source_numbers import source_numbers, used_rule_sets
from srtool.views.rules.to_lines import record_text
from srtool.views.shared.names import source_titles
from srtool.views.shared.report_head import told_part
from srtool.views.shared.step_lines import origin_text, value_text
from srtool.views.shared.table import Column
from srtool.views.sheets import table
from srtool.views.sheets.book import Book

_RULES = ("threshold", "obligation", "limit", "bonus", "block", "process", "check")


@dataclass(frozen=True, slots=True)
class _Fact:
    """One row: an input, a rule set, a rule or a source."""

    part: str
    what: str
    says: str | None = None
    number: int | None = None
    """Of a source, as the sheet of findings cites it."""
    dates: tuple[date | None, date | None] = (None, None)
    certainty: str | None = None
    sources: str | None = None
    url: str | None = None
    seen_on: date | None = None
    sha256: str | None = None


_COLUMNS: tuple[Column[_Fact], ...] = (
    Column("part", "wrapped", lambda fact: fact.part, 16),
    Column("what", "wrapped", lambda fact: fact.what, 24),
    Column("source_number", "count", lambda fact: fact.number, 9),
    Column("says", "wrapped", lambda fact: fact.says, 70),
    Column("since", "date", lambda fact: fact.dates[0], 12),
    Column("until", "date", lambda fact: fact.dates[1], 12),
    Column("certainty", "wrapped", lambda fact: fact.certainty, 18),
    Column("sources", "wrapped", lambda fact: fact.sources, 60),
    Column("url", "wrapped", lambda fact: fact.url, 50),
    Column("seen_on", "date", lambda fact: fact.seen_on, 12),
    Column("sha256", "text", lambda fact: fact.sha256, 66),
)


def write(book: Book, contents: Contents) -> None:
    """The receipt, then each rule set with its records in force, then the sources they cite."""
    rows = [*_receipt(contents, book.lang), *_rule_sets(contents, book.lang)]
    table.write(book, "receipt", _COLUMNS, rows)


def _receipt(contents: Contents, lang: Lang) -> Iterator[_Fact]:
    phrases, receipt = words(lang, "report.receipt"), contents.report.receipt
    yield _Fact(phrases["tool"], "srtool", receipt.srtool)
    yield _Fact(phrases["day"], phrases["on"], dates=(receipt.on, receipt.on))
    for name, sha256 in receipt.inputs:
        says = told_part(contents.parts.get(name), phrases["read"], lang)
        yield _Fact(phrases["file"], name, says, sha256=sha256)
    if receipt.settings is not None:
        yield _Fact(phrases["settings"], "srtool.toml", sha256=receipt.settings)
    for name, value in receipt.options:
        yield _Fact(phrases["option"], name, value or None)
    for answer in contents.answers:
        of = origin_text(answer.origin, lang)
        yield _Fact(phrases["assumption"], _question(answer, lang), value_text(answer, lang), sources=of)


def _question(answer: Step, lang: Lang) -> str:
    """What was answered, with the category or division where it is about one."""
    label = words(lang, "shared.assumptions")[answer.name]
    place = answer.origin.place if isinstance(answer.origin, Assumed) else ""
    return f"{label}: {place.key}" if answer.name == "labour_share" and isinstance(place, Place) else label


def _rule_sets(contents: Contents, lang: Lang) -> Iterator[_Fact]:
    phrases, parts = words(lang, "report.receipt"), words(lang, "rules.show.parts")
    hashes = {used.id: used.sha256 for used in contents.report.receipt.rule_sets}
    used, numbers = tuple(used_rule_sets(contents.book)), source_numbers(contents.book)
    for rules in used:
        yield _Fact(phrases["rule_set"], rules.id, rules.title[lang], dates=rules.period(), sha256=hashes[rules.id])
        titles = {source.id: source_titles([source]) for source in rules.source}
        for part in _RULES:
            for record in getattr(rules.on(contents.on), part):
                yield _record(parts[part], record, rules, titles, lang)
    for rules in used:
        for source in rules.source:
            title = source_titles([source])
            yield _Fact(
                phrases["source"],
                f"{rules.id}: {source.id}",
                title,
                number=numbers[title],
                url=source.url,
                seen_on=source.seen_on,
            )


def _record(part: str, record: Record, rules: RuleSet, titles: dict[str, str], lang: Lang) -> _Fact:
    return _Fact(
        part,
        f"{rules.id}: {record.id}",
        record_text(record, lang),
        dates=(record.since, record.until),
        certainty=words(lang, "shared.certainty")[record.certainty],
        sources="; ".join(titles[source] for source in record.source),
    )
