"""srtool report: the overview as an Excel workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from srtool.cli.options import Options

if TYPE_CHECKING:
    from typer.core import TyperCommand


def add(app: typer.Typer, options: Options, command: type[TyperCommand]) -> None:
    """Puts `report` into the program."""
    words = options.words

    @app.command(
        "report", cls=command, help=words["help"]["report"], options_metavar=words["layout"]["options_metavar"]
    )
    def report(  # noqa: PLR0913 - a command has as many parameters as options
        *,
        path: str | None = options.register,
        out: str | None = options.out_workbook,
        on: str | None = options.on,
        rule_set: str | None = options.rule_set,
        previous: str | None = options.previous,
        lang: str | None = options.lang,
        force: bool = options.force,
        quiet: bool = options.quiet,
    ) -> int:
        from srtool.cli import reporting, session

        session.language(lang)
        register = session.given(path, words["metavars"]["register"], "srtool report")
        wanted = reporting.Wanted(
            path=register,
            out=reporting.target(out, force=force, inputs=[register, *([previous] if previous else [])]),
            on=session.day(on),
            rule_set=session.filled("--rule-set", rule_set),
            previous=session.filled("--previous", previous),
            force=force,
            quiet=quiet,
        )
        return reporting.run(wanted, options.language)
