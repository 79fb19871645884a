"""Registers as other organisations keep them: workbooks and texts, written and read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from srtool.readers import register
from srtool.register.model import Contract, RegisterFile
from srtool.texts import LANGUAGES
from srtool.texts.say import problem

Rows = Sequence[Sequence[object]]
SCREEN = 25
"""So many remarks still fit on a screen."""


def read(path: Path) -> RegisterFile:
    """The register, after making sure that what is said of it is said in both languages and fits on a screen."""
    register_file = register.read(path)
    assert len(register_file.remarks) <= SCREEN
    for lang in LANGUAGES:
        for remark in register_file.remarks:
            assert "{" not in problem(lang, remark)
    return register_file


def workbook(
    path: Path, sheets: Mapping[str, Rows], finish: Callable[[Any], object] = lambda book: book
) -> RegisterFile:
    book: Any = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    finish(book)
    book.save(path / "r.xlsx")
    return read(path / "r.xlsx")


def text(path: Path, name: str, content: str, encoding: str = "utf-8") -> RegisterFile:
    (path / name).write_bytes(content.encode(encoding))
    return read(path / name)


def by_id(register_file: RegisterFile) -> dict[str, Contract]:
    return {contract.id: contract for contract in register_file.register.contracts}
