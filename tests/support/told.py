"""What a reader says of a register, whether it can be read or not."""

from __future__ import annotations

from collections.abc import Callable

from srtool.errors import InputError, Problem
from srtool.register.model import RegisterFile


def told(read: Callable[[], RegisterFile]) -> list[Problem]:
    """The mistakes that make it unreadable, else the remarks, with what of it is not read."""
    try:
        return list(read().remarks)
    except InputError as error:
        return list(error.problems)


def codes(problems: list[Problem]) -> list[str]:
    """The code and the place of each, in one line; of what is not read why."""
    return [f"{one.values.get('why', one.code)} {str(one.place).partition(': ')[2]}" for one in problems]
