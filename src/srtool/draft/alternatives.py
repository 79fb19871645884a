"""Patterns of words, one alternative a line: in Dutch one thing is said in many ways."""

from __future__ import annotations

import re


def any_of(*alternatives: str) -> re.Pattern[str]:
    """A pattern for any of these, in capitals or not."""
    return re.compile("|".join(alternatives), re.IGNORECASE)
