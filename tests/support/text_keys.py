"""The keys of the texts with their placeholders, and which keys no code asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from srtool.texts import Lang, load
from tests.support.paths import SOURCE


def source_of(*folders: str) -> str:
    """The code of these parts of srtool, with what is below them."""
    paths = (path for folder in folders for path in sorted((SOURCE / folder).rglob("*.py")))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def placeholders(lang: Lang, part: str) -> dict[str, list[set[str]]]:
    """Per key of a file of texts the names between braces; of a list those of each line."""
    return {
        key: [set(re.findall(r"{(\w+)}", str(line))) for line in (text if isinstance(text, list) else [text])]
        for key, text in _leaves(load(lang, part))
    }


def keys(lang: Lang, part: str) -> set[str]:
    """The keys of a file of texts, with their tables."""
    return {key for key, _ in _leaves(load(lang, part))}


def tables(lang: Lang, part: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every table of a file of texts by its key, as it stands in the whole file."""
    yield from _tables(load(lang, part), part)


def _tables(table: dict[str, Any], key: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield key, table
    for name, inner in table.items():
        if isinstance(inner, dict):
            yield from _tables(inner, f"{key}.{name}")


def unused_keys(part: str, source: str) -> set[str]:
    """The keys that stand nowhere in the source between quotes: nothing asks for them, unless by a value."""
    return {
        key for key in keys("nl", part) if not re.search(rf"""["'.]{re.escape(key.rpartition(".")[2])}["']""", source)
    }


def _leaves(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, text in table.items():
        if isinstance(text, dict):
            yield from _leaves(text, f"{before}{key}.")
        else:
            yield before + key, text
