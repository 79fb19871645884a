"""Pieces of a paragraph in WordprocessingML: runs, changes, controls, fields, text boxes."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

_CHANGE = 'w:id="1" w:author="A. Auteur" w:date="2026-01-01T00:00:00Z"'


def run(text: str, *, bold: bool = False, hidden: bool = False, deleted: bool = False) -> str:
    """A run of text; a new line in it is a line break, a tab a tab."""
    properties = ("<w:b/>" if bold else "") + ("<w:vanish/>" if hidden else "")
    tag = "w:delText" if deleted else "w:t"
    pieces = []
    for number, line in enumerate(text.split("\n")):
        pieces.append("<w:br/>" if number else "")
        pieces.append(
            "<w:tab/>".join(f'<{tag} xml:space="preserve">{escape(part)}</{tag}>' for part in line.split("\t"))
        )
    return f"<w:r><w:rPr>{properties}</w:rPr>{''.join(pieces)}</w:r>"


def split(text: str, *, size: int = 3) -> str:
    """The text in many short runs, as Word leaves it after editing: "5" and "%" apart."""
    return "".join(run(text[place : place + size]) for place in range(0, len(text), size))


def inserted(text: str) -> str:
    return f"<w:ins {_CHANGE}>{run(text)}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del {_CHANGE}>{run(text, deleted=True)}</w:del>"


def moved_from(text: str) -> str:
    return f"<w:moveFrom {_CHANGE}>{run(text)}</w:moveFrom>"


def moved_to(text: str) -> str:
    return f"<w:moveTo {_CHANGE}>{run(text)}</w:moveTo>"


def check_box(*, ticked: bool) -> str:
    """A content control with a check box; the sign in it is what Word shows."""
    state = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
    return control(run("☒" if ticked else "☐"), properties=state)


def form_box(*, ticked: bool) -> str:
    """A check box of the older kind, a form field."""
    box = f'<w:ffData><w:checkBox><w:default w:val="0"/><w:checked w:val="{int(ticked)}"/></w:checkBox></w:ffData>'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r>'
        "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def form_text(result: str) -> str:
    """A text form field with its result; five wide spaces when nobody filled it in."""
    form = "<w:ffData><w:textInput/></w:ffData>"
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
        "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result or " " * 5)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(content: str, *, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def placeholder(text: str = "Klik of tik om tekst in te voeren.") -> str:
    """A content control that nobody filled in."""
    return control(run(text), properties="<w:showingPlcHdr/>")


def simple_field(instruction: str, result: str) -> str:
    return f"<w:fldSimple w:instr={quoteattr(instruction)}>{run(result)}</w:fldSimple>"


def field(instruction: str, result: str) -> str:
    """A field as Word mostly writes it, in runs."""
    return field_start(instruction) + run(result) + field_end()


def field_start(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end() -> str:
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def text_box(*paragraphs: str) -> str:
    """A text box as Word stores it: twice, in the new form and in the old."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def symbol(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font={quoteattr(font)} w:char="{code}"/></w:r>'


def hyperlink(text: str) -> str:
    return f'<w:hyperlink w:anchor="_Ref1">{run(text)}</w:hyperlink>'


def note_reference(number: int, *, kind: str = "footnote") -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="Voetnootmarkering"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'
