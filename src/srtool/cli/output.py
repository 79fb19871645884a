"""Results to stdout or into a file: whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IWUSR
from typing import TYPE_CHECKING, BinaryIO

from srtool.cli.session import replacing, unusable
from srtool.errors import OutputError, Problem

if TYPE_CHECKING:
    from srtool.views.shared.lines import Line


STDOUT = "-"
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".ods"})


def write(text: str | Iterable[str], *, out: Path | None, force: bool) -> None:
    """The data, or its pieces: whole into the file, else on stdout in UTF-8."""
    pieces = [text] if isinstance(text, str) else text
    data = (piece.encode("utf-8", "replace") for piece in pieces)
    if out is None:
        with _to_stdout():
            sys.stdout.flush()
            sys.stdout.buffer.writelines(data)
            sys.stdout.flush()
    else:
        write_whole(out, data, force=force)


def write_lines(lines: Iterable[Line], *, out: Path | None, force: bool) -> None:
    """Lines for a person: coloured on a terminal, plain everywhere else."""
    from srtool.views.shared.lines import plain
    from srtool.views.shared.terminal import show

    if out is not None:
        write([plain(line) + "\n" for line in lines], out=out, force=force)
        return
    with _to_stdout():
        replacing(sys.stdout)
        show(lines, sys.stdout)
        sys.stdout.flush()


def write_wrapped(lines: Iterable[Line]) -> None:
    """Lines for a person on stdout, at the width of the terminal."""
    write_fitting(lines, out=None, force=False)


def write_fitting(lines: Iterable[Line], *, out: Path | None, force: bool) -> None:
    """Lines for a person, at the width of the terminal or of a page."""
    from srtool.views.shared.lines import wrapped

    write_lines(list(wrapped(lines, width() if out is None else 100)), out=out, force=force)


def width() -> int:
    """The width to wrap to: that of the terminal, between what stays readable."""
    from shutil import get_terminal_size

    return min(max(get_terminal_size((100, 24)).columns, 40), 120)


def target(out: str | None, *, force: bool, inputs: Iterable[str] = (), option: str = "--out") -> Path | None:
    """The file to write, known to be writable before the work starts; OutputError when it is not."""
    if out in {None, STDOUT}:
        return None
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


def text_target(out: str | None, *, force: bool, inputs: Iterable[str] = ()) -> Path | None:
    """The same for what is text: OutputError when the name promises a workbook."""
    if out is not None and Path(out).suffix.lower() in _WORKBOOKS:
        raise OutputError([Problem("out_workbook", out)])
    return target(out, force=force, inputs=inputs)


def _unfit(path: Path, *, force: bool, inputs: Iterable[str]) -> str | None:
    """What is wrong with this file as a result, if anything."""
    if any(path.resolve() == Path(name).resolve() for name in inputs):
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


def _is_special(path: Path) -> bool:
    """Whether it is a device, a pipe or the like: putting a file in its place would break it."""
    return path.exists() and not path.is_file()


def _is_protected(path: Path) -> bool:
    """Whether somebody has said that it may not change; another file in its place would pass that by."""
    return path.exists() and not (path.stat().st_mode & S_IWUSR and os.access(path, os.W_OK))


def write_whole(path: Path, data: Iterable[bytes], *, force: bool) -> None:
    """The file with all of the data, or as it was."""
    with whole_file(path, force=force) as stream:
        stream.writelines(data)


@contextmanager
def whole_file(path: Path, *, force: bool) -> Iterator[BinaryIO]:
    """A stream of which all becomes the file, or nothing when the work fails or is stopped; OutputError on a full disk.

    It has no name until it is complete, so that a run that is killed leaves nothing behind.
    """
    from shutil import copyfileobj, copymode
    from tempfile import TemporaryFile, gettempdir

    _leave_tidily()
    final = path.resolve()
    beside = final.with_name(f".srtool.{os.getpid()}.tmp")
    try:
        with TemporaryFile() as stream:
            try:
                yield stream
            except OSError as error:
                values = {"reason": error.strerror or ""}
                raise OutputError([Problem("unwritable_temporary", gettempdir(), values)]) from error
            stream.seek(0)
            try:
                with beside.open("xb") as whole:
                    copyfileobj(stream, whole)
                if _is_special(final):  # it may have appeared since
                    raise OutputError([Problem("not_regular", str(path))])
                if final.exists() and not force:
                    raise OutputError([Problem("exists", str(path))])
                if _is_protected(final):
                    raise OutputError([Problem("write_protected", str(path))])
                if final.exists():  # who may read it stays who may read it
                    copymode(final, beside)
                beside.replace(final)
            finally:
                beside.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError([Problem("unwritable", str(path), {"reason": error.strerror or ""})]) from error


def _leave_tidily() -> None:
    """A run that is ended or whose window is closed goes as it goes with Ctrl-C: its temporary files go with it.

    openpyxl keeps the register in these.
    """
    import signal

    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):  # not every system has all of them
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # with nohup it is to go on
            with suppress(ValueError):  # only the main thread may
                signal.signal(number, _leave)


def _leave(number: int, _: object) -> None:
    raise SystemExit(128 + number)


@contextmanager
def _to_stdout() -> Iterator[None]:
    """A reader who stopped reading (`| head`) is served; any other failure is an OutputError."""
    if sys.stdout is None:
        raise OutputError([Problem("stdout_closed", "")])
    try:
        yield
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        raise OutputError([Problem("unwritable_stream", "", {"reason": error.strerror or ""})]) from error


def _silence() -> None:
    """Python writes what is left when it exits; that must not fail a second time."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
