"""One paragraph of a tender text, as it is read, and where it stands."""

from __future__ import annotations

from enum import StrEnum

from srtool.lazy_dataclass import dataclass


class Kind(StrEnum):
    BODY = "body"
    CELL = "cell"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"
    TEXT_BOX = "text_box"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above a passage; levels count from 1."""

    level: int
    text: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell of a table that a passage stands in; tables, rows and columns count from 1."""

    table: int
    row: int
    column: int
    row_heading: str = ""
    """What the first cell of the row says, or one further up that reaches over it; empty in that cell itself."""
    column_heading: str = ""
    """What the first row says in this column; empty in that row itself."""
    corner: str = ""
    """What the first row says above the row headings; empty in that row itself."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that says something; empty ones are left out."""

    text: str
    file: str
    paragraph: int
    """Which paragraph of its part of the file, counted from 0, those without text included."""
    kind: Kind = Kind.BODY
    headings: tuple[Heading, ...] = ()
    """From the topmost down; for a heading itself it is the last one."""
    number: str | None = None
    """The number that Word would show before it, such as `4.2` or `Eis 3.4`."""
    is_heading: bool = False
    is_hidden: bool = False
    """Whether it is text that Word neither shows nor prints."""
    open_spans: tuple[tuple[int, int], ...] = ()
    """Where the text is that of a control which nobody filled in."""
    cell: Cell | None = None
