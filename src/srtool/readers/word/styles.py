"""What the styles of a Word file say of the paragraphs that have them."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from srtool.lazy_dataclass import dataclass
from srtool.readers.word.names import NUMBERING_PROPERTIES, OFF, PARAGRAPH_PROPERTIES, RUN_PROPERTIES, STYLE, VAL, w

_HEADING = re.compile(r"(?:heading|kop)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:toc|inhopg)\s*(?:\d|heading)|table of (?:figures|authorities)|index (?:\d|heading)", re.IGNORECASE
)
_NO_LEVEL = 9
"""What an outline level of body text is in the file."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style, what it is based on taken into account; None where it says nothing."""

    level: int | None = None
    """Of a heading, from 1."""
    is_contents: bool = False
    is_bold: bool | None = None
    is_hidden: bool | None = None
    numbering: str | None = None
    numbering_level: int | None = None


_PLAIN = Style()


class Styles:
    """The styles of one file, by their id."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else root.findall(STYLE)
        self._elements = {element.get(w("styleId"), ""): element for element in elements}
        self._styles: dict[str, Style] = {}
        self.default = next(
            (element.get(w("styleId"), "") for element in elements if _is_default_of_paragraphs(element)), ""
        )

    def style(self, style_id: str | None) -> Style:
        """The style of this id; without one that of an ordinary paragraph."""
        return self._style(self.default if style_id is None else style_id, frozenset())

    def _style(self, style_id: str, above: frozenset[str]) -> Style:
        element = self._elements.get(style_id)
        if element is None or style_id in above:
            return _PLAIN
        if style_id not in self._styles:
            based_on = element.find(w("basedOn"))
            parent = _PLAIN if based_on is None else self._style(based_on.get(VAL, ""), above | {style_id})
            self._styles[style_id] = _read(element, style_id, parent)
        return self._styles[style_id]


def _is_default_of_paragraphs(element: Element) -> bool:
    return element.get(w("type")) == "paragraph" and element.get(w("default"), "0") not in OFF


def _read(element: Element, style_id: str, parent: Style) -> Style:
    name_element = element.find(w("name"))
    name = style_id if name_element is None else name_element.get(VAL, "")
    paragraph, run = element.find(PARAGRAPH_PROPERTIES), element.find(RUN_PROPERTIES)
    numbering, numbering_level = numbering_of(paragraph)
    is_bold, is_hidden = holds(run, "b"), holds(run, "vanish")
    return Style(
        level=_level(name, paragraph, parent),
        is_contents=_CONTENTS.match(name) is not None or parent.is_contents,
        is_bold=parent.is_bold if is_bold is None else is_bold,
        is_hidden=parent.is_hidden if is_hidden is None else is_hidden,
        numbering=parent.numbering if numbering is None else numbering,
        numbering_level=parent.numbering_level if numbering_level is None else numbering_level,
    )


def _level(name: str, paragraph: Element | None, parent: Style) -> int | None:
    # Word keeps the English name of its own styles in the file, also where it shows "Kop 1".
    heading = _HEADING.fullmatch(name.strip())
    if heading:
        return int(heading[1])
    level = outline_level(paragraph)
    return parent.level if level is None else (level or None)


def outline_level(properties: Element | None) -> int | None:
    """The level that the properties of a paragraph give, from 1; 0 for body text, None when they are silent."""
    element = None if properties is None else properties.find(w("outlineLvl"))
    value = "" if element is None else element.get(VAL, "")
    if not value.isdigit():
        return None
    return 0 if int(value) >= _NO_LEVEL else int(value) + 1


def numbering_of(properties: Element | None) -> tuple[str | None, int | None]:
    """The list and the level in it, from 0, that the properties of a paragraph or style name."""
    element = None if properties is None else properties.find(NUMBERING_PROPERTIES)
    if element is None:
        return None, None
    number, level = element.find(w("numId")), element.find(w("ilvl"))
    value = "" if level is None else level.get(VAL, "")
    return None if number is None else number.get(VAL), int(value) if value.isdigit() else None


def holds(properties: Element | None, name: str) -> bool | None:
    """Whether a property that is on or off holds; None when nothing is said."""
    element = None if properties is None else properties.find(w(name))
    return None if element is None else element.get(VAL, "1") not in OFF
