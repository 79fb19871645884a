"""The sheet of findings: what is not met and what is open, the heaviest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from srtool.finding import OPEN, Finding, Outcome
from srtool.texts.say import message, remedy
from srtool.views.report.contents import Contents
from srtool.views.shared.names import check_title, counted, label_key, source_titles
from srtool.views.shared.names import words as said
from srtool.views.sheets.book import Book, Link, Tone, Toned, Value, words
from srtool.views.sheets.table import Column, Sheet

_COLUMNS = (
    Column("contract", 16, "wrapped"),
    Column("title", 24, "wrapped"),
    Column("verdict", 15),
    Column("code", 8),
    Column("check", 22, "wrapped"),
    Column("acts", 20, "wrapped"),
    Column("message", 50, "wrapped"),
    Column("todo", 34, "wrapped"),
    Column("place", 23, "wrapped"),
    Column("sources", 28, "wrapped"),
)
_TONES: Mapping[str, Tone] = {"error": "bad", "warning": "warn", "notice": "calm", "undecided": "open"}
_ORDER = ("error", "warning", "undecided", "notice")


def shown(contents: Contents) -> list[Finding]:
    """What stands on the sheet, in its order."""
    found = [one for one in contents.report.findings if one.outcome in OPEN]
    return sorted(found, key=lambda one: _ORDER.index(label_key(one)))


def write(book: Book, contents: Contents, where: Mapping[str, str]) -> None:
    """The sheet; `where` says where the reasoning of each contract begins."""
    found = shown(contents)
    met = counted(book.lang, "met", contents.report.counted.get(Outcome.MET, 0), "report")
    note = words(book.lang, "notes")["findings"].format(met=met)
    sheet = Sheet(book, "findings", _COLUMNS, note=note, links=len(found))
    titles = {one.id: one.title for one in contents.report.contracts}
    for one in found:
        sheet.append(_row(one, book, titles, where))
    sheet.close()


def _row(one: Finding, book: Book, titles: Mapping[str, str], where: Mapping[str, str]) -> Iterator[Value]:
    lang, key = book.lang, label_key(one)
    yield None if one.contract is None else Link(one.contract, where.get(one.contract))
    yield titles.get(one.contract or "")
    yield Toned(said(lang, "labels")[key], _TONES[key])
    yield one.code
    yield check_title(lang, one.code)
    yield said(lang, "owners")[one.owner.value]
    yield message(lang, one)
    yield remedy(lang, one)
    yield one.place
    cited = source_titles(one.sources)
    yield said(lang, "check")["source_inferred"].format(titles=cited) if one.inferred and cited else cited
