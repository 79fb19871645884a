"""Questions of an inspection asked on a terminal: Enter skips one, the end of the input all that are left."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from srtool.errors import SrtoolError
from srtool.inspection.answers import Path, Tables, tables_of
from srtool.inspection.question import Key, Question
from srtool.readers.values.amounts import amount_of
from srtool.readers.values.days import day_of
from srtool.readers.values.demands import demand_of
from srtool.readers.values.reading import Read
from srtool.readers.vocabulary import choice_of, field_named, is_unexpressed
from srtool.texts import Lang, words
from srtool.views.inspection.asked import choices_text, key_text, question_text

_YES_NO = ("yes", "no")
_EACH = ("per_contract",)
"""No answer holds for all: the register must say it of each."""
_NUMBERED = "choice", "rule_set", "field"


def is_watched() -> bool:
    """Whether somebody can be asked: both what is read and what is shown is a terminal."""
    return sys.stdin is not None and sys.stdout is not None and sys.stdin.isatty() and sys.stdout.isatty()


def answers(asked: Iterable[Question], lang: Lang, check: Callable[[Tables], object]) -> dict[str, Any]:
    """What is answered, as the tables of a `srtool.toml`; `check` refuses what cannot stand there."""
    given: list[tuple[Path, Any]] = []
    try:
        for question in asked:
            if question.keys:
                print(f"\n{question_text(question, lang)}")  # noqa: T201 - a conversation
            for key in question.keys:
                given += _answer(key, lang, check)
    except EOFError:
        print()  # noqa: T201 - idem
    return tables_of(given)


def agrees(question: str, lang: Lang) -> bool:
    """Whether somebody says yes; anything else is no."""
    try:
        typed = input(f"{question} {words(lang, 'inspection.asking')['yes_no']} ")
    except EOFError:
        return False
    return choice_of(_YES_NO, typed) == "yes"


def _answer(key: Key, lang: Lang, check: Callable[[Tables], object]) -> Iterator[tuple[Path, Any]]:
    """The answer to one key, asked again while it is none; nothing where it is skipped."""
    phrases = words(lang, "inspection.asking")
    path = tuple(filter(None, key.path))
    prompt = phrases["prompt"].format(key=key_text(key, lang), choices=_choices(key, lang))
    while (typed := input(f"  {prompt} ").strip()) and choice_of(_EACH, typed) is None:
        value = _value(key, typed)
        if value is not None and _is_fit(tables_of([(path, value)]), check):
            yield path, value
            return
        print(f"  {phrases['again'].format(choices=choices_text(key, lang))}")  # noqa: T201 - idem


def _choices(key: Key, lang: Lang) -> str:
    """Those that are numbered with their number: `1 loonsom, 2 opdrachtwaarde`."""
    listed = choices_text(key, lang)
    if key.sort not in _NUMBERED:
        return listed
    choices = listed.split(", ")
    numbered = [f"{number} {choice}" for number, choice in enumerate(choices[: len(key.choices)], 1)]
    return ", ".join([*numbered, *choices[len(key.choices) :]])


def _value(key: Key, typed: str) -> object:
    """What was typed as the setting has it; None where it is no answer."""
    if key.sort in _NUMBERED and typed.isdigit() and len(typed) < 3 and 0 < int(typed) <= len(key.choices):
        return key.choices[int(typed) - 1]
    match key.sort:
        case "choice" if key.field and is_unexpressed(key.field, typed):
            return typed
        case "choice":
            return choice_of(key.choices, typed)
        case "field":
            named = field_named(typed)
            return named if named in key.choices else None
        case "demand":
            return typed if isinstance(demand_of(typed), Read) else None
        case "rule_set":
            return choice_of(key.choices, typed) or typed
        case "yes_no":
            answer = choice_of(_YES_NO, typed)
            return answer if key.path[0] == "values" or answer is None else answer == "yes"
        case "day":
            read = day_of(typed)
            return read.value if isinstance(read, Read) and isinstance(read.value, date) else None
        case "percent":
            number = amount_of(typed.rstrip("% "))
            return number.value if isinstance(number, Read) else None


def _is_fit(tables: Tables, check: Callable[[Tables], object]) -> bool:
    try:
        check(tables)
    except SrtoolError:
        return False
    return True
