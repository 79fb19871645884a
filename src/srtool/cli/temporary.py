"""Where a run keeps what it makes on the way: one folder, readable by the user only, which the next run clears."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from stat import S_IMODE, S_ISDIR
from typing import IO

from srtool.cli.locks import alone_in, hold, is_held
from srtool.errors import OutputError, Problem

_LOCK = "in-use"
_OWN = 0o700


@contextmanager
def temporary_files() -> Iterator[None]:
    """All temporary files of this run in a folder of its own, which goes with it; what a killed run left goes as well.

    The rows of a workbook stand in such files until it is whole. OutputError where none can be made.
    """
    before, shared = tempfile.tempdir, ""
    try:
        shared = tempfile.gettempdir()
        folder, lock = _own_folder(Path(shared))
    except OSError as error:
        raise _unwritable(shared, error) from error
    tempfile.tempdir = str(folder)
    try:
        yield
    except OSError as error:
        raise _unwritable(shared, error) from error
    finally:
        tempfile.tempdir = before
        lock.close()
        rmtree(folder, ignore_errors=True)


def _unwritable(shared: str, error: OSError) -> OutputError:
    """That the folder for temporary files is at fault, and not the file to write."""
    return OutputError([Problem("unwritable_temporary", shared, {"reason": error.strerror or ""})])


def _own_folder(shared: Path) -> tuple[Path, IO[bytes]]:
    """A new folder of this run, and its file that says so for as long as it is open."""
    home = _home(shared)
    with alone_in(home):
        if home != shared:
            _clear(home)
        folder = Path(tempfile.mkdtemp(dir=home))
        lock = (folder / _LOCK).open("wb")
        hold(lock)
    return folder, lock


def _home(shared: Path) -> Path:
    """The folder of this user for all runs; one of this run alone where somebody else made one of that name."""
    if not hasattr(os, "getuid"):  # on Windows the shared folder is the user's own
        home = shared / "srtool"
        home.mkdir(exist_ok=True)
        return home
    home = shared / f"srtool-{os.getuid()}"
    with suppress(FileExistsError):
        home.mkdir(_OWN)
    state = home.lstat()
    is_ours = S_ISDIR(state.st_mode) and state.st_uid == os.getuid() and S_IMODE(state.st_mode) == _OWN
    return home if is_ours else shared


def _clear(home: Path) -> None:
    """Removes what runs left that were killed; a folder in use is locked by its run."""
    for lock in home.glob(f"*/{_LOCK}"):
        with suppress(OSError):
            if not is_held(lock):
                rmtree(lock.parent, ignore_errors=True)
