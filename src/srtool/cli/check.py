"""srtool check: findings on drafts or a whole register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from srtool.cli.options import Options

if TYPE_CHECKING:
    from typer.core import TyperCommand


def add(app: typer.Typer, options: Options, command: type[TyperCommand]) -> None:
    """Puts `check` into the program."""
    words = options.words

    @app.command("check", cls=command, help=words["help"]["check"], options_metavar=words["layout"]["options_metavar"])
    def check(  # noqa: PLR0913 - a command has as many parameters as options
        *,
        paths: list[str] | None = options.paths,
        rule_set: str | None = options.rule_set,
        on: str | None = options.on,
        select: str | None = options.select,
        motivation: str | None = options.motivation,
        strict: bool = options.strict,
        format: str = options.format,  # noqa: A002 - the name of the option
        lang: str | None = options.lang,
        out: str | None = options.out,
        force: bool = options.force,
        fail_on: str = options.fail_on,
        why: bool = options.why,
        quiet: bool = options.quiet,
    ) -> int:
        from srtool.cli import checking, output, session

        session.language(lang)
        session.given(paths[0] if paths else None, words["metavars"]["paths"], "srtool check")
        wanted = checking.Wanted(
            paths=tuple(paths or ()),
            rule_set=session.filled("--rule-set", rule_set),
            on=session.day(on),
            codes=checking.selected(select),
            motivation=motivation,
            strict=strict,
            format=session.choice("--format", format, checking.FORMATS),
            fail_on=session.choice("--fail-on", fail_on, checking.FAIL_ON),
            out=output.text_target(out, force=force, inputs=[*(paths or ()), *filter(None, [motivation])]),
            force=force,
            why=why,
            quiet=quiet,
        )
        return checking.run(wanted, options.language)
