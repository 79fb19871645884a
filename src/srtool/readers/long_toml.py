"""A TOML file with many tables under one name, read a table at a time: as one document it costs five times its size.

In nearly every such table each line is a key and one value. The lines of those are taken apart here, and the library
reads each value that is no text once; every other table it reads whole. Where the parts may mean something else
together than one by one, there is no answer, and the file is to be read as a whole.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from srtool.readers.toml_file import long_numbers

_MOST_KEPT = 10_000
"""Different texts, and different other values, that are kept to be shared by the tables."""
_HEADER = re.compile(r"^\[\[([a-z_]+)\]\]$", re.MULTILINE)
_VALUES = frozenset({"true", "false", "inf", "nan"})
"""A line that begins with two brackets before one of these may be part of a list."""
_LINE = re.compile(
    r"""^([A-Za-z0-9_-]+) = (?:"([^"\\\x00-\x1f\x7f]*)"|([^\s"'#,=\[\]{}\x00-\x1f\x7f]{1,30}))$""", re.MULTILINE
)
"""A key with a text in which nothing is escaped, or with a number, a day, true or false."""
_OVER_LINES = ('"' * 3, "'" * 3)


def in_parts(text: str) -> dict[str, Any] | None:
    """The tables of a long file, numbers as Decimal; None where it cannot be read in parts."""
    if any(quotes in text for quotes in _OVER_LINES):
        return None
    text = text.replace("\r\n", "\n")
    name = next((name for name, _ in Counter(_HEADER.findall(text)).most_common(1)), None)
    if name is None or name in _VALUES:
        return None
    try:
        return _joined(text, name)
    except (ValueError, ArithmeticError, RecursionError):
        return None  # of the whole file the library tells what is wrong, and where


def _joined(text: str, name: str) -> dict[str, Any] | None:
    """The tables of this name in one list, with what stands above the first and below the last."""
    texts, values = dict[str, str](), _Values()
    records: list[dict[str, Any]] = []
    below: dict[str, Any] = {}
    above, *bodies = _between_headers(text, name)
    for start, end in bodies:
        if below:  # it stands between tables of this name
            return None
        body = text[start:end]
        record = _plain(body, texts, values)
        if record is None:
            below = _by_library(f"[[{name}]]{body}")
            (record,) = below.pop(name)
        records.append(record)
    document = _by_library(text[slice(*above)])
    if name in document or not document.keys().isdisjoint(below):
        return None
    return {**document, name: records, **below}


def _by_library(text: str) -> dict[str, Any]:
    tables = tomllib.loads(text, parse_float=Decimal)
    if list(long_numbers(tables, "")):
        raise ValueError
    return tables


def _between_headers(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where the text above the first header begins and ends, and then that below each."""
    start = 0
    for header in re.finditer(rf"^\[\[{name}\]\]$", text, re.MULTILINE):
        yield start, header.start()
        start = header.end()
    yield start, len(text)


def _plain(body: str, texts: dict[str, str], values: _Values) -> dict[str, Any] | None:
    """A table of which each line is a key and one value, each key once; None of any other."""
    lines = _LINE.findall(body)
    record = {
        texts.setdefault(key, key): values[bare] if bare else _shared(written, texts) for key, written, bare in lines
    }
    return record if len(record) == len(lines) == sum(map(bool, body.split("\n"))) else None


def _shared(text: str, texts: dict[str, str]) -> str:
    """One object for a text that stands in many tables."""
    if len(texts) < _MOST_KEPT:
        return texts.setdefault(text, text)
    return texts.get(text, text)


class _Values(dict[str, Any]):
    """What the library makes of a number, a day, true or false, by how it is written; ValueError where nothing."""

    def __missing__(self, written: str) -> Any:  # noqa: ANN401 - whatever TOML has
        value = tomllib.loads(f"value = {written}", parse_float=Decimal)["value"]
        if len(self) < _MOST_KEPT:
            self[written] = value
        return value
