"""What one sheet is about: a contract, or all contracts of a supplier; and what several kinds of sheet say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.portfolio.people import People
from srtool.progress.agenda import Due
from srtool.progress.standing import Progress
from srtool.register.model import Contract
from srtool.texts import Lang, words
from srtool.texts.say import amount, day, number, percent, word
from srtool.views.shared.names import counted
from srtool.views.shared.standing_words import due_text
from srtool.views.word.blocks import Block, Heading, Table, Text

_MOST_DUES = 6


@dataclass(frozen=True, slots=True)
class Subject:
    """One contract, or a supplier with its contracts, on a day."""

    name: str
    followed: Sequence[Progress]
    people: People
    names: Mapping[str, str]
    """Of suppliers by number."""
    on: date


def standing(subject: Subject, lang: Lang) -> Iterator[Block]:
    """The amounts per contract: what is owed, what is confirmed and claimed, and what is still to be filled in."""
    headings = words(lang, "meeting.columns")
    rows = [[headings[key] for key in ("contract", "owed", "confirmed", "claimed", "until_now", "open", "end")]]
    for progress in subject.followed:
        agreed = progress.due if progress.due is not None else progress.in_proportion
        rows.append(
            [
                progress.dossier.contract.id,
                euro(progress.owed, lang),
                euro(progress.shown("confirmed"), lang),
                euro(progress.shown("claimed"), lang),
                euro(agreed, lang),
                euro(progress.shown("open"), lang),
                words(lang, "meeting.line")["unknown"] if progress.end is None else day(lang, progress.end),
            ]
        )
    yield Heading(2, words(lang, "meeting.headings")["standing"])
    yield Table(rows)


def agreed(contract: Contract, lang: Lang) -> str:
    """What was agreed on one contract, in a line."""
    phrases, asked = words(lang, "meeting.line"), contract.social_return
    if asked.plan_agreed_on is not None:
        plan = phrases["plan_agreed"].format(day=day(lang, asked.plan_agreed_on))
    elif asked.plan_due is not None:
        plan = phrases["plan_due"].format(day=day(lang, asked.plan_due))
    else:
        plan = phrases["plan_open"]
    every = asked.report_every_months
    months = None if every is None else counted(lang, "monitor.months", every)
    report = phrases["report_open"] if months is None else phrases["report_every"].format(months=months)
    clause = asked.shortfall_clause
    consequence = phrases["clause_open"] if clause is None else phrases["clause"].format(clause=clause.rstrip("."))
    parts = f"{plan}; {report}; {consequence}"
    return phrases["agreed"].format(
        contract=contract.id,
        asked=asked_for(contract, lang),
        basis=basis(contract, lang),
        parts=f"{parts[0].upper()}{parts[1:]}.",
    )


def asked_for(contract: Contract, lang: Lang) -> str:
    """The amount, the percentage, the path, the people or the hours that are asked."""
    phrases, asked = words(lang, "meeting.line"), contract.social_return
    if asked.amount is not None:
        return phrases["asked_amount"].format(amount=amount(lang, asked.amount))
    if asked.growth:
        return phrases["asked_growth"]
    if asked.percent is not None:
        return phrases["asked_percent"].format(percent=percent(lang, asked.percent))
    if asked.hours is not None:
        return phrases["asked_hours"].format(hours=number(lang, asked.hours))
    if asked.people is not None:
        return phrases["asked_people"].format(n=number(lang, asked.people))
    return phrases["asked_unknown"]


def basis(contract: Contract, lang: Lang) -> str:
    """Of what a percentage is; nothing where it is not said, or an amount is asked."""
    asked = contract.social_return
    if asked.basis is None or (asked.percent is None and not asked.growth) or asked.amount is not None:
        return ""
    return words(lang, "meeting.line")["of_basis"].format(basis=word(lang, asked.basis))


def dues(found: Sequence[Due], lang: Lang) -> Iterator[Block]:
    """What has a date, what is late first; a line when there is nothing."""
    phrases = words(lang, "meeting.line")
    ranked = sorted(found, key=lambda due: (not due.overdue, due.day))[:_MOST_DUES]
    for due in ranked:
        text = phrases["due_text"].format(text=due.text) if due.text else ""
        what = due_text(due, lang)
        yield Text(phrases["due"].format(day=day(lang, due.day), contract=due.contract, what=what, text=text))
    if not ranked:
        yield Text(phrases["nothing_due"])


def euro(value: Decimal | None, lang: Lang) -> str:
    """The amount, or that it is not filled in."""
    return words(lang, "meeting.line")["unknown"] if value is None else amount(lang, value)
