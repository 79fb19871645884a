"""srtool init: a commented draft to fill in, an empty register in Excel, or a workbook for a supplier."""

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
        workbook: str | None = options.supplier_workbook,
        supplier: str | None = options.supplier,
        rule_set: str | None = options.rule_set_of_new,
        force: bool = options.force,
        lang: str | None = options.lang,
    ) -> int:
        from srtool.cli import initialising, session
        from srtool.errors import Problem, UsageError

        session.language(lang)
        if session.filled("--supplier", supplier) is not None:
            from srtool.cli import asking

            if rule_set is not None:
                raise UsageError([Problem("rule_set_of_contracts", "--rule-set")])
            asked = asking.Wanted(
                register=session.given(path, words["metavars"]["register"], "srtool init"),
                supplier=str(supplier),
                path=session.given(workbook, words["metavars"]["supplier_workbook"].strip("[]"), "srtool init"),
                on=session.day(None),
                force=force,
            )
            return asking.run(asked, options.language)
        if workbook is not None:
            raise UsageError([Problem("extra_arguments", "", {"extra": workbook, "command": "srtool init"})])
        wanted = initialising.Wanted(
            path=session.given(path, words["metavars"]["draft"], "srtool init"),
            rule_set=session.filled("--rule-set", rule_set),
            force=force,
        )
        return initialising.run(wanted, options.language)
