"""Lines on a terminal, or wherever the output goes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TextIO

from srtool.views.shared.lines import Line, plain

_STYLES = {
    "title": "bold",
    "strong": "bold",
    "error": "bold red",
    "warning": "yellow",
    "notice": "cyan",
    "undecided": "magenta",
    "dim": "dim",
}


def show(lines: Iterable[Line], stream: TextIO) -> None:
    """Prints the lines: the same words everywhere, coloured only on a terminal that wants it."""
    if not coloured(stream):
        stream.write("".join(plain(line) + "\n" for line in lines))
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal pays for it
    from rich.text import Text  # noqa: PLC0415 - idem

    console = Console(file=stream, highlight=False, soft_wrap=True)
    for line in lines:
        text = Text(plain(line))
        text.stylize(_STYLES.get(line.style, ""), line.indent, line.indent + line.mark if line.mark else None)
        console.print(text, soft_wrap=True)


def coloured(stream: TextIO) -> bool:
    """Whether the stream is a terminal of a reader who did not refuse colour."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
