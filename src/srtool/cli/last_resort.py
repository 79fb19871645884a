"""What a reader sees when srtool itself is wrong, or when there is no memory left to say anything in."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from srtool.texts import Lang, sentence

_OUT_OF_MEMORY = [b"MemoryError\n"]
"""The sentence for it, made while there still is memory; before that its bare name."""


def prepare(lang: Lang) -> None:
    """Makes the sentence that is said without memory."""
    _OUT_OF_MEMORY[0] = (sentence(lang, "cli.wrong.out_of_memory") + "\n").encode()


def report(error: BaseException, arguments: Sequence[str]) -> int:
    """One sentence on stderr and exit code 3; the traceback only when SRTOOL_DEBUG is set."""
    if isinstance(error, MemoryError):
        return _without_memory()
    from srtool.cli.language import choose

    if os.environ.get("SRTOOL_DEBUG"):
        import traceback

        traceback.print_exception(error)
    told = sentence(choose(arguments), "cli.wrong.unexpected").format(kind=type(error).__name__)
    if sys.stderr is not None:
        sys.stderr.write(told + "\n")
    return 3


def _without_memory() -> int:
    try:
        os.write(2, _OUT_OF_MEMORY[0])
    except OSError:  # nobody listens
        return 3
    return 3
