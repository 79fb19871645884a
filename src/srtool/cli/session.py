"""What every command does around its work: choices checked and problems said."""

from __future__ import annotations

import codecs
import errno
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TextIO

from srtool.cli.language import settings_path
from srtool.errors import Problem, UsageError
from srtool.texts import LANGUAGES, Lang, load

if TYPE_CHECKING:
    from srtool.readers.settings import Settings

MOST_REMARKS = 50
_SIGNS = {
    "€": "EUR",
    "…": "...",
    "·": "-",
    "\N{MULTIPLICATION SIGN}": "x",
    "\N{EN DASH}": "-",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
}


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


def day(value: str | None, option: str = "--on") -> date:
    """The day of --on (or of another option), else today: the only place where the clock is read."""
    if value is None:
        return date.today()  # noqa: DTZ011 - the officer's own calendar day
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError([Problem("bad_date", option, {"value": value})]) from error


def complain(problems: Sequence[Problem], lang: Lang, header: str = "header") -> None:
    """How many on a first line of stderr, then each on a line of its own, safe for a terminal."""
    from srtool.views.shared.lines import clean

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
    if problem.code.startswith("value_") and problem.code.removeprefix("value_") in load(lang, "value")["wrong"]:
        return _of_value(problem, lang)
    if problem.code not in wrong:
        from srtool.texts.say import problem as said

        return said(lang, problem)
    values: dict[str, Any] = dict(problem.values)
    values["nearest"] = _nearest(str(values.get("name", values.get("option", ""))), values.pop("near", ()), wrong)
    text = str(wrong[problem.code]).format_map(values)
    return f"{problem.place}: {text}" if problem.place else text


def _of_value(problem: Problem, lang: Lang) -> str:
    """What is wrong with the options of `srtool value`."""
    from srtool.texts.say import plain

    values = {key: plain(lang, value) for key, value in problem.values.items()}
    text = str(load(lang, "value")["wrong"][problem.code.removeprefix("value_")]).format_map(values)
    return f"{problem.place}: {text}" if problem.place else text


def _nearest(typed: str, known: Sequence[str], wrong: Mapping[str, str]) -> str:
    """The known name that looks most like what was typed; all of them when none does."""
    bare = {name.lstrip("-"): name for name in known}
    matches = get_close_matches(typed.lstrip("-"), bare, 1)
    if matches:
        return wrong["nearest"].format(name=bare[matches[0]])
    return wrong["known"].format(names=", ".join(known)) if known else ""


def write_error(text: str) -> None:
    """Text on stderr; a reader who is gone is no reason to fail."""
    if sys.stderr is None:
        return
    with suppress(OSError):
        _print(sys.stderr, text)


def given(value: str | None, name: str, command: str) -> str:
    """The argument; UsageError when it was left out or empty."""
    if value is None:
        raise UsageError([Problem("missing_argument", "", {"name": name.rstrip("."), "command": command})])
    if not value.strip():
        raise UsageError([Problem("empty_value", name.rstrip("."))])
    return value


def typed(path: str) -> str:
    """A path as it is typed in a command: between quotes where a space would part it."""
    return f'"{path}"' if " " in path else path


def whole_number(option: str, value: str | None, usual: int, *, most: int) -> int:
    """The number of an option, from 1 on; UsageError when it is none or too large."""
    if value is None:
        return usual
    text = value.strip()
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= most):
        raise UsageError([Problem("bad_number", option, {"value": value, "most": most})])
    return int(text)


def filled(option: str, value: str | None) -> str | None:
    """The value of an option; UsageError when it is empty."""
    if value is not None and not value.strip():
        raise UsageError([Problem("empty_value", option)])
    return value


def unusable(path: str, error: Exception) -> Problem:
    """A path that the system refuses to look at."""
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return Problem("name_too_long", path)
    return Problem("path_unusable", path)


def replacing(stream: TextIO) -> None:
    """A character that the terminal's code page does not have becomes one that it has; a euro sign EUR."""
    if hasattr(stream, "reconfigure"):
        codecs.register_error("srtool", _in_other_signs)
        stream.reconfigure(errors="srtool")


def _in_other_signs(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_SIGNS.get(sign, "?") for sign in error.object[error.start : error.end]), error.end


def _print(stream: TextIO, text: str) -> None:
    replacing(stream)
    stream.write(text)
    stream.flush()
