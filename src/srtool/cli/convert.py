"""srtool convert: a register from TOML to Excel and back, or tidied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from srtool.cli.options import Options

if TYPE_CHECKING:
    from typer.core import TyperCommand


def add(app: typer.Typer, options: Options, command: type[TyperCommand]) -> None:
    """Puts `convert` into the program."""
    words = options.words

    @app.command(
        "convert", cls=command, help=words["help"]["convert"], options_metavar=words["layout"]["options_metavar"]
    )
    def convert(
        *,
        source: str | None = options.source,
        target: str | None = options.target,
        force: bool = options.force,
        lang: str | None = options.lang,
        quiet: bool = options.quiet,
    ) -> int:
        from srtool.cli import converting, session

        session.language(lang)
        wanted = converting.Wanted(
            source=session.given(source, words["metavars"]["source"], "srtool convert"),
            target=session.given(target, words["metavars"]["target"], "srtool convert"),
            force=force,
            quiet=quiet,
        )
        return converting.run(wanted, options.language)
