"""The row right below the headings that says how they are filled in: `(€)`, `(dd-mm-jjjj)`, `ja/nee`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HINT = re.compile(
    r"\(\D{1,40}\)|[€%#]|euro?|tekst|text|datum|date|getal|number|keuze|choice"
    r"|[dj]{1,4}[-/][mj]{1,2}[-/][dj]{1,4}|dd[-/]mm[-/]yyyy|ja\s?/\s?nee|yes\s?/\s?no",
    re.IGNORECASE,
)
_FEWEST = 2


def is_hint_row(row: Sequence[object]) -> bool:
    """Whether a row holds such words, at least two, and nothing else."""
    cells = [cell for cell in row if cell is not None and cell != ""]
    return len(cells) >= _FEWEST and all(isinstance(cell, str) and _HINT.fullmatch(cell.strip()) for cell in cells)
