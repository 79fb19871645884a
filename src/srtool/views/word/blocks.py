"""What a text is made of, whatever it is written as: headings, paragraphs and tables; a mark is left open in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from srtool.lazy_dataclass import dataclass

MARK = re.compile(r"\[([^\[\]]+)\]")
"""What is still to be filled in, as `srtool check` finds it."""


@dataclass(frozen=True, slots=True)
class Title:
    text: str
    on_new_page: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    """From 1."""
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equally many cells, the first one with headings."""

    rows: Sequence[Sequence[str]]
    widths: Sequence[int] = ()
    """How wide the columns are against each other; empty: all alike."""


Block = Title | Heading | Text | Table


def marks(blocks: Iterable[Block]) -> Iterator[str]:
    """What is left open, each once, in the order of the text."""
    seen: set[str] = set()
    for block in blocks:
        for text in _texts(block):
            for mark in MARK.findall(text):
                if mark not in seen:
                    seen.add(mark)
                    yield mark


def filled(blocks: Iterable[Block], answers: Mapping[str, str]) -> Iterator[Block]:
    """The same with the answers in the place of their marks."""
    for block in blocks:
        match block:
            case Title():
                yield Title(_answered(block.text, answers), block.on_new_page)
            case Text():
                yield Text(_answered(block.text, answers))
            case Heading():
                yield Heading(block.level, _answered(block.text, answers))
            case Table():
                yield Table([[_answered(cell, answers) for cell in row] for row in block.rows], block.widths)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        for row in block.rows:
            yield from row
    else:
        yield block.text


def _answered(text: str, answers: Mapping[str, str]) -> str:
    return MARK.sub(lambda match: answers.get(match[1], match[0]), text)
