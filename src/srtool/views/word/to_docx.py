"""A text as a Word document: with styles and numbering, and without fonts, so that it takes on the house style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from srtool.lazy_dataclass import dataclass
from srtool.texts import Lang
from srtool.views.word.blocks import Block, Heading, Table, Text, Title

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_UNBROKEN = re.compile(r"€ (?=\d)")
"""An amount is not broken after its sign."""
_WIDTH = 9000
"""Of a table, to divide over its columns: Word stretches it over the page."""
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Look:
    """How the text stands on its pages."""

    size: int
    """Of the letters, in half points."""
    after: int
    """Below a paragraph, in twentieths of a point, as the margins."""
    margin: int
    numbered: bool
    """Whether headings have numbers."""


TEXT = Look(size=22, after=120, margin=1417, numbered=True)
"""A text to read: the paragraph for tender documents, the reasons for the file."""
SHEET = Look(size=19, after=40, margin=900, numbered=False)
"""A sheet to have on the table: as much on one page as can still be read."""


def document(blocks: Iterable[Block], lang: Lang, look: Look = TEXT) -> bytes:
    """The file; the same text gives the same bytes."""
    body = "".join(_block(block) for block in blocks)
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{look.margin}" w:right="{look.margin}" w:bottom="{look.margin}" w:left="{look.margin}" '
        'w:header="708" w:footer="708" w:gutter="0"/>'
        "</w:sectPr>"
    )
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": _root("document", f"<w:body>{body}{page}</w:body>"),
        "word/styles.xml": _root("styles", _styles(_LANGUAGES[lang], look)),
        "word/numbering.xml": _root("numbering", _numbering()),
        "word/_rels/document.xml.rels": _relations([("styles", "styles.xml"), ("numbering", "numbering.xml")]),
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name, _EPOCH), _XML + content, ZIP_DEFLATED)
    return out.getvalue()


def _root(name: str, content: str) -> str:
    return f'<w:{name} xmlns:w="{_WORD}">{content}</w:{name}>'


def _block(block: Block) -> str:
    match block:
        case Title():
            return _paragraph(block.text, "Title", "<w:pageBreakBefore/>" if block.on_new_page else "")
        case Heading():
            return _paragraph(block.text, f"Heading{block.level}")
        case Text():
            return _paragraph(block.text)
        case Table():
            return _table(block)


def _paragraph(text: str, style: str = "", more: str = "", *, bold: bool = False) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>' if style else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = _UNBROKEN.sub("€\u00a0", _FORBIDDEN.sub("", text)).split("\n")
    runs = "<w:r><w:br/></w:r>".join(
        f'<w:r>{weight}<w:t xml:space="preserve">{escape(line)}</w:t></w:r>' for line in lines
    )
    return f"<w:p>{properties}{runs}</w:p>"


def _table(table: Table) -> str:
    widths = table.widths or (1,) * len(table.rows[0])
    shares = [_WIDTH * width // sum(widths) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{share}"/>' for share in shares)
    fixed = '<w:tblLayout w:type="fixed"/>' if table.widths else ""
    properties = f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>{fixed}</w:tblPr>'
    rows = "".join(_row(row, shares if table.widths else (), is_head=n == 0) for n, row in enumerate(table.rows))
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _row(row: Sequence[str], shares: Sequence[int], *, is_head: bool) -> str:
    """A row of cells; without widths Word sizes them by what they hold."""
    sizes = [f'w:w="{share}" w:type="dxa"' for share in shares] or ['w:w="0" w:type="auto"'] * len(row)
    cells = "".join(
        f"<w:tc><w:tcPr><w:tcW {size}/></w:tcPr>{_paragraph(cell, bold=is_head)}</w:tc>"
        for cell, size in zip(row, sizes, strict=True)
    )
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if is_head else ''}{cells}</w:tr>"


def _styles(language: str, look: Look) -> str:
    """The styles that Word shows as Titel, Kop 1, Kop 2 and Tabelraster: known by their English names."""
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f"<w:pPr><w:keepNext/>{_numbers(level) if look.numbered else ''}"
        f'<w:spacing w:before="{2 * look.after}" w:after="{look.after // 2}"/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in ((1, look.size + 8), (2, look.size + 2))
    )
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="{look.size}"/><w:lang w:val="{language}"/></w:rPr>'
        "</w:rPrDefault>"
        f'<w:pPrDefault><w:pPr><w:spacing w:after="{look.after}"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/>'
        '<w:next w:val="Normal"/><w:qFormat/><w:rPr><w:b/>'
        f'<w:sz w:val="{look.size + 18 if look.numbered else look.size + 9}"/></w:rPr></w:style>'
        f"{headings}"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f'<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar><w:left w:w="100" w:type="dxa"/>'
        '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def _numbers(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{level + 1}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
        for level, text in enumerate(("%1", "%1.%2"))
    )
    return (
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"))
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
