"""The sentences of every subject: the same keys in both languages with the same values, and none that nothing says."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from srtool import texts
from srtool.texts import LANGUAGES, Lang
from tests.support.paths import ROOT
from tests.support.text_keys import keys, placeholders, source_of, tables, unused_keys

_NL, _EN = (Path(texts.__file__).parent / lang for lang in LANGUAGES)
SUBJECTS = sorted(path.relative_to(_NL).with_suffix("").as_posix() for path in _NL.rglob("*.toml"))
_RECOGNISED = {"vocabulary"}
"""Lists of words that are recognised: each language has its own number of them."""

# Looked up by a value: of an enum, a record, an option or a command.
_BY_VALUE = {
    *("cli.help", "cli.options", "cli.metavars", "cli.layout", "cli.start", "cli.next"),
    *("shared.labels", "shared.counts", "shared.owners", "shared.outcomes", "shared.certainty"),
    *("check.applies", "check.columns", "check.csv", "check.demand", "check.families", "check.formula"),
    *("rules.fields", "rules.show.per", "rules.show.parts", "rules.show.whom", "rules.own.keys", "rules.own.questions"),
    *("inspection.questions", "inspection.answers", "inspection.parts", "shared.assumptions"),
    "register.schema",
}
_CHOSEN = {f"check.verdict.{answer}" for answer in ("yes", "no", "undecided")}
_CHOSEN |= {f"rules.show.{operator}" for operator in ("above", "at_least", "aim", "duty", "ambition")}
_CHOSEN |= {f"rules.records.bonus_{often}" for often in ("once", "year", "not_seen")}
_CHOSEN |= {f"inspection.columns.{beside}" for beside in ("term", "options", "lot", "counted_in")}
_CHOSEN |= {"check.explain.wrong", "check.explain.right"}


def test_both_languages_have_the_same_subjects() -> None:
    assert sorted(path.relative_to(_EN).with_suffix("").as_posix() for path in _EN.rglob("*.toml")) == SUBJECTS


@pytest.mark.parametrize("subject", SUBJECTS)
def test_both_languages_have_the_same_words_with_the_same_values(subject: str) -> None:
    if subject in _RECOGNISED:
        assert keys("nl", subject) == keys("en", subject)
    else:
        assert placeholders("nl", subject) == placeholders("en", subject)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_table_read_alone_is_as_in_the_whole_file(subject: str, lang: Lang) -> None:
    for key, table in tables(lang, subject):
        assert texts.words(lang, key) == {name: text for name, text in table.items() if isinstance(text, str)}
        assert texts.lists(lang, key) == {name: text for name, text in table.items() if isinstance(text, list)}
        assert lang != "nl" or texts.keys(key) == tuple(table)


def test_of_a_large_file_only_the_table_that_is_asked_for_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    texts.load.cache_clear()
    texts.words.cache_clear()
    parsed: list[str] = []
    loads = tomllib.loads

    def recorded(text: str) -> dict[str, object]:
        parsed.append(text)
        return loads(text)

    monkeypatch.setattr("tomllib.loads", recorded)
    assert texts.words("nl", "cli.wrong")["nearest"]
    assert "[wrong]" in parsed[0]
    assert not [text for text in parsed if "[help]" in text]


@pytest.mark.parametrize("subject", ["cli", "shared", "check", "rules", "register", "supplier", "inspection"])
def test_every_word_is_said_somewhere(subject: str) -> None:
    silent = {f"{subject}.{key}" for key in unused_keys(subject, source_of("cli", "views"))}
    assert {key for key in silent if key.rpartition(".")[0] not in _BY_VALUE} <= _CHOSEN


def test_the_texts_say_which_files_there_are() -> None:
    for subject in SUBJECTS:
        folder, _, name = subject.rpartition("/")
        assert f"`{folder}/`" in str(texts.__doc__) if folder else f"`{name}`" in str(texts.__doc__), subject


def test_an_installed_srtool_holds_every_file() -> None:
    """Package data is named by pattern: a folder that no pattern meets would be absent from what is installed."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    package = Path(texts.__file__).parent.parent
    held = {
        path for pattern in settings["tool"]["setuptools"]["package-data"]["srtool"] for path in package.glob(pattern)
    }
    assert set(package.rglob("*.toml")) <= held
