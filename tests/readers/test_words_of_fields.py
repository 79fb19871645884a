"""The explanations of the fields: one for each field, in both languages, and an example row that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from srtool.register.columns import LISTS, infos, table_types
from srtool.texts import LANGUAGES, Lang, load

TABLES = (*table_types(), *(key.rpartition(".")[2] for key in LISTS))


def keys(words: Mapping[str, Any], prefix: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in words.items():
        yield from keys(value, (*prefix, key)) if isinstance(value, dict) else [(*prefix, key)]


def test_both_languages_have_the_same_keys() -> None:
    assert set(keys(load("nl", "fields"))) == set(keys(load("en", "fields")))


@pytest.mark.parametrize("table", TABLES)
def test_each_field_is_explained_in_one_sentence(table: str) -> None:
    for lang in LANGUAGES:
        explained = load(lang, "fields")[table]
        assert set(explained) == set(infos(table))
        for sentence in explained.values():
            assert sentence.endswith(".")
            assert len(sentence) < 120
            assert ". " not in sentence


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_example_knows_its_fields_but_not_its_mark(table: str, lang: Lang) -> None:
    example = load(lang, "fields")["examples"][table]
    mark, *needed = [key for key, info in infos(table).items() if info.required]
    assert mark not in example
    assert set(needed) <= set(example) <= set(infos(table))


def test_what_excel_says_fits_in_its_window() -> None:
    for lang in LANGUAGES:
        wrong = load(lang, "fields")["wrong"]
        assert len(wrong["title"]) <= 32
        assert all(len(sentence) <= 225 for sentence in wrong.values())


def test_each_sort_of_cell_says_how_and_what_is_wrong() -> None:
    sorts = {info.sort for table in TABLES for info in infos(table).values()}
    free = {"text", "texts", "kvk", "cpv"}
    words = load("nl", "fields")
    assert set(words["how"]) == sorts - free | {"required", "offered"}
    assert set(words["wrong"]) == sorts - free | {"title", "offered"}
