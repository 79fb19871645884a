"""srtool schema: the register as JSON Schema."""

from __future__ import annotations

from srtool.cli import output
from srtool.cli.options import Options
from srtool.views.register import to_schema


def run(options: Options) -> int:
    """Writes the schema."""
    file = output.text_target(options)
    output.write(to_schema.register(options.lang), file)
    return 0
