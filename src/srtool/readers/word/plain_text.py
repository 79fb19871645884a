"""A draft in Markdown or plain text as passages: headings, tables, lists and quotes, without their marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srtool.draft.outline import Outline, typed_heading
from srtool.draft.passage import Cell, Heading, Kind, Passage
from srtool.readers.word.hidden_numbers import without_numbers
from srtool.readers.word.symbols import TICKED, UNTICKED, ordinary, without_long_runs

_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_CONTENTS_LINE = re.compile(r"(?:[-*+\d.]+\s+)?\[.*\]\(#[^)]*\)(?:\s*\d+)?$|.{3,}?(?:\.{4,}|…{2,}|\t)\s*\d{1,4}$")
_LONGEST_IN_CONTENTS = 300
_QUOTE = re.compile(r"(?:>\s?)+")
_BULLET = re.compile(r"[-*+•]\s+")
_BOX = re.compile(r"\[([ xX])\]\s+")
_FOOTNOTE = re.compile(r"\[\^([^\]]+)\]:\s*")
_REFERENCE = re.compile(r"\[\^[^\]]+\]")
_LINK = re.compile(r"!?\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*\)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3}|~~)(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~$&])")
_PRIVATE = 0xE000
_WAITING = re.compile("[\ue000-\ue07f]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TABLE_LINE = re.compile(r"\|.*\|")
_TABLE_RULE = re.compile(r"\|?[\s:|-]*-{3,}[\s:|-]*\|?")
_UNDERLINE = re.compile(r"(=+|-+)\s*")


def passages_of(content: str, file: str, *, is_markdown: bool) -> tuple[Passage, ...]:
    """The passages of the text, each paragraph counted from 0."""
    content = without_long_runs(ordinary(content))
    if is_markdown:
        content = _COMMENT.sub("", content)
    reader = _Reader(file, is_markdown=is_markdown)
    for block in _blocks(content, is_markdown=is_markdown):
        reader.add(block)
    return without_numbers(reader.passages)


def _blocks(content: str, *, is_markdown: bool) -> Iterator[list[str]]:
    """Lines that belong together: those of a table, those of a paragraph; in plain text every line by itself."""
    block: list[str] = []
    for line in content.splitlines():
        text = line.strip()
        begins = not text or not is_markdown or _begins_a_block(text, block)
        if begins and block:
            yield block
            block = []
        if text:
            block.append(text)
    if block:
        yield block


def _begins_a_block(text: str, block: list[str]) -> bool:
    if not block:
        return True
    is_table = _TABLE_LINE.fullmatch(text) is not None
    if is_table or _TABLE_LINE.fullmatch(block[-1]):
        return is_table != (_TABLE_LINE.fullmatch(block[-1]) is not None)
    return bool(
        _HASHES.match(text)
        or _HASHES.match(block[-1])
        or _BULLET.match(text)
        or _FOOTNOTE.match(text)
        or re.match(r"\d+[.)]\s", text)
        or (_QUOTE.match(text) is None) != (_QUOTE.match(block[-1]) is None)
        or _is_in_contents(text)
    )


def _is_in_contents(text: str) -> bool:
    """Whether it is a line of a table of contents: short, and ended by its page."""
    return len(text) <= _LONGEST_IN_CONTENTS and _CONTENTS_LINE.fullmatch(text) is not None


class _Reader:
    def __init__(self, file: str, *, is_markdown: bool) -> None:
        self._file = file
        self._is_markdown = is_markdown
        self._outline = Outline()
        self._count = 0
        self._tables = 0
        self.passages: list[Passage] = []

    def add(self, block: list[str]) -> None:
        if self._is_markdown and _TABLE_LINE.fullmatch(block[0]):
            self._table(block)
        elif self._is_markdown:
            self._markdown(block)
        else:
            self._line(block[0])

    def _line(self, text: str) -> None:
        if _is_in_contents(text):
            return
        is_shouted = text.isupper() and len(text) > 3
        self._say(text, typed_heading(text, is_bold=is_shouted))

    def _markdown(self, block: list[str]) -> None:
        lines = [_QUOTE.sub("", line, count=1) if _QUOTE.match(line) else line for line in block]
        level = 0
        if len(lines) > 1 and _UNDERLINE.fullmatch(lines[-1]):
            level = 1 if lines.pop()[0] == "=" else 2
        text = " ".join(line for line in lines if line)
        if _is_in_contents(text) or _UNDERLINE.fullmatch(text):
            return
        hashes = _HASHES.match(text)
        if hashes:
            level, text = len(hashes[1]), hashes[2]
        is_bold = re.fullmatch(r"(\*\*|__)(?!\s)[^*_]+\1", text) is not None
        kind = Kind.FOOTNOTE if _FOOTNOTE.match(text) else Kind.BODY
        text = _bare(_FOOTNOTE.sub("", _BULLET.sub("", text, count=1) if _BULLET.match(text) else text, count=1))
        heading = _styled(level, text) if level else typed_heading(text, is_bold=is_bold)
        self._say(text, heading if kind is Kind.BODY else None, kind)

    def _table(self, block: list[str]) -> None:
        self._tables += 1
        rows = [line for line in block if not _TABLE_RULE.fullmatch(line)]
        headings: list[str] = []
        for row, line in enumerate(rows, 1):
            cells = [_bare(cell) for cell in re.split(r"(?<!\\)\|", line.strip("|"))]
            if row == 1:
                headings = cells
            for column, text in enumerate(cells, 1):
                above = headings[column - 1] if row > 1 and column <= len(headings) else ""
                label = cells[0] if column > 1 else ""
                corner = headings[0] if row > 1 and headings else ""
                self._say(text, None, Kind.CELL, Cell(self._tables, row, column, label, above, corner))

    def _say(self, text: str, heading: Heading | None, kind: Kind = Kind.BODY, cell: Cell | None = None) -> None:
        place, self._count = self._count, self._count + 1
        if not text:
            return
        if heading is not None:
            self._outline.enter(heading)
        self.passages.append(
            Passage(
                text=text,
                file=self._file,
                paragraph=place,
                kind=kind,
                headings=self._outline.path,
                number=heading.number if heading else None,
                is_heading=heading is not None,
                cell=cell,
            )
        )


def _styled(level: int, text: str) -> Heading:
    typed = typed_heading(text, is_bold=True)
    return Heading(level, typed.text, typed.number) if typed and typed.number else Heading(level, text)


def _bare(text: str) -> str:
    """The text without the marks of Markdown."""
    # What is escaped waits outside the alphabet, so that it is not taken for a mark.
    text = _ESCAPED.sub(lambda match: chr(_PRIVATE + ord(match[1])), text)
    text = _BREAK.sub("\n", text)
    text = _BOX.sub(lambda match: f"{UNTICKED if match[1] == ' ' else TICKED} ", text)
    text = _REFERENCE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _EMPHASIS.sub(r"\2", text)
    return _WAITING.sub(lambda match: chr(ord(match[0]) - _PRIVATE), text).strip()
