"""The table of commands as one program in one language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from typer._click.exceptions import ClickException  # typer has carried its own click since 0.26
from typer.core import TyperArgument, TyperOption
from typer.main import get_install_completion_arguments

from srtool.cli import commands, last_resort
from srtool.cli.language import choose, doubts
from srtool.cli.layout import Command, Group
from srtool.cli.options import Options, typed
from srtool.errors import Problem, SrtoolError
from srtool.garbage import no_collecting
from srtool.texts import Lang, words


def build(lang: Lang) -> Group:
    """The program with its help in this language."""
    own = [_parameter(key, lang) for key in commands.OF_THE_PROGRAM]
    top = Group("srtool", lang, [*own, *get_install_completion_arguments()])
    groups = {"": top}
    for row in commands.COMMANDS:
        above, _, name = row.name.rpartition(" ")
        if above not in groups:
            groups[above] = Group(above, lang)
            top.add_command(groups[above])
        parameters = [_parameter(key, lang) for key in row.parameters]
        explained = words(lang, "cli.help")[row.name.replace(" ", "_")]
        groups[above].add_command(Command(name, lang, explained, parameters, _call(row, lang)))
    return top


def _call(row: commands.Command, lang: Lang) -> Callable[..., int]:
    """The work of a command, whose module is loaded when it is called."""

    def call(**values: Any) -> int:  # noqa: ANN401 - what was typed: text, texts or yes/no
        options = Options(f"srtool {row.name}", lang, values)
        options.language()
        work: Callable[[Options], int] = getattr(import_module(f"srtool.cli.{row.module}"), row.function)
        with no_collecting():  # one command, after which the process ends
            return work(options)

    return call


def _parameter(key: str, lang: Lang) -> TyperArgument | TyperOption:
    """The argument or option with this key, as typer knows it."""
    defined = commands.PARAMETERS[key]
    name = defined.name or key
    explained = words(lang, "cli.options")[key]
    shown = words(lang, "cli.metavars").get(name)
    match defined.kind:
        case "argument" | "arguments":
            number = -1 if defined.kind == "arguments" else 1
            return TyperArgument(
                param_decls=[name], nargs=number, required=False, help=explained, metavar=shown, show_default=False
            )
        case "flag":
            return TyperOption(param_decls=[typed(name), name], is_flag=True, default=False, help=explained)
        case "value" | "values":
            several = defined.kind == "values"
            return TyperOption(
                param_decls=[typed(name), name],
                multiple=several,
                default=defined.default,
                help=explained,
                metavar=shown,
            )


def dispatch(arguments: Sequence[str]) -> int:
    """Runs the command; what is wrong is said on stderr, in the language of the reader."""
    lang = choose(arguments)
    last_resort.prepare(lang)
    problems: Sequence[Problem] = ()
    try:
        code = build(lang).main(list(arguments), prog_name="srtool", standalone_mode=False)
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
    from srtool.cli import saying

    if problems:
        saying.complain(problems, lang)
    places = {problem.place for problem in problems}
    rest = [problem for problem in doubted if problem.place not in places]
    if rest and not quiet:
        saying.remark(rest, lang)
