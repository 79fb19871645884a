"""How dear the program is to start, as ratios within one run: python -m tests.bench.start_up.

With SRTOOL_BEFORE, the bin folder of an environment with an earlier version, that version is measured beside it. The
script that starts the program is made by the installer: that of pip before version 26 imports `re`, half the price of
`--version`.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROUNDS = 20
_ROOT = Path(__file__).parent.parent.parent
_BARE = "python -c pass"
_BEFORE = os.environ.get("SRTOOL_BEFORE", "")
_ARGUMENTS = (
    ("--version",),
    ("--help",),
    ("check", "--help"),
    ("check", "examples/tender.toml", "--fail-on", "never"),
)
# Without byte-code every start compiles every module: not what a reader of an installed program waits for.
_UNLIKE_A_USER = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in _UNLIKE_A_USER}


def _commands() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield _BARE, (sys.executable, "-c", "pass")
    for arguments in _ARGUMENTS:
        shown = " ".join(arguments[:2])
        yield f"srtool {shown}", (str(Path(sys.executable).with_name("srtool")), *arguments)
        if _BEFORE:
            yield f"  before: srtool {shown}", (str(Path(_BEFORE, "srtool")), *arguments)


def _seconds(command: tuple[str, ...]) -> float:
    """Processor time of one run, which other work on the machine changes least."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=_ROOT, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Rounds of all commands in turn, so that a slow moment of the machine falls on each of them."""
    commands = dict(_commands())
    for command in commands.values():
        _seconds(command)  # the first time writes the byte-code
    rounds = [{name: _seconds(command) for name, command in commands.items()} for _ in range(ROUNDS)]
    least = {name: min(seconds[name] for seconds in rounds) for name in commands}
    sys.stdout.write(f"least of {ROUNDS} rounds, x {_BARE} ({least[_BARE] * 1000:.1f} ms of processor time)\n")
    for name, seconds in least.items():
        sys.stdout.write(f"  {name:<44}{seconds / least[_BARE]:7.2f}\n")


if __name__ == "__main__":
    main()
