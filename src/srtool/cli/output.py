"""Results to stdout or into a file: whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IWUSR
from typing import TYPE_CHECKING, BinaryIO

from srtool.cli import settings_file
from srtool.cli.streams import columns, replacing, to_stdout
from srtool.errors import OutputError, Problem
from srtool.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from srtool.cli.options import Options
    from srtool.views.shared.lines import Line

_DASH = "-"
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".ods"})
_PAGE = 100
"""Characters on a line of a text file."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to write; one that exists is overwritten when forced."""

    path: Path
    force: bool
    was: bytes | None = None
    """What must still stand in the file at the moment of replacing; None for anything."""


def write(text: str | Iterable[str], file: File | None = None) -> None:
    """The data, or its pieces: whole into the file, else on stdout in UTF-8."""
    pieces = [text] if isinstance(text, str) else text
    data = (piece.encode("utf-8", "replace") for piece in pieces)
    if file is None:
        with to_stdout():
            sys.stdout.flush()
            sys.stdout.buffer.writelines(data)
            sys.stdout.flush()
    else:
        write_whole(file, data)


def write_lines(lines: Iterable[Line], file: File | None = None) -> None:
    """Lines for a person: coloured on a terminal, plain everywhere else."""
    from srtool.views.shared.lines import plain
    from srtool.views.shared.terminal import show

    if file is not None:
        write([plain(line) + "\n" for line in lines], file)
        return
    with to_stdout():
        replacing(sys.stdout)
        show(lines, sys.stdout)
        sys.stdout.flush()


def write_wrapped(lines: Iterable[Line], file: File | None = None) -> None:
    """Lines for a person, at the width of the terminal or of a page."""
    from srtool.views.shared.lines import wrapped

    write_lines(list(wrapped(lines, width(file))), file)


def width(file: File | None = None) -> int:
    """The width to wrap to: that of a page, or of the terminal, between what stays readable."""
    if file is not None:
        return _PAGE
    return min(max(columns(100), 40), 120)


def is_stdout(out: str | None) -> bool:
    """Whether the result goes to stdout: nothing is named, or `-`."""
    return out is None or out == _DASH


def text_target(options: Options, inputs: Iterable[str] = ()) -> File | None:
    """The file of --out, None for stdout; OutputError when it cannot be written or its name promises a workbook."""
    out, force = options.text("out"), options.flag("force")
    if out is None or is_stdout(out):
        return None
    if Path(out).suffix.lower() in _WORKBOOKS:
        raise OutputError([Problem("out_workbook", out)])
    return File(_writable(out, "--out", inputs, force=force), force)


def file_target(
    out: str, kinds: Sequence[str], *, force: bool, inputs: Iterable[str] = (), option: str = "--out"
) -> File:
    """A file of one of these kinds; OutputError when it is of another, or cannot be written."""
    if out and Path(out).suffix.lower() not in kinds:
        raise OutputError([Problem("suffix", out, {"supported": ", ".join(kinds)})])
    return File(_writable(out, option, inputs, force=force), force)


def _writable(out: str, option: str, inputs: Iterable[str], *, force: bool) -> Path:
    """The file to write, known to be writable before the work starts; OutputError when it is not."""
    if not out:
        raise OutputError([Problem("empty_value", option)])
    path = Path(out)
    try:
        code = _unfit(path, force=force, inputs=inputs)
    except (OSError, ValueError, RuntimeError) as error:  # a name too long, or links in a circle
        raise OutputError([unusable(out, error)]) from error
    if code is not None:
        raise OutputError([Problem(code, out, {"folder": str(path.parent)})])
    return path


def unusable(path: str, error: Exception) -> Problem:
    """A path that the system refuses to look at."""
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return Problem("name_too_long", path)
    return Problem("path_unusable", path)


