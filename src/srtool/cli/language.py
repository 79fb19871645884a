"""Dutch or English: what was asked for, else the settings, else the system."""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from srtool.cli import settings_file
from srtool.texts import LANGUAGES, Lang

if TYPE_CHECKING:
    from srtool.errors import Problem

VARIABLE = "SRTOOL_LANG"
_DUTCH = ("nl", "dutch")


def choose(arguments: Sequence[str]) -> Lang:
    """What --lang, SRTOOL_LANG or srtool.toml names; else the language of the system, else English."""
    for named in _asked(arguments):
        for lang in LANGUAGES:
            if named.strip().lower() == lang:
                return lang
    return _written(os.environ.get(VARIABLE, "")) or _configured()[0] or _of_the_system()


def doubts(arguments: Sequence[str]) -> Sequence[Problem]:
    """The settings of the language that were of no use, where one of them was to choose."""
    if any(named.strip().lower() in LANGUAGES for named in _asked(arguments)):
        return ()
    named = os.environ.get(VARIABLE, "")
    if _written(named):
        return ()
    return [*(_unknown(named) if named else ()), *_configured()[1]]


def _unknown(named: str) -> Iterator[Problem]:
    from srtool.errors import Problem

    yield Problem("bad_choice", VARIABLE, {"value": named, "choices": ", ".join(LANGUAGES)})


def _written(name: str) -> Lang | None:
    """The language of a name such as `NL` or `nl_NL.UTF-8`."""
    start = re.split(r"[-_.@]", name.strip().lower(), maxsplit=1)[0]
    return next((lang for lang in LANGUAGES if start == lang), None)


def _asked(arguments: Sequence[str]) -> Iterator[str]:
    for place, argument in enumerate(arguments):
        if argument == "--":
            return
        if argument.startswith("--lang="):
            yield argument.removeprefix("--lang=")
        elif argument == "--lang" and place + 1 < len(arguments):
            yield arguments[place + 1]


def _configured() -> tuple[Lang | None, Sequence[Problem]]:
    """The language in the settings, and what is wrong with them."""
    path = settings_file.find()
    if path is None:
        return None, ()
    from srtool.errors import SrtoolError
    from srtool.readers import settings

    try:
        return settings.load(path).lang, ()
    except SrtoolError as error:
        return None, error.problems


def _of_the_system() -> Lang:
    named = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(key))), None)
    if named is None:
        named = locale.getlocale()[0] or ""
    return "nl" if named.lower().startswith(_DUTCH) else "en"
