"""Characters that Word stores by their number in a symbol font, or that look alike and mean the same."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from srtool.readers.word.names import w

TICKED = "☒"
UNTICKED = "☐"
_TICKS = {
    "wingdings": {
        0xFE: TICKED,
        0xFD: TICKED,
        0xFC: TICKED,
        0x78: TICKED,
        0xA8: UNTICKED,
        0x6F: UNTICKED,
        0x71: UNTICKED,
    },
    "wingdings 2": {
        0x50: TICKED,
        0x52: TICKED,
        0x53: TICKED,
        0x54: TICKED,
        0xA3: UNTICKED,
        0x2A: UNTICKED,
        0x30: UNTICKED,
    },
}
_SAME_WIDTH = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u2011": "-",
        "\u2010": "-",
        "\u2019": "'",
        "\uff05": "%",
        "\u2611": TICKED,
        "\u2612": TICKED,
        "\u2610": UNTICKED,
    }
)
_MOST_TIMES = 100
_RUN = re.compile(rf"([^\n]{{1,12}}?)\1{{{_MOST_TIMES},}}")


def without_long_runs(text: str) -> str:
    """The same with at most so many times the same few signs in a row: thousands say no more, and take long to read."""
    return _RUN.sub(lambda run: run[1] * _MOST_TIMES, text) if len(text) > _MOST_TIMES else text


def ordinary(text: str) -> str:
    """The same text, of the same length, with ordinary spaces, hyphens, percent signs and boxes."""
    return text if text.isascii() else text.translate(_SAME_WIDTH)


def symbol(element: Element) -> str:
    """A box, ticked or not, that was put in as a symbol; of other symbols nothing."""
    code = element.get(w("char"), "")
    try:
        number = int(code, 16) & 0xFF
    except ValueError:
        return ""
    return _TICKS.get(element.get(w("font"), "").lower(), {}).get(number, "")
