"""One contract's whole story: obligation, ledger with running balance, contacts, adjustments, forecast."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from srtool.finding import OPEN, Report
from srtool.progress.acting import named
from srtool.progress.dossier import Entry
from srtool.progress.standing import Progress
from srtool.texts import Lang, sentence, words
from srtool.texts.say import amount, day, number, percent, word
from srtool.views.shared.asked_words import asked_text
from srtool.views.shared.finding_lines import finding_lines
from srtool.views.shared.lines import Line, wrapped
from srtool.views.shared.names import capital, label_key
from srtool.views.shared.report_head import head
from srtool.views.shared.standing_words import (
    cause_label,
    days,
    euro,
    hours_text,
    left,
    on_day,
    steps_in_words,
    who,
    why,
)
from srtool.views.shared.step_lines import step_lines


def story(
    progress: Progress, report: Report, lang: Lang, width: int, names: dict[str, str], *, with_steps: bool
) -> list[Line]:
    """The lines about one contract; `names` are those of suppliers by number."""
    return list(wrapped(_story(progress, report, lang, names, with_steps=with_steps), width))


def _story(
    progress: Progress, report: Report, lang: Lang, names: dict[str, str], *, with_steps: bool
) -> Iterator[Line]:
    titles, phrases = words(lang, "monitor.titles"), words(lang, "monitor.story")
    contract, on = progress.dossier.contract, report.receipt.on
    yield head(report, lang, "monitor")
    yield Line("")
    yield Line(f"{contract.id}  {contract.title}", "title", 0, 2)
    yield Line(
        phrases["state"].format(state=words(lang, "monitor.states")[progress.state.value], why=why(progress, lang)),
        "strong",
    )
    yield Line(capital(sentence(lang, "monitor.line.act").format(who=who(progress, lang, names))) + ".")
    if progress.end is not None:
        yield Line(_end(progress, on, lang))
    yield Line("")
    yield Line(titles["who"], "title")
    yield from _who(progress, lang, names)
    yield from _findings(progress, report, lang)
    yield Line("")
    yield Line(titles["obligation"], "title")
    yield from _obligation(progress, lang)
    yield Line("")
    yield Line(titles["ledger"], "title")
    yield from _ledger(progress, lang)
    yield Line("")
    yield Line(titles["forecast"], "title")
    yield from _forecast(progress, lang)
    yield Line("")
    yield Line(titles["life"], "title")
    yield from _life(progress, lang, names)
    yield Line("")
    yield Line(titles["contacts"], "title")
    yield from _contacts(progress, on, lang)
    if progress.dossier.adjustments:
        yield Line("")
        yield Line(titles["adjustments"], "title")
        yield from _adjustments(progress, lang)
    if with_steps:
        yield Line("")
        yield Line(titles["steps"], "title")
        yield from step_lines(steps_in_words(progress, lang), lang, 2)
        for entry in progress.entries:
            yield Line(entry.effort.id, "", 2)
            yield from step_lines(entry.so_far.steps, lang, 4)


def _end(progress: Progress, on: date, lang: Lang) -> str:
    """When it ends, or ended."""
    phrases = words(lang, "monitor.story")
    if progress.end is None:
        return ""
    if progress.dossier.is_end_open:
        return phrases["end_passed"].format(end=day(lang, progress.end))
    if progress.end < on:
        return phrases["ended"].format(end=day(lang, progress.end))
    return phrases["end"].format(end=day(lang, progress.end), left=left(progress.days_left or 0, lang))


def _who(progress: Progress, lang: Lang, names: dict[str, str]) -> Iterator[Line]:
    """Everybody who has a part, and whom nobody named."""
    phrases = words(lang, "monitor.who")
    for role, name in named(progress.dossier.contract).items():
        key = "nobody" if name is None else "role"
        yield Line(phrases[key].format(role=phrases[role.value], name=names.get(name or "", name)), "", 2, 2)


def _findings(progress: Progress, report: Report, lang: Lang) -> Iterator[Line]:
    """What the checks of the contract phase do not find in order, or cannot decide."""
    findings = [
        finding
        for finding in report.findings
        if finding.contract == progress.dossier.contract.id and finding.outcome in OPEN
    ]
    if findings:
        yield Line("")
        yield Line(sentence(lang, "monitor.titles.findings"), "title")
    column = max((len(words(lang, "shared.labels")[label_key(finding)]) for finding in findings), default=0)
    for finding in findings:
        yield from finding_lines(finding, lang, why=False, indent=2, column=column)


def _obligation(progress: Progress, lang: Lang) -> Iterator[Line]:
    phrases = words(lang, "monitor.story")
    if progress.obligation is None:
        yield Line(_without_amount(progress, lang), "undecided", 2, 2)
    else:
        values = {
            "obligation": amount(lang, progress.obligation),
            "waived": euro(progress.waived, lang),
            "owed": euro(progress.owed, lang),
        }
        # That nothing was reduced is not known where no decisions are kept, and else it is no news.
        yield Line(phrases["obligation" if progress.waived != 0 else "obligation_whole"].format_map(values), "", 2, 2)
    if standing := ", ".join(_standing(progress, lang)):
        yield Line(f"{capital(standing)}.", "", 2, 2)
    yield from _hours(progress, lang)


def _without_amount(progress: Progress, lang: Lang) -> str:
    """That what is asked has no amount, or that the amount of a percentage is not known."""
    phrases, contract = words(lang, "monitor.story"), progress.dossier.contract
    if contract.social_return.percent is None and not contract.social_return.growth:
        return str(phrases["unknown"])
    return str(phrases["unknown_of_share"]).format(asked=asked_text(contract, progress.dossier.asked_basis, lang))


def _hours(progress: Progress, lang: Lang) -> Iterator[Line]:
    if progress.hours is not None:
        yield Line(capital(hours_text(progress.hours, lang)) + ".", "", 2, 2)


def _standing(progress: Progress, lang: Lang) -> Iterator[str]:
    """Where it stands; an interim standing only where there is one."""
    phrases = words(lang, "monitor.money")
    for name in (
        "due",
        "in_proportion",
        "realised",
        "confirmed",
        "confirmed_if_extended",
        "claimed",
        "open",
        "surplus",
    ):
        value = progress.shown(name)
        if value is not None or (name == "open" and progress.obligation is not None):
            yield phrases[name].format_map({name: euro(value, lang)})


def _ledger(progress: Progress, lang: Lang) -> Iterator[Line]:
    phrases = words(lang, "monitor.story")
    if not progress.dossier.efforts:
        yield Line(phrases["no_efforts" if progress.dossier.keeps_efforts else "no_efforts_kept"], "", 2)
    elif len(progress.entries) < len(progress.dossier.efforts):
        yield Line(phrases["left_out"], "", 2, 2)
    balance = Decimal("0.00")
    for entry in progress.entries:
        if entry.counts == "confirmed" and entry.so_far.value is not None:
            balance += entry.so_far.value
        yield Line(
            phrases["ledger"].format(
                day=_ledger_day(entry, lang),
                id=entry.effort.id,
                kind=word(lang, entry.effort.kind),
                status=words(lang, "monitor.story.counts")[entry.counts],
                value=_value(entry, lang),
                balance=amount(lang, balance),
            ),
            "" if entry.counts == "confirmed" else "dim",
            2,
            4,
        )


def _ledger_day(entry: Entry, lang: Lang) -> str:
    value = entry.effort.start or entry.effort.claimed_on or entry.effort.confirmed_on
    return sentence(lang, "monitor.story.undated") if value is None else day(lang, value)


def _value(entry: Entry, lang: Lang) -> str:
    if entry.so_far.value is None:
        return sentence(lang, "monitor.story.no_value").format(why=reason(entry, lang))
    value = amount(lang, entry.so_far.value)
    share = {step.name: step for step in entry.so_far.steps}
    if "value_within_share" not in share:
        return value
    most, part = share["share_maximum"].value, share["share_percent"].value
    said = sentence(lang, "monitor.story.within_share")
    return said.format(value=value, percent=percent(lang, part), most=amount(lang, most))


def reason(entry: Entry, lang: Lang) -> str:
    """Why an effort has no value."""
    why_not = entry.so_far.why
    return "" if why_not is None else words(lang, "value.why")[why_not]


def _forecast(progress: Progress, lang: Lang) -> Iterator[Line]:
    phrases = words(lang, "monitor.story")
    yield Line(
        phrases["forecast"].format(
            worst=euro(progress.shown("confirmed"), lang),
            expected=euro(progress.shown("expected"), lang),
            best=euro(progress.shown("best"), lang),
            gap=euro(progress.shown("gap"), lang),
        ),
        "",
        2,
        2,
    )
    if progress.gap_months is not None and progress.shown("gap") is not None:
        block, months = progress.gap_months
        yield Line(phrases["gap_months"].format(months=number(lang, months), block=block.label[lang]), "", 2, 2)
    if progress.pace is not None:
        yield Line(phrases["pace"].format(pace=amount(lang, progress.pace)), "", 2)
    else:
        yield Line(phrases["no_pace" if progress.dossier.keeps_efforts else "pace_not_kept"], "", 2)


def _life(progress: Progress, lang: Lang, names: dict[str, str]) -> Iterator[Line]:
    phrases, life = words(lang, "monitor.story"), progress.life
    if not progress.dossier.keeps_life:
        yield Line(phrases["no_life"], "", 2, 2)
        return
    sentence = phrases["last"].format(contact=on_day(life.last_contact, lang), effort=on_day(life.last_effort, lang))
    if life.since is not None:
        ago = "silent" if life.is_silent else "today" if not life.silent_days else "ago"
        sentence += " " + phrases[ago].format(days=days(life.silent_days, lang))
    yield Line(sentence, "", 2, 2)
    if life.next_step or life.next_on:
        parts = (life.next_step, life.next_on and day(lang, life.next_on), names.get(life.next_by or "", life.next_by))
        yield Line(phrases["next_step"].format(parts=", ".join(part for part in parts if part)), "", 2, 2)


def _contacts(progress: Progress, on: date, lang: Lang) -> Iterator[Line]:
    phrases = words(lang, "monitor.story")
    if not progress.dossier.contacts:
        is_kept = progress.dossier.not_known("contacts") is None
        yield Line(phrases["no_contacts" if is_kept else "no_contacts_kept"], "", 2)
    for contact, _ in sorted(progress.dossier.contacts, key=lambda pair: pair[0].on):
        what = [
            word(lang, contact.kind) if contact.kind else "",
            phrases["by"].format(who=contact.by) if contact.by else "",
            phrases["planned"] if contact.on > on else "",
        ]
        cause = phrases["cause"].format(cause=cause_label(contact.cause, lang)) if contact.cause else ""
        parts = (
            " ".join(part for part in what if part),
            " · ".join(part for part in (contact.note, cause) if part),
        )
        yield Line("  ".join([day(lang, contact.on), *(part for part in parts if part)]), "", 2, 4)


def _adjustments(progress: Progress, lang: Lang) -> Iterator[Line]:
    phrases = words(lang, "monitor.story")
    for adjustment, _ in sorted(progress.dossier.adjustments, key=lambda pair: pair[0].from_):
        what = (
            amount(lang, adjustment.amount) if adjustment.amount is not None else "",
            percent(lang, adjustment.percent) if adjustment.percent is not None else "",
            phrases["new_end"].format(day=day(lang, adjustment.new_end)) if adjustment.new_end else "",
            phrases["until"].format(day=day(lang, adjustment.until)) if adjustment.until else "",
        )
        why_so = (
            adjustment.reason.strip().removesuffix(".") if adjustment.reason else phrases["no_reason"],
            phrases["decided_by"].format(who=adjustment.decided_by) if adjustment.decided_by else phrases["no_decider"],
        )
        parts = (
            day(lang, adjustment.from_),
            word(lang, adjustment.kind),
            " ".join(filter(None, what)),
            ", ".join(why_so),
        )
        yield Line("  ".join(part for part in parts if part), "", 2, 4)
