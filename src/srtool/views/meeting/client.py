"""The client's page: what to sign, extend and decide, and what the supplier may expect of us."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from srtool.finding import Finding, Outcome, Owner
from srtool.progress.agenda import open_steps
from srtool.progress.standing import Progress
from srtool.progress.state import State
from srtool.register.model import Contact
from srtool.texts import Lang, words
from srtool.texts.say import day, message, remedy
from srtool.views.meeting.subject import Subject, dates_not_known, due_line, standing
from srtool.views.shared.standing_words import why
from srtool.views.word.blocks import Block, Heading, Text, Title

_OF_CLIENT = frozenset({"evaluation", "shortfall", "end_passed", "end", "option"})
_DECIDED = frozenset({"evaluation", "option"})
"""Of these the register must say when they are; an end and a shortfall follow from what it says."""


def blocks(subject: Subject, findings: Sequence[Finding], lang: Lang, *, on_new_page: bool = False) -> Iterator[Block]:
    """The page; `findings` are those of these contracts."""
    headings, phrases = words(lang, "meeting.headings"), words(lang, "meeting.line")
    yield Title(words(lang, "meeting.titles")["client"].format(subject=subject.name), on_new_page)
    yield Text(phrases["few_hidden"].format(day=day(lang, subject.on)))
    yield from standing(subject, lang)
    for progress in subject.followed:
        state = words(lang, "monitor.states")[progress.state.value]
        contract = progress.dossier.contract.id
        yield Text(phrases["state"].format(contract=contract, state=state, why=why(progress, lang)))
    yield Heading(2, headings["decide"])
    decisions = [*_due(subject, lang), *_findings(findings, lang)]
    missing = list(dates_not_known(subject, _DECIDED, lang))
    nothing = phrases["nothing_to_decide_of_kept" if missing or _is_open(subject) else "nothing_to_decide"]
    yield from map(Text, [*(decisions or [nothing]), *missing])
    yield Heading(2, headings["asks"])
    asked = [step for progress in subject.followed for step in _asks(progress, lang)]
    is_kept = not any(progress.dossier.not_known("contacts") for progress in subject.followed)
    yield from map(Text, asked or [phrases["nothing_asked" if is_kept else "asks_not_known"]])


def _due(subject: Subject, lang: Lang) -> Iterator[str]:
    every = (due for progress in subject.followed for due in progress.dues)
    return (due_line(due, lang) for due in every if due.what in _OF_CLIENT)


def _is_open(subject: Subject) -> bool:
    """Whether it cannot be said of one of them how it stands, and so neither that nothing is to be decided."""
    return any(progress.state is State.UNKNOWN for progress in subject.followed)


def _findings(findings: Sequence[Finding], lang: Lang) -> Iterator[str]:
    for finding in findings:
        if finding.owner is Owner.CLIENT and finding.outcome is Outcome.NOT_MET:
            yield " ".join(filter(None, (f"{finding.contract}: {message(lang, finding)}", remedy(lang, finding))))


def _asks(progress: Progress, lang: Lang) -> Iterator[str]:
    """Steps that were promised to the supplier and wait for somebody of ours."""
    contract = progress.dossier.contract
    ours = {contract.client, contract.buyer, contract.contract_manager, contract.social_return_adviser} - {None}
    for contact in open_steps(progress):
        if contact.next_step is not None and contact.next_by in ours:
            yield _step(contact, lang)


def _step(contact: Contact, lang: Lang) -> str:
    lines = words(lang, "meeting.line")
    if contact.next_on is None:
        return lines["asks_undated"].format(step=contact.next_step)
    return lines["asks"].format(day=day(lang, contact.next_on), step=contact.next_step)
