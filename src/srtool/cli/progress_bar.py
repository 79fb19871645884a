"""How far long work is: a bar on stderr, only on a terminal and only when it takes a while."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

_PATIENCE = 2.0
"""Seconds before the bar shows."""
_RHYTHM = 0.1


@contextmanager
def bar(label: str, total: int) -> Iterator[Callable[[], None]]:
    """Hands out what to call at each of so many steps."""
    if sys.stderr is None or not sys.stderr.isatty():
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
