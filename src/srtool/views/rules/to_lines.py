"""Rule sets for a person: the list of them, and every record in force in words with its ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from srtool.rules.record import Record
from srtool.rules.reduction import Reduction
from srtool.rules.ruleset import Block, Bonus, CheckRule, Limit, Obligation, Process, RuleSet, Threshold
from srtool.texts import Lang, sentence, words
from srtool.texts.say import amount, day, percent, word
from srtool.views.shared import block_words
from srtool.views.shared.lines import Line, clean
from srtool.views.shared.names import period

_PARTS = ("threshold", "obligation", "block", "bonus", "limit", "reduction", "process", "check")


def overview(rule_sets: Iterable[RuleSet], lang: Lang, on: date) -> Iterator[Line]:
    """Id and title of each, since when its policy holds, and what it asks on the day."""
    phrases = words(lang, "rules.show")
    for rules in rule_sets:
        yield Line(f"{rules.id}  {rules.title[lang]}", "title", 0, 2)
        if not rules.covers(on):
            yield Line(_not_in_force(rules, lang, on), "undecided", 4)
            continue
        since, _ = rules.period()
        asks = [_asks(record, since, lang) for record in rules.obligation if record.in_force(on)]
        yield Line(f"{period(since, None, lang)}: {'; '.join(asks) or phrases['nothing_asked']}", "", 4)
        yield from (Line(line, "", 4) for line in _values(rules.on(on), lang))


def listing(
    authority: str, rule_sets: Sequence[RuleSet], others: Sequence[str], lang: Lang, on: date
) -> Iterator[Line]:
    """The rule sets that list an authority as in the overview, with their notes; then the names of the others."""
    phrases = words(lang, "rules.show")
    name = clean(authority)
    yield Line(phrases["lists" if rule_sets else "lists_none"].format(authority=name), "title")
    for rules in rule_sets:
        yield from overview([rules], lang, on)
        if lang in rules.note:
            yield Line(rules.note[lang], "", 4)
    if len(rule_sets) > 1:
        yield Line(phrases["several"], "undecided")
    yield Line(phrases["others"].format(names=", ".join(others)), "dim", 0, 2)


def _values(rules: RuleSet, lang: Lang) -> Iterator[str]:
    """How efforts are valued, and the plain name that means this table; nothing for a file without blocks."""
    phrases = words(lang, "rules.records")
    if rules.block and rules.counting == "costs":
        yield phrases["by_costs"]
    elif rules.block:
        basis = rules.limit_for("full_time", None)
        hours = basis.hours_per_week if basis else None
        key = "blocks" if hours is not None else "blocks_no_basis"
        yield phrases[key].format(n=len(rules.block), hours=hours)
    if rules.blocks_from is not None:
        yield phrases["blocks_from"].format(name=rules.blocks_from)
    if rules.newest and rules.family:
        yield phrases["family"].format(name=rules.family)


def _asks(record: Obligation, since: date | None, lang: Lang) -> str:
    """What the record asks, with its own first day when that is another than that of the policy."""
    asked = record_text(record, lang)
    return asked if record.since in {None, since} else f"{asked}, {period(record.since, None, lang)}"


def _not_in_force(rules: RuleSet, lang: Lang, on: date) -> str:
    """That the policy did not hold on the day, and when it does."""
    since, until = rules.period()
    phrases = words(lang, "rules.show")
    if since is None and until is None:
        return phrases["nothing"].format(day=day(lang, on))
    return phrases["not_in_force"].format(day=day(lang, on), period=period(since, until, lang))


def show(rules: RuleSet, lang: Lang, on: date) -> Iterator[Line]:
    """Every record in force on the day, with how sure it is, and the sources they rest on."""
    phrases = words(lang, "rules.show")
    yield Line(f"{rules.id}  {rules.title[lang]}", "title", 0, 2)
    if not rules.covers(on):
        yield Line(_not_in_force(rules, lang, on), "undecided")
        return
    yield Line(phrases["on"].format(day=day(lang, on)), "dim")
    if lang in rules.note:
        yield Line(rules.note[lang])
    yield from (Line(line) for line in _values(rules.on(on), lang))
    cited: dict[str, None] = {}
    for part in _PARTS:
        records = [record for record in getattr(rules, part) if record.in_force(on)]
        yield from _part(part, records, lang)
        cited |= dict.fromkeys(source for record in records for source in record.source)
    if not cited:
        yield Line(phrases["nothing"].format(day=day(lang, on)), "undecided")
        return
    yield Line("")
    yield Line(sentence(lang, "rules.show.parts.source"), "title")
    for source in rules.source:
        if source.id in cited:
            seen = phrases["seen"].format(day=day(lang, source.seen_on)) if source.seen_on else None
            facts = ", ".join(part for part in (source.title, source.article, source.url, seen) if part)
            yield Line(phrases["source"].format(id=source.id, title=facts), "", 2, 2)


def _part(part: str, records: list[Any], lang: Lang) -> Iterator[Line]:
    if not records:
        return
    yield Line("")
    yield Line(words(lang, "rules.show.parts")[part], "title")
    for record in records:
        certainty = words(lang, "shared.certainty")[record.certainty]
        facts = "; ".join((period(record.since, record.until, lang), certainty, ", ".join(record.source)))
        yield Line(record_text(record, lang), "", 2, 2)
        yield Line(f"{record.id}; {facts}", "dim", 4, 2)


def record_text(record: Record, lang: Lang) -> str:
    """What the record says, in one line."""
    phrases = words(lang, "rules.show")
    match record:
        case Threshold():
            return _threshold(record, lang)
        case Obligation():
            return _obligation(record, lang)
        case Block():
            return block_words.block(record, lang)
        case Bonus():
            return block_words.bonus(record, lang)
        case Limit():
            return block_words.limit(record, lang)
        case Reduction():
            return block_words.reduction(record, lang)
        case Process():
            months = record.months is not None and phrases["months"].format(months=record.months)
            days = record.days is not None and phrases["days"].format(days=record.days)
            return " · ".join(part for part in (record.label[lang], months, days) if part)
        case CheckRule():
            level = record.level and words(lang, "shared.labels")[record.level.value]
            key = "not_applied" if not record.applies else "check_level" if level else "check_default"
            return phrases[key].format(code=record.id, level=level)
    return record.id


def _threshold(record: Threshold, lang: Lang) -> str:
    phrases = words(lang, "rules.show")
    term = phrases["term"].format(months=record.min_months) if record.min_months else ""
    sentence: str = phrases["threshold"].format(
        kinds=", ".join(word(lang, kind) for kind in record.kinds) + _limited_to(record, lang),
        basis=word(lang, record.basis),
        operator=phrases[record.operator],
        amount=amount(lang, record.amount),
        term=term,
    )
    return sentence


def _limited_to(record: Threshold, lang: Lang) -> str:
    """For which authorities and which services the threshold is; nothing when for all."""
    phrases = words(lang, "rules.show.whom")
    keys = (record.authority_kind, None if record.regime == "general" else record.regime)
    parts = [phrases[key] for key in keys if key is not None]
    return f" ({', '.join(parts)})" if parts else ""


def _obligation(record: Obligation, lang: Lang) -> str:
    phrases = words(lang, "rules.show")
    if record.kind == "by_agreement":
        sentence = phrases["by_agreement"]
    elif record.percent is None or record.basis is None:
        sentence = record.id
    else:
        sentence = phrases["percentage"].format(percent=percent(lang, record.percent), basis=word(lang, record.basis))
    if record.max_amount is not None:
        sentence += phrases["at_most"].format(amount=amount(lang, record.max_amount))
    return f"{sentence} ({phrases[record.level]})"
