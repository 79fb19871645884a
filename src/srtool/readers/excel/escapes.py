"""Signs as Excel stores them in a text: `_x000D_` is a line break, `_x005F_` an underscore that begins no such sign."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MAY_ESCAPE = "_x"
_ENTRY = f"{{{SHEET_MAIN_NS}}}si"


def decoded(text: str) -> str:
    """The text as it was typed; every kind of line break is a line feed."""
    plain = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
    if plain == text:
        return text
    # What lies beyond the first 65,536 signs is stored in two halves.
    whole = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.replace("\r\n", "\n").replace("\r", "\n")


def decoded_row(values: Iterable[Any]) -> list[Any]:
    """The same of each text among these values."""
    return [decoded(value) if value.__class__ is str and _MAY_ESCAPE in value else value for value in values]


class UnalteredReader(ExcelReader):
    """Leaves the table of texts as it is stored: openpyxl takes `x005F_` out of it, also where it is no escape."""

    def read_strings(self) -> None:
        package: Any = self.package  # its search has no types
        table = package.find(SHARED_STRINGS)
        if table is not None:
            with self.archive.open(table.PartName[1:]) as part:
                self.shared_strings = [_taken(node) for _, node in iterparse(part) if node.tag == _ENTRY]


def _taken(node: Any) -> str:  # noqa: ANN401 - an element of either XML library
    """The text of an entry, which is emptied so that a large table does not stay in memory twice."""
    entry: Any = Text.from_tree(node)
    node.clear()
    return str(entry.content)
