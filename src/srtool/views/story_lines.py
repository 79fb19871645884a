"""One contract's whole story: obligation, ledger with running balance, contacts, adjustments, forecast."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from srtool.finding import Report
from srtool.progress.record import Entry, Progress
from srtool.texts import Lang, load
from srtool.texts.say import amount, day, number, percent, word
from srtool.views.finding_lines import step_lines
from srtool.views.lines import Line, wrapped
from srtool.views.monitor_lines import cause_label
from srtool.views.monitor_words import days, euro, on_day, who, why, words
from srtool.views.names import capital
from srtool.views.to_terminal import head


def story(
    found: Progress, report: Report, lang: Lang, width: int, names: dict[str, str], *, with_steps: bool
) -> list[Line]:
    """The lines about one contract; `names` are those of suppliers by number."""
    return list(wrapped(_story(found, report, lang, names, with_steps=with_steps), width))


def _story(found: Progress, report: Report, lang: Lang, names: dict[str, str], *, with_steps: bool) -> Iterator[Line]:
    titles, text = words(lang, "titles"), words(lang, "story")
    contract, on = found.record.contract, report.receipt.on
    yield head(report, lang, "monitor")
    yield Line("")
    yield Line(f"{contract.id}  {contract.title}", "title", 0, 2)
    yield Line(text["state"].format(state=words(lang, "states")[found.state.value], why=why(found, lang, on)), "strong")
    yield Line(capital(words(lang, "line")["act"].format(who=who(found, lang, names, on))) + ".")
    if found.end is not None:
        yield Line(text["end"].format(end=day(lang, found.end), days=days(found.days_left or 0, lang)))
    yield Line("")
    yield Line(titles["obligation"], "title")
    yield from _obligation(found, lang)
    yield Line("")
    yield Line(titles["ledger"], "title")
    yield from _ledger(found, lang)
    yield Line("")
    yield Line(titles["forecast"], "title")
    yield from _forecast(found, lang)
    yield Line("")
    yield Line(titles["life"], "title")
    yield from _life(found, lang)
    yield Line("")
    yield Line(titles["contacts"], "title")
    yield from _contacts(found, lang)
    if found.record.adjustments:
        yield Line("")
        yield Line(titles["adjustments"], "title")
        yield from _adjustments(found, lang)
    if with_steps:
        yield Line("")
        yield Line(titles["steps"], "title")
        rule = words(lang, "rules")[found.rule]
        yield from step_lines(
            [replace(one, value=rule) if one.name == "state_rule" else one for one in found.steps], lang, 2
        )
        for entry in found.entries:
            yield Line(entry.effort.id, "", 2)
            yield from step_lines(entry.so_far.steps, lang, 4)


def _obligation(found: Progress, lang: Lang) -> Iterator[Line]:
    text = words(lang, "story")
    if found.obligation is None:
        yield Line(text["unknown"], "undecided", 2)
        return
    values = {
        "obligation": amount(lang, found.obligation),
        "waived": amount(lang, found.waived),
        "owed": euro(found.owed, lang),
    }
    yield Line(text["obligation"].format_map(values), "", 2, 2)
    yield Line(
        text["due"].format(
            due=euro(found.due, lang),
            confirmed=amount(lang, found.confirmed),
            claimed=amount(lang, found.claimed),
            open=euro(found.open, lang),
            surplus=euro(found.surplus, lang),
        ),
        "",
        2,
        2,
    )


def _ledger(found: Progress, lang: Lang) -> Iterator[Line]:
    text = words(lang, "story")
    if not found.entries:
        yield Line(text["no_efforts"], "", 2)
    balance = Decimal("0.00")
    for entry in found.entries:
        if entry.counts == "confirmed" and entry.so_far.value is not None:
            balance += entry.so_far.value
        yield Line(
            text["ledger"].format(
                day=on_day(entry.effort.start or entry.effort.claimed_on, lang),
                id=entry.effort.id,
                kind=word(lang, entry.effort.kind),
                status=text["counts"][entry.counts],
                value=_value(entry, lang),
                balance=amount(lang, balance),
            ),
            "" if entry.counts == "confirmed" else "dim",
            2,
            4,
        )


def _value(entry: Entry, lang: Lang) -> str:
    if entry.so_far.value is None:
        return str(words(lang, "story")["no_value"].format(why=reason(entry, lang)))
    return amount(lang, entry.so_far.value)


def reason(entry: Entry, lang: Lang) -> str:
    """Why an effort has no value."""
    return str(load(lang, "value")["why"][entry.so_far.why])


def _forecast(found: Progress, lang: Lang) -> Iterator[Line]:
    text = words(lang, "story")
    yield Line(
        text["forecast"].format(
            worst=amount(lang, found.confirmed),
            expected=amount(lang, found.expected),
            best=amount(lang, found.best),
            gap=euro(found.gap, lang),
        ),
        "",
        2,
        2,
    )
    if found.gap_months is not None:
        block, months = found.gap_months
        yield Line(text["gap_months"].format(months=number(lang, months), block=block.label[lang]), "", 2, 2)
    pace = text["no_pace"] if found.pace is None else text["pace"].format(pace=amount(lang, found.pace))
    yield Line(pace, "", 2)


def _life(found: Progress, lang: Lang) -> Iterator[Line]:
    text, life = words(lang, "story"), found.life
    yield Line(
        text["last"].format(
            contact=on_day(life.last_contact, lang),
            effort=on_day(life.last_effort, lang),
            days=days(life.silent_days, lang),
        ),
        "",
        2,
        2,
    )
    if life.next_step or life.next_on:
        step, by = life.next_step or text["absent"], life.next_by or text["absent"]
        yield Line(text["next_step"].format(step=step, day=on_day(life.next_on, lang), who=by), "", 2, 2)


def _contacts(found: Progress, lang: Lang) -> Iterator[Line]:
    text = words(lang, "story")
    if not found.record.contacts:
        yield Line(text["no_contacts"], "", 2)
    for contact, _ in sorted(found.record.contacts, key=lambda pair: pair[0].on):
        kind = word(lang, contact.kind) if contact.kind else ""
        said = text["contact"].format(day=day(lang, contact.on), kind=kind, note=contact.note or "")
        if contact.cause:
            said += text["cause"].format(cause=cause_label(contact.cause, lang))
        yield Line(said, "", 2, 4)


def _adjustments(found: Progress, lang: Lang) -> Iterator[Line]:
    text = words(lang, "story")
    for one, _ in sorted(found.record.adjustments, key=lambda pair: pair[0].from_):
        parts = [
            day(lang, one.until) if one.until else "",
            day(lang, one.new_end) if one.new_end else "",
            amount(lang, one.amount) if one.amount is not None else "",
            percent(lang, one.percent) if one.percent is not None else "",
        ]
        what = " ".join(part for part in parts if part)
        reason_text = " ".join(part for part in (one.reason, one.decided_by) if part) or text["absent"]
        yield Line(
            text["adjustment"].format(
                day=day(lang, one.from_), kind=word(lang, one.kind), what=what, reason=reason_text
            ),
            "",
            2,
            4,
        )
