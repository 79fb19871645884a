"""The headings above a passage, also where the writer typed and bolded them instead of using a style."""

from __future__ import annotations

import re

from srtool.draft.passage import Heading

_TYPED_NUMBER = re.compile(
    r"(?:(?:artikel|art\.|paragraaf|§|hoofdstuk|bijlage|deel)\s*)?"
    r"(?P<number>\d{1,3}(?:[. ]\d{1,3}){0,4})[.:)]?\s+(?=\S)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:artikel|hoofdstuk|bijlage|paragraaf|deel)\b", re.IGNORECASE)
_LONGEST = 90
_WITHOUT_NUMBER = 8
"""The level of a bold line without a number: below any heading that has one."""
_SENTENCE_ENDS = (".", ";", ",", "?", "!")


class Outline:
    """Where in the outline of a text we are; a text is read from front to back."""

    def __init__(self) -> None:
        self._path: list[Heading] = []

    @property
    def path(self) -> tuple[Heading, ...]:
        """The headings that hold here, from the topmost down."""
        return tuple(self._path)

    def enter(self, heading: Heading) -> None:
        """Go below a heading: those of its own level and deeper no longer hold."""
        self._path = [above for above in self._path if above.level < heading.level]
        self._path.append(heading)


def typed_heading(text: str, *, number: str | None = None, is_bold: bool = False) -> Heading | None:
    """The heading that a line without a heading style is by its looks: short, no sentence, bold or numbered."""
    line = text.strip()
    if not line or len(line) > _LONGEST or line.endswith(_SENTENCE_ENDS) or not re.search(r"[^\W\d_]", line):
        return None
    if number is not None:
        is_named = _NAMED.match(number) is not None
        return Heading(_depth(number), line, number) if is_bold or is_named else None
    typed = _TYPED_NUMBER.match(line)
    if typed:
        rest = line[typed.end() :]
        is_heading = rest[:1].isupper() or rest[:1] in "[(" or is_bold
        return Heading(_depth(typed["number"]), rest, typed["number"]) if is_heading and len(rest) > 1 else None
    return Heading(_WITHOUT_NUMBER, line) if is_bold and not line.endswith(":") else None


def _depth(number: str) -> int:
    return len(re.findall(r"\d+", number)) or 1
