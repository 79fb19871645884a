"""One run, from what was typed to the exit code. Heavy modules load inside the command that needs them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from srtool import __version__


def run(arguments: Sequence[str]) -> int:
    """The exit code of one command; no exception leaves it, except that of an exit asked for."""
    # openpyxl writes by lxml wherever somebody installed that, and then reports a full disk in lxml's own way.
    os.environ.setdefault("OPENPYXL_LXML", "False")
    if list(arguments) == ["--version"]:
        if sys.stdout is not None:
            sys.stdout.write(f"srtool {__version__}\n")
        return 0
    from srtool.cli import last_resort

    try:
        from srtool.cli.dispatch import dispatch

        return dispatch(arguments)
    except KeyboardInterrupt:
        return 130
    except SystemExit:
        raise
    except BaseException as error:  # noqa: BLE001 - the last resort: a reader gets a sentence, never a traceback
        return last_resort.report(error, arguments)
