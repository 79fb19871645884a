"""srtool rulesets: which there are, what is in them, and whether one of your own is in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from srtool.cli.options import Options

if TYPE_CHECKING:
    from typer.core import TyperCommand, TyperGroup


def add(app: typer.Typer, options: Options, command: type[TyperCommand], group: type[TyperGroup]) -> None:
    """Puts `rulesets` with its three commands into the program."""
    words = options.words
    layout = words["layout"]
    metavar = layout["options_metavar"]
    below = typer.Typer(
        cls=group,
        help=words["help"]["rulesets"],
        options_metavar=metavar,
        subcommand_metavar=layout["subcommand_metavar"],
        rich_markup_mode=None,
        no_args_is_help=True,
    )
    app.add_typer(below, name="rulesets")

    @below.command("list", cls=command, help=words["help"]["rulesets_list"], options_metavar=metavar)
    def overview(*, on: str | None = options.on, lang: str | None = options.lang) -> int:
        from srtool.cli import output, session
        from srtool.errors import RuleSetError
        from srtool.readers.rules import rule_sets
        from srtool.views.rules import to_lines

        session.language(lang)
        day = session.day(on)
        good, problems = rule_sets.load_all(session.settings().rule_sets)
        output.write_wrapped(to_lines.overview([one.rules for one in good], options.language, day))
        if problems:
            raise RuleSetError(problems)
        return 0

    @below.command("show", cls=command, help=words["help"]["rulesets_show"], options_metavar=metavar)
    def show(
        *,
        name: str | None = options.rule_set_id,
        on: str | None = options.on,
        lang: str | None = options.lang,
    ) -> int:
        from srtool.cli import output, session
        from srtool.readers.rules import rule_sets
        from srtool.views.rules import to_lines

        session.language(lang)
        wanted = session.given(name, words["metavars"]["rule_set_id"], "srtool rulesets show")
        rules = rule_sets.load(rule_sets.find(wanted, session.settings().rule_sets)).rules
        output.write_wrapped(to_lines.show(rules, options.language, session.day(on)))
        return 0

    @below.command("validate", cls=command, help=words["help"]["rulesets_validate"], options_metavar=metavar)
    def validate(*, path: str | None = options.rule_set_file, lang: str | None = options.lang) -> int:
        from pathlib import Path

        from srtool.cli import output, session
        from srtool.readers.rules import rule_sets

        session.language(lang)
        wanted = session.given(path, words["metavars"]["rule_set_file"], "srtool rulesets validate")
        rules = rule_sets.load(Path(wanted)).rules
        output.write(words["wrong"]["valid"].format(path=wanted, id=rules.id) + "\n", out=None, force=False)
        return 0

    @below.command("compare", cls=command, help=words["help"]["rulesets_compare"], options_metavar=metavar)
    def compare(  # noqa: PLR0913 - a command has as many parameters as options
        *,
        one: str | None = options.rule_set_a,
        other: str | None = options.rule_set_b,
        on: str | None = options.on,
        on_b: str | None = options.on_b,
        format: str = options.format,  # noqa: A002 - the name of the option
        lang: str | None = options.lang,
        out: str | None = options.out,
        force: bool = options.force,
    ) -> int:
        from srtool.cli import comparing, output, session

        session.language(lang)
        day = session.day(on)
        first = session.given(one, words["metavars"]["rule_set_a"], "srtool rulesets compare")
        wanted = comparing.Wanted(
            names=(first, first if other is None else session.given(other, "B", "srtool rulesets compare")),
            days=(day, day if on_b is None else session.day(on_b, "--on-b")),
            format=session.choice("--format", format, comparing.FORMATS),
            out=output.text_target(out, force=force),
            force=force,
        )
        return comparing.run(wanted, options.language)
