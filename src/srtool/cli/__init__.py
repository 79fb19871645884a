"""The command line: read, call, view, exit."""

from __future__ import annotations

import sys

from srtool.cli.program import run as _run


def main() -> None:
    """The program: runs one command and exits with 0, 1, 2 or 3."""
    import gc
    import os

    if not os.environ.get("SRTOOL_DEBUG"):
        # What goes wrong while something is being cleared away follows from what has been said already.
        sys.unraisablehook = lambda _: None
    gc.disable()  # the run is short and what it makes has no cycles
    # Looking for pydantic plugins reads every installed package, and no plugin has business in a register.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        code = _run(sys.argv[1:])
    finally:
        gc.freeze()  # else Python looks through everything once more before it ends: a tenth of a short run
    sys.exit(code)
