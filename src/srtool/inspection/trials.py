"""What an answer would decide: by trying those that there are, for no weight is known beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from srtool.inspection.answers import Path, Tables, tables_of
from srtool.inspection.question import Key, Question
from srtool.inspection.questions import FIRST, ranked

_WHOLE = Decimal(100)


def tried(asked: Iterable[Question], undecided: int, count: Callable[[Tables], int]) -> tuple[Question, ...]:
    """The questions in their order, each that has one by its weight with how many judgements it decides at most.

    `undecided` judgements there are now; `count` says how many there would be with these answers.
    """
    return ranked(
        question if question.name in FIRST else replace(question, decides=_decides(question, undecided, count))
        for question in asked
    )


def _decides(question: Question, undecided: int, count: Callable[[Tables], int]) -> int:
    return max(0, *(undecided - count(answers) for answers in _trials(question)))


def _trials(question: Question) -> Iterator[Tables]:
    """All of its keys with one answer, then with the other."""
    for number in range(2):
        answers = [answer for key in question.keys for answer in _trial(key, number)]
        yield tables_of(answers)


def _trial(key: Key, number: int) -> Iterator[tuple[Path, Any]]:
    """The first or the second answer that a key may have; a day is none, for it decides by which one it is."""
    path = tuple(filter(None, key.path))
    match key.sort:
        case "demand":
            yield path, ("5%", "no")[number]
        case "yes_no" if path[0] == "values":
            yield path, ("yes", "no")[number]
        case "yes_no":
            yield path, (True, False)[number]
        case "choice" if "running" in key.choices:
            yield path, ("running", "ended")[number]
        case "choice":
            yield path, key.choices[min(number, len(key.choices) - 1)]
        case "percent":
            yield path, (_WHOLE, Decimal(0))[number]
