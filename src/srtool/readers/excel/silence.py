"""What a library writes on the terminal by itself, past Python, kept off it: its error comes to us in words of ours."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def silence() -> Iterator[None]:
    """Nothing that is written to the system's own stderr meanwhile is seen."""
    try:
        usual = os.dup(2)
    except OSError:  # it was closed
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        yield
    finally:
        os.dup2(usual, 2)
        os.close(usual)
