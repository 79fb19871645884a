"""The text of one paragraph, from its runs: insertions count and deletions do not, or the other way round."""

from __future__ import annotations

from dataclasses import field
from xml.etree.ElementTree import Element

from srtool.lazy_dataclass import dataclass
from srtool.readers.word.fields import Fields, box_state, is_list
from srtool.readers.word.names import (
    ALTERNATIVES,
    BOX,
    CHECK_BOX,
    CHECK_VALUE,
    CHECKED,
    CHOICE,
    CONTROL,
    CONTROL_CONTENT,
    CONTROL_PROPERTIES,
    DELETED,
    FALLBACK,
    FIELD,
    ID,
    INSERTED,
    MATH_TEXT,
    MOVED_FROM,
    MOVED_TO,
    OFF,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TABLE,
    VAL,
    w,
)
from srtool.readers.word.styles import Styles, holds
from srtool.readers.word.symbols import TICKED, UNTICKED, ordinary, symbol

AFTER = frozenset({DELETED, MOVED_FROM})
"""What does not count when all changes are accepted."""
BEFORE = frozenset({INSERTED, MOVED_TO})
"""What does not count when all changes are refused."""
_SILENT = frozenset(
    {PARAGRAPH_PROPERTIES, RUN_PROPERTIES, CONTROL_PROPERTIES, TABLE, w("sdtEndPr"), w("rt"), w("fldData"), w("tblPr")}
)
_TEXT = frozenset({w("t"), w("delText"), MATH_TEXT})
_CHARACTERS = {w("tab"): " ", w("ptab"): " ", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_INSTRUCTION = w("instrText")
_FIELD_CHARACTER = w("fldChar")
_NOT_FILLED_IN = "[…]"


@dataclass(slots=True)
class Line:
    """What a paragraph says, while it is read."""

    shown: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    open_spans: list[tuple[int, int]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """Text boxes that hang on it."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """(footnote or endnote, id) in the order of reference."""
    length: int = 0
    bold: int = 0
    """Characters in bold, of `length`."""

    @property
    def is_bold(self) -> bool:
        return 0 < self.length <= self.bold


class Runs:
    """Reads the runs of paragraphs into lines; knows which fields are open and which changes count."""

    def __init__(self, styles: Styles, gone: frozenset[str]) -> None:
        self._styles = styles
        self._gone = gone
        self.fields = Fields()
        self.placeholder = False
        """Whether this is inside a control that shows what to fill in."""

    def read(self, paragraph: Element, line: Line, *, is_bold: bool, is_hidden: bool) -> None:
        """Add what a paragraph says to the line."""
        self._line = line
        self._bold = is_bold
        self._hidden = is_hidden
        self._walk(paragraph)

    def _walk(self, element: Element) -> None:
        for child in element:
            tag = child.tag
            if tag == RUN:
                self._run(child)
            elif tag in _SILENT or tag in self._gone:
                continue
            elif tag == CONTROL:
                self._control(child)
            elif tag == ALTERNATIVES:
                self._alternatives(child)
            elif tag == BOX:
                self._line.boxes.append(child)
            elif tag == MATH_TEXT:
                self._say(child.text or "")
            elif tag == FIELD and is_list(child.get(w("instr"), "")):
                continue
            else:
                self._walk(child)

    def _run(self, run: Element) -> None:
        properties = run.find(RUN_PROPERTIES)
        bold, hidden = self._bold, self._hidden
        if properties is not None:
            self._bold, self._hidden = self._looks(properties)
        for child in run:
            self._piece(child)
        self._bold, self._hidden = bold, hidden

    def _looks(self, properties: Element) -> tuple[bool, bool]:
        """Whether a run is bold and hidden: by itself, else by its style, else as its paragraph."""
        style_element = properties.find(w("rStyle"))
        style = self._styles.style(style_element.get(VAL)) if style_element is not None else None
        bold, hidden = holds(properties, "b"), holds(properties, "vanish")
        if style is not None:
            bold = style.is_bold if bold is None else bold
            hidden = style.is_hidden if hidden is None else hidden
        return self._bold if bold is None else bold, self._hidden if hidden is None else hidden

    def _piece(self, child: Element) -> None:
        tag = child.tag
        if tag in _TEXT:
            self._say(child.text or "")
        elif tag in _CHARACTERS:
            self._say(_CHARACTERS[tag])
        elif tag == w("sym"):
            self._say(symbol(child))
        elif tag == _FIELD_CHARACTER:
            self._field(child)
        elif tag == _INSTRUCTION:
            self.fields.instruct(child.text or "")
        elif tag in _NOTES:
            self._line.notes.append((_NOTES[tag], child.get(ID, "")))
        elif tag == ALTERNATIVES:
            self._alternatives(child)
        elif tag not in _SILENT:
            self._walk(child)

    def _say(self, text: str) -> None:
        if not text or not self.fields.is_shown:
            return
        text = ordinary(text)
        line = self._line
        if self._hidden:
            line.hidden.append(text)
            return
        if self.placeholder:
            line.open_spans.append((line.length, line.length + len(text)))
        line.shown.append(text)
        line.length += len(text)
        if self._bold or text.isspace():
            line.bold += len(text)

    def _field(self, element: Element) -> None:
        match element.get(w("fldCharType")):
            case "begin":
                self._say(box_state(element))
                self.fields.begin(element)
            case "separate":
                self.fields.separate(self._line.length)
            case _:
                if self.fields.end("".join(self._line.shown)):
                    self._open(_NOT_FILLED_IN)

    def _open(self, mark: str) -> None:
        self._line.open_spans.append((self._line.length, self._line.length + len(mark)))
        self._say(mark)

    def _control(self, control: Element) -> None:
        properties, content = control.find(CONTROL_PROPERTIES), control.find(CONTROL_CONTENT)
        box = None if properties is None else properties.find(CHECK_BOX)
        if box is not None:
            self._say(_state(box))
        elif content is not None:
            before = self.placeholder
            self.placeholder = before or shows_placeholder(properties)
            self._walk(content)
            self.placeholder = before

    def _alternatives(self, element: Element) -> None:
        """One of the forms in which the same thing is stored: the newest, else the older one."""
        choice = element.find(CHOICE)
        if choice is None:
            choice = element.find(FALLBACK)
        if choice is not None:
            for child in choice:
                self._piece(child)


def shows_placeholder(properties: Element | None) -> bool:
    """Whether a control still shows what to fill in."""
    return bool(holds(properties, "showingPlcHdr"))


def _state(box: Element) -> str:
    checked = box.find(CHECKED)
    return TICKED if checked is not None and checked.get(CHECK_VALUE, "1") not in OFF else UNTICKED
