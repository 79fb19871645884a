"""A register as a workbook: a sheet per table that holds something, with the headings and words of the language."""

from __future__ import annotations

from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.packaging.custom import BoolProperty

from srtool.register.columns import SHEETS, lines
from srtool.register.model import Register
from srtool.register.units import IN_EURO
from srtool.texts import Lang, sentence
from srtool.views.register import register_sheet
from srtool.views.sheets.properties import describe


def write(register: Register, lang: Lang, stream: BinaryIO) -> None:
    """The workbook into a stream, row by row; whether every value fits in a cell was asked before."""
    book: Any = Workbook(write_only=True)
    describe(book, sentence(lang, "fields.read_me.title"), lang)
    book.custom_doc_props.append(BoolProperty(name=IN_EURO, value=True))
    for table in SHEETS:
        if table == "contracts" or next(lines(register, table), None) is not None:
            register_sheet.add(book, table, lang, lines(register, table))
    book.save(stream)
