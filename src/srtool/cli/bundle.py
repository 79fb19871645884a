"""srtool bundle: combinations of small contracts that would carry social return."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from srtool.cli.options import Options

if TYPE_CHECKING:
    from typer.core import TyperCommand


def add(app: typer.Typer, options: Options, command: type[TyperCommand]) -> None:
    """Puts `bundle` into the program."""
    words = options.words

    @app.command(
        "bundle", cls=command, help=words["help"]["bundle"], options_metavar=words["layout"]["options_metavar"]
    )
    def bundle(  # noqa: PLR0913 - a command has as many parameters as options
        *,
        path: str | None = options.register,
        by: str | None = options.by,
        window: str | None = options.window,
        motivation: str | None = options.motivation,
        write: str | None = options.write,
        rule_set: str | None = options.rule_set,
        on: str | None = options.on,
        strict: bool = options.strict,
        format: str = options.format,  # noqa: A002 - the name of the option
        lang: str | None = options.lang,
        out: str | None = options.out,
        force: bool = options.force,
        fail_on: str = options.fail_on,
        why: bool = options.why,
        quiet: bool = options.quiet,
    ) -> int:
        from srtool.cli import bundling, checking, output, session

        session.language(lang)
        register = session.given(path, words["metavars"]["register"], "srtool bundle")
        inputs = [name for name in (register, motivation) if name]
        wanted = bundling.Wanted(
            path=register,
            by=bundling.grouped_by(by),
            window=bundling.months(window),
            motivation=motivation,
            write=bundling.motivation_target(write, force=force, others=[register, *filter(None, [out])]),
            rule_set=session.filled("--rule-set", rule_set),
            on=session.day(on),
            strict=strict,
            format=session.choice("--format", format, checking.FORMATS),
            fail_on=session.choice("--fail-on", fail_on, checking.FAIL_ON),
            out=output.text_target(out, force=force, inputs=inputs),
            force=force,
            why=why,
            quiet=quiet,
        )
        return bundling.run(wanted, options.language)
