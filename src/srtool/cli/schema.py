"""srtool schema: the register as JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from srtool.cli.options import Options

if TYPE_CHECKING:
    from typer.core import TyperCommand


def add(app: typer.Typer, options: Options, command: type[TyperCommand]) -> None:
    """Puts `schema` into the program."""
    words = options.words

    @app.command(
        "schema",
        cls=command,
        help=words["help"]["schema"],
        options_metavar=words["layout"]["options_metavar"],
    )
    def schema(*, out: str | None = options.out, force: bool = options.force, lang: str | None = options.lang) -> int:
        from srtool.cli import output, session
        from srtool.views.register import to_schema

        session.language(lang)
        target = output.text_target(out, force=force)
        output.write(to_schema.register(options.language), out=target, force=force)
        return 0
