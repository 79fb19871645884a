"""The pages of the manual, as a reader meets them: blocks to type or to save, links, headings, generated parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from srtool.texts import LANGUAGES, Lang
from tests.support.paths import ROOT

DOCS = ROOT / "docs"
README = ROOT / "README.md"
PAGES = (README, *sorted(path for lang in LANGUAGES for path in (DOCS / lang).glob("*.md")))
CUT = "[…]"
"""The last line of a block of which the rest is left out."""
_FENCE = re.compile(r"^(?:<!-- (?P<mark>[^>]*?) -->\n)?^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


class Block(NamedTuple):
    """A fenced block: what is written after its fence, the comment right above it, and its lines."""

    mark: str
    kind: str
    body: str


def language_of(page: Path) -> Lang:
    """Dutch or English; the README is English."""
    return "nl" if page.parent.name == "nl" else "en"


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in their order."""
    return [Block(match["mark"] or "", match["kind"], match["body"]) for match in _FENCE.finditer(text)]


def typed_lines(block: Block) -> list[str]:
    """The commands of srtool that a reader is to type; of a session there is one, its first line."""
    if block.kind:
        return []
    lines = block.body.splitlines()
    if lines and lines[0].startswith("$ srtool "):
        return [lines[0].removeprefix("$ ")]
    return [line for line in lines if line.startswith("srtool ")]


def is_session(block: Block) -> bool:
    """Whether the answer stands below the command."""
    return not block.kind and block.body.startswith("$ srtool ")


def saved_as(block: Block) -> str | None:
    """The file in which the reader is to save a block: a comment above it names it, as in `save: srtool.toml`."""
    return block.mark.removeprefix("save: ") if block.mark.startswith("save: ") else None


def without_blocks(text: str) -> str:
    """The running text of a page."""
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def links(text: str) -> list[str]:
    """Where the links and pictures of a page lead."""
    return _LINK.findall(without_blocks(text))


def anchors(text: str) -> set[str]:
    """The headings of a page as they are linked to: small letters, spaces as dashes, without other signs."""
    heads = re.findall(r"^#+ (.*)$", without_blocks(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.strip().lower()).replace(" ", "-") for head in heads}


def generated(text: str) -> Iterator[tuple[str, str]]:
    """The parts that the program writes: `made: NAME`, and what stands between that comment and `end`."""
    for match in re.finditer(r"<!-- made: ([\w-]+) -->\n(.*?)<!-- end -->", text, re.DOTALL):
        yield match[1], match[2]
