"""The zip around a Word document: content types, relations, styles, numbering, notes, headers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
KINDS = {
    ".docx": f"{_TYPE}.document.main+xml",
    ".docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    ".dotx": f"{_TYPE}.template.main+xml",
}
NUMBERED_HEADINGS = 1
"""The list of the heading styles: 1, 1.1, 1.1.1."""
BULLETS = 2
REQUIREMENTS = 3
"""Eis 1, Eis 1.1 …"""
LETTERS = 4
ARTICLES = 5
"""Artikel 1, then 1.1 …"""
ARTICLES_AGAIN = 6
"""The same list as ARTICLES, beginning anew at 1."""


def root(name: str, content: str) -> str:
    """A part of the file with this root element."""
    return f"{_HEAD}<w:{name} {_NAMESPACES}>{content}</w:{name}>"


def write(
    path: Path,
    body: Sequence[str],
    *,
    footnotes: Sequence[str] = (),
    endnotes: Sequence[str] = (),
    headers: Sequence[str] = (),
    footers: Sequence[str] = (),
    numbering: str | None = None,
    more: Mapping[str, str] | None = None,
) -> Path:
    """A Word file of these blocks; notes are numbered from 1 and, like headers, given as blocks."""
    parts = {
        "word/document.xml": root("document", f"<w:body>{''.join(body)}<w:sectPr/></w:body>"),
        "word/styles.xml": root("styles", _styles()),
        "word/numbering.xml": root("numbering", _numbering() if numbering is None else numbering),
    }
    related = [("styles", "styles.xml"), ("numbering", "numbering.xml")]
    for kind, notes in (("footnote", footnotes), ("endnote", endnotes)):
        if notes:
            drawn = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:t>streep</w:t></w:r></w:p></w:{kind}>'
            written = "".join(f'<w:{kind} w:id="{n}">{note}</w:{kind}>' for n, note in enumerate(notes, 1))
            parts[f"word/{kind}s.xml"] = root(f"{kind}s", drawn + written)
            related.append((f"{kind}s", f"{kind}s.xml"))
    for kind, margins, name in (("header", headers, "hdr"), ("footer", footers, "ftr")):
        for number, margin in enumerate(margins, 1):
            parts[f"word/{kind}{number}.xml"] = root(name, margin)
            related.append((kind, f"{kind}{number}.xml"))
    parts["word/_rels/document.xml.rels"] = _relations(related)
    parts["_rels/.rels"] = _relations([("officeDocument", "word/document.xml")])
    parts["[Content_Types].xml"] = _content_types(path.suffix)
    parts |= more or {}
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _relations(related: Sequence[tuple[str, str]]) -> str:
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(related, 1)
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'


def _content_types(suffix: str) -> str:
    parts = {
        "document": KINDS.get(suffix, KINDS[".docx"]),
        "styles": f"{_TYPE}.styles+xml",
        "numbering": f"{_TYPE}.numbering+xml",
        "footnotes": f"{_TYPE}.footnotes+xml",
        "endnotes": f"{_TYPE}.endnotes+xml",
        "header1": f"{_TYPE}.header+xml",
        "header2": f"{_TYPE}.header+xml",
        "footer1": f"{_TYPE}.footer+xml",
    }
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _style(style_id: str, name: str, content: str = "", *, kind: str = "paragraph", based_on: str = "Standaard") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on != style_id else ""
    default = ' w:default="1"' if style_id == "Standaard" else ""
    return f'<w:style w:type="{kind}"{default} w:styleId="{style_id}"><w:name w:val="{name}"/>{base}{content}</w:style>'


def _styles() -> str:
    list_of_headings = f'<w:numPr>{{level}}<w:numId w:val="{NUMBERED_HEADINGS}"/></w:numPr>'
    headings = "".join(
        _style(
            f"Kop{level}",
            f"heading {level}",
            "<w:pPr>"
            + list_of_headings.format(level=f'<w:ilvl w:val="{level - 1}"/>' if level > 1 else "")
            + f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr>',
        )
        for level in range(1, 5)
    )
    return (
        _style("Standaard", "Normal")
        + headings
        + _style(
            "Kop1zonder", "Kop zonder nummer", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', based_on="Kop1"
        )
        + _style("Inhopg1", "toc 1")
        + _style("Voetnootmarkering", "footnote reference", kind="character", based_on="Voetnootmarkering")
        + _style("Verborgen", "Verborgen", "<w:rPr><w:vanish/></w:rPr>", kind="character", based_on="Verborgen")
    )


def level(position: int, text: str, *, form: str = "decimal", start: int = 1, style: str = "", more: str = "") -> str:
    """One level of a list; `%1` in its text is the number of the topmost level."""
    link = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{position}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{link}{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def instance(number: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def _numbering() -> str:
    headings = [level(n, ".".join(f"%{m}" for m in range(1, n + 2)), style=f"Kop{n + 1}") for n in range(4)]
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return (
        abstract(10, *headings)
        + abstract(20, level(0, "•", form="bullet"), level(1, "-", form="bullet"))
        + abstract(30, level(0, "Eis %1"), level(1, "Eis %1.%2"))
        + abstract(40, level(0, "%1)", form="lowerLetter"), level(1, "(%2)", form="lowerRoman"))
        + abstract(50, level(0, "Artikel %1"), level(1, "%1.%2."), level(2, "%1.%2.%3"))
        + instance(NUMBERED_HEADINGS, 10)
        + instance(BULLETS, 20)
        + instance(REQUIREMENTS, 30)
        + instance(LETTERS, 40)
        + instance(ARTICLES, 50)
        + instance(ARTICLES_AGAIN, 50, again)
    )
