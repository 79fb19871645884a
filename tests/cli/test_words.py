"""The words of the commands: the same keys in both languages, and none that nothing says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import srtool
from srtool.texts import load

_CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for floor in ("cli", "views")
    for path in (Path(srtool.__file__).parent / floor).glob("*.py")
)
# Looked up by a value: of an enum, a record, an option or a command.
_BY_VALUE = {
    "help",
    "options",
    "metavars",
    "layout",
    "schema",
    "columns",
    "csv",
    "rules.per",
    "rules.parts",
    "rules.whom",
}
_BY_VALUE |= {"applies", "labels", "counts", "owners", "outcomes", "certainty", "formula", "families", "demand"}


def _keys(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _keys(value, f"{before}{key}.")
        else:
            yield before.removesuffix("."), key, value


def test_both_languages_have_the_same_words_with_the_same_values() -> None:
    dutch, english = (
        {(part, key): set(re.findall(r"{(\w+)}", str(value))) for part, key, value in _keys(load(lang, "cli"))}
        for lang in ("nl", "en")
    )
    assert dutch == english


def test_every_word_is_said_somewhere() -> None:
    said = {(part, key) for part, key, _ in _keys(load("nl", "cli")) if part not in _BY_VALUE}
    assert {f"{part}.{key}" for part, key in said if f'"{key}"' not in _CODE and f"'{key}'" not in _CODE} <= _CHOSEN


_CHOSEN = {f"verdict.{answer}" for answer in ("yes", "no", "undecided")}
_CHOSEN |= {f"rules.{operator}" for operator in ("above", "at_least", "aim", "duty", "ambition")}
_CHOSEN |= {"explain.wrong", "explain.right"}
