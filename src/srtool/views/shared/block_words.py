"""Blocks, bonuses, limits and reductions of a rule set in words: one line each."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.rules.reduction import Reduction
from srtool.rules.ruleset import Block, Bonus, Limit
from srtool.texts import Lang, sentence, words
from srtool.texts.say import amount, number, percent, word

_ALL = 100
_AT_MOST = ("day_at_most", "hour_at_most")


def block(record: Block, lang: Lang) -> str:
    """`WW: € 20.000,00 per voltijdsjaar`, with what it asks besides and the names it also goes by."""
    phrases = words(lang, "rules.records")
    parts = [phrases["label"].format(label=record.label[lang], value=_value(record, lang))]
    if record.or_costs:
        parts.append(phrases["or_costs"])
    if record.hourly is not None:
        parts.append(phrases["hourly"].format(amount=amount(lang, record.hourly)))
    if record.pro_rata:
        parts.append(phrases["pro_rata"])
    if record.form is not None:
        parts.append(word(lang, record.form))
    if record.also:
        parts.append(phrases["also"].format(names=", ".join(record.also)))
    return _with_condition("; ".join(parts), record, lang)


def bonus(record: Bonus, lang: Lang) -> str:
    """The same for a bonus, with the blocks that it may go with."""
    phrases = words(lang, "rules.records")
    if record.at_most is not None:
        value = phrases["bonus_at_most"].format(amount=amount(lang, record.at_most))
    elif record.per in {"costs", "yearly_value"}:
        value = phrases["costs" if record.per == "costs" else "bonus_yearly_value"]
    elif record.amount is None:
        value = phrases["not_seen"]
    else:
        value = phrases[f"bonus_{record.per or 'not_seen'}"].format(amount=amount(lang, record.amount))
    parts = [phrases["label"].format(label=record.label[lang], value=value)]
    if record.blocks or record.forms:
        names = record.blocks or [word(lang, form) for form in record.forms]
        parts.append(phrases["only_with"].format(names=", ".join(names)))
    if record.group is not None:
        parts.append(phrases["highest"])
    return _with_condition("; ".join(parts), record, lang)


def reduction(record: Reduction, lang: Lang) -> str:
    """By how much an obligation may become less, and for whom."""
    phrases, label = words(lang, "rules.records"), record.label[lang]
    key = "exemption" if record.percent == _ALL else "reduction"
    return _with_condition(phrases[key].format(label=label, percent=percent(lang, record.percent)), record, lang)


def limit(record: Limit, lang: Lang) -> str:
    """Its label with each number that it has, and the blocks that it is for."""
    values = ", ".join(_numbers(record, lang))
    label = record.label.get(lang, record.id)
    sentence = f"{label}: {values}" if values else label
    return f"{sentence} ({', '.join(record.blocks)})" if record.blocks else sentence


def _value(record: Block, lang: Lang) -> str:
    phrases = words(lang, "rules.records")
    if record.per == "costs":
        if record.recognition is None:
            return phrases["costs"]
        return phrases["part_of_costs"].format(percent=percent(lang, record.recognition))
    if record.per == "gross_wage":
        key = "gross_wage" if record.surcharge is None else "gross_wage_plus"
        return phrases[key].format(percent=record.surcharge and percent(lang, record.surcharge))
    if record.per in _AT_MOST and record.amount is not None:
        return phrases[record.per or ""].format(amount=amount(lang, record.amount))
    if record.per in {"agreement", *_AT_MOST}:
        return phrases["agreement"]
    if record.amount is None:
        return sentence(lang, "rules.show.no_amount")
    value = amount(lang, record.amount)
    if record.per is None:
        return phrases["per_not_seen"].format(amount=value)
    return f"{value} {words(lang, 'rules.show.per').get(record.per) or phrases[record.per]}"


def _with_condition(sentence: str, record: Block | Bonus | Reduction, lang: Lang) -> str:
    condition = record.condition.get(lang)
    return f"{sentence}. {condition}" if condition else sentence


def _numbers(record: Limit, lang: Lang) -> Iterator[str]:
    phrases = words(lang, "rules.show")
    if record.amount is not None:
        yield amount(lang, record.amount)
    if record.percent is not None:
        shown = percent(lang, record.percent)
        is_share = record.bounds == "share_of_obligation"
        yield sentence(lang, "rules.records.share").format(percent=shown) if is_share else shown
    if record.years is not None:
        yield sentence(lang, "rules.records.years").format(years=record.years)
    if record.months is not None:
        yield phrases["months"].format(months=record.months)
    if record.hours_per_week is not None:
        yield phrases["hours"].format(hours=number(lang, record.hours_per_week))
    if record.characters is not None:
        yield phrases["characters"].format(characters=record.characters)
    if record.unlimited:
        yield sentence(lang, "rules.records.unlimited")
