"""The commands as one program in one language."""

from __future__ import annotations

from collections.abc import Sequence

import typer
from typer._click.exceptions import ClickException  # typer has carried its own click since 0.26

from srtool.cli import bundle, check, convert, explain, import_, init, monitor, report, rulesets, schema, value
from srtool.cli.language import choose, doubts
from srtool.cli.layout import command_class, group_class
from srtool.cli.options import Options
from srtool.errors import Problem, SrtoolError
from srtool.texts import Lang, load

_CONTEXT = {"help_option_names": ["--help", "-h"]}


def build(lang: Lang) -> typer.Typer:
    """The program with its help in this language."""
    options = Options(lang)
    text = load(lang, "cli")
    group, command = group_class(lang), command_class(lang)
    app = typer.Typer(
        cls=group,
        help=text["help"]["srtool"],
        options_metavar=text["layout"]["options_metavar"],
        subcommand_metavar=text["layout"]["subcommand_metavar"],
        context_settings=_CONTEXT,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
    )

    @app.callback()
    def root(*, lang: str | None = options.lang, version: bool = options.version) -> None:
        """Nothing itself: the language was chosen before, and the version answered earlier."""

    for part in (check, bundle, monitor, report, value, explain, init, convert, import_, schema):
        part.add(app, options, command)
    rulesets.add(app, options, command, group)
    return app


def dispatch(arguments: Sequence[str]) -> int:
    """Runs the command; what is wrong is said on stderr, in the language of the reader."""
    lang = choose(arguments)
    problems: Sequence[Problem] = ()
    try:
        command = typer.main.get_command(build(lang))
        code = command.main(list(arguments), prog_name="srtool", standalone_mode=False)
    except ClickException as error:
        from srtool.cli.wrong_use import translate

        problem = translate(error)
        problems = () if problem is None else (problem,)
        code = 2
    except SrtoolError as error:
        problems = error.problems
        code = error.exit_code
    _say(problems, doubts(arguments), lang, quiet="--quiet" in arguments)
    return code if isinstance(code, int) else 0


def _say(problems: Sequence[Problem], doubted: Sequence[Problem], lang: Lang, *, quiet: bool) -> None:
    """What is wrong, and else as a remark why the language is another than somebody set."""
    from srtool.cli import session

    if problems:
        session.complain(problems, lang)
    said = {problem.place for problem in problems}
    rest = [problem for problem in doubted if problem.place not in said]
    if rest and not quiet:
        session.remark(rest, lang)
