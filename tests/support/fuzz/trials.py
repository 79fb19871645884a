"""One case: files, a command line and the files that it may write; run in this process, and judged."""

from __future__ import annotations

import io
import os
import shlex
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from shutil import rmtree
from time import process_time
from unittest import mock

from srtool.cli.program import run
from srtool.texts import Lang
from tests.support.fuzz.surroundings import watched
from tests.support.fuzz.words_of_answers import not_of_format, wrong_in

MOST_SECONDS = 10.0
"""Of the processor, for one run on a small file; a run that takes twice as long is ended."""
MOST_MEBIBYTES = 700
"""What a sheet of twenty million cells takes, nearly all of them empty: the most that is read."""
_GIVEN = 300_000
"""So much of what was given is searched for words that an answer has."""


@dataclass(frozen=True)
class Case:
    """What is run: the files of the folder, the arguments, and which files they may make or change."""

    name: str
    files: Mapping[str, bytes]
    arguments: tuple[str, ...]
    targets: frozenset[str] = frozenset()
    forced: bool = False
    stdin: str = ""

    @property
    def lang(self) -> Lang:
        """The language that was asked for; English otherwise."""
        return "nl" if _value_of("--lang", self.arguments) == "nl" else "en"


@dataclass(frozen=True)
class Trial:
    """What became of a case."""

    code: int | None
    faults: tuple[str, ...]
    seconds: float
    mebibytes: float
    stderr: str = field(repr=False, default="")


class TooSlow(BaseException):
    """Raised in a run that does not end."""


def tried(case: Case, home: Path) -> Trial:
    """Runs the case in a new folder below this one."""
    here, scratch = home / "folder", home / "temporary"
    _write(case, here)
    scratch.mkdir()
    before = _contents(here)
    environment = {"COLUMNS": "100", "SRTOOL_LANG": "en", "TMPDIR": str(scratch)}
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", newline="", write_through=True) for _ in range(2)]
    faults: list[str] = []
    code: int | None = None
    was, memory, begin = Path.cwd(), _peak(reset=True), process_time()
    try:
        os.chdir(here)
        with (
            mock.patch("sys.stdout", streams[0]),
            mock.patch("sys.stderr", streams[1]),
            mock.patch("sys.stdin", io.TextIOWrapper(io.BytesIO(case.stdin.encode()))),
            mock.patch("tempfile.tempdir", str(scratch)),
            mock.patch.dict("os.environ", environment),
            _ending(2 * MOST_SECONDS),
            _said_by_libraries(home / "libraries.txt") as said,
            watched(home) as touched,
        ):
            try:
                code = run(case.arguments)
            except BaseException as error:
                if isinstance(error, KeyboardInterrupt):
                    raise
                faults.append(f"{type(error).__name__} left the program")
    finally:
        os.chdir(was)
    seconds, mebibytes = process_time() - begin, _peak() - memory
    stdout, stderr = (_text(stream) for stream in streams)
    faults += dict.fromkeys(touched)
    if said():
        faults.append(f"a library says {said()[:200]!r}")
    faults += _of_streams(case, code, stdout, stderr)
    faults += _of_files(case, code, before, _contents(here))
    if seconds > MOST_SECONDS:
        faults.append(f"{seconds:.0f} seconds")
    if mebibytes > MOST_MEBIBYTES:
        faults.append(f"{mebibytes:.0f} MiB")
    left = [path for path in scratch.rglob("*") if path.is_file()]
    if left:
        faults.append(f"left behind: {left[0].name}")
    rmtree(home, ignore_errors=True)
    return Trial(code, tuple(faults), seconds, mebibytes, stderr)


def keep(case: Case, trial: Trial, folder: Path) -> Path:
    """Writes the case into a folder of its own, with the command to run it again there."""
    place = folder / case.name.replace(":", "-")
    rmtree(place, ignore_errors=True)
    _write(case, place)
    told = [f"srtool {shlex.join(case.arguments)}", *trial.faults, f"exit code {trial.code}", trial.stderr]
    (place / "fault.txt").write_text("\n".join(told), encoding="utf-8", errors="replace")
    return place


def _write(case: Case, folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, content in case.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _of_streams(case: Case, code: int | None, stdout: str, stderr: str) -> Iterator[str]:
    if code not in {0, 1, 2, 3}:
        yield f"exit code {code}"
    if code in {2, 3} and not stderr.strip():
        yield "nothing said"
    if (
        code in {2, 3} and stdout.strip() and "--write" not in case.arguments
    ):  # what was asked stands, only it is not kept
        yield f"an answer beside exit code {code}: {stdout[:80]!r}"
    given = "\n".join(
        (*(content[:_GIVEN].decode("utf-8", "replace") for content in case.files.values()), *case.arguments)
    )
    yield from wrong_in(stdout, stderr, case.lang, given)
    format_ = _value_of("--format", case.arguments)
    if code in {0, 1} and format_ is not None and not any(argument.startswith("--out") for argument in case.arguments):
        yield from not_of_format(stdout, format_)


def _of_files(case: Case, code: int | None, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) == after.get(name):
            continue
        is_target = any(name == target or name.startswith(f"{target}/") for target in case.targets)
        if code in {2, 3, None}:
            yield f"{name} written beside exit code {code}"
        elif not is_target:
            yield f"{name} was not to be written"
        elif name in before and not case.forced:
            yield f"{name} was overwritten"


def _value_of(option: str, arguments: Sequence[str]) -> str | None:
    values = [value for name, value in pairwise(arguments) if name == option]
    return values[-1] if values else None


def _text(stream: io.TextIOWrapper) -> str:
    with suppress(ValueError):
        stream.flush()
        raw = stream.buffer
        if isinstance(raw, io.BytesIO):
            return raw.getvalue().decode("utf-8", "replace")
    return ""


@contextmanager
def _said_by_libraries(place: Path) -> Iterator[Callable[[], str]]:
    """What is written on the terminal itself, past Python's own streams."""
    usual = os.dup(2)
    with place.open("wb") as file:
        os.dup2(file.fileno(), 2)
    try:
        yield lambda: place.read_text(encoding="utf-8", errors="replace").strip()
    finally:
        os.dup2(usual, 2)
        os.close(usual)


@contextmanager
def _ending(seconds: float) -> Iterator[None]:
    """Ends what is done meanwhile after so many seconds of the processor, where the system can."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise TooSlow

    usual = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, usual)


def _peak(*, reset: bool = False) -> float:
    """The most memory of this process since the reset, in MiB; 0 where the system does not tell."""
    try:
        if reset:
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeError):
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
