"""Answers about the rules of one's own organisation: each as it is typed, or all of them from a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from srtool.errors import InputError, Problem
from srtool.money import NotANumber, percent_from_text
from srtool.place import Place
from srtool.readers.nearest import nearest
from srtool.readers.problems import shown, unknown_key
from srtool.readers.values.amounts import Sign, amount_of
from srtool.readers.values.days import day_of
from srtool.readers.values.reading import Read
from srtool.readers.vocabulary import choice_of
from srtool.rules.own_rules import OwnRules
from srtool.texts import LANGUAGES, Lang, words

QUESTIONS = ("authority", "threshold", "basis", "percent", "percent_basis", "since", "blocks_from", "source")
"""In the order in which they are asked."""
_BASES = ("wage_sum", "contract_value")
_WITH = {"basis": "threshold", "percent_basis": "percent"}
"""Questions that go with the answer to another."""
_THOUSANDS: Mapping[Lang, Sign] = {"nl": ".", "en": ","}
_ABOVE = re.compile(r"^\s*(?:meer dan|boven|more than|above|over|>)(?!\s*=)\s*", re.IGNORECASE)
_FROM = re.compile(r"^\s*(?:vanaf|ten minste|minstens|at least|from|>=|≥)\s*|\s+(?:of meer|or more)\s*$", re.IGNORECASE)


class WrongAnswer(Exception):  # noqa: N818 - it is an answer
    """An answer that cannot be read: the code of its sentence, and what the sentence cites."""

    def __init__(self, code: str, values: Mapping[str, object]) -> None:
        self.code, self.values = code, values
        super().__init__(code)


def is_asked(question: str, answers: Mapping[str, object]) -> bool:
    """Whether a question goes with what was answered before."""
    return question not in _WITH or _WITH[question] in answers


def needs(question: str, answers: Mapping[str, object]) -> bool:
    """Whether a question must be answered: who it is, and of what an amount or a percentage is."""
    return question == "authority" or (question in _WITH and "basis" not in answers)


def answer(question: str, text: str, lang: Lang, tables: Collection[str]) -> Mapping[str, object]:
    """What an answer says, by the fields of the rules; WrongAnswer where it cannot be read. `tables` have blocks."""
    bare = "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
    read: Mapping[str, Callable[[], Mapping[str, object]]] = {
        "threshold": lambda: _threshold(bare, lang),
        "basis": lambda: {"basis": _basis(bare)},
        "percent": lambda: {"percent": _percent(bare)},
        "percent_basis": lambda: {"percent_basis": _basis(bare)},
        "since": lambda: {"since": _day(bare)},
        "blocks_from": lambda: {"blocks_from": _table(bare, tables)},
    }
    return read[question]() if question in read else {question: bare}


def from_file(data: Mapping[str, Any], file: str, lang: Lang, tables: Collection[str]) -> OwnRules:
    """The rules that the answers in a TOML file make; InputError names everything that is wrong in it."""
    problems: list[Problem] = []
    answers: dict[str, object] = {}
    given: set[str] = set()
    for key, value in data.items():
        question = _question(key)
        if question is None:
            problems.append(unknown_key(Place(file, key), key, QUESTIONS, shown(value)))
            continue
        text = value.isoformat() if isinstance(value, date) else str(value)
        if isinstance(value, bool | list | dict):
            given.add(question)
            problems.append(Problem("answer_text", Place(file, key), {"value": shown(value)}))
        elif text.strip():
            given.add(question)
            try:
                # A number in TOML has a decimal point, whatever the language.
                answers |= answer(question, text, "en" if isinstance(value, Decimal) else lang, tables)
            except WrongAnswer as wrong:
                problems.append(Problem(wrong.code, Place(file, key), {"value": shown(value), **wrong.values}))
    problems += [
        Problem("answer_needed", Place(file, question), {"value": question, "label": label(question, lang)})
        for question in QUESTIONS
        if is_asked(question, answers) and question not in given and needs(question, answers)
    ]
    if problems:
        raise InputError(problems)
    return own_rules(answers)


def own_rules(answers: Mapping[str, Any]) -> OwnRules:
    """The rules that these answers make; a percentage is of what the threshold is of where nothing else is said."""
    basis = answers.get("percent_basis") or answers.get("basis")
    return OwnRules(**{**answers, "percent_basis": basis if "percent" in answers else None})


def label(question: str, lang: Lang) -> str:
    """What an answer is called in a file."""
    return words(lang, "rules.own.keys")[question]


def _question(key: str) -> str | None:
    """The question that a key of a file answers, in either language."""
    names = {label(question, lang): question for lang in LANGUAGES for question in QUESTIONS}
    return names.get(key, key if key in QUESTIONS else None)


def _threshold(text: str, lang: Lang) -> Mapping[str, object]:
    above = _ABOVE.match(text) is not None
    bare = _ABOVE.sub("", text) if above else _FROM.sub("", text)
    match amount_of(bare, _THOUSANDS[lang]):
        case Read(value=Decimal() as amount):
            return {"threshold": amount, "operator": "above" if above else "at_least"}
    raise WrongAnswer("answer_amount", {"value": shown(text)})


def _basis(text: str) -> str:
    basis = choice_of(_BASES, text)
    if basis is None:
        raise WrongAnswer("answer_basis", {"value": shown(text)})
    return basis


def _percent(text: str) -> Decimal:
    try:
        percent = percent_from_text(text)
    except NotANumber:
        percent = Decimal(0)
    if not 1 <= percent <= 100:
        raise WrongAnswer("answer_percent", {"value": shown(text)})
    return percent


def _day(text: str) -> date:
    match day_of(text):
        case Read(value=date() as day, derived=False):
            return day
    raise WrongAnswer("answer_day", {"value": shown(text)})


def _table(text: str, tables: Collection[str]) -> str:
    if text not in tables:
        raise WrongAnswer("answer_table", {"value": shown(text), "near": nearest(text, tables)})
    return text