def _unfit(path: Path, *, force: bool, inputs: Iterable[str]) -> str | None:
    """What is wrong with this file as a result, if anything."""
    if path.is_symlink():
        with suppress(FileNotFoundError):  # a link to a file that is still to be made
            path.stat()  # links in a circle are an error
    own = settings_file.find()
    read = [Path(name) for name in inputs] + ([] if own is None else [own])
    if any(path.resolve() == one.resolve() for one in read):
        return "out_is_input"
    if path.is_dir():
        return "path_folder"
    if _is_special(path):
        return "not_regular"
    if path.exists() and not force:
        return "exists"
    if _is_protected(path):
        return "write_protected"
    return None if path.absolute().parent.is_dir() else "parent_absent"


def refuse_read(file: File | None, read: Iterable[Path]) -> None:
    """OutputError where the file to write is one of those that were read."""
    if file is None:
        return
    target = file.path.resolve()
    if any(path.resolve() == target for path in read):
        raise OutputError([Problem("out_is_input", str(file.path))])


def _is_special(path: Path) -> bool:
    """Whether it is a device, a pipe or the like: putting a file in its place would break it."""
    return path.exists() and not path.is_file()


def _is_protected(path: Path) -> bool:
    """Whether somebody has said that it may not change; another file in its place would pass that by."""
    return path.exists() and not (path.stat().st_mode & S_IWUSR and os.access(path, os.W_OK))


def write_whole(file: File, data: Iterable[bytes]) -> None:
    """The file with all of the data, or as it was."""
    with whole_file(file) as stream:
        stream.writelines(data)


@contextmanager
def whole_file(file: File) -> Iterator[BinaryIO]:
    """A stream of which all becomes the file, or nothing when the work fails or is stopped; OutputError on a full disk.

    It has no name until it is complete, so that a run that is killed leaves nothing behind.
    """
    from tempfile import TemporaryFile

    from srtool.cli.temporary import temporary_files

    _leave_tidily()
    with temporary_files(), TemporaryFile() as stream:
        yield stream
        stream.seek(0)
        _put_in_place(stream, file)


def _put_in_place(stream: BinaryIO, file: File) -> None:
    """The whole of the stream as the file; OutputError where it cannot be, or may not be any longer."""
    from shutil import copyfileobj, copymode

    path = file.path
    try:
        final = path.resolve()
        beside = final.with_name(f".srtool.{os.getpid()}.tmp")
        try:
            with beside.open("xb") as whole:
                copyfileobj(stream, whole)
            if _is_special(final):  # it may have appeared since
                raise OutputError([Problem("not_regular", str(path))])
            if final.exists() and not file.force:
                raise OutputError([Problem("exists", str(path))])
            if _is_protected(final):
                raise OutputError([Problem("write_protected", str(path))])
            if final.exists():  # who may read it stays who may read it
                copymode(final, beside)
            _replace(final, beside, file)
        finally:
            beside.unlink(missing_ok=True)
    except PermissionError as error:  # so Windows refuses a file that another program has open
        if not path.exists():
            raise OutputError([Problem("unwritable", str(path), {"reason": error.strerror or ""})]) from error
        raise OutputError([Problem("out_open", str(path))]) from error
    except OSError as error:
        raise OutputError([Problem("unwritable", str(path), {"reason": error.strerror or ""})]) from error


def _replace(final: Path, whole: Path, file: File) -> None:
    """Puts the whole file in its place, unless another run has changed that meanwhile."""
    from srtool.cli.locks import alone_in

    with alone_in(final.parent):
        if file.was is not None and final.read_bytes() != file.was:
            raise OutputError([Problem("register_changed_meanwhile", str(file.path))])
        whole.replace(final)


def _leave_tidily() -> None:
    """A run that is ended or whose window is closed goes as it goes with Ctrl-C: its temporary files go with it.

    The rows of the workbook that it was making stand in these.
    """
    import signal

    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):  # not every system has all of them
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # with nohup it is to go on
            with suppress(ValueError):  # only the main thread may
                signal.signal(number, _leave)


def _leave(number: int, _: object) -> None:
    raise SystemExit(128 + number)
