"""Dutch or English: what was asked for, else the settings, else the system."""

from __future__ import annotations

import locale
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from srtool.texts import LANGUAGES, Lang

SETTINGS = "srtool.toml"
_DUTCH = ("nl", "dutch")


def choose(arguments: Sequence[str]) -> Lang:
    """What --lang, SRTOOL_LANG or srtool.toml names; else the language of the system, else English."""
    for named in (*_asked(arguments), os.environ.get("SRTOOL_LANG")):
        for lang in LANGUAGES:
            if named == lang:
                return lang
    return _configured() or _of_the_system()


def settings_path() -> Path | None:
    """The srtool.toml that holds here: in this folder, else in the nearest one above."""
    try:
        here = Path.cwd()
        return next((path for folder in (here, *here.parents) if (path := folder / SETTINGS).is_file()), None)
    except OSError:  # the folder is gone, or one above may not be looked into
        return None


def _asked(arguments: Sequence[str]) -> Iterator[str]:
    for place, argument in enumerate(arguments):
        if argument == "--":
            return
        if argument.startswith("--lang="):
            yield argument.removeprefix("--lang=")
        elif argument == "--lang" and place + 1 < len(arguments):
            yield arguments[place + 1]


def _configured() -> Lang | None:
    path = settings_path()
    if path is None:
        return None
    from srtool.errors import SrtoolError
    from srtool.readers import settings

    try:
        return settings.load(path).lang
    except SrtoolError:  # the command itself says what is wrong with it
        return None


def _of_the_system() -> Lang:
    named = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(key))), None)
    if named is None:
        named = locale.getlocale()[0] or ""
    return "nl" if named.lower().startswith(_DUTCH) else "en"
