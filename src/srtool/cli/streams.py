"""Text for a person on a terminal, whatever its width and code page, and whether or not anyone still reads."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

_SIGNS = {
    "€": "EUR",
    "…": "...",
    "·": "-",
    "\N{MULTIPLICATION SIGN}": "x",
    "\N{EN DASH}": "-",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
}


def columns(otherwise: int) -> int:
    """The width that the environment names, else that of the terminal; `otherwise` where there is neither.

    As shutil has it, which loads every kind of archive to tell it.
    """
    with suppress(KeyError, ValueError):
        named = int(os.environ["COLUMNS"])
        if named > 0:
            return named
    with suppress(AttributeError, ValueError, OSError):  # no stdout, one that was closed, or no terminal
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or otherwise  # type: ignore[union-attr] # idem
    return otherwise


@contextmanager
def to_stdout() -> Iterator[TextIO]:
    """A reader who stopped (`| head`), or never began (`>&-`), is served; any other failure is an OutputError."""
    if sys.stdout is None:
        with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - help is answered without pathlib
            yield nowhere
        return
    try:
        yield sys.stdout
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        from srtool.errors import OutputError, Problem

        raise OutputError([Problem("unwritable_stream", "", {"reason": error.strerror or ""})]) from error


def _silence() -> None:
    """Python writes what is left when it exits; that must not fail a second time."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def replacing(stream: TextIO) -> None:
    """A character that the terminal's code page does not have becomes one that it has; a euro sign EUR."""
    if hasattr(stream, "reconfigure"):
        codecs.register_error("srtool", _in_other_signs)
        stream.reconfigure(errors="srtool")


def _in_other_signs(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_SIGNS.get(sign, "?") for sign in error.object[error.start : error.end]), error.end
