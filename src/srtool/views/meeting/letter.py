"""The letter to a supplier: its own efforts by its own numbers, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.progress.dossier import Entry
from srtool.texts import Lang, words
from srtool.texts.say import day, word
from srtool.views.meeting.subject import Subject, agreed, dates_not_known, due_line, euro, in_order, standing
from srtool.views.word.blocks import Block, Heading, Table, Text, Title

_WIDTHS = (24, 15, 15, 20, 13, 13)
_OF_SUPPLIER = frozenset({"plan", "report", "instalment"})


def blocks(subject: Subject, lang: Lang, *, on_new_page: bool = False) -> Iterator[Block]:
    """Where it stands, as the supplier may see it."""
    headings, phrases = words(lang, "meeting.headings"), words(lang, "meeting.line")
    yield Title(words(lang, "meeting.titles")["letter"].format(subject=subject.name), on_new_page)
    yield Text(phrases["letter"].format(day=day(lang, subject.on)))
    yield from standing(subject, lang)
    yield Heading(2, headings["agreed"])
    for progress in subject.followed:
        yield Text(agreed(progress, lang, internal=False))
    yield Heading(2, headings["efforts"])
    rows = [_effort(entry, lang) for progress in subject.followed for entry in progress.entries]
    if rows:
        yield Table([_head(lang), *rows], _WIDTHS)
    else:
        kept = any(progress.dossier.keeps_efforts for progress in subject.followed)
        yield Text(phrases["no_efforts" if kept else "efforts_not_kept"])
    yield from _still_open(subject, lang)
    yield Text(phrases["reply"])


def _still_open(subject: Subject, lang: Lang) -> Iterator[Block]:
    """What has a date for the supplier; that there is nothing is said only where the register would know."""
    chosen = [due for progress in subject.followed for due in progress.dues if due.what in _OF_SUPPLIER]
    if not chosen and any(dates_not_known(subject, _OF_SUPPLIER, lang)):
        return
    yield Heading(2, words(lang, "meeting.headings")["still_open"])
    yield from [Text(due_line(due, lang)) for due in in_order(chosen)] or [
        Text(words(lang, "meeting.line")["nothing_due"])
    ]


def _head(lang: Lang) -> list[str]:
    columns = words(lang, "meeting.columns")
    return [columns[key] for key in ("effort", "contract", "kind", "period", "status", "value")]


def _effort(entry: Entry, lang: Lang) -> list[str]:
    effort = entry.effort
    until = "" if effort.end is None else day(lang, effort.end)
    period = "" if effort.start is None else f"{day(lang, effort.start)} - {until}".rstrip(" -")
    status = words(lang, "monitor.story.counts")[entry.counts]
    return [effort.id, effort.contract, word(lang, effort.kind), period, status, euro(entry.so_far.value, lang)]
