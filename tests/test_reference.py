"""The reference in the manual is made from the program; --update-golden writes it again."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from srtool.readers import settings
from srtool.readers.rules import rule_sets
from srtool.texts import LANGUAGES, Lang
from tests.support import pages
from tests.support.pages import DOCS, PAGES
from tests.support.paths import ROOT
from tests.support.reference import MADE

SETTINGS = {"nl": DOCS / "nl" / "instellingen.md", "en": DOCS / "en" / "settings.md"}
RULE_SETS = {"nl": DOCS / "nl" / "eigen-regeling.md", "en": DOCS / "en" / "own-rule-set.md"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_the_program_knows_stands_as_it_knows_it(page: Path, request: pytest.FixtureRequest) -> None:
    text = page.read_text(encoding="utf-8")
    for name, part in pages.generated(text):
        wanted = MADE[name](pages.language_of(page))
        if request.config.getoption("--update-golden"):
            text = text.replace(
                f"<!-- made: {name} -->\n{part}<!-- end -->", f"<!-- made: {name} -->\n{wanted}<!-- end -->"
            )
            page.write_text(text, encoding="utf-8")
        else:
            assert part == wanted


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_part_stands_in_each_language(lang: Lang) -> None:
    parts = [name for page in PAGES if page.parent.name == lang for name, _ in pages.generated(page.read_text("utf-8"))]
    assert sorted(parts) == sorted(MADE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_settings_name_every_key_and_are_valid(lang: Lang, tmp_path: Path) -> None:
    (block,) = [
        block for block in pages.blocks(SETTINGS[lang].read_text(encoding="utf-8")) if block.mark == "all settings"
    ]
    assert set(tomllib.loads(block.body)) == set(settings.KEYS)
    (tmp_path / "regels").mkdir()
    (tmp_path / "rules").mkdir()
    path = tmp_path / "srtool.toml"
    path.write_text(block.body, encoding="utf-8")
    assert settings.load(path).rule_set == "rijk-classic"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_rule_set_is_valid(lang: Lang, tmp_path: Path) -> None:
    (block,) = [block for block in pages.blocks(RULE_SETS[lang].read_text(encoding="utf-8")) if pages.saved_as(block)]
    path = tmp_path / "own.toml"
    path.write_text(block.body, encoding="utf-8")
    identity = re.search(r'^id = "(.*)"', block.body)
    assert identity is not None
    assert rule_sets.load(path).rules.id == identity[1]
