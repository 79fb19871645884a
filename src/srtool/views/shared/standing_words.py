"""Where a contract stands, in words and short lines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from srtool.finding import Step
from srtool.progress.agenda import Due
from srtool.progress.hours import HoursReached
from srtool.progress.standing import Progress
from srtool.texts import Lang, sentence, words
from srtool.texts.say import amount, day, heading, number
from srtool.views.shared.asked_words import asked_text
from srtool.views.shared.names import counted

_BAR = 10
_WITHOUT_AMOUNT = frozenset({"no_amount", "over_no_amount"})


def euro(value: Decimal | None, lang: Lang) -> str:
    """The amount, or that it is not known."""
    return sentence(lang, "monitor.story.absent") if value is None else amount(lang, value)


def days(count: int, lang: Lang) -> str:
    """`1 dag`, `3 dagen`."""
    return counted(lang, "monitor.days", count)


def left(count: int, lang: Lang) -> str:
    """`nog 3 dagen`; on the last day that it is that."""
    phrases = words(lang, "monitor.line")
    return phrases["left"].format(days=days(count, lang)) if count else phrases["last_day"]


def on_day(value: date | None, lang: Lang) -> str:
    """The day, or that there is none."""
    return sentence(lang, "monitor.story.none") if value is None else day(lang, value)


def why(progress: Progress, lang: Lang) -> str:
    """What gave the state, in words, with what is overdue."""
    phrases = words(lang, "monitor.why")
    contract = progress.dossier.contract
    plan_due = contract.social_return.plan_due
    reasons = [
        phrases[_why_key(progress)].format(
            asked=asked_text(contract, progress.dossier.asked_basis, lang),
            open=euro(progress.shown("open"), lang),
            end=on_day(progress.end, lang),
            plan_due=on_day(plan_due, lang),
            days=days(progress.life.silent_days, lang),
            confirmed=euro(progress.shown("confirmed"), lang),
            due=euro(progress.due, lang),
            in_proportion=euro(progress.in_proportion, lang),
            expected=euro(progress.shown("expected"), lang),
            owed=euro(progress.owed, lang),
            realised=_realised(progress, lang),
            unread=", ".join(heading(lang, key) for key in sorted(progress.dossier.unread)),
        )
    ]
    reasons += [phrases[late.what].format(day=day(lang, late.day)) for late in progress.overdue if late.what in phrases]
    if progress.hours is not None:
        reasons.append(hours_text(progress.hours, lang))
    if progress.improbable_day is not None:
        reasons.append(phrases["improbable"].format(day=day(lang, progress.improbable_day)))
    return "; ".join(reasons)


def _why_key(progress: Progress) -> str:
    """The sentence of the rule; a percentage without an amount is asked all the same."""
    asked = progress.dossier.contract.social_return
    is_share = asked.percent is not None or bool(asked.growth)
    return f"{progress.rule}_of_share" if progress.rule in _WITHOUT_AMOUNT and is_share else progress.rule


def hours_text(hours: HoursReached, lang: Lang) -> str:
    """How many of the hours that are asked are confirmed, and of how many efforts the hours are not known."""
    phrases, asked = words(lang, "monitor.hours"), number(lang, hours.asked)
    if hours.confirmed_known is None:
        return phrases["asked"].format(asked=asked)
    key = "known" if hours.without_hours else "reached"
    return phrases[key].format(
        asked=asked,
        confirmed=number(lang, hours.confirmed_known),
        efforts=counted(lang, "monitor.without_hours", hours.without_hours),
    )


def _realised(progress: Progress, lang: Lang) -> str:
    """The standing according to the register, with its day where that is known."""
    asked, phrases = progress.dossier.contract.social_return, words(lang, "monitor.realised")
    if asked.realised is None:
        return phrases["none"]
    on = phrases["undated"] if asked.realised_on is None else day(lang, asked.realised_on)
    return phrases["standing"].format(realised=amount(lang, asked.realised), on=on)


def steps_in_words(progress: Progress, lang: Lang) -> list[Step]:
    """The steps of a contract, with the rule that gave its state in words."""
    rule = words(lang, "monitor.rules")[progress.rule]
    return [step._replace(value=rule) if step.name == "state_rule" else step for step in progress.steps]


def who(progress: Progress, lang: Lang, names: Mapping[str, str]) -> str:
    """The role that must act, with the name where it is known; `names` are those of suppliers by number."""
    owner, name = progress.acts
    phrases = words(lang, "monitor.who")
    if name is None:
        return phrases["nobody"].format(role=phrases[owner.value])
    return phrases["named"].format(role=phrases[owner.value], name=names.get(name, name))


def bar(progress: Progress) -> str:
    """What is confirmed (#) and still expected (+) of what is owed, in ten places."""
    owed = progress.owed if progress.is_kept else None
    if not owed:
        return f"[{'#' * _BAR if owed is not None else '?' * _BAR}]"
    full = min(_BAR, int(progress.confirmed * _BAR / owed))
    expected = progress.shown("expected")
    coming = 0 if expected is None else min(_BAR, int(expected * _BAR / owed)) - full
    return f"[{'#' * full}{'+' * coming}{'.' * (_BAR - full - coming)}]"


def due_text(due: Due, lang: Lang) -> str:
    """What is due, in words."""
    phrases = words(lang, "monitor.agenda")
    sum_of = "" if due.amount is None else f", {amount(lang, due.amount)}"
    late = f", {phrases['overdue']}" if due.overdue else ""
    what: str = due.what
    if due.what == "shortfall" and due.text is None:
        what = "shortfall_open" if due.not_known is None else f"shortfall_{due.not_known}"
    return f"{phrases[what]}{sum_of}{late}"


def cause_label(code: str, lang: Lang) -> str:
    """What a cause is called; what is no code is the officer's own words."""
    codes = words(lang, "monitor.causes.codes")
    return codes.get(code.strip().lower(), code)
