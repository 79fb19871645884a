"""What every command does around its work: choices checked, problems said, results written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from srtool.cli.language import settings_path
from srtool.errors import OutputError, Problem, UsageError
from srtool.texts import LANGUAGES, Lang, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srtool.readers.settings import Settings
    from srtool.views.lines import Line

MOST_REMARKS = 50


def settings() -> Settings:
    """What srtool.toml says here; without one, nothing."""
    from srtool.readers.settings import Settings, load

    path = settings_path()
    return Settings() if path is None else load(path)


def choice(option: str, value: str, choices: Sequence[str]) -> str:
    """The value when it is one of the choices; UsageError with the choices otherwise."""
    if value not in choices:
        raise UsageError([Problem("bad_choice", option, {"value": value, "choices": ", ".join(choices)})])
    return value


def language(value: str | None) -> None:
    """UsageError when --lang names another language than those there are."""
    if value is not None:
        choice("--lang", value, LANGUAGES)


def day(value: str | None) -> date:
    """The day of --on, else today: the only place where the clock is read."""
    if value is None:
        return date.today()  # noqa: DTZ011 - the officer's own calendar day
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError([Problem("bad_date", "--on", {"value": value})]) from error


def complain(problems: Sequence[Problem], lang: Lang, header: str = "header") -> None:
    """How many on a first line of stderr, then each on a line of its own, safe for a terminal."""
    from srtool.views.lines import clean

    one, many = load(lang, "cli")["wrong"][header]
    sentences = [clean(sentence(problem, lang)) for problem in problems]
    if len(sentences) == 1 and not problems[0].place:
        one = None
    head = [one if len(sentences) == 1 else many.format(n=len(sentences))] if one else []
    write_error("\n".join([*head, *sentences]) + "\n")


def remark(problems: Sequence[Problem], lang: Lang) -> None:
    """Remarks of the reader on stderr; after the first fifty only how many more."""
    if not problems:
        return
    complain(problems[:MOST_REMARKS], lang, "remarks")
    if len(problems) > MOST_REMARKS:
        write_error(load(lang, "cli")["wrong"]["more_remarks"].format(n=len(problems) - MOST_REMARKS) + "\n")


def sentence(problem: Problem, lang: Lang) -> str:
    """The problem in words; those of the command line stand with the commands."""
    wrong = load(lang, "cli")["wrong"]
    if problem.code not in wrong:
        from srtool.texts.say import problem as said

        return said(lang, problem)
    values: dict[str, Any] = dict(problem.values)
    near = values.pop("near", ())
    typed = str(values.get("name", values.get("option", "")))
    matches = get_close_matches(typed, near, 1)
    values["nearest"] = wrong["nearest"].format(name=matches[0]) if matches else ""
    text = str(wrong[problem.code]).format_map(values)
    return f"{problem.place}: {text}" if problem.place else text


def write_error(text: str) -> None:
    """Text on stderr; a reader who is gone is no reason to fail."""
    with suppress(OSError):
        _print(sys.stderr, text)


def write(text: str, *, out: Path | None, force: bool) -> None:
    """The data: whole into the file, else on stdout in UTF-8."""
    if out is None:
        with _to_stdout():
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8", "replace"))
            sys.stdout.flush()
    else:
        write_whole(out, text.encode("utf-8", "replace"), force=force)


def write_lines(lines: Iterable[Line], *, out: Path | None, force: bool) -> None:
    """Lines for a person: coloured on a terminal, plain everywhere else."""
    from srtool.views.lines import plain
    from srtool.views.to_terminal import show

    if out is not None:
        write_whole(
            out, "".join(plain(line) + "\n" for line in lines).encode("utf-8", "replace"), force=force
        )
        return
    with _to_stdout():
        _replacing(sys.stdout)
        show(lines, sys.stdout)
        sys.stdout.flush()


def write_wrapped(lines: Iterable[Line]) -> None:
    """Lines for a person on stdout, at the width of the terminal."""
    from srtool.views.lines import wrapped

    write_lines(wrapped(lines, width()), out=None, force=False)


def given(value: str | None, name: str, command: str) -> str:
    """The argument; UsageError when it was left out."""
    if value is None:
        raise UsageError([Problem("missing_argument", "", {"name": name.rstrip("."), "command": command})])
    return value


def width() -> int:
    """The width to wrap to: that of the terminal, between what stays readable."""
    from shutil import get_terminal_size

    return min(max(get_terminal_size((100, 24)).columns, 40), 120)


def target(out: str | None, *, force: bool, inputs: Iterable[str] = ()) -> Path | None:
    """The file to write, known to be writable before the work starts; OutputError when it is not."""
    if out is None:
        return None
    path = Path(out)
    if any(path.resolve() == Path(name).resolve() for name in inputs):
        raise OutputError([Problem("out_is_input", out)])
    if path.is_dir():
        raise OutputError([Problem("path_folder", out)])
    if path.exists() and not force:
        raise OutputError([Problem("exists", out)])
    if not path.absolute().parent.is_dir():
        raise OutputError([Problem("parent_absent", out, {"folder": str(path.parent)})])
    return path


def write_whole(path: Path, data: bytes, *, force: bool) -> None:
    """The file with all of the data, or as it was: written beside it first, then put in its place."""
    final = path.resolve()
    beside = final.with_name(f".{final.name}.{os.getpid()}.tmp")
    try:
        try:
            with beside.open("xb") as stream:
                stream.write(data)
            if final.exists() and not force:  # it may have appeared since
                raise OutputError([Problem("exists", str(path))])
            beside.replace(final)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError([Problem("unwritable", str(path), {"reason": error.strerror or ""})]) from error


@contextmanager
def _to_stdout() -> Iterator[None]:
    """A reader who stopped reading (`| head`) is served; any other failure is an OutputError."""
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


def _replacing(stream: TextIO) -> None:
    """A character that the terminal's code page does not have becomes a question mark."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")


def _print(stream: TextIO, text: str) -> None:
    _replacing(stream)
    stream.write(text)
    stream.flush()
