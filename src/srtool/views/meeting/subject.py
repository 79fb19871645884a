"""What one sheet is about: a contract, or all contracts of a supplier; and what several kinds of sheet say of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from srtool.lazy_dataclass import dataclass
from srtool.portfolio.people import People
from srtool.progress.agenda import Due
from srtool.progress.dossier import CLAUSE, NotKnown
from srtool.progress.standing import Progress
from srtool.register.model import Contract
from srtool.texts import Lang, words
from srtool.texts.say import amount, day
from srtool.views.shared.asked_words import asked_text
from srtool.views.shared.names import capital, counted
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


def standing(subject: Subject, lang: Lang, *, internal: bool = False) -> Iterator[Block]:
    """The amounts per contract: what is owed, what is confirmed and claimed, and what is still to be filled in.

    Where nothing was agreed until now only an internal sheet says what it would be in proportion: it binds nobody.
    """
    headings = words(lang, "meeting.columns")
    rows = [[headings[key] for key in ("contract", "owed", "confirmed", "claimed", "until_now", "open", "end")]]
    rows += [_row(progress, lang, internal=internal) for progress in subject.followed]
    yield Heading(2, words(lang, "meeting.headings")["standing"])
    yield Table(rows)


def _row(progress: Progress, lang: Lang, *, internal: bool) -> list[str]:
    until_now = euro(progress.due, lang)
    if internal and progress.due is None and progress.in_proportion is not None:
        until_now = words(lang, "meeting.line")["in_proportion"].format(amount=amount(lang, progress.in_proportion))
    return [
        progress.dossier.contract.id,
        euro(progress.owed, lang),
        euro(progress.shown("confirmed"), lang),
        euro(progress.shown("claimed"), lang),
        until_now,
        euro(progress.shown("open"), lang),
        words(lang, "meeting.line")["unknown"] if progress.end is None else day(lang, progress.end),
    ]


def agreed(progress: Progress, lang: Lang, *, internal: bool = True) -> str:
    """What was agreed on one contract, in a line; a letter is silent of what was not agreed, or is not known."""
    phrases = words(lang, "meeting.line")
    terms = tuple(_terms(progress.dossier.contract, lang))
    parts = [term.text for term in terms if term.text is not None]
    if internal:
        missing = [(term.name, progress.dossier.not_known(*term.fields)) for term in terms if term.text is None]
        parts += [phrases[f"{name}_open"] for name, why in missing if why is None]
        parts += _not_known("terms", [(phrases[f"{name}_name"], why) for name, why in missing], lang)
    sentence = "; ".join(parts)
    return phrases["agreed" if parts else "agreed_bare"].format(
        contract=progress.dossier.contract.id,
        asked=asked_text(progress.dossier.contract, progress.dossier.asked_basis, lang),
        parts=f"{capital(sentence)}.",
    )


class _Term(NamedTuple):
    """Something that may be agreed, in words; None where nothing says it."""

    name: str
    text: str | None
    fields: tuple[str, ...]
    """Those that say it."""


def _terms(contract: Contract, lang: Lang) -> Iterator[_Term]:
    """Plan, rhythm and consequence."""
    phrases, asked = words(lang, "meeting.line"), contract.social_return
    plan = None
    if asked.plan_agreed_on is not None:
        plan = phrases["plan_agreed"].format(day=day(lang, asked.plan_agreed_on))
    elif asked.plan_due is not None:
        plan = phrases["plan_due"].format(day=day(lang, asked.plan_due))
    yield _Term("plan", plan, ("social_return.plan_due", "social_return.plan_agreed_on"))
    every = asked.report_every_months
    report = None if every is None else phrases["report_every"].format(months=counted(lang, "monitor.months", every))
    yield _Term("report", report, ("social_return.report_every_months",))
    clause = asked.shortfall_clause
    yield _Term("clause", clause and phrases["clause"].format(clause=clause.rstrip(".")), (CLAUSE,))


def _not_known(key: str, missing: Iterable[tuple[str, NotKnown | None]], lang: Lang) -> Iterator[str]:
    """What is not in the register, and what could not be read, each by what it is called."""
    phrases, every = words(lang, "meeting.line"), list(missing)
    for why in ("absent", "unread"):
        if names := ", ".join(dict.fromkeys(name for name, reason in every if reason == why)):
            yield phrases[f"{key}_{why}"].format(names=names)


DATED = {
    "plan": ("social_return.plan_due",),
    "report": ("social_return.report_every_months",),
    "instalment": ("social_return.schedule",),
    "evaluation": ("social_return.evaluation_on",),
    "option": ("notice_months",),
    "next_step": ("contacts",),
}
"""What has a date, by the fields and tables that say when."""


def dues(subject: Subject, what: Collection[str], lang: Lang) -> Iterator[Block]:
    """What of these kinds has a date, what is late first; then of which kinds the register does not say it."""
    phrases, missing = words(lang, "meeting.line"), list(dates_not_known(subject, what, lang))
    chosen = [due for progress in subject.followed for due in progress.dues if due.what in what or not what]
    yield from (Text(due_line(due, lang)) for due in in_order(chosen))
    if not chosen:
        yield Text(phrases["nothing_due_of_kept" if missing else "nothing_due"])
    yield from map(Text, missing)


def in_order(every: Iterable[Due]) -> list[Due]:
    """The first of them, what is late before the rest."""
    return sorted(every, key=lambda due: (not due.overdue, due.day))[:_MOST_DUES]


def due_line(due: Due, lang: Lang) -> str:
    """Something with a date on one contract."""
    phrases = words(lang, "meeting.line")
    text = phrases["due_text"].format(text=due.text) if due.text else ""
    return phrases["due"].format(day=day(lang, due.day), contract=due.contract, what=due_text(due, lang), text=text)


def dates_not_known(subject: Subject, what: Collection[str], lang: Lang) -> Iterator[str]:
    """Of which of these kinds of date (none: of all) it is not known for some contract whether there is one."""
    phrases = words(lang, "meeting.line")
    every = [
        (phrases[f"dated_{kind}"], progress.dossier.not_known(*fields))
        for kind, fields in DATED.items()
        if kind in what or not what
        for progress in subject.followed
    ]
    yield from _not_known("dates", every, lang)


def euro(value: Decimal | None, lang: Lang) -> str:
    """The amount, or that it is not known."""
    return words(lang, "meeting.line")["unknown"] if value is None else amount(lang, value)
