"""Rule sets by the words of their title, as a question calls them: *Rijk klassiek*, *Maatwerk voor Mensen*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from srtool.errors import InputError
from srtool.readers.toml_file import parse

_WORD = re.compile(r"\w+")


def titled(name: str, files: Mapping[str, Path]) -> set[Path]:
    """The files of which the title, in either language, and the names together hold every word of this name."""
    words = set(_words(name))
    called: dict[Path, set[str]] = {}
    for known, path in files.items():
        called.setdefault(path, set(_title_words(path))).update(_words(known))
    return {path for path, theirs in called.items() if words and words <= theirs}


def _title_words(path: Path) -> Iterator[str]:
    try:
        title = parse(path.read_bytes(), path.name).get("title")
    except (OSError, InputError):
        return
    for text in title.values() if isinstance(title, dict) else ():
        if isinstance(text, str):
            yield from _words(text)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
