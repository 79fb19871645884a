"""What a person sees while long work is done: on stderr, and only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

_PATIENCE = 2.0
"""Seconds before the bar shows."""
_RHYTHM = 0.1


@contextmanager
def sign_of_life(sentence: str, *, slow: bool) -> Iterator[None]:
    """Says what is being done, as long as it is, where that takes a while."""
    if not slow or not _is_watched():
        yield
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text(sentence)):
        yield


@contextmanager
def bar(label: str, total: int) -> Iterator[Callable[[], None]]:
    """Hands out what to call at each of so many steps; the bar shows only when they take a while."""
    if not _is_watched():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    shown = Progress(console=Console(stderr=True), transient=True)
    task = shown.add_task(label, total=total)
    started = last = monotonic()
    done = 0

    def step() -> None:
        nonlocal done, last
        done += 1
        now = monotonic()
        if now - started > _PATIENCE and now - last > _RHYTHM:
            last = now
            shown.start()
            shown.update(task, completed=done)

    try:
        yield step
    finally:
        shown.stop()


def _is_watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
