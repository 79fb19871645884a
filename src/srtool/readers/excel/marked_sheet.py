"""The sheet that `check --mark` added to a copy of a register: what srtool said of the contracts, and no contracts."""

from __future__ import annotations

from collections.abc import Sequence

from srtool.readers.excel.header import Cells
from srtool.texts import LANGUAGES, Lang, sentence, words

_ROWS = 10
"""Within so many rows its headings stand, below what is told of the whole register."""


def is_marked_sheet(head: Sequence[Cells]) -> bool:
    """Whether these are its first rows, in either language and whatever the sheet is called now."""
    title = next((cell for cell in (head[0] if head else ()) if cell is not None), None)
    if isinstance(title, str) and any(title.startswith(_title(lang)) for lang in LANGUAGES):
        return True
    rows = (frozenset(cell for cell in row if isinstance(cell, str)) for row in head[:_ROWS])
    return any("Code" in texts and any(_headings(lang) <= texts for lang in LANGUAGES) for texts in rows)


def _title(lang: Lang) -> str:
    return sentence(lang, "check.marked.title").partition("{")[0]


def _headings(lang: Lang) -> frozenset[str]:
    """Those that no register has together."""
    of_findings = words(lang, "check.csv")
    return frozenset({sentence(lang, "check.marked.verdict"), of_findings["message"], of_findings["remedy"]})
