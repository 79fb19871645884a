"""What a TOML register may hold in a field, as JSON Schema: what the reader takes, as far as a pattern can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from srtool.register.columns import FieldInfo
from srtool.register.fields import FALSE_WORDS, MOST_MONTHS, TRUE_WORDS
from srtool.texts import LANGUAGES, lists

Schema = dict[str, Any]

_EURO = r"(?:€|[Ee][Uu][Rr])"
_DUTCH = r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}"
_ENGLISH = r"\d{1,3}(?:,\d{3})+\.\d{1,2}|\d{1,3}(?:,\d{3}){2,}"
_SPACED = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?"
_WHOLE = r"(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+),(?:--?|\u2013|\u2014)"
_NUMBER = rf"(?:\d+(?:[.,]\d{{1,2}})?|{_DUTCH}|{_ENGLISH}|{_SPACED}|{_WHOLE})"
_AMOUNT = rf"^\s*(?:{_EURO}\s*)?{_NUMBER}(?:\s*(?:{_EURO}|[Ee][Uu][Rr][Oo]))?\s*$"
_MIDNIGHT = r"(?:(?:T|\s+)0{1,2}:00(?::00(?:[.,]0+)?)?)?"
_YEAR = r"(?:19|2\d)\d\d"
_DAY = (
    rf"^\s*(?:{_YEAR}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}-\d{{1,2}}-{_YEAR}|\d{{1,2}}/\d{{1,2}}/{_YEAR}"
    rf"|\d{{1,2}}\.\d{{1,2}}\.{_YEAR}|\d{{1,2}}[\s/.-]+[A-Za-z]+\.?[\s/.-]+{_YEAR}){_MIDNIGHT}\s*$"
)
_MOST_DIGITS = 999_999_999_999_999
_BELOW = 1_000_000

_TEXT: Schema = {"type": "string", "pattern": r"\S"}
_PERCENT_TEXT = r"^\s*0*(?:100(?:[.,]0{1,10})?|\d{1,2}(?:[.,]\d{1,4}0{0,6})?)\s*%?\s*$"


def of_field(info: FieldInfo) -> Schema:
    """The schema of one field."""
    if info.choices:
        return {"enum": list(dict.fromkeys(_choices(info.choices)))}
    return _BY_SORT[info.sort]


def _choices(choices: Iterable[str]) -> Iterator[str | int]:
    """The ways to write a choice: itself, its words in both languages, also with a capital, a digit as a number."""
    for choice in choices:
        yield choice
        if choice.isdigit():
            yield int(choice)
    for choice in choices:
        for lang in LANGUAGES:
            for word in lists(lang, "vocabulary.values").get(choice, ()):
                yield word
                yield word[:1].upper() + word[1:]


def _any_case(words: Iterable[str]) -> str:
    letters = ("".join(f"[{char.upper()}{char}]" for char in word) for word in sorted(words))
    return rf"^\s*(?:{'|'.join(letters)})\s*$"


def _number_or_text(number: Schema, pattern: str) -> Schema:
    return {"anyOf": [number, {"type": "string", "pattern": pattern}]}


_BY_SORT: Mapping[str, Schema] = {
    "text": _TEXT,
    "cpv": _TEXT,
    "kvk": {"type": "string", "pattern": r"^\s*[0-9]{8}\s*$"},
    "amount": _number_or_text({"type": "number", "minimum": 0, "maximum": _MOST_DIGITS}, _AMOUNT),
    "percent": _number_or_text({"type": "number", "minimum": 0, "maximum": 100}, _PERCENT_TEXT),
    "number": _number_or_text(
        {"type": "number", "minimum": 0, "exclusiveMaximum": _BELOW}, r"^\s*\d{1,4}(?:[.,]\d{1,10})?\s*%?\s*$"
    ),
    "count": _number_or_text(
        {"type": "integer", "minimum": 0, "exclusiveMaximum": _BELOW}, r"^\s*\d{1,4}(?:[.,]0{1,10})?\s*%?\s*$"
    ),
    "months": _number_or_text(
        {"type": "integer", "minimum": 0, "maximum": MOST_MONTHS},
        r"^\s*(?:\d{1,3}|1[01]\d\d|1200)(?:[.,]0{1,10})?\s*%?\s*$",
    ),
    "day": {
        "anyOf": [
            {"type": "string", "format": "date", "pattern": rf"^{_YEAR}-\d\d-\d\d$"},
            {"type": "string", "pattern": _DAY},
        ]
    },
    "yes_no": {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": _any_case(TRUE_WORDS | FALSE_WORDS)}]},
    "texts": {"anyOf": [{"type": "array", "items": _TEXT}, {"type": "string"}]},
}
