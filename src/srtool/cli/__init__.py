"""The command line: read, call, view, exit. Heavy modules load inside the command that needs them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from srtool import __version__


def main() -> None:
    """The program: runs one command and exits with 0, 1, 2 or 3."""
    import gc
    import os

    gc.disable()  # the run is short and what it makes has no cycles
    # Looking for pydantic plugins reads every installed package, and no plugin has business in a register.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """The exit code of one command; no exception leaves it, except that of an exit asked for."""
    if list(arguments) == ["--version"]:
        if sys.stdout is not None:
            sys.stdout.write(f"srtool {__version__}\n")
        return 0
    try:
        from srtool.cli.app import dispatch

        return dispatch(arguments)
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - the last resort: a reader gets a sentence, never a traceback
        from srtool.cli.last_resort import report

        return report(error, arguments)
