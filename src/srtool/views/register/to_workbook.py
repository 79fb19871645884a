"""A register as a workbook: a sheet per table that holds something, with the headings and words of the language."""

from __future__ import annotations

from typing import BinaryIO

from openpyxl import Workbook

from srtool.register.columns import SHEETS, lines
from srtool.register.model import Register
from srtool.texts import Lang, sentence
from srtool.views.register import register_sheet
from srtool.views.sheets.properties import describe


def write(register: Register, lang: Lang, stream: BinaryIO) -> None:
    """The workbook into a stream, row by row; whether every value fits in a cell was asked before."""
    book = Workbook(write_only=True)
    describe(book, sentence(lang, "fields.read_me.title"), lang)
    for table in SHEETS:
        if table == "contracts" or next(lines(register, table), None) is not None:
            register_sheet.add(book, table, lang, lines(register, table))
    book.save(stream)
