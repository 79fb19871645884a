"""Two rule sets side by side: what only one has, and what both have with another content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from srtool import __version__
from srtool.finding import Receipt, RuleSetUsed
from srtool.lazy_dataclass import dataclass
from srtool.rules.differences import TABLES, Difference, differences, head_differences
from srtool.rules.record import Record
from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang, lists, sentence, words
from srtool.texts.say import amount, day, number, word
from srtool.views.rules.to_json import plain, record_content
from srtool.views.rules.to_lines import record_text
from srtool.views.shared.json_document import SCHEMA_VERSION, document, receipt
from srtool.views.shared.lines import Line
from srtool.views.shared.names import period

_AMOUNTS = frozenset({"amount", "at_most", "hourly", "max_amount"})


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, and the day on which it is looked at."""

    letter: str
    rules: RuleSet
    sha256: str
    on: date

    @property
    def in_force(self) -> RuleSet:
        return self.rules.on(self.on)


def lines(first: Side, second: Side, lang: Lang) -> Iterator[Line]:
    """Both sides, then per table what differs."""
    phrases = words(lang, "rules.compare")
    for side in (first, second):
        title = side.rules.title[lang]
        yield Line(
            phrases["side"].format(letter=side.letter, id=side.rules.id, title=title, day=day(lang, side.on)),
            "strong",
            0,
            3,
        )
        if not side.rules.covers(side.on):
            when = period(*side.rules.period(), lang)
            yield Line(phrases["not_in_force"].format(letter=side.letter, period=when), "undecided", 3, 2)
    heads = head_differences(first.rules, second.rules)
    periods = [period(*side.rules.period(), lang) for side in (first, second)]
    differing = [
        difference
        for difference in differences(first.in_force, second.in_force)
        if not _is_dated_as_its_policy(difference, first, second)
    ]
    if heads or periods[0] != periods[1]:
        yield Line("")
        yield Line(phrases["head"], "title")
        if periods[0] != periods[1]:
            label = phrases["in_force"]
            for side, when in zip((first, second), periods, strict=True):
                yield Line(phrases["line"].format(letter=side.letter, said=f"{label}: {when}"), "", 4, 3)
        yield from (
            line for name in heads for line in _field_lines(name, first, second, first.rules, second.rules, lang)
        )
    for table in TABLES:
        yield from _table_lines(
            table, [difference for difference in differing if difference.table == table], first, second, lang
        )
    yield Line("")
    total = len(heads) + (periods[0] != periods[1]) + len(differing)
    yield Line(_count(total, lang), "strong")
    yield Line(phrases["sources"], "dim")


def to_json(first: Side, second: Side, lang: Lang) -> Iterator[str]:
    """The same for scripts: per record both contents, null where it is not there."""
    used = tuple(dict.fromkeys(RuleSetUsed(side.rules.id, side.sha256) for side in (first, second)))
    sides = [
        {"id": side.rules.id, "on": side.on.isoformat(), "in_force": side.rules.covers(side.on)}
        for side in (first, second)
    ]
    head: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "command": "rulesets compare",
        "receipt": receipt(Receipt(__version__, used, first.on, ())),
        "sides": sides,
        "head": [
            {"field": name, "a": plain(getattr(first.rules, name)), "b": plain(getattr(second.rules, name))}
            for name in head_differences(first.rules, second.rules)
        ],
    }
    return document(
        head, differences=(_record(difference, lang) for difference in differences(first.in_force, second.in_force))
    )


def _table_lines(table: str, differing: list[Difference], first: Side, second: Side, lang: Lang) -> Iterator[Line]:
    if not differing:
        return
    phrases = words(lang, "rules.compare")
    yield Line("")
    yield Line(words(lang, "rules.show.parts")[table], "title")
    for difference in differing:
        yield Line(difference.id, "", 2)
        if difference.one is not None and difference.other is not None:
            sentences = record_text(difference.one, lang), record_text(difference.other, lang)
            if sentences[0] != sentences[1]:
                for side, sentence in zip((first, second), sentences, strict=True):
                    yield Line(phrases["line"].format(letter=side.letter, said=sentence), "", 4, 3)
            for name in _unsaid(difference, first, second, lang):
                yield from _field_lines(name, first, second, difference.one, difference.other, lang)
            continue
        side, record = (first, difference.one) if difference.one is not None else (second, difference.other)
        if record is not None:
            yield Line(phrases["only"].format(letter=side.letter, said=record_text(record, lang)), "", 4, 3)


def _is_dated_as_its_policy(difference: Difference, first: Side, second: Side) -> bool:
    """Whether only the dates differ, and those are the dates of the two policies, which are said once."""
    if difference.one is None or difference.other is None or not set(difference.fields) <= {"since", "until"}:
        return False
    return _has_dates_of(difference.one, first) and _has_dates_of(difference.other, second)


def _has_dates_of(record: Record, side: Side) -> bool:
    return (record.since, record.until) == side.rules.period()


def _unsaid(difference: Difference, first: Side, second: Side, lang: Lang) -> Iterator[str]:
    """The fields that differ without being heard in the sentences of the records."""
    heard = (
        difference.one is not None
        and difference.other is not None
        and record_text(difference.one, lang) != record_text(difference.other, lang)
    )
    silent = {"certainty", "primary", "bounds", "group", "cpv", "pso", "pso_30plus", "workforce_percent"}
    if (
        difference.one is None
        or difference.other is None
        or not (_has_dates_of(difference.one, first) and _has_dates_of(difference.other, second))
    ):
        silent |= {"since", "until"}
    return (name for name in difference.fields if not heard or name in silent)


def _field_lines(
    name: str, first: Side, second: Side, a: Record | RuleSet, b: Record | RuleSet, lang: Lang
) -> Iterator[Line]:
    label = words(lang, "rules.fields")[name]
    for side, record in ((first, a), (second, b)):
        value = _in_words(name, getattr(record, name), lang)
        yield Line(sentence(lang, "rules.compare.line").format(letter=side.letter, said=f"{label}: {value}"), "", 4, 3)


def _in_words(name: str, value: Any, lang: Lang) -> str:  # noqa: ANN401 - a field of a record
    phrases = words(lang, "rules.compare")
    match value:
        case None | ():
            return phrases["none"]
        case bool():
            return phrases["yes" if value else "no"]
        case Decimal() if name in _AMOUNTS:
            return amount(lang, value)
        case Decimal() | int():
            return number(lang, value)
        case date():
            return day(lang, value)
        case tuple():
            return ", ".join(word(lang, str(part)) for part in value)
        case Mapping():
            return str(value.get(lang, phrases["none"]))
    certain = words(lang, "shared.certainty")
    return certain[value] if name == "certainty" else word(lang, str(value))


def _record(difference: Difference, lang: Lang) -> dict[str, Any]:
    return {
        "table": difference.table,
        "id": difference.id,
        "fields": list(difference.fields),
        "a": _content(difference.one, lang),
        "b": _content(difference.other, lang),
    }


def _content(record: Record | None, lang: Lang) -> dict[str, Any] | None:
    return None if record is None else record_content(record, lang)


def _count(total: int, lang: Lang) -> str:
    phrases = words(lang, "rules.compare")
    if not total:
        return phrases["same"]
    singular, plural = lists(lang, "rules.compare")["count"]
    return singular if total == 1 else plural.format(n=number(lang, total))
