"""The help of the program, of a group and of a command, made from the table of commands in one language.

It needs no typer: whoever asks for help is answered before that is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from srtool.cli import commands
from srtool.cli.commands import typed
from srtool.texts import Lang, words

_MOST, _LEAST = 78, 50
"""Characters on a line, whatever the width of the terminal."""
_FIRST_COLUMN = 30
"""Characters of a name before its explanation begins on the next line."""
_OF_TYPER = ("--install-completion", "--show-completion")
_HELP = "-h, --help"
Row = tuple[str, str]
"""A name and its explanation."""


def page(name: str, lang: Lang, columns: int) -> str:
    """The help of `check` or `rulesets show`, of a group, or with an empty name of the program; ends with its line."""
    width = max(min(columns - 2, _MOST), _LEAST)
    row = next((row for row in commands.COMMANDS if row.name == name), None)
    keys = row.parameters if row else () if name else commands.OF_THE_PROGRAM
    arguments = [key for key in keys if commands.PARAMETERS[key].kind.startswith("argument")]
    sections = {
        "arguments": [(_metavar(key, lang), words(lang, "cli.options")[key]) for key in arguments],
        "options": [*(_option(key, lang) for key in keys if key not in arguments), *_common(name, lang)],
        "commands": [] if row else list(_commands(name, lang)),
    }
    lines = [*_usage(name, arguments, lang, width, is_group=row is None), ""]
    lines += wrap(explained(name, lang), width, initial_indent="  ", subsequent_indent="  ")
    for title, rows in sections.items():
        if rows:
            lines += ["", f"{words(lang, 'cli.layout')[title]}:", *_listed(rows, width)]
    return "\n".join(lines) + "\n"


def explained(name: str, lang: Lang) -> str:
    """What the program, a group or a command does, in one paragraph."""
    return words(lang, "cli.help")[name.replace(" ", "_") or "srtool"]


def _usage(name: str, arguments: Iterable[str], lang: Lang, width: int, *, is_group: bool) -> list[str]:
    layout = words(lang, "cli.layout")
    start = f"{layout['usage']}srtool {name} ".replace("  ", " ")
    shown = [layout["options_metavar"], *(f"[{_metavar(key, lang).strip('[]')}]" for key in arguments)]
    if is_group:
        shown.append(layout["subcommand_metavar"])
    return wrap(" ".join(shown), width, initial_indent=start, subsequent_indent=" " * len(start))


def _metavar(key: str, lang: Lang) -> str:
    """What stands for the value of a parameter: `FILE`."""
    return words(lang, "cli.metavars")[commands.PARAMETERS[key].name or key]


def _option(key: str, lang: Lang) -> Row:
    parameter = commands.PARAMETERS[key]
    option = typed(parameter.name or key)
    shown = option if parameter.kind == "flag" else f"{option} {_metavar(key, lang)}"
    return shown, words(lang, "cli.options")[key]


def _common(name: str, lang: Lang) -> Iterator[Row]:
    """The options that the table does not name: those of typer for the program, and help for all."""
    texts = words(lang, "cli.options")
    for option in () if name else _OF_TYPER:
        yield option, texts[option.removeprefix("--").replace("-", "_")]
    yield _HELP, texts["help"]


def _commands(above: str, lang: Lang) -> Iterator[Row]:
    """The commands of the program or of a group, a group with its own name, in the order of the table."""
    prefix = f"{above} " if above else ""
    names = (row.name.removeprefix(prefix).split()[0] for row in commands.COMMANDS if row.name.startswith(prefix))
    for name in dict.fromkeys(names):
        yield name, explained(f"{prefix}{name}", lang)


def _listed(rows: list[Row], width: int) -> Iterator[str]:
    """The names in a first column, each explanation beside its name, below it where the name is long."""
    column = min(max(len(name) for name, _ in rows), _FIRST_COLUMN) + 2
    for name, text in rows:
        beside = wrap(text, max(width - column - 2, 10))
        if len(name) > column - 2:
            yield f"  {name}"
            name = ""  # noqa: PLW2901 - it has been said
        for line in beside:
            yield f"  {name:<{column}}{line}"
            name = ""  # noqa: PLW2901 - idem
