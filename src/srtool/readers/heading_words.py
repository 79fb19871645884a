"""A heading by its words, whatever their order and however short: `Contr.nr.`, `Basis SR`, `Einde incl. opties`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from srtool.texts import LANGUAGES, lists

Words = tuple[str, ...]
"""The words of a heading spelled out, in alphabetical order."""
_WORD = re.compile(r"[a-z0-9]+|%")
_SPOKEN = (("t/m", "tot en met"), ("social return", "sr"), ("social-return", "sr"))
_WITHOUT_VAT = re.compile(
    r"\b(?:excl|ex|exclusief|zonder|excluding|without)\b[. ]*\b(?:btw|b\.t\.w\.?|vat)\b|\b(?:eur|euro's|euro)\b|€"
)
"""What every amount of a register is, and so tells no field from another."""


@cache
def words_of(heading: str) -> Words:
    """Each word as the vocabulary spells it out; nothing that only says euro excl. VAT."""
    text = unicodedata.normalize("NFKD", heading.casefold())
    text = "".join(char for char in text if not unicodedata.combining(char))
    for written, spoken in _SPOKEN:
        text = text.replace(written, spoken)
    return tuple(sorted(word for part in _WORD.findall(_WITHOUT_VAT.sub(" ", text)) for word in _spelled_out(part)))


@cache
def field_by_words(table: str) -> Mapping[Words, str]:
    """The field of each known heading of a table by its words; none where the same words name two fields."""
    fields: dict[Words, str | None] = {}
    for lang in LANGUAGES:
        for key, headings in lists(lang, f"vocabulary.headings.{table}").items():
            for heading in headings:
                words = words_of(heading)
                fields[words] = key if fields.get(words, key) == key else None
    return {words: key for words, key in fields.items() if key is not None}


def _spelled_out(word: str) -> Iterator[str]:
    full = _full_words()
    if word in _silent_words():
        return
    if word in full:
        yield full[word]
        return
    for short, whole in _endings().items():
        if word.endswith(short) and len(word) > len(short) + 2:
            yield full.get(word[: -len(short)] + whole, word[: -len(short)] + whole)
            return
    yield word


@cache
def _full_words() -> Mapping[str, str]:
    """Each short or other form to the word that stands for it."""
    every = [lists(lang, "vocabulary.spelled_out") for lang in LANGUAGES]
    return {form: word for words in every for word, forms in words.items() for form in forms}


@cache
def _endings() -> Mapping[str, str]:
    """Each short last part of a word to the whole one."""
    every = [lists(lang, "vocabulary.endings") for lang in LANGUAGES]
    return {short: forms[0] for words in every for forms in words.values() for short in forms[1:]}


@cache
def _silent_words() -> frozenset[str]:
    return frozenset(word for lang in LANGUAGES for word in lists(lang, "vocabulary.silent").get("words", ()))
