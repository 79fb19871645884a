"""Fields: the last result of a reference or a date is text; its instruction is not, nor is a table of contents."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from srtool.lazy_dataclass import dataclass
from srtool.readers.word.names import OFF, VAL, w
from srtool.readers.word.symbols import TICKED, UNTICKED

_LISTS = ("TOC", "INDEX", "TOA")
_FORM = w("ffData")


@dataclass(slots=True)
class _Field:
    form: Element | None
    instruction: str = ""
    is_result: bool = False
    began_at: int = 0


class Fields:
    """The fields that are open at a place of a text; a field may reach over paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def is_shown(self) -> bool:
        """Whether text at this place is shown."""
        return all(field.is_result and not is_list(field.instruction) for field in self._open)

    def instruct(self, instruction: str) -> None:
        """Text of an instruction."""
        if self._open:
            self._open[-1].instruction += instruction

    def begin(self, element: Element) -> None:
        """Open a field."""
        self._open.append(_Field(element.find(_FORM)))

    def separate(self, length: int) -> None:
        """From here on the result follows, after so many characters of the paragraph."""
        if self._open:
            self._open[-1].is_result = True
            self._open[-1].began_at = length

    def end(self, text: str) -> bool:
        """Close a field, given the text of the paragraph until now; whether it is a form field nobody filled in."""
        if not self._open:
            return False
        field = self._open.pop()
        is_text_form = field.form is not None and field.form.find(w("textInput")) is not None
        return is_text_form and field.is_result and not text[field.began_at :].strip()


def is_list(instruction: str) -> bool:
    """Whether a field of this instruction repeats what stands elsewhere: a table of contents or an index."""
    name, *_ = instruction.split(None, 1) or [""]
    return name.upper() in _LISTS


def box_state(element: Element) -> str:
    """Of a field that begins here and is a check box in a form: ticked or not; of another field nothing."""
    box = element.find(f"{_FORM}/{w('checkBox')}")
    if box is None:
        return ""
    checked = box.find(w("checked"))
    if checked is None:
        checked = box.find(w("default"))
    is_ticked = checked is not None and checked.get(VAL, "1") not in OFF
    return TICKED if is_ticked else UNTICKED
