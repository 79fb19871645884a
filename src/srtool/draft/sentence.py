"""The sentences of a passage: most of what is judged is said within one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srtool.draft.passage import Passage
from srtool.lazy_dataclass import dataclass

_END = re.compile(r"(?<=[.;!?])\s+(?=[A-ZÀ-Ý€\"'(\[0-9])|\n+")
_SHORTENED = re.compile(
    r"(?:\b(?:art|artt|ex|excl|incl|max|min|ca|bijv|resp|nr|blz|par|hfst|lid|evt|jo|vgl|o\.a|d\.d|m\.b\.t|i\.v\.m|t\.b\.v"
    r"|n\.v\.t|n\.t\.b|m\.u\.v|d\.w\.z|b\.v|z\.g|t\.a\.v|dhr|mevr)|(?<![\w%])\d{1,2})\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and where it begins in its passage."""

    text: str
    start: int
    passage: Passage

    @property
    def around(self) -> str:
        """What stands above and beside it: headings, and of a cell what its row and column are about."""
        cell = self.passage.cell
        beside = "" if cell is None else f"{cell.row_heading}\n{cell.column_heading}"
        return "\n".join([*(heading.text for heading in self.passage.headings), beside])


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage in order; a full stop after an abbreviation or a list number ends none."""
    start = 0
    for end in _END.finditer(passage.text):
        if _SHORTENED.search(passage.text, start, end.start()):
            continue
        yield Sentence(passage.text[start : end.start()], start, passage)
        start = end.end()
    if start < len(passage.text):
        yield Sentence(passage.text[start:], start, passage)
