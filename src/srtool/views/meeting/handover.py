"""The handover at award: five facts from buyer to contract manager, the first days, the consequence, and who."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from srtool.progress.acting import named
from srtool.progress.standing import Progress
from srtool.texts import Lang, words
from srtool.texts.say import day, word
from srtool.views.meeting.subject import Subject, agreed, dues, euro
from srtool.views.shared.asked_words import asked_text
from srtool.views.word.blocks import Block, Heading, Table, Text, Title

_WIDTHS = (22, 78)
_FIRST = frozenset({"plan", "report", "evaluation", "instalment", "option"})


def blocks(subject: Subject, lang: Lang, *, on_new_page: bool = False) -> Iterator[Block]:
    """The page, a table of facts per contract."""
    headings, phrases = words(lang, "meeting.headings"), words(lang, "meeting.line")
    yield Title(words(lang, "meeting.titles")["handover"].format(subject=subject.name), on_new_page)
    yield Text(phrases["few_hidden"].format(day=day(lang, subject.on)))
    for progress in subject.followed:
        yield Heading(2, headings["facts"])
        yield Table([*_facts(progress, subject, lang)], _WIDTHS)
        yield Heading(2, headings["agreed"])
        yield Text(agreed(progress, lang))
        yield Heading(2, headings["first_days"])
        yield from dues(replace(subject, followed=[progress]), _FIRST, lang)
        yield Heading(2, headings["who"])
        for role, name in named(progress.dossier.contract).items():
            known = phrases["unknown"] if name is None else subject.names.get(name, name)
            yield Text(f"{words(lang, 'shared.owners')[role.value]}: {known}")


def _facts(progress: Progress, subject: Subject, lang: Lang) -> Iterator[list[str]]:
    contract, facts = progress.dossier.contract, words(lang, "meeting.facts")
    columns, unknown = words(lang, "meeting.columns"), words(lang, "meeting.line")["unknown"]
    yield [columns["fact"], columns["what"]]
    yield [facts["work"], f"{contract.id}, {contract.title}"]
    yield [facts["term"], _term(progress, lang)]
    firm = contract.supplier
    yield [facts["firm"], unknown if firm is None else subject.names.get(firm, firm)]
    owed = euro(progress.owed, lang)
    asked = asked_text(contract, progress.dossier.asked_basis, lang)
    yield [facts["amount"], facts["asked_of"].format(owed=owed, asked=asked)]
    form = contract.social_return.form
    yield [facts["how"], unknown if form is None else word(lang, form)]


def _term(progress: Progress, lang: Lang) -> str:
    contract, facts = progress.dossier.contract, words(lang, "meeting.facts")
    unknown = words(lang, "meeting.line")["unknown"]
    start, end, latest = (
        unknown if value is None else day(lang, value) for value in (contract.start, progress.end, contract.end_latest)
    )
    has_options = contract.end_latest is not None and contract.end_latest != progress.end
    return facts["term_options" if has_options else "term_value"].format(start=start, end=end, latest=latest)
