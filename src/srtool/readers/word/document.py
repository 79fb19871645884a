"""A Word document as passages: the body with its notes and text boxes, then headers and footers."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from srtool.draft.outline import Outline
from srtool.draft.passage import Kind, Passage
from srtool.errors import InputError, Problem
from srtool.place import Place
from srtool.readers.word.archive import Package, opened
from srtool.readers.word.blocks import Blocks, Notes, Text
from srtool.readers.word.hidden_numbers import without_numbers
from srtool.readers.word.names import BODY, DELETED, ID, INSERTED, MOVED_FROM, MOVED_TO, PARAGRAPH, w
from srtool.readers.word.numbering import ListDefinitions, Numbering
from srtool.readers.word.runs import AFTER, BEFORE
from srtool.readers.word.styles import Styles

_CHANGES = (INSERTED, DELETED, MOVED_FROM, MOVED_TO)
_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}


class Document:
    """One Word file, parsed; its two readings are made of the same tree."""

    def __init__(self, path: Path) -> None:
        with opened(path) as package:
            self._name = package.name
            self._body = _body(package)
            main = package.main
            self._styles = Styles(_first(package, main, "styles"))
            self._lists = ListDefinitions(_first(package, main, "numbering"))
            self._notes = Notes(_notes(package))
            self._margins = [
                (kind, tree)
                for kind in (Kind.HEADER, Kind.FOOTER)
                for part in package.related(main, kind.value)
                if (tree := package.tree(part)) is not None
            ]

    @property
    def has_changes(self) -> bool:
        """Whether anything in it is marked as inserted, deleted or moved."""
        trees = [self._body, *self._notes.elements.values(), *(tree for _, tree in self._margins)]
        return any(next(tree.iter(tag), None) is not None for tree in trees for tag in _CHANGES)

    def passages(self, *, before: bool = False) -> tuple[Passage, ...]:
        """All passages, with all changes accepted, or (before) refused; InputError when it nests too deeply."""
        text = Text(
            self._name, self._styles, Numbering(self._lists), BEFORE if before else AFTER, Outline(), self._notes
        )
        passages: list[Passage] = []
        try:
            Blocks(text, Kind.BODY, _places(self._body), passages).read(self._body)
            text.outline = Outline()
            for kind, tree in self._margins:
                Blocks(text, kind, _places(tree), passages).read(tree)
        except RecursionError as error:
            raise InputError([Problem("document_not_readable", Place(self._name))]) from error
        return without_numbers(_without_repeats(passages))


def _places(tree: Element) -> dict[Element, int]:
    return {paragraph: place for place, paragraph in enumerate(tree.iter(PARAGRAPH))}


def _first(package: Package, part: str, kind: str) -> Element | None:
    parts = package.related(part, kind)
    return package.tree(parts[0]) if parts else None


def _body(package: Package) -> Element:
    tree = package.tree(package.main)
    body = None if tree is None else tree.find(BODY)
    if body is None:
        raise InputError([Problem("document_not_readable", Place(package.name))])
    return body


def _notes(package: Package) -> dict[tuple[str, str], Element]:
    """The notes that somebody wrote: those with a type are the lines that Word draws between text and notes."""
    return {
        (kind, element.get(ID, "")): element
        for kind, part in _NOTES.items()
        if (tree := _first(package, package.main, part)) is not None
        for element in tree.findall(w(kind))
        if element.get(w("type"), "normal") == "normal"
    }


def _without_repeats(passages: list[Passage]) -> tuple[Passage, ...]:
    """The same header of several sections once."""
    margins = (Kind.HEADER, Kind.FOOTER)
    seen: set[tuple[Kind, str]] = set()
    kept = []
    for passage in passages:
        key = (passage.kind, passage.text)
        if passage.kind in margins and key in seen:
            continue
        seen.add(key)
        kept.append(passage)
    return tuple(kept)
