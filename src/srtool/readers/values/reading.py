"""What became of a text in a cell: read, not filled in, or unread with the reading that is most likely."""

from __future__ import annotations

from srtool.lazy_dataclass import dataclass

LONGEST = 500
"""Characters in a cell of amounts, days or terms; a longer text is unread at once."""


@dataclass(frozen=True, slots=True)
class Read:
    """A value with one sensible reading; `derived` where it does not stand there in so many words."""

    value: object
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that cannot be taken for a value. `why` names the sentence; `proposed` is the likely reading, if any."""

    why: str
    proposed: object = None


Reading = Read | Unread


def squeezed(text: str) -> str:
    """The text in small letters with single ordinary spaces; typographic dashes and apostrophes as on a keyboard."""
    plain = text.translate(_SIGNS).casefold()
    return " ".join(plain.split())


_SIGNS = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u2018": "'",
        "\u2019": "'",
        "\u00b4": "'",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u00d7": "x",
    }
)
