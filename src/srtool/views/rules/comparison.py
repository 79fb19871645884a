"""Two rule sets side by side: what only one has, and what both have with another content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from srtool import __version__
from srtool.finding import Receipt, RuleSetUsed
from srtool.rules.differences import TABLES, Difference, differences, head_differences
from srtool.rules.ruleset import Record, RuleSet
from srtool.texts import Lang, load
from srtool.texts.say import amount, day, number, word
from srtool.views.rules.to_lines import said
from srtool.views.shared.json_document import SCHEMA_VERSION, decimal, document, receipt
from srtool.views.shared.json_document import amount as to_json_amount
from srtool.views.shared.lines import Line
from srtool.views.shared.names import period, words

_AMOUNTS = frozenset({"amount", "max_amount"})


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


def lines(one: Side, other: Side, lang: Lang) -> Iterator[Line]:
    """Both sides, then per table what differs."""
    text = _text(lang)
    for side in (one, other):
        title = side.rules.title[lang]
        yield Line(
            text["side"].format(letter=side.letter, id=side.rules.id, title=title, day=day(lang, side.on)),
            "strong",
            0,
            3,
        )
        if not side.rules.covers(side.on):
            when = period(*side.rules.period(), lang)
            yield Line(text["not_in_force"].format(letter=side.letter, period=when), "undecided", 3, 2)
    own = head_differences(one.rules, other.rules)
    held = [period(*side.rules.period(), lang) for side in (one, other)]
    found = [
        each for each in differences(one.in_force, other.in_force) if not _is_dated_as_its_policy(each, one, other)
    ]
    if own or held[0] != held[1]:
        yield Line("")
        yield Line(text["head"], "title")
        if held[0] != held[1]:
            label = text["in_force"]
            for side, said_of in zip((one, other), held, strict=True):
                yield Line(text["line"].format(letter=side.letter, said=f"{label}: {said_of}"), "", 4, 3)
        yield from (line for name in own for line in _field_lines(name, one, other, one.rules, other.rules, lang))
    for table in TABLES:
        yield from _table_lines(table, [each for each in found if each.table == table], one, other, lang)
    yield Line("")
    total = len(own) + (held[0] != held[1]) + len(found)
    yield Line(_count(total, lang), "strong")
    yield Line(text["sources"], "dim")


def to_json(one: Side, other: Side, lang: Lang) -> Iterator[str]:
    """The same for scripts: per record both contents, null where it is not there."""
    used = tuple(dict.fromkeys(RuleSetUsed(side.rules.id, side.sha256) for side in (one, other)))
    sides = [
        {"id": side.rules.id, "on": side.on.isoformat(), "in_force": side.rules.covers(side.on)}
        for side in (one, other)
    ]
    head: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "command": "rulesets compare",
        "receipt": receipt(Receipt(__version__, used, one.on, ())),
        "sides": sides,
        "head": [
            {"field": name, "a": _plain(getattr(one.rules, name)), "b": _plain(getattr(other.rules, name))}
            for name in head_differences(one.rules, other.rules)
        ],
    }
    return document(head, differences=(_record(each, lang) for each in differences(one.in_force, other.in_force)))


def _table_lines(table: str, found: list[Difference], one: Side, other: Side, lang: Lang) -> Iterator[Line]:
    if not found:
        return
    text = _text(lang)
    yield Line("")
    yield Line(words(lang, "rules")["parts"][table], "title")
    for each in found:
        yield Line(each.id, "", 2)
        if each.one is not None and each.other is not None:
            sentences = said(each.one, lang), said(each.other, lang)
            if sentences[0] != sentences[1]:
                for side, sentence in zip((one, other), sentences, strict=True):
                    yield Line(text["line"].format(letter=side.letter, said=sentence), "", 4, 3)
            for name in _unsaid(each, one, other, lang):
                yield from _field_lines(name, one, other, each.one, each.other, lang)
            continue
        side, record = (one, each.one) if each.one is not None else (other, each.other)
        if record is not None:
            yield Line(text["only"].format(letter=side.letter, said=said(record, lang)), "", 4, 3)


def _is_dated_as_its_policy(each: Difference, one: Side, other: Side) -> bool:
    """Whether only the dates differ, and those are the dates of the two policies, which are said once."""
    if each.one is None or each.other is None or not set(each.fields) <= {"since", "until"}:
        return False
    return _has_dates_of(each.one, one) and _has_dates_of(each.other, other)


def _has_dates_of(record: Record, side: Side) -> bool:
    return (record.since, record.until) == side.rules.period()


def _unsaid(each: Difference, one: Side, other: Side, lang: Lang) -> Iterator[str]:
    """The fields that differ without being heard in the sentences of the records."""
    heard = each.one is not None and each.other is not None and said(each.one, lang) != said(each.other, lang)
    silent = {"certainty", "primary", "bounds", "group", "cpv"}
    if (
        each.one is None
        or each.other is None
        or not (_has_dates_of(each.one, one) and _has_dates_of(each.other, other))
    ):
        silent |= {"since", "until"}
    return (name for name in each.fields if not heard or name in silent)


def _field_lines(
    name: str, one: Side, other: Side, a: Record | RuleSet, b: Record | RuleSet, lang: Lang
) -> Iterator[Line]:
    label = load(lang, "rules")["fields"][name]
    for side, record in ((one, a), (other, b)):
        value = _in_words(name, getattr(record, name), lang)
        yield Line(_text(lang)["line"].format(letter=side.letter, said=f"{label}: {value}"), "", 4, 3)


def _in_words(name: str, value: Any, lang: Lang) -> str:  # noqa: ANN401 - a field of a record
    text = _text(lang)
    match value:
        case None | ():
            return str(text["none"])
        case bool():
            return str(text["yes" if value else "no"])
        case Decimal() if name in _AMOUNTS:
            return amount(lang, value)
        case Decimal() | int():
            return number(lang, value)
        case date():
            return day(lang, value)
        case tuple():
            return ", ".join(word(lang, str(part)) for part in value)
        case Mapping():
            return str(value.get(lang, text["none"]))
    certain = words(lang, "certainty")
    return str(certain[value]) if name == "certainty" else word(lang, str(value))


def _record(each: Difference, lang: Lang) -> dict[str, Any]:
    return {
        "table": each.table,
        "id": each.id,
        "fields": list(each.fields),
        "a": _content(each.one, lang),
        "b": _content(each.other, lang),
    }


def _content(record: Record | None, lang: Lang) -> dict[str, Any] | None:
    if record is None:
        return None
    values = {each.name: _plain(getattr(record, each.name)) for each in fields(record)}
    values |= {name: to_json_amount(getattr(record, name)) for name in _AMOUNTS & values.keys()}
    return {"said": said(record, lang), **{name: value for name, value in values.items() if value is not None}}


def _plain(value: Any) -> Any:  # noqa: ANN401 - idem
    match value:
        case Decimal():
            return decimal(value)
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(part) for part in value]
        case Mapping():
            return dict(value)
    return value


def _count(total: int, lang: Lang) -> str:
    text = _text(lang)
    if not total:
        return str(text["same"])
    one, many = text["count"]
    return str(one if total == 1 else many.format(n=number(lang, total)))


def _text(lang: Lang) -> dict[str, Any]:
    table: dict[str, Any] = load(lang, "rules")["compare"]
    return table
