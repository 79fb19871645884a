"""The words of a register in either language, back to the identifiers of the model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from srtool.texts import LANGUAGES, load

_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def plain(text: str) -> str:
    """`Contract-ID`, `contract_id` and ` CONTRACT  ID: ` are one word; a % sign counts, accents do not."""
    spelled = unicodedata.normalize("NFKD", text.casefold()).replace("%", "pct").replace("+", "plus")
    return "".join(char for char in spelled if char.isalnum())


@cache
def field_of(table: str, heading: str) -> str | None:
    """The field of a table that a heading names, in either language or as the key itself."""
    return _lookup(_fields(table), heading)


@cache
def table_of(sheet_name: str) -> str | None:
    """The table (or `growth`, `schedule`) that a sheet name names."""
    return _lookup(_tables(), sheet_name)


@cache
def choice_of(choices: tuple[str, ...], text: str) -> str | None:
    """The value among the choices that the text names, in either language or as the identifier itself."""
    return _choices(choices).get(plain(text))


def fields_of(table: str) -> tuple[str, ...]:
    """The keys of the fields that have a heading in this table."""
    return tuple(load("en", "words")["headings"][table])


def _lookup(known: Mapping[str, str], text: str) -> str | None:
    if (found := known.get(plain(text))) is not None:
        return found
    # What stands between brackets is a unit or a hint, except where it says that the amounts include VAT.
    bare = _IN_BRACKETS.sub(" ", text)
    return None if bare == text or "incl" in text.casefold() else known.get(plain(bare))


@cache
def _fields(table: str) -> Mapping[str, str]:
    return _by_word([load(lang, "words")["headings"].get(table, {}) for lang in LANGUAGES])


@cache
def _tables() -> Mapping[str, str]:
    return _by_word([load(lang, "words")["tables"] for lang in LANGUAGES])


@cache
def _choices(choices: tuple[str, ...]) -> Mapping[str, str]:
    values = [load(lang, "words")["values"] for lang in LANGUAGES]
    return _by_word([{choice: words.get(choice, []) for choice in choices} for words in values])


def _by_word(vocabularies: list[Mapping[str, list[str]]]) -> Mapping[str, str]:
    known = {plain(word): key for words in vocabularies for key, synonyms in words.items() for word in synonyms}
    return known | {plain(key): key for words in vocabularies for key in words}
