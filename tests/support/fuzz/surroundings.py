"""What a run touches outside its folder, seen by the audit events of Python: files, other programs, the network."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.support.paths import ROOT

_MADE = frozenset({"os.mkdir", "os.remove", "os.rmdir", "os.chmod", "os.truncate", "os.utime"})
_MOVED = frozenset({"os.rename", "os.link", "os.symlink"})
_NEVER = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "urllib.",
    "ctypes.d",
)
_COMPILED = "__pycache__"
"""Where Python keeps the modules that it compiled."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class _Watch:
    """Whether somebody looks, where a run may write, and what it touched elsewhere."""

    def __init__(self) -> None:
        self.home: str | None = None
        self.touched: list[str] = []


_WATCH = _Watch()


@cache
def _begin() -> None:
    """An audit hook stays for as long as Python runs; it is silent when nobody looks."""
    sys.addaudithook(_see)


@contextmanager
def watched(home: Path) -> Iterator[list[str]]:
    """What is touched meanwhile outside this folder; reading Python and srtool themselves is nothing."""
    _begin()
    _WATCH.home, _WATCH.touched = str(home.resolve()), []
    try:
        yield _WATCH.touched
    finally:
        _WATCH.home = None


def _see(event: str, arguments: tuple[object, ...]) -> None:
    if _WATCH.home is None:
        return
    home, _WATCH.home = _WATCH.home, None  # what follows here is not the run
    try:
        _WATCH.touched += _outside(event, arguments, home)
    finally:
        _WATCH.home = home


def _outside(event: str, arguments: tuple[object, ...], home: str) -> Iterator[str]:
    if any(isinstance(one, str) and _COMPILED in one for one in arguments):
        return
    if event == "open":
        path, _, flags = arguments
        writes = isinstance(flags, int) and bool(flags & _WRITING)
        if (place := _absolute(path)) and not place.startswith((home, os.devnull) if writes else (home, *_readable())):
            yield f"{'writes' if writes else 'reads'} {place}"
    elif event in _MADE or event in _MOVED:
        for path in arguments[: 2 if event in _MOVED else 1]:
            if (place := _absolute(path)) and not place.startswith(home):
                yield f"{event} {place}"
    elif event.startswith(_NEVER):
        yield event


def _absolute(path: object) -> str | None:
    """The path as a whole one, its links followed; None for an open file."""
    return os.path.realpath(os.fsdecode(path)) if isinstance(path, str | bytes | os.PathLike) else None


@cache
def _readable() -> tuple[str, ...]:
    """Where Python, the libraries, srtool itself and the system's own tables are."""
    own = (
        sys.prefix,
        sys.base_prefix,
        str(ROOT),
        *sysconfig.get_paths().values(),
        *(path for path in sys.path if path),
    )
    return (*map(os.path.realpath, own), "/usr/", "/proc/", "/etc/", "/dev/")
