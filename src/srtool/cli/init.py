"""srtool init: a commented draft to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from srtool.cli.options import Options

if TYPE_CHECKING:
    from typer.core import TyperCommand

SUPPORTED = (".toml",)


def add(app: typer.Typer, options: Options, command: type[TyperCommand]) -> None:
    """Puts `init` into the program."""
    words = options.words

    @app.command("init", cls=command, help=words["help"]["init"], options_metavar=words["layout"]["options_metavar"])
    def init(
        *,
        path: str | None = options.draft,
        workbook: str | None = options.supplier_workbook,
        supplier: str | None = options.supplier,
        force: bool = options.force,
        lang: str | None = options.lang,
    ) -> int:
        from pathlib import Path

        from srtool import texts
        from srtool.cli import output, session
        from srtool.errors import OutputError, Problem, UsageError

        session.language(lang)
        if session.filled("--supplier", supplier) is not None:
            from srtool.cli import asking

            register = session.given(path, words["metavars"]["register"], "srtool init")
            target = session.given(workbook, words["metavars"]["supplier_workbook"].strip("[]"), "srtool init")
            return asking.run(register, str(supplier), target, session.day(None), options.language, force=force)
        if workbook is not None:
            raise UsageError([Problem("extra_arguments", "", {"extra": workbook, "command": "srtool init"})])
        wanted = session.given(path, words["metavars"]["draft"], "srtool init")
        if Path(wanted).suffix.lower() not in SUPPORTED:
            raise OutputError([Problem("suffix", wanted, {"supported": ", ".join(SUPPORTED)})])
        out = output.target(wanted, force=force)
        draft = Path(texts.__file__).parent / options.language / "draft.toml"
        output.write(draft.read_text(encoding="utf-8"), out=out, force=force)
        session.write_error(words["wrong"]["written"].format(path=wanted) + "\n")
        return 0
