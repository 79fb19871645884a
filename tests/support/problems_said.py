"""The words in the texts, and which of them the code says: shared by the tests of each file of texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import srtool
from srtool.texts import Lang, load

_SOURCE = Path(srtool.__file__).parent


def code(*folders: str) -> str:
    """The source of these parts of srtool, with what is below them."""
    paths = (path for folder in folders for path in sorted((_SOURCE / folder).rglob("*.py")))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def values(lang: Lang, part: str) -> dict[str, list[set[str]]]:
    """Per key of a file of texts the names of the values in it; of a list those of each line."""
    return {
        key: [set(re.findall(r"{(\w+)}", str(line))) for line in (said if isinstance(said, list) else [said])]
        for key, said in _words(load(lang, part))
    }


def keys(lang: Lang, part: str) -> set[str]:
    """The keys of a file of texts, with their tables."""
    return {key for key, _ in _words(load(lang, part))}


def unsaid(part: str, source: str) -> set[str]:
    """The keys that stand nowhere in the source between quotes: nothing says them, unless by a value."""
    return {
        key for key in keys("nl", part) if not re.search(rf"""["'.]{re.escape(key.rpartition(".")[2])}["']""", source)
    }


def _words(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, said in table.items():
        if isinstance(said, dict):
            yield from _words(said, f"{before}{key}.")
        else:
            yield before + key, said
