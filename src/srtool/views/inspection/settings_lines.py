"""The lines of a `srtool.toml` with answers; what was not answered stays out, with its question and its choices."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from srtool.inspection.answers import Path
from srtool.inspection.question import Key, Question
from srtool.texts import Lang, sentence
from srtool.views.inspection.asked import choices_text, question_text
from srtool.views.inspection.settings_text import line_of, name_of

_WIDTH = 96
_EMPTY = {"choice": ' ""', "rule_set": ' ""', "yes_no": ' ""', "demand": ' ""', "field": "", "day": "", "percent": ""}
"""What is to be filled in: never a number or a day."""


def blocks(
    questions: Sequence[Question], answers: Sequence[tuple[Path, Any]], lang: Lang, *, is_new: bool
) -> Mapping[Path, Sequence[str]]:
    """The lines per table; above all tables in a new file what it is."""
    lines: dict[Path, list[str]] = {}
    if is_new:
        lines[()] = list(_comment(sentence(lang, "inspection.file.head")))
    for (*table, name), value in answers:
        lines.setdefault(tuple(table), []).append(line_of(name, value))
    answered = {path for path, _ in answers}
    for question in questions:
        asked: set[Path] = set()
        for key in question.keys:
            path = tuple(filter(None, key.path))
            if path in answered:
                continue
            block = lines.setdefault(path[:-1], [])
            if path[:-1] not in asked:
                asked.add(path[:-1])
                block += _comment(question_text(_of_column(question, path), lang))
            block.append(_open(key, path[-1], lang))
    return lines


def _of_column(question: Question, path: Path) -> Question:
    """The same about the words of one column only, where the table of settings is that of a column."""
    heading = path[-2] if path[0] == "values" and len(path) > 2 else None
    own = tuple(group for group in question.words if group.first.heading == heading)
    return replace(question, words=own) if own else question


def _open(key: Key, name: str, lang: Lang) -> str:
    return f"# {name_of(name)} ={_EMPTY[key.sort]}  # {choices_text(key, lang)}"


def _comment(text: str) -> Iterator[str]:
    return (f"# {line}" for line in textwrap.wrap(text, _WIDTH, break_long_words=False))
