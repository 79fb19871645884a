"""Paragraphs and tables of one part of a Word file, in reading order, as passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from srtool.draft.outline import Outline, typed_heading
from srtool.draft.passage import Cell, Heading, Kind, Passage
from srtool.lazy_dataclass import dataclass
from srtool.readers.word.names import (
    ALTERNATIVES,
    CELL,
    CHOICE,
    CONTROL,
    CONTROL_CONTENT,
    CONTROL_PROPERTIES,
    DELETED,
    FALLBACK,
    INSERTED,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    RUN_PROPERTIES,
    TABLE,
    VAL,
    w,
)
from srtool.readers.word.numbering import Numbering
from srtool.readers.word.runs import AFTER, Line, Runs, shows_placeholder
from srtool.readers.word.styles import Style, Styles, numbering_of, outline_level
from srtool.readers.word.symbols import without_long_runs

_WRAPPERS = frozenset({w("customXml"), w("ins"), w("moveTo"), w("del"), w("moveFrom"), w("smartTag")})
_GALLERIES = frozenset({"Table of Contents", "Bibliographies", "Table of Figures"})


@dataclass(frozen=True, slots=True)
class Notes:
    """Footnotes and endnotes by (footnote or endnote, id)."""

    elements: dict[tuple[str, str], Element]


@dataclass(slots=True)
class Text:
    """What the whole of a file has in common while it is read: its styles, its lists, the changes that do not count."""

    file: str
    styles: Styles
    numbering: Numbering
    gone: frozenset[str]
    outline: Outline
    notes: Notes


class Blocks:
    """Reads one part, or one text box or note, into passages."""

    def __init__(self, text: Text, kind: Kind, places: dict[Element, int], passages: list[Passage]) -> None:
        self._text = text
        self._kind = kind
        self._places = places
        self._passages = passages
        self._runs = Runs(text.styles, text.gone)
        self._carried: Line | None = None
        self._tables = 0

    def read(self, container: Element, cell: Cell | None = None) -> None:
        """Add the passages of a body, cell, text box or note."""
        for child in container:
            tag = child.tag
            if tag == PARAGRAPH:
                self._paragraph(child, cell)
            elif tag == TABLE:
                self._table(child, cell)
            elif tag in self._text.gone:
                continue
            elif tag == CONTROL:
                self._control(child, cell)
            elif tag in _WRAPPERS:
                self.read(child, cell)
            elif tag == ALTERNATIVES:
                choice = child.find(CHOICE)
                choice = child.find(FALLBACK) if choice is None else choice
                if choice is not None:
                    self.read(choice, cell)

    def _control(self, control: Element, cell: Cell | None) -> None:
        properties, content = control.find(CONTROL_PROPERTIES), control.find(CONTROL_CONTENT)
        if content is None or _is_contents(properties):
            return
        before = self._runs.placeholder
        self._runs.placeholder = before or shows_placeholder(properties)
        self.read(content, cell)
        self._runs.placeholder = before

    def _paragraph(self, element: Element, cell: Cell | None) -> None:
        properties = element.find(PARAGRAPH_PROPERTIES)
        style_id = _style_id(properties)
        style = self._text.styles.style(style_id)
        line, self._carried = self._carried or Line(), None
        self._runs.read(element, line, is_bold=bool(style.is_bold), is_hidden=bool(style.is_hidden))
        if self._mark_is_gone(properties):
            # Without its mark a paragraph runs on into the next one.
            self._carried = line
            return
        number = self._number(properties, style, style_id)
        if not style.is_contents:
            self._add(line, element, number, style if properties is None else _own_level(style, properties), cell)

    def _mark_is_gone(self, properties: Element | None) -> bool:
        mark = None if properties is None else properties.find(RUN_PROPERTIES)
        return mark is not None and any(mark.find(tag) is not None for tag in self._text.gone)

    def _number(self, properties: Element | None, style: Style, style_id: str | None) -> str | None:
        list_id, level = numbering_of(properties)
        if list_id is None:
            list_id, level = style.numbering, style.numbering_level if level is None else level
        if list_id in (None, "0"):
            return None
        return self._text.numbering.label(str(list_id), level, style_id or self._text.styles.default)

    def _add(self, line: Line, element: Element, number: str | None, style: Style, cell: Cell | None) -> None:
        whole, spans = _trimmed("".join(line.shown), line.open_spans)
        text = without_long_runs(whole)
        spans = spans if text == whole else ()  # they count the signs of the whole
        place = self._places.get(element, -1)
        heading = self._heading(text, number, style, line, cell) if text else None
        if heading is not None:
            self._text.outline.enter(heading)
        passage = Passage(
            text=text,
            file=self._text.file,
            paragraph=place,
            kind=self._kind if cell is None or self._kind is not Kind.BODY else Kind.CELL,
            headings=self._text.outline.path,
            number=number,
            is_heading=heading is not None,
            open_spans=spans,
            cell=cell,
        )
        if text:
            self._passages.append(passage)
        hidden = "".join(line.hidden).strip()
        if hidden:
            self._passages.append(replace(passage, text=hidden, is_heading=False, is_hidden=True, open_spans=()))
        self._hang_on(line)

    def _heading(self, text: str, number: str | None, style: Style, line: Line, cell: Cell | None) -> Heading | None:
        if self._kind is not Kind.BODY:
            return None
        if style.level is not None:
            return _styled(style.level, text, number)
        return None if cell is not None else typed_heading(text, number=number, is_bold=line.is_bold)

    def _hang_on(self, line: Line) -> None:
        """What hangs on a paragraph is read after it: text boxes and notes."""
        for box in line.boxes:
            Blocks(self._text, Kind.TEXT_BOX, self._places, self._passages).read(box)
        for note in line.notes:
            element = self._text.notes.elements.get(note)
            if element is not None:
                places = {paragraph: place for place, paragraph in enumerate(element.iter(PARAGRAPH))}
                Blocks(self._text, Kind(note[0]), places, self._passages).read(element)

    def _table(self, table: Element, outer: Cell | None) -> None:
        self._tables += 1
        number = self._tables
        columns: dict[int, str] = {}
        first = ""
        for row, row_element in enumerate(self._rows(table), 1):
            label = ""
            for column, cell_element in _cells(row_element):
                if _continues(cell_element):
                    label = first if column == 1 else label
                    continue
                above = "" if row == 1 else columns.get(column, "")
                corner = "" if row == 1 else columns.get(1, "")
                cell = Cell(number, row, column, _joined(outer, label), above, corner)
                begin = len(self._passages)
                self.read(cell_element, cell)
                says = " ".join(passage.text for passage in self._passages[begin:] if not passage.is_hidden)
                if column == 1:
                    label = first = says
                if row == 1:
                    columns[column] = says

    def _rows(self, container: Element) -> Iterator[Element]:
        for child in container:
            if child.tag == ROW:
                if not self._row_is_gone(child):
                    yield child
            elif child.tag == CONTROL or child.tag in _WRAPPERS - self._text.gone:
                content = child.find(CONTROL_CONTENT)
                yield from self._rows(child if content is None else content)

    def _row_is_gone(self, row: Element) -> bool:
        properties = row.find(w("trPr"))
        mark = DELETED if self._text.gone is AFTER else INSERTED
        return properties is not None and properties.find(mark) is not None


def _styled(level: int, text: str, number: str | None) -> Heading:
    """A heading by its style; where its number was typed, that is its number."""
    typed = typed_heading(text, is_bold=True) if number is None else None
    if typed is not None and typed.number is not None:
        return Heading(level, typed.text, typed.number)
    return Heading(level, text, number)


def _own_level(style: Style, properties: Element) -> Style:
    level = outline_level(properties)
    return style if level is None else replace(style, level=level or None)


def _style_id(properties: Element | None) -> str | None:
    element = None if properties is None else properties.find(w("pStyle"))
    return None if element is None else element.get(VAL)


def _is_contents(properties: Element | None) -> bool:
    gallery = None if properties is None else properties.find(f"{w('docPartObj')}/{w('docPartGallery')}")
    return gallery is not None and gallery.get(VAL) in _GALLERIES


def _cells(row: Element) -> Iterator[tuple[int, Element]]:
    """(column, cell) of a row, from 1; a cell that reaches over columns stands in the first of them."""
    column = 1 + _span(row.find(w("trPr")), "gridBefore", 0)
    for cell in _all_cells(row):
        yield column, cell
        column += _span(cell.find(w("tcPr")), "gridSpan", 1)


def _all_cells(container: Element) -> Iterator[Element]:
    for child in container:
        if child.tag == CELL:
            yield child
        elif child.tag == CONTROL:
            content = child.find(CONTROL_CONTENT)
            if content is not None:
                yield from _all_cells(content)
        elif child.tag in _WRAPPERS:
            yield from _all_cells(child)


def _span(properties: Element | None, name: str, otherwise: int) -> int:
    element = None if properties is None else properties.find(w(name))
    value = "" if element is None else element.get(VAL, "")
    return int(value) if value.isdigit() and len(value) < 4 else otherwise


def _continues(cell: Element) -> bool:
    """Whether the cell is covered by one above it."""
    merged = cell.find(f"{w('tcPr')}/{w('vMerge')}")
    return merged is not None and merged.get(VAL, "continue") != "restart"


def _joined(outer: Cell | None, label: str) -> str:
    """In a table within a cell, what the rows of both tables say."""
    return label if outer is None else f"{outer.row_heading} {label}".strip()


def _trimmed(text: str, spans: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without spaces around it, and the spans moved with it."""
    shift = len(text) - len(text.lstrip())
    trimmed = text.strip()
    moved = ((max(0, start - shift), min(len(trimmed), end - shift)) for start, end in spans)
    return trimmed, tuple((start, end) for start, end in moved if start < end)
