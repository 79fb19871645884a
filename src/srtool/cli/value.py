"""srtool value: what one effort is worth, in one rule set or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from srtool.cli.options import Options

if TYPE_CHECKING:
    from typer.core import TyperCommand


def add(app: typer.Typer, options: Options, command: type[TyperCommand]) -> None:
    """Puts `value` into the program."""
    words = options.words

    @app.command("value", cls=command, help=words["help"]["value"], options_metavar=words["layout"]["options_metavar"])
    def value(  # noqa: PLR0913 - a command has as many parameters as options
        *,
        block: str | None = options.block,
        hours: str | None = options.hours,
        full_time: bool = options.full_time,
        months: str | None = options.months,
        start: str | None = options.start,
        end: str | None = options.end,
        amount: str | None = options.amount,
        bonus: list[str] | None = options.bonus,
        rule_set: str | None = options.rule_set,
        everywhere: bool = options.all,
        on: str | None = options.on,
        format: str = options.format,  # noqa: A002 - the name of the option
        lang: str | None = options.lang,
        out: str | None = options.out,
        force: bool = options.force,
        why: bool = options.why,
    ) -> int:
        from srtool.cli import output, session, valuing

        session.language(lang)
        wanted = valuing.Wanted(
            block=session.given(block, words["metavars"]["block"], "srtool value"),
            hours=valuing.hours(hours, full_time=full_time),
            full_time=full_time,
            term=valuing.term(months, start, end),
            amount=valuing.amount(amount),
            bonuses=tuple(bonus or ()),
            rule_set=valuing.only_one(session.filled("--rule-set", rule_set), everywhere=everywhere),
            everywhere=everywhere,
            on=session.day(on),
            format=session.choice("--format", format, valuing.FORMATS),
            out=output.text_target(out, force=force),
            force=force,
            why=why,
        )
        return valuing.run(wanted, options.language)
