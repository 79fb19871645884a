"""The words and short lines that the views of the monitor share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from srtool.finding import Step
from srtool.progress.standing import Progress
from srtool.texts import Lang, load
from srtool.texts.say import amount, day
from srtool.views.shared.names import counted

_BAR = 10


def words(lang: Lang, part: str) -> dict[str, Any]:
    """One part of what the monitor says."""
    table: dict[str, Any] = load(lang, "monitor")[part]
    return table


def euro(value: Decimal | None, lang: Lang) -> str:
    """The amount, or that it is not known."""
    return words(lang, "story")["absent"] if value is None else amount(lang, value)


def days(count: int, lang: Lang) -> str:
    """`1 dag`, `3 dagen`."""
    return counted(lang, "days", count, "monitor")


def left(count: int, lang: Lang) -> str:
    """`nog 3 dagen`; on the last day that it is that."""
    text = words(lang, "line")
    return str(text["left"].format(days=days(count, lang)) if count else text["last_day"])


def on_day(value: date | None, lang: Lang) -> str:
    """The day, or that there is none."""
    return words(lang, "story")["none"] if value is None else day(lang, value)


def why(found: Progress, lang: Lang) -> str:
    """What gave the state, in words, with what is overdue."""
    text = words(lang, "why")
    plan_due = found.dossier.contract.social_return.plan_due
    said = [
        text[found.rule].format(
            open=euro(found.open, lang),
            plan_due=on_day(plan_due, lang),
            days=days(found.life.silent_days, lang),
            confirmed=euro(found.confirmed, lang),
            due=euro(found.due, lang),
            expected=euro(found.expected, lang),
            owed=euro(found.owed, lang),
        )
    ]
    said += [text[late.what].format(day=day(lang, late.day)) for late in found.overdue if late.what in text]
    return "; ".join(said)


def steps_in_words(found: Progress, lang: Lang) -> list[Step]:
    """The steps of a contract, with the rule that gave its state in words."""
    rule = words(lang, "rules")[found.rule]
    return [replace(one, value=rule) if one.name == "state_rule" else one for one in found.steps]


def who(found: Progress, lang: Lang, names: dict[str, str]) -> str:
    """The role that must act, with the name where it is known; `names` are those of suppliers by number."""
    owner, name = found.acts
    text = words(lang, "who")
    if name is None:
        return str(text["nobody"].format(role=text[owner.value]))
    return str(text["named"].format(role=text[owner.value], name=names.get(name, name)))


def bar(found: Progress) -> str:
    """What is confirmed (#) and still expected (+) of what is owed, in ten places."""
    owed = found.owed
    if not owed:
        return f"[{'#' * _BAR if owed is not None else '?' * _BAR}]"
    full = min(_BAR, int(found.confirmed * _BAR / owed))
    coming = min(_BAR, int(found.expected * _BAR / owed)) - full
    return f"[{'#' * full}{'+' * coming}{'.' * (_BAR - full - coming)}]"
