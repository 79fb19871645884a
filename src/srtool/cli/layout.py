"""The commands of typer with the help of srtool, which is in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup

from srtool.cli import help_page
from srtool.errors import Problem, UsageError
from srtool.texts import Lang


class _Layout:
    """What the help of a command and of a group share."""

    lang: Lang
    path: str
    """The name with that of its group before it; empty for the program."""

    def format_help(self, _: Any, formatter: Any) -> None:  # noqa: ANN401 - typer keeps these types to itself
        formatter.write(help_page.page(self.path, self.lang, formatter.width + 2))


class Command(_Layout, TyperCommand):
    """A command whose help is in this language."""

    def __init__(self, path: str, lang: Lang, parameters: Sequence[Any], work: Callable[..., int]) -> None:
        self.lang, self.path = lang, path
        super().__init__(
            path.rpartition(" ")[2],
            help=help_page.explained(path, lang),
            params=list(parameters),
            callback=work,
            rich_markup_mode=None,
        )


class Group(_Layout, TyperGroup):
    """A group of commands in this language, which names the nearest when one is unknown."""

    def __init__(self, path: str, lang: Lang, parameters: Sequence[Any] = ()) -> None:
        self.lang, self.path = lang, path
        super().__init__(
            name=path or "srtool",
            help=help_page.explained(path, lang),
            params=list(parameters),
            context_settings={"help_option_names": ["--help", "-h"]},
            rich_markup_mode=None,
            no_args_is_help=True,
        )

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - idem
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            values = {"name": args[0], "near": list(self.commands), "command": ctx.command_path}
            raise UsageError([Problem("no_such_command", "", values)])
        return super().resolve_command(ctx, args)
