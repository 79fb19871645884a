"""srtool explain: one check in full, or all of them in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from srtool.cli.options import Options

if TYPE_CHECKING:
    from typer.core import TyperCommand


def add(app: typer.Typer, options: Options, command: type[TyperCommand]) -> None:
    """Puts `explain` into the program."""
    words = options.words

    @app.command(
        "explain",
        cls=command,
        help=words["help"]["explain"],
        options_metavar=words["layout"]["options_metavar"],
    )
    def explain(*, code: str | None = options.code, lang: str | None = options.lang) -> int:
        from srtool.checks import ALL
        from srtool.cli import output, session
        from srtool.errors import Problem, UsageError
        from srtool.views.check import explanation

        session.language(lang)
        session.filled(words["metavars"]["code"], code)
        known = [check.code for check in ALL]
        if code is None:
            lines = explanation.overview(known, options.language)
        elif code.strip().upper() in known:
            from srtool.readers.rules import rule_sets

            rules = [rule_sets.load(rule_sets.find(name, None)).rules for name in rule_sets.shipped()]
            lines = explanation.check(code.strip().upper(), rules, options.language)
        else:
            raise UsageError([Problem("unknown_code", "", {"codes": code, "known": ", ".join(known)})])
        output.write_wrapped(lines)
        return 0
