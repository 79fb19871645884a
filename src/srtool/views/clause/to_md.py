"""A text as Markdown, to paste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from srtool.views.word.blocks import Block, Heading, Table, Text, Title


def markdown(blocks: Iterable[Block]) -> str:
    """The whole text; headings below the title are numbered as in Word."""
    return "\n\n".join(_lines(blocks)) + "\n"


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    counts = [0, 0]
    for block in blocks:
        match block:
            case Title():
                yield f"**{block.text}**"
            case Heading():
                counts[block.level - 1 :] = [counts[block.level - 1] + 1, *([0] * (len(counts) - block.level))]
                yield f"{'#' * block.level} {'.'.join(map(str, counts[: block.level]))} {block.text}"
            case Text():
                yield block.text
            case Table():
                yield _table(block)


def _table(table: Table) -> str:
    head, *rows = [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in table.rows]
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
