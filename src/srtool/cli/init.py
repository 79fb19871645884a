"""srtool init: a commented draft to fill in, or an empty register in Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from srtool.cli.options import Options

if TYPE_CHECKING:
    from typer.core import TyperCommand


def add(app: typer.Typer, options: Options, command: type[TyperCommand]) -> None:
    """Puts `init` into the program."""
    words = options.words

    @app.command("init", cls=command, help=words["help"]["init"], options_metavar=words["layout"]["options_metavar"])
    def init(
        *,
        path: str | None = options.draft,
        rule_set: str | None = options.rule_set_of_new,
        force: bool = options.force,
        lang: str | None = options.lang,
    ) -> int:
        from srtool.cli import initialising, session

        session.language(lang)
        wanted = initialising.Wanted(
            path=session.given(path, words["metavars"]["draft"], "srtool init"),
            rule_set=session.filled("--rule-set", rule_set),
            force=force,
        )
        return initialising.run(wanted, options.language)
