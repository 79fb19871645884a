"""Blocks, bonuses and limits of a rule set in words: one line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from srtool.rules.ruleset import Block, Bonus, Limit
from srtool.texts import Lang, load
from srtool.texts.say import amount, number, percent, word
from srtool.views.shared.names import words


def block(record: Block, lang: Lang) -> str:
    """`WW: € 20.000,00 per voltijdsjaar`, with what it asks besides and the names it also goes by."""
    text = _text(lang)
    parts = [text["label"].format(label=record.label[lang], value=_value(record, lang))]
    if record.or_costs:
        parts.append(text["or_costs"])
    if record.form is not None:
        parts.append(word(lang, record.form))
    if record.also:
        parts.append(text["also"].format(names=", ".join(record.also)))
    return _with_condition("; ".join(parts), record, lang)


def bonus(record: Bonus, lang: Lang) -> str:
    """The same for a bonus, with the blocks that it may go with."""
    text = _text(lang)
    if record.per == "costs":
        value = text["costs"]
    elif record.amount is None:
        value = text["not_seen"]
    else:
        value = text[f"bonus_{record.per or 'not_seen'}"].format(amount=amount(lang, record.amount))
    parts = [text["label"].format(label=record.label[lang], value=value)]
    if record.blocks or record.forms:
        names = record.blocks or [word(lang, form) for form in record.forms]
        parts.append(text["only_with"].format(names=", ".join(names)))
    if record.group is not None:
        parts.append(text["highest"])
    return _with_condition("; ".join(parts), record, lang)


def limit(record: Limit, lang: Lang) -> str:
    """Its label with each number that it has, and the blocks that it is for."""
    values = ", ".join(_numbers(record, lang))
    label = record.label.get(lang, record.id)
    said = f"{label}: {values}" if values else label
    return f"{said} ({', '.join(record.blocks)})" if record.blocks else said


def _value(record: Block, lang: Lang) -> str:
    text = _text(lang)
    if record.per == "costs":
        if record.recognition is None:
            return str(text["costs"])
        return str(text["part_of_costs"].format(percent=percent(lang, record.recognition)))
    if record.per == "day_at_most" and record.amount is not None:
        return str(text["day_at_most"].format(amount=amount(lang, record.amount)))
    if record.per in {"agreement", "day_at_most"}:
        return str(text["agreement"])
    if record.amount is None:
        return str(words(lang, "rules")["no_amount"])
    value = amount(lang, record.amount)
    if record.per is None:
        return str(text["per_not_seen"].format(amount=value))
    return f"{value} {words(lang, 'rules')['per'].get(record.per) or text[record.per]}"


def _with_condition(said: str, record: Block | Bonus, lang: Lang) -> str:
    condition = record.condition.get(lang)
    return f"{said}. {condition}" if condition else said


def _numbers(record: Limit, lang: Lang) -> Iterator[str]:
    text = words(lang, "rules")
    if record.amount is not None:
        yield amount(lang, record.amount)
    if record.percent is not None:
        yield percent(lang, record.percent)
    if record.months is not None:
        yield text["months"].format(months=record.months)
    if record.hours_per_week is not None:
        yield text["hours"].format(hours=number(lang, record.hours_per_week))
    if record.characters is not None:
        yield text["characters"].format(characters=record.characters)
    if record.unlimited:
        yield _text(lang)["unlimited"]


def _text(lang: Lang) -> dict[str, Any]:
    table: dict[str, Any] = load(lang, "rules")["records"]
    return table
