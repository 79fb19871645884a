"""One contract's whole story: obligation, ledger with running balance, contacts, adjustments, forecast."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from srtool.finding import OPEN, Report
from srtool.progress.acting import named
from srtool.progress.dossier import Entry
from srtool.progress.standing import Progress
from srtool.texts import Lang, load
from srtool.texts.say import amount, day, number, percent, word
from srtool.views.monitor.to_lines import cause_label
from srtool.views.monitor.words import days, euro, left, on_day, steps_in_words, who, why, words
from srtool.views.shared.finding_lines import finding_lines
from srtool.views.shared.lines import Line, wrapped
from srtool.views.shared.names import capital, label_key
from srtool.views.shared.names import words as shared_words
from srtool.views.shared.report_head import head
from srtool.views.shared.step_lines import step_lines


def story(
    found: Progress, report: Report, lang: Lang, width: int, names: dict[str, str], *, with_steps: bool
) -> list[Line]:
    """The lines about one contract; `names` are those of suppliers by number."""
    return list(wrapped(_story(found, report, lang, names, with_steps=with_steps), width))


def _story(found: Progress, report: Report, lang: Lang, names: dict[str, str], *, with_steps: bool) -> Iterator[Line]:
    titles, text = words(lang, "titles"), words(lang, "story")
    contract, on = found.dossier.contract, report.receipt.on
    yield head(report, lang, "monitor")
    yield Line("")
    yield Line(f"{contract.id}  {contract.title}", "title", 0, 2)
    yield Line(text["state"].format(state=words(lang, "states")[found.state.value], why=why(found, lang)), "strong")
    yield Line(capital(words(lang, "line")["act"].format(who=who(found, lang, names))) + ".")
    if found.end is not None:
        yield Line(_end(found, on, lang))
    yield Line("")
    yield Line(titles["who"], "title")
    yield from _who(found, lang, names)
    yield from _findings(found, report, lang)
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
    yield from _life(found, lang, names)
    yield Line("")
    yield Line(titles["contacts"], "title")
    yield from _contacts(found, on, lang)
    if found.dossier.adjustments:
        yield Line("")
        yield Line(titles["adjustments"], "title")
        yield from _adjustments(found, lang)
    if with_steps:
        yield Line("")
        yield Line(titles["steps"], "title")
        yield from step_lines(steps_in_words(found, lang), lang, 2)
        for entry in found.entries:
            yield Line(entry.effort.id, "", 2)
            yield from step_lines(entry.so_far.steps, lang, 4)


def _end(found: Progress, on: date, lang: Lang) -> str:
    """When it ends, or ended."""
    text = words(lang, "story")
    if found.end is None:
        return ""
    if found.end < on:
        return str(text["ended"].format(end=day(lang, found.end)))
    return str(text["end"].format(end=day(lang, found.end), left=left(found.days_left or 0, lang)))


def _who(found: Progress, lang: Lang, names: dict[str, str]) -> Iterator[Line]:
    """Everybody who has a part, and whom nobody named."""
    text = words(lang, "who")
    for role, name in named(found.dossier.contract).items():
        key = "nobody" if name is None else "role"
        yield Line(text[key].format(role=text[role.value], name=names.get(name or "", name)), "", 2, 2)


def _findings(found: Progress, report: Report, lang: Lang) -> Iterator[Line]:
    """What the checks of the contract phase do not find in order, or cannot decide."""
    of = [one for one in report.findings if one.contract == found.dossier.contract.id and one.outcome in OPEN]
    if of:
        yield Line("")
        yield Line(words(lang, "titles")["findings"], "title")
    column = max((len(shared_words(lang, "labels")[label_key(one)]) for one in of), default=0)
    for one in of:
        yield from finding_lines(one, lang, why=False, indent=2, column=column)


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
                day=_ledger_day(entry, lang),
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


def _ledger_day(entry: Entry, lang: Lang) -> str:
    value = entry.effort.start or entry.effort.claimed_on or entry.effort.confirmed_on
    return str(words(lang, "story")["undated"]) if value is None else day(lang, value)


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


def _life(found: Progress, lang: Lang, names: dict[str, str]) -> Iterator[Line]:
    text, life = words(lang, "story"), found.life
    said = text["last"].format(contact=on_day(life.last_contact, lang), effort=on_day(life.last_effort, lang))
    if life.since is not None:
        ago = "silent" if life.is_silent else "today" if not life.silent_days else "ago"
        said += " " + text[ago].format(days=days(life.silent_days, lang))
    yield Line(said, "", 2, 2)
    if life.next_step or life.next_on:
        parts = (life.next_step, life.next_on and day(lang, life.next_on), names.get(life.next_by or "", life.next_by))
        yield Line(text["next_step"].format(parts=", ".join(part for part in parts if part)), "", 2, 2)


def _contacts(found: Progress, on: date, lang: Lang) -> Iterator[Line]:
    text = words(lang, "story")
    if not found.dossier.contacts:
        yield Line(text["no_contacts"], "", 2)
    for contact, _ in sorted(found.dossier.contacts, key=lambda pair: pair[0].on):
        what = [
            word(lang, contact.kind) if contact.kind else "",
            text["by"].format(who=contact.by) if contact.by else "",
            text["planned"] if contact.on > on else "",
        ]
        cause = text["cause"].format(cause=cause_label(contact.cause, lang)) if contact.cause else ""
        parts = (
            " ".join(part for part in what if part),
            " · ".join(part for part in (contact.note, cause) if part),
        )
        yield Line("  ".join([day(lang, contact.on), *(part for part in parts if part)]), "", 2, 4)


def _adjustments(found: Progress, lang: Lang) -> Iterator[Line]:
    text = words(lang, "story")
    for one, _ in sorted(found.dossier.adjustments, key=lambda pair: pair[0].from_):
        what = (
            amount(lang, one.amount) if one.amount is not None else "",
            percent(lang, one.percent) if one.percent is not None else "",
            text["new_end"].format(day=day(lang, one.new_end)) if one.new_end else "",
            text["until"].format(day=day(lang, one.until)) if one.until else "",
        )
        why_so = (
            one.reason.strip().removesuffix(".") if one.reason else text["no_reason"],
            text["decided_by"].format(who=one.decided_by) if one.decided_by else text["no_decider"],
        )
        parts = (day(lang, one.from_), word(lang, one.kind), " ".join(filter(None, what)), ", ".join(why_so))
        yield Line("  ".join(part for part in parts if part), "", 2, 4)
