"""The table of commands as a typer program in one language: for completion, and for what is not plainly typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from typer._click.exceptions import ClickException  # typer has carried its own click since 0.26
from typer.core import TyperArgument, TyperOption
from typer.main import get_install_completion_arguments

from srtool.cli import commands
from srtool.cli.carry_out import carry_out
from srtool.cli.layout import Command, Group
from srtool.errors import UsageError
from srtool.texts import Lang, words


def run(arguments: Sequence[str], lang: Lang) -> int:
    """The exit code of what was typed; UsageError for what there is not."""
    try:
        code = build(lang).main(list(arguments), prog_name="srtool", standalone_mode=False)
    except ClickException as error:
        from srtool.cli.wrong_use import translate

        problem = translate(error)
        if problem is not None:
            raise UsageError([problem]) from error
        return UsageError.exit_code
    return code if isinstance(code, int) else 0


def build(lang: Lang) -> Group:
    """The program with its help in this language."""
    own = [_parameter(key, lang) for key in commands.OF_THE_PROGRAM]
    top = Group("", lang, [*own, *get_install_completion_arguments()])
    groups = {"": top}
    for row in commands.COMMANDS:
        above = row.name.rpartition(" ")[0]
        if above not in groups:
            groups[above] = Group(above, lang)
            top.add_command(groups[above])
        parameters = [_parameter(key, lang) for key in row.parameters]
        groups[above].add_command(Command(row.name, lang, parameters, _call(row, lang)))
    return top


def _call(row: commands.Command, lang: Lang) -> Callable[..., int]:
    def call(**values: commands.Typed) -> int:
        return carry_out(row, lang, values)

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
            return TyperOption(param_decls=[commands.typed(name), name], is_flag=True, default=False, help=explained)
        case "value" | "values":
            several = defined.kind == "values"
            return TyperOption(
                param_decls=[commands.typed(name), name],
                multiple=several,
                default=defined.default,
                help=explained,
                metavar=shown,
            )
