"""Answers as the tables of a `srtool.toml`, laid beside what is decided there already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Path = tuple[str, ...]
"""The tables and the key of a value: `assume`, `basis`."""
Tables = Mapping[str, Any]
"""Tables as they stand in the file: by key a value, or a table again."""


def with_answers(existing: Tables, answers: Tables) -> dict[str, Any]:
    """The tables with the answers in them; what is there already stays."""
    together = dict(existing)
    for key, answer in answers.items():
        there = together.get(key)
        if isinstance(there, dict) and isinstance(answer, dict):
            together[key] = with_answers(there, answer)
        elif there is None:
            together[key] = answer
    return together


def kept(existing: Tables, answers: Tables, path: Path = ()) -> Iterator[str]:
    """The keys that have another value already: `assume.basis`."""
    for key, answer in answers.items():
        there = existing.get(key)
        if isinstance(there, dict) and isinstance(answer, dict):
            yield from kept(there, answer, (*path, key))
        elif there is not None and there != answer:
            yield ".".join((*path, key))


def entries(tables: Tables, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Each value with its tables and key."""
    for key, value in tables.items():
        if isinstance(value, dict):
            yield from entries(value, (*path, key))
        else:
            yield (*path, key), value


def tables_of(answers: Sequence[tuple[Path, Any]]) -> dict[str, Any]:
    """The tables that hold these values."""
    tables: dict[str, Any] = {}
    for (*outer, key), value in answers:
        inner = tables
        for name in outer:
            inner = inner.setdefault(name, {})
        inner[key] = value
    return tables
