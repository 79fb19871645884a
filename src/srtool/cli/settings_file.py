"""The srtool.toml that holds where the program runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from srtool.readers.settings import Settings

NAME = "srtool.toml"


def find(folder: Path | None = None) -> Path | None:
    """The file in this folder (else the one where the program runs), else in the nearest one above."""
    try:
        here = folder or Path.cwd()
        return next((path for folder in (here, *here.parents) if (path := folder / NAME).is_file()), None)
    except OSError:  # the folder is gone, or one above may not be looked into
        return None


def settings() -> Settings:
    """What it says; without one, nothing."""
    from srtool.errors import Problem, UsageError
    from srtool.readers.settings import Settings, load

    path = find()
    if path is None and (hidden := Path(f"{NAME}.txt")).is_file():  # Windows hides the second ending
        raise UsageError([Problem("settings_as_text", str(hidden), {"name": NAME})])
    return Settings() if path is None else load(path)
