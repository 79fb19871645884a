"""The help pages in the reader's language; typer's own headings are English."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup

from srtool.errors import Problem, UsageError
from srtool.texts import Lang, load


class _Layout:
    """What the help of a command and of a group share."""

    words: dict[str, Any]

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer keeps these types to itself
        pieces = ctx.command.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=self.words["layout"]["usage"])

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - idem
        rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for param in ctx.command.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None:
                own = self.words["options"].get(param.name) if param.name in _TYPERS_OWN else None
                rows[param.param_type_name].append((record[0], own or record[1].removesuffix("[required]").rstrip()))
        for sort, records in rows.items():
            if records:
                with formatter.section(self.words["layout"][f"{sort}s"]):
                    formatter.write_dl(records)

    def section_of_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - idem
        commands = ctx.command.commands
        with formatter.section(self.words["layout"]["commands"]):
            formatter.write_dl([(name, command.help) for name, command in commands.items()])


_TYPERS_OWN = frozenset({"help", "install_completion", "show_completion"})


def command_class(lang: Lang) -> type[TyperCommand]:
    """A command whose help is in this language."""

    class Command(_Layout, TyperCommand):
        words = load(lang, "cli")

    return Command


def group_class(lang: Lang) -> type[TyperGroup]:
    """A group whose help is in this language, and which names the nearest command when one is unknown."""

    class Group(_Layout, TyperGroup):
        words = load(lang, "cli")

        def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - idem
            super().format_options(ctx, formatter)
            self.section_of_commands(ctx, formatter)

        def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - idem
            if args and not args[0].startswith("-") and args[0] not in self.commands:
                known = list(self.commands)
                raise UsageError(
                    [
                        Problem(
                            "no_such_command",
                            "",
                            {"name": args[0], "near": known, "command": ctx.command_path},
                        )
                    ]
                )
            return super().resolve_command(ctx, args)

    return Group
