"""A key names file, table and word: what it gives, and that every key in the code is the key of something."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence

import pytest

from srtool.texts import LANGUAGES, Lang, keys, lists, sentence, words
from tests.support.paths import SOURCE


def _one_and_many(lang: Lang, key: str) -> Sequence[str]:
    file, _, what = key.partition(".")
    return lists(lang, f"{file}.counts")[what]


_GIVES: Mapping[str, Callable[[Lang, str], object]] = {
    "sentence": sentence,
    "words": words,
    "lists": lists,
    "counted": _one_and_many,
}


def test_a_key_gives_one_sentence_a_table_or_its_lists() -> None:
    assert sentence("nl", "check.explain.why") == "Waarom?"
    assert words("en", "check.explain")["why"] == "Why?"
    assert lists("en", "shared.counts")["error"] == ["1 error", "{n} errors"]
    assert sentence("en", "explain/SR104.title") == "Threshold of the policy"


def test_a_table_gives_its_own_sentences_and_not_its_lists_or_tables() -> None:
    assert {"header", "remarks"}.isdisjoint(words("nl", "cli.wrong"))
    assert set(lists("nl", "cli.wrong")) == {"header", "remarks"}
    assert {"whom", "per", "parts"}.isdisjoint(words("nl", "rules.show"))
    assert {"whom", "per", "parts"} < set(keys("rules.show"))


@pytest.mark.parametrize("absent", ["cli.wrong.nothing_like_it", "cli.wrong.header", "cli.nothing.like", "cli.wrong"])
def test_a_key_of_no_sentence_is_an_error(absent: str) -> None:
    with pytest.raises(KeyError):
        sentence("nl", absent)


def test_every_key_in_the_code_is_the_key_of_something() -> None:
    named = [
        (function.id, key.value)
        for path in SOURCE.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        for function in [call.func.value if isinstance(call.func, ast.Attribute) else call.func]
        if isinstance(function, ast.Name) and function.id in _GIVES and len(call.args) > 1
        for key in [call.args[1]]
        if isinstance(key, ast.Constant) and isinstance(key.value, str) and "." in key.value
    ]
    assert len(named) > 200
    for function, key in named:
        assert all(_GIVES[function](lang, key) for lang in LANGUAGES), key
