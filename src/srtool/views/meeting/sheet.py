"""The meeting sheet: what was agreed, where it stands, five questions, and a table that is read back as contacts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from srtool.progress.standing import Progress
from srtool.progress.state import State
from srtool.register.model import Contact
from srtool.term import add_months
from srtool.texts import Lang, words
from srtool.texts.say import day, number
from srtool.views.meeting.subject import Subject, agreed, dues, standing
from srtool.views.shared.standing_words import cause_label, why
from srtool.views.word.blocks import Block, Heading, Table, Text, Title

NOTES = ("contract", "on", "kind", "note", "cause", "next_step", "next_by", "next_on")
"""The columns of the notes, as the fields of a contact; their headings are short ones that the reader knows."""
_WIDTHS = (12, 10, 9, 26, 11, 14, 9, 9)
_QUESTIONS = 5
_ROWS = 3
_ENDING = 12
"""Months before the end from which the end is spoken of."""
_BEHIND = frozenset({State.BEHIND, State.BELOW_PACE, State.AT_RISK, State.ENDED_SHORT})


def blocks(subject: Subject, lang: Lang, *, on_new_page: bool = False) -> Iterator[Block]:
    """One page."""
    headings, phrases = words(lang, "meeting.headings"), words(lang, "meeting.line")
    yield Title(words(lang, "meeting.titles")["meeting"].format(subject=subject.name), on_new_page)
    yield Text(phrases["internal"].format(day=day(lang, subject.on)))
    yield from standing(subject, lang, internal=True)
    for progress in subject.followed:
        state = words(lang, "monitor.states")[progress.state.value]
        contract = progress.dossier.contract.id
        yield Text(phrases["state"].format(contract=contract, state=state, why=why(progress, lang)))
    yield Heading(2, headings["agreed"])
    for progress in subject.followed:
        yield Text(agreed(progress, lang))
    yield Heading(2, headings["due"])
    yield from dues(subject, (), lang)
    yield Heading(2, headings["people"])
    yield Text(_people(subject, lang))
    yield Heading(2, headings["causes"])
    yield from _causes(subject, lang)
    yield Heading(2, headings["questions"])
    for place, question in enumerate(_questions(subject, lang), 1):
        yield Text(f"{place}. {question}")
    yield Heading(2, headings["worker"])
    yield Text(phrases["worker"])
    yield Heading(2, headings["notes"])
    yield _notes(subject, lang)
    yield Text(phrases["notes"])


def _people(subject: Subject, lang: Lang) -> str:
    phrases, people = words(lang, "meeting.line"), subject.people
    if not any(progress.dossier.keeps_efforts for progress in subject.followed):
        return phrases["people_not_kept"]
    if not people.placed:
        return phrases["no_people"]
    return phrases["people"].format(
        placed=_count(people.placed, lang),
        confirmed=_count(people.confirmed, lang),
        after_6=_ratio(people.after_6, lang),
        after_12=_ratio(people.after_12, lang),
        permanent=_count(people.permanent, lang),
    )


def _count(count: int | Decimal | None, lang: Lang) -> str:
    return words(lang, "meeting.line")["unknown"] if count is None else number(lang, count)


def _ratio(pair: tuple[int | None, int | None], lang: Lang) -> str:
    still, of = pair
    phrases = words(lang, "meeting.line")
    if not of or still is None:
        return phrases["nobody_yet"]
    return phrases["of"].format(n=number(lang, still), of=number(lang, of))


def _causes(subject: Subject, lang: Lang) -> Iterator[Block]:
    """Each recorded cause once, with what helped elsewhere where a source says so."""
    phrases, helped = words(lang, "meeting.line"), words(lang, "causes.helped")
    contacts = [contact for progress in subject.followed for contact in progress.dossier.held]
    causes = dict.fromkeys(contact.cause.strip() for contact in _newest(contacts) if contact.cause)
    for cause in causes:
        label = cause_label(cause, lang)
        line = phrases["cause"].format(cause=f"{label[:1].upper()}{label[1:].rstrip('.')}")
        yield Text(" ".join(filter(None, (line, helped.get(cause.lower())))))
    if not causes:
        yield Text(phrases["no_cause"])


def _newest(contacts: list[Contact]) -> list[Contact]:
    return sorted(contacts, key=lambda contact: contact.on, reverse=True)


def _questions(subject: Subject, lang: Lang) -> list[str]:
    """Five: those that this standing calls for first, then those that are always good to ask."""
    phrases = words(lang, "meeting.questions")
    asked = dict.fromkeys(key for progress in subject.followed for key in _called_for(progress))
    every = dict.fromkeys((*asked, "lasting", "obstacle", "growth", "learned", "claimed"))
    return [phrases[key] for key in every][:_QUESTIONS]


def _called_for(progress: Progress) -> Iterator[str]:
    contract = progress.dossier.contract
    if progress.state is State.END_PASSED:
        yield "end_passed"
    if progress.state in _BEHIND:
        yield "behind"
    if progress.state is State.SILENT:
        yield "silent"
    if progress.owed is None and progress.hours is None:
        lacks = progress.dossier.lacks
        yield "no_amount" if lacks is None else f"no_{lacks}"
    if contract.social_return.plan_agreed_on is None and progress.state is State.STARTING:
        yield "plan"
    if progress.shown("claimed"):
        yield "claimed"
    if progress.end is not None and progress.on <= progress.end <= add_months(progress.on, _ENDING):
        yield "ending"


def _notes(subject: Subject, lang: Lang) -> Table:
    """Rows to fill in; the number of the contract stands there where it is only one."""
    only = subject.followed[0].dossier.contract.id if len(subject.followed) == 1 else ""
    head = [words(lang, "meeting.notes")[key] for key in NOTES]
    return Table([head, *([only, *[""] * (len(NOTES) - 1)] for _ in range(_ROWS))], _WIDTHS)
