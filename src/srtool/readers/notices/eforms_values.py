"""Values of an eForms notice as they are written: days without their offset, amounts with their currency."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from srtool.lazy_dataclass import dataclass
from srtool.notice.amounts import Amount, amount
from srtool.notice.stated import Stated
from srtool.place import Place
from srtool.readers.notices.xml_tree import Node, below

_LONGEST_NUMBER = 20


class Unread(NamedTuple):
    """What could not be read in a notice: of which lot or contract, where, and the word that stands there."""

    code: str
    part: str
    place: Place
    word: str | None


@dataclass(slots=True)
class Reading:
    """What one notice is read with: its file, its language first, and what it cannot say."""

    source: Place
    language: str | None
    unread: list[Unread] = field(default_factory=list)
    part: str = ""
    """The lot or contract that is being read; empty for what is of the notice."""

    def text(self, node: Node, path: str) -> Stated[str] | None:
        """The text at the path."""
        value = node.text(path)
        return Stated(value, self.source, f"{node.path}/{path}") if value else None

    def in_language(self, node: Node, path: str) -> Stated[str] | None:
        """The text in the notice's language, else in Dutch, else the first; never two of them together."""
        elements = below(node.element, path)
        filled = [(n, element) for n, element in enumerate(elements, 1) if element.text and element.text.strip()]
        if not filled:
            return None
        languages = [element.get("languageID") for _, element in filled]
        wanted = next((lang for lang in (self.language, "NLD") if lang in languages), languages[0])
        number, element = filled[languages.index(wanted)]
        at = f"{node.path}/{path}" if len(elements) == 1 else f"{node.path}/{path}[{number}]"
        return Stated((element.text or "").strip(), self.source, at)

    def day(self, node: Node, path: str) -> Stated[date] | None:
        """The calendar day as written: converting its offset to another zone would shift it."""
        text = node.text(path)
        if text is None:
            return None
        day = day_of(text)
        if day is None:
            self.leave("notice_day_unread", f"{node.path}/{path}", text)
            return None
        return Stated(day, self.source, f"{node.path}/{path}")

    def amount(self, node: Node | None, path: str, *, is_withheld: bool = False) -> Stated[Amount] | None:
        """The amount at the path with its flaw, if it has one."""
        found = node.first(path) if node is not None else None
        if found is None or found.own_text is None:
            return None
        value = amount(_number(found.own_text), found.element.get("currencyID", ""), is_withheld=is_withheld)
        return Stated(value, self.source, found.path)

    def unknown_reference(self, node: Node, number: str) -> None:
        """Remembers a reference to something that is not in the notice."""
        self.leave("notice_reference_unknown", f"{node.path}#{number}", number)

    def leave(self, code: str, path: str, word: str | None = None) -> None:
        """Remembers what could not be read in the lot or contract that is being read."""
        self.unread.append(Unread(code, self.part, Place(self.source.file, path), word))


def day_of(text: str) -> date | None:
    """`2024-04-01+02:00`, `2024-03-04Z` and `2024-04-01` as the day that stands there."""
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def count_of(text: str | None) -> int | None:
    """A whole number of at least zero, as `36` or `36.0`."""
    number = _number(text) if text else None
    return int(number) if number is not None and number.is_finite() and number >= 0 and number == int(number) else None


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text) if len(text) <= _LONGEST_NUMBER else None
    except InvalidOperation:
        return None
