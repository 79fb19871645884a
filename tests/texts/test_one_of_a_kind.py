"""Where there is one of something, the sentence says one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import srtool.texts
from srtool.texts import LANGUAGES

_BOTH = re.compile(r"\w\((?:s|es|en|e|n)\)")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_leaves_the_number_to_its_reader(lang: str) -> None:
    folder = Path(srtool.texts.__file__).parent / lang
    lines = [line for path in sorted(folder.rglob("*.toml")) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if _BOTH.search(line) and "vocabulary" not in line] == []
