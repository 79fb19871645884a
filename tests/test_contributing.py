"""CONTRIBUTING.md tells the truth: the files that it names are there, and each recipe is as short as it says."""

from __future__ import annotations

import re

import pytest

from tests.support.paths import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
MOST = {"A check": 7, "A column of the register": 5, "A rule set": 1, "A format of a command": 2, "A command": 5}
RECIPES = re.findall(r"^### ([^\n:]+): (\w+) files? by hand\n(.*?)(?=^###? |\Z)", TEXT, re.MULTILINE | re.DOTALL)


def test_there_are_five_recipes() -> None:
    assert [name for name, _, _ in RECIPES] == list(MOST)


@pytest.mark.parametrize(("name", "number", "steps"), RECIPES, ids=[name for name, _, _ in RECIPES])
def test_a_recipe_is_as_short_as_it_says(name: str, number: str, steps: str) -> None:
    files = re.findall(r"^\d\. `(\S+)`", steps, re.MULTILINE)
    assert len(files) == len(set(files)) == NUMBERS[number] <= MOST[name]


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:src|tests|examples|findings)\b[^` ]*)`", TEXT))))
def test_every_file_that_is_named_is_there(path: str) -> None:
    """Capitals stand for any name."""
    pattern = re.sub(r"SRnnn|\b[A-Z]{4,}\b|(?<=_)[A-Z]{4,}\b|…", "*", path)
    assert list(ROOT.glob(pattern)), pattern
