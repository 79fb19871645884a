"""srtool monitor: the finger on the pulse after the award."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from srtool.cli.options import Options

if TYPE_CHECKING:
    from typer.core import TyperCommand


def add(app: typer.Typer, options: Options, command: type[TyperCommand]) -> None:
    """Puts `monitor` into the program."""
    words = options.words

    @app.command(
        "monitor", cls=command, help=words["help"]["monitor"], options_metavar=words["layout"]["options_metavar"]
    )
    def monitor(  # noqa: PLR0913 - a command has as many parameters as options
        *,
        path: str | None = options.register,
        on: str | None = options.on,
        top: str | None = options.top,
        contract: str | None = options.contract,
        agenda: bool = options.agenda,
        silent_after: str | None = options.silent_after,
        rule_set: str | None = options.rule_set,
        strict: bool = options.strict,
        format: str = options.format,  # noqa: A002 - the name of the option
        lang: str | None = options.lang,
        out: str | None = options.out,
        force: bool = options.force,
        fail_on: str = options.fail_on_monitor,
        why: bool = options.why,
        quiet: bool = options.quiet,
    ) -> int:
        from srtool.cli import checking, monitoring, output, session
        from srtool.errors import Problem, UsageError

        session.language(lang)
        if format == "ics" and not agenda:
            raise UsageError([Problem("ics_needs_agenda", "--format ics")])
        register = session.given(path, words["metavars"]["register"], "srtool monitor")
        wanted = monitoring.Wanted(
            path=register,
            on=session.day(on),
            top=session.whole_number("--top", top, 10, most=monitoring.MOST),
            contract=session.filled("--contract", contract),
            agenda=agenda,
            silent_after=None
            if silent_after is None
            else session.whole_number("--silent-after", silent_after, 0, most=3650),
            rule_set=session.filled("--rule-set", rule_set),
            strict=strict,
            format=session.choice("--format", format, monitoring.formats(agenda=agenda)),
            fail_on=session.choice("--fail-on", fail_on, checking.FAIL_ON),
            out=output.text_target(out, force=force, inputs=[register]),
            force=force,
            why=why,
            quiet=quiet,
        )
        return monitoring.run(wanted, options.language)
