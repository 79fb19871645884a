"""The words around a supplier's workbook: the same in both languages, and all of them said."""

from __future__ import annotations

from tests.support.problems_said import code, unsaid, values


def test_both_languages_say_the_same_with_the_same_values() -> None:
    assert values("nl", "supplier") == values("en", "supplier")


def test_every_word_is_said_somewhere() -> None:
    assert not unsaid("supplier", code("cli", "views"))
