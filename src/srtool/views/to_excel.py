"""The overview as a workbook: every sheet that has something to say, in one order."""

from __future__ import annotations

from typing import BinaryIO

from srtool.texts import Lang
from srtool.views.workbook import attention, bundles, contracts, findings, pilots, reasoning, receipt, what_if
from srtool.views.workbook.book import Book, words
from srtool.views.workbook.contents import Contents


def save(contents: Contents, lang: Lang, stream: BinaryIO) -> None:
    """Writes the workbook; the long sheets row by row, so that its length costs no memory."""
    book = Book(lang, words(lang, "titles")["overview"])
    where = reasoning.write(book, contents)
    if contents.monitoring.attention:
        attention.write(book, contents, where)
    contracts.write(book, contents, where)
    if findings.shown(contents):
        findings.write(book, contents, where)
    if bundles.has_content(contents):
        bundles.write(book, contents)
    if pilots.piloting(contents):
        pilots.write(book, contents, where)
    if contents.what_if is not None:
        what_if.write(book, contents.what_if)
    receipt.write(book, contents)
    book.save(stream)
