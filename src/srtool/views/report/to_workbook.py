"""The overview as a workbook: every sheet that has something to say, in one order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO

from srtool.texts import Lang, sentence
from srtool.views.report import (
    attention,
    bundles,
    changes,
    contracts,
    findings,
    notices,
    overview,
    pilots,
    realisation,
    reasoning,
    receipt,
    suppliers,
    unread,
    what_if,
)
from srtool.views.report.contents import Contents
from srtool.views.shared.discreet import discreet
from srtool.views.sheets.book import Book

Step = Callable[[], None]


def save(contents: Contents, lang: Lang, stream: BinaryIO, step: Step) -> None:
    """Writes the workbook, row by row so that its length costs no memory; `step` is called at each row."""
    book = Book(lang, sentence(lang, "report.titles.overview"), contents.on, step, contents.fits)
    report = discreet(contents.report, contents.register_file.register.efforts, lang)
    try:
        _write(book, replace(contents, report=report))
        book.save(stream)
    finally:
        book.close()


def rows(contents: Contents) -> int:
    """About so many rows the long sheets will have."""
    return len(contents.report.contracts) + len(findings.shown(contents)) + reasoning.most(contents)


def _write(book: Book, contents: Contents) -> None:
    """The sheets that have content: the reasoning first, since others lead to it."""
    where: dict[str, str] = reasoning.write(book, contents) if contents.report.contracts else {}
    overview.write(book, contents)
    if contents.changes is not None and contents.changes.rows:
        changes.write(book, contents.changes, where)
    if contents.monitoring.attention:
        attention.write(book, contents, where)
    if contents.report.contracts:
        contracts.write(book, contents, where)
    if findings.shown(contents):
        findings.write(book, contents, where)
    unread.write(book, contents)
    notices.write(book, contents, where)
    if bundles.has_content(contents):
        bundles.write(book, contents)
    if realisation.has_content(contents):
        realisation.write(book, contents)
    if contents.suppliers:
        suppliers.write(book, contents)
    if pilots.piloting(contents):
        pilots.write(book, contents, where)
    if contents.what_if is not None:
        what_if.write(book, contents, contents.what_if)
    receipt.write(book, contents)
