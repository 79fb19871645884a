"""The words around a supplier's workbook: the same in both languages, and all of them said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import srtool
from srtool.texts import load

_SOURCE = Path(srtool.__file__).parent
_CODE = "\n".join(
    path.read_text(encoding="utf-8") for part in ("cli", "views") for path in (_SOURCE / part).glob("*.py")
)


def _keys(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _keys(value, f"{before}{key}.")
        else:
            yield before + key, value


def test_both_languages_say_the_same_with_the_same_values() -> None:
    dutch, english = (
        {
            key: [set(re.findall(r"{(\w+)}", line)) for line in (said if isinstance(said, list) else [said])]
            for key, said in _keys(load(lang, "supplier"))
        }
        for lang in ("nl", "en")
    )
    assert dutch == english


def test_every_word_is_said_somewhere() -> None:
    for key, _ in _keys(load("nl", "supplier")):
        assert f'"{key.rpartition(".")[2]}"' in _CODE, key
