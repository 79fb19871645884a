"""The sheet of reasoning: one row per step of every computation, with where it came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from srtool.finding import OPEN, Derived, Finding, Given, Set, Step, Unit
from srtool.progress.standing import Progress
from srtool.texts import Lang
from srtool.texts.say import step_label
from srtool.views.check.finding_lines import formula_text, origin_text, value_text
from srtool.views.monitor.words import steps_in_words
from srtool.views.report.contents import Contents
from srtool.views.report.contracts import progress_percent
from srtool.views.shared.names import source_titles
from srtool.views.sheets.book import Book, Value, words
from srtool.views.sheets.table import Column, Sheet

_COLUMNS = (
    Column("contract", 16, "wrapped"),
    Column("about", 18),
    Column("step", 34, "wrapped"),
    Column("amount", 16, "euro"),
    Column("share", 13, "percent"),
    Column("value", 26, "wrapped"),
    Column("unit", 12),
    Column("origin", 12),
    Column("from_where", 48, "wrapped"),
    Column("sources", 44, "wrapped"),
)
Titles = Mapping[tuple[str, str], str]
"""By rule set and id of the source, what it is called."""


def write(book: Book, contents: Contents) -> dict[str, str]:
    """The sheet; the answer says where the first row of each contract stands."""
    sheet = Sheet(book, "reasoning", _COLUMNS, note=words(book.lang, "notes")["reasoning"])
    where: dict[str, str] = {}
    titles = {
        (rules.id, source.id): source_titles([source])
        for rules in contents.book.sets.values()
        for source in rules.source
    }
    for contract, about, step in _steps(contents, book.lang):
        place = sheet.append(_row(contract, words(book.lang, "about").get(about, about), step, book.lang, titles))
        where.setdefault(contract, place)
    sheet.close()
    return where


def most(contents: Contents) -> int:
    """At most so many rows the sheet will have."""
    found = (finding for finding in contents.report.findings if finding.outcome in OPEN)
    of_findings = sum(len(finding.steps) for finding in found)
    of_contracts = sum(len(verdict.steps) for verdict in contents.report.contracts)
    return of_findings + of_contracts + sum(len(one.steps) + 1 for one in contents.monitoring.contracts)


def _steps(contents: Contents, lang: Lang) -> Iterator[tuple[str, str, Step]]:
    """(contract, what it is about, step): the verdict, the realisation, and what the open findings add to these."""
    progress = contents.progress()
    open_ones: dict[str, list[Finding]] = defaultdict(list)
    for finding in contents.report.findings:
        if finding.contract is not None and finding.outcome in OPEN:
            open_ones[finding.contract].append(finding)
    for verdict in contents.report.contracts:
        told: set[tuple[str, str]] = set()
        parts: list[tuple[str, Iterable[Step]]] = [("scope", verdict.steps)]
        if verdict.id in progress:
            parts.append(("realisation", _realisation(progress[verdict.id], lang)))
        parts += [(finding.code, finding.steps) for finding in open_ones.get(verdict.id, ())]
        for about, steps in parts:
            for step in steps:
                key = (step.name, str(step.value))
                if key not in told:
                    told.add(key)
                    yield verdict.id, about, step


def _realisation(one: Progress, lang: Lang) -> Iterator[Step]:
    yield from steps_in_words(one, lang)
    percent = progress_percent(one)
    if percent is not None:
        yield Step("progress", percent, Unit.PERCENT, Derived("100 * confirmed / owed"))


def _row(contract: str, about: str, step: Step, lang: Lang, titles: Titles) -> Iterator[Value]:
    text = words(lang, "origins")
    value, unit = step.value, step.unit
    is_amount = unit is Unit.EUR and isinstance(value, Decimal)
    is_share = unit is Unit.PERCENT and isinstance(value, Decimal)
    yield contract
    yield about
    yield step_label(lang, step)
    yield value if is_amount else None
    yield value if is_share else None
    yield None if is_amount or is_share else value_text(step, lang)
    yield words(lang, "units").get(unit.value)
    match step.origin:
        case Given(place):
            yield text["given"]
            yield place
            yield None
        case Derived(formula):
            yield text["derived"]
            yield formula_text(formula, lang)
            yield None
        case Set(rule_set, _, _, sources, _):
            yield text["set"]
            yield origin_text(step.origin, lang)
            yield "; ".join(titles.get((rule_set, source), source) for source in sources)
