"""[assume] in srtool.toml: the words of both languages as the values of the model, with all that is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic_core import ValidationError

from srtool.errors import Problem
from srtool.place import Place
from srtool.readers.problems import Loc, translate, unknown_key
from srtool.readers.vocabulary import choice_of
from srtool.register.assumptions import NOT_KNOWN, Assumptions
from srtool.register.columns import columns
from srtool.register.validation import Validator

_CHOICES = {info.key: info.choices for info in columns(Assumptions) if info.key != "file"}
_KEYS = tuple(_CHOICES)
_OTHERS = {"policy": (NOT_KNOWN,)}
"""What may be answered instead of a name."""


def assumptions(written: Mapping[str, Any], file: str, problems: list[Problem]) -> Assumptions | None:
    """What is assumed; None, with the problems, where something in the table is wrong."""

    def place(loc: Loc) -> Place:
        return Place(file, "assume", key=str(loc[0]))

    unknown = [key for key in written if key not in _KEYS]
    problems += [unknown_key(Place(file, "assume", key=key), key, _KEYS) for key in unknown]
    values = {
        key: _chosen(value, _CHOICES[key] or _OTHERS.get(key, ())) for key, value in written.items() if key in _KEYS
    }
    try:
        return Validator[Assumptions](Assumptions).validate({**values, "file": file})
    except ValidationError as error:
        problems += translate(error, place, lambda _: _KEYS)
        return None


def _chosen(value: object, choices: tuple[str, ...]) -> object:
    if not choices or isinstance(value, bool) or not isinstance(value, str | int):
        return value
    return choice_of(choices, str(value)) or value
