"""What was typed, read by the table of commands: the plain case, without the cost of starting typer.

Whatever is not plain (no command, an option or argument that there is not, a value left out) is for typer, which knows
what to say of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from srtool.cli.commands import COMMANDS, OF_THE_PROGRAM, PARAMETERS, Command, Parameter, Typed, typed

_HELP = ("--help", "-h")


class Call(NamedTuple):
    """One command with the value of each of its parameters, by the name under which it is typed."""

    command: Command
    values: Mapping[str, Typed]


class HelpWanted(NamedTuple):
    """The name of the command or group whose help is asked for; empty for the program itself."""

    name: str


class _Words(NamedTuple):
    """The words after a command, each for what it is."""

    values: dict[str, Typed]
    positional: list[str]
    wants_help: bool


def read(arguments: Sequence[str]) -> Call | HelpWanted | None:
    """What is to be done; None where only typer can tell."""
    rows = {tuple(row.name.split()): row for row in COMMANDS}
    row = rows.get(tuple(arguments[:1])) or rows.get(tuple(arguments[:2]))
    if row is None:
        return _help_above(arguments, {name[0] for name in rows if len(name) > 1})
    parameters = _parameters(row.parameters)
    words = _words(arguments[len(row.name.split()) :], parameters)
    if words is None:
        return None
    if words.wants_help:
        return HelpWanted(row.name)
    return Call(row, words.values) if _is_placed(words, parameters) else None


def _help_above(arguments: Sequence[str], groups: set[str]) -> HelpWanted | None:
    """The help of the program or of a group, where nothing but that was asked for."""
    name = arguments[0] if arguments and arguments[0] in groups else ""
    words = _words(arguments[1:], {}) if name else _words(arguments, _parameters(OF_THE_PROGRAM))
    return HelpWanted(name) if words and words.wants_help and not words.positional else None


def _parameters(keys: Sequence[str]) -> dict[str, Parameter]:
    """By the name under which they are typed."""
    return {PARAMETERS[key].name or key: PARAMETERS[key] for key in keys}


def _words(arguments: Sequence[str], parameters: Mapping[str, Parameter]) -> _Words | None:
    """The values of the options and what stands between them; None where something is not plain."""
    options = {typed(name): name for name, one in parameters.items() if not _is_argument(one)}
    words = _Words({name: _absent(one) for name, one in parameters.items()}, [], wants_help=False)
    left = list(reversed(arguments))
    while left:
        word = left.pop()
        option, equals, value = word.partition("=")
        if word in _HELP:
            words = words._replace(wants_help=True)
        elif not word.startswith("-") or word == "-":
            words.positional.append(word)
        elif option not in options:
            return None
        elif parameters[options[option]].kind == "flag":
            if equals:
                return None
            words.values[options[option]] = True
        elif equals or left:
            _add(words.values, options[option], value if equals else left.pop())
        else:
            return None
    return words


def _is_argument(parameter: Parameter) -> bool:
    return parameter.kind in {"argument", "arguments"}


def _absent(parameter: Parameter) -> Typed:
    """What a parameter is when it was not typed."""
    if parameter.kind == "flag":
        return False
    return [] if parameter.kind in {"arguments", "values"} else parameter.default


def _add(values: dict[str, Typed], name: str, value: str) -> None:
    """One more value of an option; of most the last counts."""
    before = values[name]
    values[name] = [*before, value] if isinstance(before, list) else value


def _is_placed(words: _Words, parameters: Mapping[str, Parameter]) -> bool:
    """Gives each argument what stands in its place; whether nothing was left over."""
    left = list(words.positional)
    for name, parameter in parameters.items():
        if parameter.kind == "arguments":
            words.values[name], left = left, []
        elif parameter.kind == "argument" and left:
            words.values[name] = left.pop(0)
    return not left
