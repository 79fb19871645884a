"""A value for a cell of a register, with what is to be told about it there."""

from __future__ import annotations

from typing import NamedTuple


class Noted(NamedTuple):
    """A value of a field, and what is told at its cell; empty for nothing."""

    value: object
    note: str = ""
