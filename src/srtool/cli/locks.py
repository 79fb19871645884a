"""Locks between runs, which end with the run however that ends; Windows knows them for open files only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """No other run works in this folder meanwhile, where the system knows locks of folders."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network drives know none
            fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def hold(lock: IO[bytes]) -> None:
    """Marks an open file as in use for as long as it is open."""
    with suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_held(path: Path) -> bool:
    """Whether a run still has this file in use."""
    try:
        import fcntl
    except ImportError:
        try:
            path.unlink()
        except OSError:  # it is open
            return True
        return False
    with path.open("rb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False
