"""srtool import: efforts that a supplier sent back, into the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from srtool.cli.options import Options

if TYPE_CHECKING:
    from typer.core import TyperCommand


def add(app: typer.Typer, options: Options, command: type[TyperCommand]) -> None:
    """Puts `import` into the program."""
    words = options.words

    @app.command(
        "import", cls=command, help=words["help"]["import"], options_metavar=words["layout"]["options_metavar"]
    )
    def import_(  # noqa: PLR0913 - a command has as many parameters as options
        *,
        path: str | None = options.workbook,
        into: str | None = options.into,
        on: str | None = options.on_import,
        lang: str | None = options.lang,
        out: str | None = options.out,
        force: bool = options.force_import,
        quiet: bool = options.quiet,
    ) -> int:
        from srtool.cli import importing, session

        session.language(lang)
        workbook = session.given(path, words["metavars"]["workbook"], "srtool import")
        register = importing.register_path(into)
        wanted = importing.Wanted(
            path=workbook,
            into=register,
            on=session.day(on),
            out=importing.target(out, force=force, inputs=[workbook, register]),
            out_given=out is not None,
            force=force,
            quiet=quiet,
        )
        return importing.run(wanted, options.language)
