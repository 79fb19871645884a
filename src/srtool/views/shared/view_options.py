"""How the reader wants to see something."""

from __future__ import annotations

from srtool.lazy_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """The wishes of the reader."""

    width: int = 100
    """Characters of a line."""
    why: bool = False
    """The computation too, and what is met or not applicable."""
    quiet: bool = False
    """No notices."""
