"""A line of output with its style, wrapped to a width and safe for a terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace

from srtool.lazy_dataclass import dataclass

_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?", re.DOTALL)
# Control characters, and the marks that turn the direction of the text around.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r"[\t\r\n\u2028\u2029\x85]+")
_EURO = re.compile(r"€ (?=\d)")
_MIN_TEXT = 32
NARROW = 72
"""Under so many characters a table becomes lines."""
MOST = 50
"""So many contracts, proposals or findings are shown at a time."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of output; wrapped on, its next lines stand `hang` further in.

    `mark` is how many leading characters carry the style; 0 is all of them.
    """

    text: str
    style: str = ""
    indent: int = 0
    hang: int = 0
    mark: int = 0


def clean(text: str, instead: str = "?") -> str:
    """The text without what steers a terminal: a register comes from strangers."""
    return _CONTROLS.sub(instead, _BREAKS.sub(" ", _ESCAPES.sub(instead, text)))


def wrapped(lines: Iterable[Line], width: int) -> Iterator[Line]:
    """Lines of at most `width` characters; only a web address that is longer stays whole."""
    for line in lines:
        text = clean(line.text)
        if line.indent + len(text) <= width:
            yield replace(line, text=text)
            continue
        indent = min(line.indent, max(width - _MIN_TEXT, 0))
        hang = line.hang if width - indent - line.hang >= _MIN_TEXT else min(line.hang, 2)
        parts = textwrap.wrap(
            _EURO.sub("€\0", text),  # an amount stays with its euro sign
            width - indent,
            subsequent_indent=" " * hang,
            break_long_words="://" not in text,
            break_on_hyphens=False,
        )
        for number, part in enumerate(parts):
            whole = part.replace("\0", " ")
            if number == 0:
                yield replace(line, text=whole, indent=indent)
            else:
                yield Line(whole, "" if line.mark else line.style, indent)


def plain(line: Line) -> str:
    """The line as text."""
    return (" " * line.indent + line.text).rstrip()
