"""The numbers that Word shows before paragraphs: they are no text, and follow from the list definitions."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree.ElementTree import Element

from srtool.lazy_dataclass import dataclass
from srtool.readers.word.names import OFF, VAL, w

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9
_LARGEST = 4000
"""Above it a number is shown in figures: neither letters nor Roman figures reach further in a text that is read."""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts_after: int | None = None
    """The level, from 1, after which it begins anew; 0 for never, None for any level above it."""
    is_legal: bool = False
    """Whether the levels above it are shown in figures, whatever form they have themselves."""


@dataclass(frozen=True, slots=True)
class _List:
    levels: tuple[_Level, ...]
    counter: str
    """Lists on one abstract definition count on from each other."""
    restarts: tuple[int, ...] = ()
    """The levels that begin anew the first time that this list is used."""


class ListDefinitions:
    """The lists of one file, by their id, as the numbering part defines them."""

    def __init__(self, root: Element | None) -> None:
        abstract_elements = [] if root is None else root.findall(w("abstractNum"))
        self._abstract = {element.get(w("abstractNumId"), ""): element for element in abstract_elements}
        self._by_style_link = {
            link.get(VAL, ""): key
            for key, element in self._abstract.items()
            if (link := element.find(w("styleLink"))) is not None
        }
        self.level_of_style: dict[tuple[str, str], int] = {}
        """(list, style) to the level that the list gives to paragraphs of that style."""
        self.lists: dict[str, _List] = {}
        for element in [] if root is None else root.findall(w("num")):
            self._add(element)

    def _add(self, element: Element) -> None:
        key = element.get(w("numId"), "")
        reference = element.find(w("abstractNumId"))
        abstract = self._resolved("" if reference is None else reference.get(VAL, ""))
        if abstract is None:
            return
        counter, definition = abstract
        levels = [_Level()] * _LEVELS
        for level_element in definition.findall(w("lvl")):
            self._put(levels, level_element, key)
        restarts = []
        for override in element.findall(w("lvlOverride")):
            position = _number(override, "ilvl") or 0
            inner = override.find(w("lvl"))
            if inner is not None:
                self._put(levels, inner, key)
            start = override.find(w("startOverride"))
            if start is not None and position < _LEVELS:
                levels[position] = replace(levels[position], start=_value(start, 1))
                restarts.append(position)
        self.lists[key] = _List(tuple(levels), counter, tuple(restarts))

    def _resolved(self, key: str) -> tuple[str, Element] | None:
        """The abstract definition, or the one that its style stands for."""
        element = self._abstract.get(key)
        link = None if element is None else element.find(w("numStyleLink"))
        if link is not None and link.get(VAL, "") in self._by_style_link:
            key = self._by_style_link[link.get(VAL, "")]
            element = self._abstract[key]
        return None if element is None else (key, element)

    def _put(self, levels: list[_Level], element: Element, key: str) -> None:
        position = _number(element, "ilvl") or 0
        if position >= _LEVELS:
            return
        levels[position] = _level(element)
        style = element.find(w("pStyle"))
        if style is not None:
            self.level_of_style[key, style.get(VAL, "")] = position


class Numbering:
    """Counts the paragraphs of lists from the front of a text to the back."""

    def __init__(self, definitions: ListDefinitions) -> None:
        self._definitions = definitions
        self._counts: dict[str, list[int | None]] = {}
        self._used: set[str] = set()

    def label(self, list_id: str, level: int | None, style: str | None) -> str | None:
        """The number of the next paragraph of this list, None when it has none or only a bullet."""
        definition = self._definitions.lists.get(list_id)
        if definition is None:
            return None
        if level is None:
            level = self._definitions.level_of_style.get((list_id, style or ""), 0)
        level = min(level, _LEVELS - 1)
        counts = self._counts.setdefault(definition.counter, [None] * _LEVELS)
        if list_id not in self._used:
            self._used.add(list_id)
            for position in definition.restarts:
                counts[position] = None
        self._count(counts, definition.levels, level)
        return _shown(counts, definition.levels, level)

    @staticmethod
    def _count(counts: list[int | None], levels: tuple[_Level, ...], level: int) -> None:
        for above in range(level):
            if counts[above] is None:
                counts[above] = levels[above].start
        reached = counts[level]
        counts[level] = levels[level].start if reached is None else reached + 1
        for below in range(level + 1, _LEVELS):
            after = levels[below].restarts_after
            if after is None or 0 < level + 1 <= after:
                counts[below] = None


def _shown(counts: list[int | None], levels: tuple[_Level, ...], level: int) -> str | None:
    own = levels[level]
    if own.form in ("bullet", "none") and not _PLACEHOLDER.search(own.text):
        return None

    def number(match: re.Match[str]) -> str:
        position = int(match[1]) - 1
        form = "decimal" if own.is_legal else levels[position].form
        count = counts[position]
        return _formed(levels[position].start if count is None else count, form)

    label = _PLACEHOLDER.sub(number, own.text).strip()
    return label.rstrip(".:" if "(" in label else ".:)").strip() or None


def _formed(count: int, form: str) -> str:
    if form in {"none", "bullet"}:
        return ""
    if form == "decimalZero":
        return f"{count:02d}"
    if not 0 < count < _LARGEST:
        return str(count)
    match form:
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            return _roman(count).upper() if form == "upperRoman" else _roman(count)
        case _:
            return str(count)


def _roman(count: int) -> str:
    figures = ""
    for value, figure in _ROMAN:
        times, count = divmod(count, value)
        figures += figure * times
    return figures


def _level(element: Element) -> _Level:
    level = _Level()
    for child in element:
        if child.tag == w("start"):
            level = replace(level, start=_value(child, 1))
        elif child.tag == w("numFmt"):
            level = replace(level, form=child.get(VAL, "decimal"))
        elif child.tag == w("lvlText"):
            level = replace(level, text=child.get(VAL, ""))
        elif child.tag == w("lvlRestart"):
            level = replace(level, restarts_after=_value(child, 0))
        elif child.tag == w("isLgl"):
            level = replace(level, is_legal=child.get(VAL, "1") not in OFF)
    return level


def _value(element: Element, otherwise: int) -> int:
    value = element.get(VAL, "")
    return int(value) if value.isdigit() and len(value) < 7 else otherwise


def _number(element: Element, attribute: str) -> int | None:
    value = element.get(w(attribute), "")
    return int(value) if value.isdigit() and len(value) < 7 else None
