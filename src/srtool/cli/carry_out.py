"""The work of one command, whose module is loaded when it is called."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module

from srtool.cli.commands import Command, Typed
from srtool.cli.options import Options
from srtool.garbage import no_collecting
from srtool.texts import Lang


def carry_out(command: Command, lang: Lang, values: Mapping[str, Typed]) -> int:
    """The exit code of a command with what was typed for it."""
    options = Options(f"srtool {command.name}", lang, values)
    options.language()
    work: Callable[[Options], int] = getattr(import_module(f"srtool.cli.{command.module}"), command.function)
    with no_collecting():  # one command, after which the process ends
        code = work(options)
    if sys.stdout is not None and sys.stdout.isatty():  # elsewhere nobody is there to be told what comes next
        from srtool.cli.next_step import propose

        propose(command, options)
    return code
