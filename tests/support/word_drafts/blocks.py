"""Paragraphs and tables in WordprocessingML."""

from __future__ import annotations

from collections.abc import Sequence

from tests.support.word_drafts.pieces import control, field_end, field_start, run


def paragraph(
    *pieces: str,
    style: str | None = None,
    list_id: int | None = None,
    level: int = 0,
    properties: str = "",
    mark: str = "",
) -> str:
    """A paragraph of pieces; a piece that is no element is text. `mark` is what is said of the paragraph mark."""
    content = "".join(piece if piece.startswith("<w:") else run(piece) for piece in pieces)
    style_part = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>' if list_id is not None else ""
    )
    mark_part = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{style_part}{numbered}{properties}{mark_part}</w:pPr>{content}</w:p>"


def heading(text: str, level: int = 1, *pieces: str) -> str:
    """A heading in the style that Word shows as Kop 1 …, numbered by that style."""
    return paragraph(text, *pieces, style=f"Kop{level}") if text else paragraph(*pieces, style=f"Kop{level}")


def cell(*blocks: str, properties: str = "") -> str:
    content = "".join(block if block.startswith("<w:") else paragraph(block) for block in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    content = "".join(one if one.startswith("<w:") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def table(*rows: str | Sequence[str]) -> str:
    """A table; a row is an element, or the texts of its cells."""
    content = "".join(one if isinstance(one, str) else row(*one) for one in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{content}</w:tbl>"


def contents_list(lines: Sequence[str], *, in_control: bool = True) -> str:
    """A table of contents: one field over several paragraphs, mostly within a control."""
    first, *rest = (f"{line}\t{page}" for page, line in enumerate(lines, 3))
    paragraphs = paragraph(field_start('TOC \\o "1-3"'), run(first), style="Inhopg1")
    paragraphs += "".join(paragraph(line, style="Inhopg1") for line in rest)
    paragraphs += paragraph(field_end())
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    return (
        control(paragraph("Inhoud", style="Kop1zonder") + paragraphs, properties=gallery) if in_control else paragraphs
    )
