"""The help pages in the reader's language; typer's own headings are English."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup

from srtool.errors import Problem, UsageError
from srtool.texts import Lang, words

_TYPERS_OWN = frozenset({"help", "install_completion", "show_completion"})


class _Layout:
    """What the help of a command and of a group share."""

    lang: Lang

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer keeps these types to itself
        pieces = ctx.command.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=words(self.lang, "cli.layout")["usage"])

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - idem
        rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for param in ctx.command.get_params(ctx):
            name, explained = param.get_help_record(ctx)
            own = words(self.lang, "cli.options").get(param.name) if param.name in _TYPERS_OWN else None
            rows[param.param_type_name].append((name, own or explained))
        for kind, records in rows.items():
            if records:
                with formatter.section(words(self.lang, "cli.layout")[f"{kind}s"]):
                    formatter.write_dl(records)


class Command(_Layout, TyperCommand):
    """A command whose help is in this language."""

    def __init__(
        self, name: str, lang: Lang, explained: str, parameters: Sequence[Any], work: Callable[..., int]
    ) -> None:
        self.lang = lang
        super().__init__(
            name,
            help=explained,
            params=list(parameters),
            callback=work,
            options_metavar=words(lang, "cli.layout")["options_metavar"],
            rich_markup_mode=None,
        )


class Group(_Layout, TyperGroup):
    """A group of commands in this language, which names the nearest when one is unknown."""

    def __init__(self, name: str, lang: Lang, parameters: Sequence[Any] = ()) -> None:
        self.lang = lang
        super().__init__(
            name=name,
            help=words(lang, "cli.help")[name],
            params=list(parameters),
            options_metavar=words(lang, "cli.layout")["options_metavar"],
            subcommand_metavar=words(lang, "cli.layout")["subcommand_metavar"],
            context_settings={"help_option_names": ["--help", "-h"]},
            rich_markup_mode=None,
            no_args_is_help=True,
        )

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - idem
        super().format_options(ctx, formatter)
        with formatter.section(words(self.lang, "cli.layout")["commands"]):
            formatter.write_dl([(name, command.help) for name, command in self.commands.items()])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - idem
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            values = {"name": args[0], "near": list(self.commands), "command": ctx.command_path}
            raise UsageError([Problem("no_such_command", "", values)])
        return super().resolve_command(ctx, args)
