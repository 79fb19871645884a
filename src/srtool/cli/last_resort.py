"""What a reader sees when srtool itself is wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def report(error: Exception, arguments: Sequence[str]) -> int:
    """One sentence on stderr and exit code 3; the traceback only when SRTOOL_DEBUG is set."""
    from srtool.cli.language import choose
    from srtool.texts import sentence

    if os.environ.get("SRTOOL_DEBUG"):
        import traceback

        traceback.print_exception(error)
    told = sentence(choose(arguments), "cli.wrong.unexpected").format(kind=type(error).__name__)
    if sys.stderr is not None:
        sys.stderr.write(told + "\n")
    return 3
