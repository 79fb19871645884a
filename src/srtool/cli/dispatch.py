"""From what was typed to the exit code of its command; what is wrong is said in the language of the reader.

Light: what is asked first and most, the help, is answered without anything of registers or rules.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from srtool.cli import command_line, last_resort
from srtool.cli.language import choose, doubts
from srtool.texts import Lang

if TYPE_CHECKING:
    from srtool.errors import Problem

_COMPLETION = "_SRTOOL_COMPLETE"
"""Set by a shell that asks what may be typed next."""


def dispatch(arguments: Sequence[str]) -> int:
    """Runs the command; what is wrong is said on stderr, in the language of the reader."""
    lang = choose(arguments)
    last_resort.prepare(lang)
    problems: Sequence[Problem] = ()
    try:
        code = _answer(arguments, lang)
    except Exception as error:
        from srtool.errors import SrtoolError

        if not isinstance(error, SrtoolError):
            raise
        problems = error.problems
        code = error.exit_code
    _say(problems, doubts(arguments), lang, quiet="--quiet" in arguments)
    return code


def _answer(arguments: Sequence[str], lang: Lang) -> int:
    """What was typed plainly is done at once; typer is loaded for the rest."""
    if not arguments and _COMPLETION not in os.environ:
        _show_start(lang)
        return 0
    match None if _COMPLETION in os.environ else command_line.read(arguments):
        case command_line.Call(command, values):
            from srtool.cli.carry_out import carry_out

            return carry_out(command, lang, values)
        case command_line.HelpWanted(name):
            _help(name, lang)
            return 0
        case None:
            from srtool.cli import app

            return app.run(arguments, lang)


def _help(name: str, lang: Lang) -> None:
    from srtool.cli import help_page, streams

    _show(help_page.page(name, lang, streams.columns(80)))


def _show_start(lang: Lang) -> None:
    from srtool.cli import start_page

    _show(start_page.page(lang))


def _show(page: str) -> None:
    from srtool.cli import streams

    with streams.to_stdout() as stdout:
        streams.replacing(stdout)
        stdout.write(page)
        stdout.flush()


def _say(problems: Sequence[Problem], doubted: Sequence[Problem], lang: Lang, *, quiet: bool) -> None:
    """What is wrong, and else as a remark why the language is another than somebody set."""
    places = {problem.place for problem in problems}
    rest = [problem for problem in doubted if problem.place not in places]
    if not problems and (quiet or not rest):
        return
    from srtool.cli import saying

    if problems:
        saying.complain(problems, lang)
    if rest and not quiet:
        saying.remark(rest, lang)
