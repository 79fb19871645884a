"""A rule set is found by what it is called in a question, not only by the name of its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.errors import UsageError
from srtool.readers.rules.rule_sets import find


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Rijk klassiek", "rijk-classic"),
        ("rijk classic", "rijk-classic"),
        ("Maatwerk voor Mensen", "rijk-tailored"),
        ("Regio Leiden", "leiden"),
    ],
)
def test_by_the_words_of_its_title(words: str, name: str) -> None:
    assert find(words, None).stem == name


@pytest.mark.parametrize("words", ["Gemeente", "Rijk", "Rijk van Nijmegen", "", "  ", "?"])
def test_words_that_fit_several_or_none_are_none(words: str) -> None:
    with pytest.raises(UsageError):
        find(words, None)


def test_an_own_rule_set_is_found_by_its_title_too(tmp_path: Path) -> None:
    (tmp_path / "eigen.toml").write_text('id = "x-1"\n[title]\nnl = "Waterdorpse aanpak"\n', encoding="utf-8")
    (tmp_path / "kapot.toml").write_text("[title\n", encoding="utf-8")
    assert find("waterdorpse aanpak", tmp_path).stem == "eigen"
