"""JSON lines: a release, record or package on each line, so that a line that is broken costs only itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import IO, Any

_START = 1 << 20
_LARGEST = 16 << 20
"""Bytes of one line; a real one has some thousands, the largest frameworks some hundred thousands."""
_MARK = b"\xef\xbb\xbf"


def is_lines(file: IO[bytes]) -> bool:
    """Whether one of the first lines is a whole object by itself, which in no other JSON file a line is."""
    start = file.read(_START)
    file.seek(0)
    *lines, rest = start.removeprefix(_MARK).split(b"\n")
    whole = [*lines, rest] if lines and len(start) < _START else lines
    return any(line.startswith(b"{") and _object(line) is not None for line in whole)


def objects(file: IO[bytes], broken: list[int]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The object on each line with its index; the numbers of the lines that hold none are added to `broken`."""
    number = 0
    while line := file.readline(_LARGEST):
        is_cut = len(line) == _LARGEST and not line.endswith(b"\n")
        while is_cut and (more := file.readline(_LARGEST)):
            is_cut = not more.endswith(b"\n")
            line = b"?"
        value = _object(line.removeprefix(_MARK))
        if value is not None:
            yield number, value
        elif line.strip():
            broken.append(number + 1)
        number += 1


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(line, parse_float=Decimal)
    except (ValueError, RecursionError):  # a UnicodeDecodeError is a ValueError
        return None
    return value if isinstance(value, dict) else None
