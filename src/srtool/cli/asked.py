"""What was asked for, kept with the answer, so that the same can be asked again."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from srtool.cli import settings_file
from srtool.cli.commands import COMMANDS, PARAMETERS, typed
from srtool.cli.options import Options
from srtool.finding import Receipt, Report

_KINDS = frozenset({"argument", "arguments"})
_OF_THE_OUTPUT = frozenset(
    (
        *("out", "force", "format", "lang", "quiet", "on", "strict", "fail_on", "why", "full", "mark", "write"),
        "allow_paths",
    )
)
"""What says how an answer is written, not what is in it; the day stands in the receipt itself."""


def with_options(report: Report, options: Options) -> Report:
    """The report, whose receipt says what else was typed and which settings held."""
    return replace(report, receipt=of(report.receipt, options))


def of(receipt: Receipt, options: Options) -> Receipt:
    """The receipt with the options that decide what is in the answer, and the settings that held."""
    path = settings_file.find()
    return replace(
        receipt,
        options=tuple(_typed(options)),
        settings=None if path is None else hashlib.sha256(path.read_bytes()).hexdigest(),
    )


def _typed(options: Options) -> list[tuple[str, str]]:
    (row,) = (row for row in COMMANDS if options.command.endswith(f" {row.name}"))
    kinds = {PARAMETERS[key].name or key: PARAMETERS[key].kind for key in row.parameters}
    return [
        (typed(name), "" if value is True else str(value))
        for name, value in options.values.items()
        if name not in _OF_THE_OUTPUT and kinds[name] not in _KINDS and value not in (None, False, [], ())
    ]
