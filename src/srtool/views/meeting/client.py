"""The client's page: what to sign, extend and decide, and what the supplier asks of us."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from srtool.finding import Finding, Outcome, Owner
from srtool.progress.agenda import open_steps
from srtool.progress.standing import Progress
from srtool.register.model import Contact
from srtool.texts import Lang, words
from srtool.texts.say import day, message, remedy
from srtool.views.meeting.subject import Subject, standing
from srtool.views.shared.standing_words import due_text, why
from srtool.views.word.blocks import Block, Heading, Text, Title

_OF_CLIENT = frozenset({"evaluation", "shortfall", "end_passed", "end", "option"})


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
    for decision in decisions or [phrases["nothing_to_decide"]]:
        yield Text(decision)
    yield Heading(2, headings["asks"])
    asked = [step for progress in subject.followed for step in _asks(progress, lang)]
    for step in asked or [phrases["nothing_asked"]]:
        yield Text(step)


def _due(subject: Subject, lang: Lang) -> Iterator[str]:
    phrases = words(lang, "meeting.line")
    for progress in subject.followed:
        for due in progress.dues:
            if due.what in _OF_CLIENT:
                text = phrases["due_text"].format(text=due.text) if due.text else ""
                what = due_text(due, lang)
                yield phrases["due"].format(day=day(lang, due.day), contract=due.contract, what=what, text=text)


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
