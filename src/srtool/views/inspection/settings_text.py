"""Answers written into the text of a `srtool.toml`: every byte of what stands there is kept, lines are only added."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from srtool.inspection.answers import Path, Tables, with_answers

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_HEADER = re.compile(r"[ \t]*\[(?!\[)[^\n]*\][ \t]*(?:#[^\n]*)?$")
_KEY = re.compile(r"^(#? ?)(?=[A-Za-z0-9_-]+ =|\")")
"""Before a key, also one that stands in a comment."""
_MARK = "\ufeff"


def line_of(key: str, value: object) -> str:
    """One line of a table: `basis = "wage_sum"`."""
    return f"{name_of(key)} = {_literal(value)}"


def name_of(key: str) -> str:
    """A key as TOML writes it: between quotes where it is no bare word."""
    return key if _BARE.fullmatch(key) else _literal(key)


def _literal(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case int() | Decimal():
            return f"{value:f}"
        case list():
            return f"[{', '.join(map(_literal, value))}]"
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def inserted(text: str, blocks: Mapping[Path, Sequence[str]]) -> str | None:
    """The text with these lines in the tables of these paths; None where a table is written so that none can be added.

    A comment that stands there already is not written again.
    """
    mark = _MARK if text.startswith(_MARK) else ""
    newline = "\r\n" if "\r\n" in text else "\n"
    whole = text.removeprefix(mark)
    there = {line.strip() for line in whole.splitlines() if line.lstrip().startswith("#")}
    for path, lines in blocks.items():
        new = [line for line in lines if line.strip() not in there]
        if new:
            grown = next(_grown(whole, path, new, newline), None)
            if grown is None:
                return None
            whole = grown
    return mark + whole


def _grown(text: str, path: Path, lines: Sequence[str], newline: str) -> Iterator[str]:
    """The ways to add the lines that give exactly the tables that there were, and theirs."""
    added = tomllib.loads("\n".join([f"[{_dotted(path)}]" if path else "", *lines]), parse_float=Decimal)
    wanted = _filled(with_answers(tomllib.loads(text.replace("\r\n", "\n"), parse_float=Decimal), added))
    for candidate in _candidates(text, path, lines, newline):
        try:
            tables = tomllib.loads(candidate.replace("\r\n", "\n"), parse_float=Decimal)
        except tomllib.TOMLDecodeError:
            continue
        if _filled(tables) == wanted:
            yield candidate


def _candidates(text: str, path: Path, lines: Sequence[str], newline: str) -> Iterator[str]:
    block = "".join(f"{line}{newline}" for line in lines)
    ended = text if not text or text.endswith("\n") else text + newline
    if not path:
        yield block + (newline if text else "") + text
        return
    at = 0
    for line in ended.splitlines(keepends=True):
        at += len(line)
        if _path_of(line) == path:
            yield ended[:at] + block + ended[at:]
    yield ended + (newline if ended else "") + f"[{_dotted(path)}]{newline}" + block
    # A table that is written as `assume.basis = …` grows in the same way, above all tables.
    if re.search(rf"^[ \t]*{re.escape(_dotted(path))}[ \t]*\.", text, re.MULTILINE):
        dotted = f"{_dotted(path)}."
        yield "".join(_KEY.sub(lambda key: key[1] + dotted, line) + newline for line in lines) + text


def _path_of(line: str) -> Path | None:
    """The table that begins on this line."""
    if not _HEADER.match(line.rstrip("\r\n")):
        return None
    try:
        inner: Any = tomllib.loads(line.rstrip("\r\n"))
    except tomllib.TOMLDecodeError:
        return None
    path = []
    while isinstance(inner, dict) and inner:
        (name, inner), *_ = inner.items()
        path.append(name)
    return tuple(path)


def _dotted(path: Path) -> str:
    return ".".join(map(name_of, path))


def _filled(tables: Tables) -> dict[str, Any]:
    """The tables without those that hold nothing."""
    inner = {key: _filled(value) if isinstance(value, dict) else value for key, value in tables.items()}
    return {key: value for key, value in inner.items() if value != {}}
