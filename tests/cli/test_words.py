"""The words of the commands: the same keys in both languages, and none that nothing says."""

from __future__ import annotations

from pathlib import Path

from srtool import texts
from srtool.texts import LANGUAGES
from tests.support.problems_said import code, unsaid, values

# Looked up by a value: of an enum, a record, an option or a command.
_BY_VALUE = {"help", "options", "metavars", "layout", "schema", "columns", "csv", "rules.per", "rules.parts"}
_BY_VALUE |= {"rules.whom", "applies", "labels", "counts", "owners", "outcomes", "certainty", "formula", "families"}
_BY_VALUE |= {"demand"}
_CHOSEN = {f"verdict.{answer}" for answer in ("yes", "no", "undecided")}
_CHOSEN |= {f"rules.{operator}" for operator in ("above", "at_least", "aim", "duty", "ambition")}
_CHOSEN |= {"explain.wrong", "explain.right"}


def test_both_languages_have_the_same_words_with_the_same_values() -> None:
    assert values("nl", "cli") == values("en", "cli")


def test_every_word_is_said_somewhere() -> None:
    found = unsaid("cli", code("cli", "views"))
    assert {key for key in found if key.rpartition(".")[0] not in _BY_VALUE} <= _CHOSEN


def test_the_texts_say_which_files_there_are() -> None:
    for lang in LANGUAGES:
        for path in (Path(texts.__file__).parent / lang).glob("*.toml"):
            assert f"`{path.stem}`" in str(texts.__doc__), path
