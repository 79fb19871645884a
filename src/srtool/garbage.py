"""When the garbage collector works: not while a large register is made into objects that are all needed."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """No garbage collection meanwhile: everything that was made would be walked again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def keep_to_the_end(*objects: object) -> None:
    """Keeps these while nothing is collected: to let go of a large register, one by one, is a twentieth of a run.

    They are a cycle that nobody refers to. The program ends without looking for one; elsewhere the next look finds it.
    """
    held: list[object] = [*objects]
    held.append(held)
