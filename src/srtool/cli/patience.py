"""What a person sees while the program is at work."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import Any


def sign_of_life(sentence: str) -> AbstractContextManager[Any]:
    """Says on stderr what is being done, as long as it is, and only on a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console
    from rich.text import Text

    return Console(stderr=True).status(Text(sentence))
