"""How the reader wants to see something."""

from __future__ import annotations

from collections.abc import Callable

from srtool.finding import Finding
from srtool.lazy_dataclass import dataclass

Hint = Callable[[Finding], str | None]
"""A line below what is to be done about a finding; None where there is nothing more to say."""


def no_hint(_: Finding) -> None:
    """Nothing more to say."""


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """The wishes of the reader."""

    width: int = 100
    """Characters of a line."""
    why: bool = False
    """The computation too, and what is met or not applicable."""
    quiet: bool = False
    """No notices."""
