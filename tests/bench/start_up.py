"""How long the program takes to start, as ratios within one run: python -m tests.bench.start_up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

ROUNDS = 11
_ROOT = Path(__file__).parent.parent.parent
_SRTOOL = (str(Path(sys.executable).with_name("srtool")),)
_IMPORTS = "import typer; from pydantic import BaseModel, ConfigDict, Field, TypeAdapter"
COMMANDS = {
    "python -c pass": (sys.executable, "-c", "pass"),
    "srtool --version": (*_SRTOOL, "--version"),
    "srtool --help": (*_SRTOOL, "--help"),
    "importing typer and pydantic alone": (sys.executable, "-c", _IMPORTS),
    "srtool check examples/tender.toml": (*_SRTOOL, "check", "examples/tender.toml", "--fail-on", "never"),
}
# Without byte-code every start compiles every module: not what a reader of an installed program waits for.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _seconds(command: tuple[str, ...]) -> float:
    start = perf_counter()
    subprocess.run(command, cwd=_ROOT, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start


def main() -> None:
    """Rounds of all commands in turn, so that a slow moment of the machine falls on each of them."""
    for command in COMMANDS.values():
        _seconds(command)  # the first time writes the byte-code
    rounds = [{name: _seconds(command) for name, command in COMMANDS.items()} for _ in range(ROUNDS)]
    bare, imports, check = "python -c pass", "importing typer and pydantic alone", "srtool check examples/tender.toml"
    sys.stdout.write(f"median of {ROUNDS} rounds, x {bare} ({median(r[bare] for r in rounds) * 1000:.0f} ms)\n")
    for name in COMMANDS:
        sys.stdout.write(f"  {name:<36}{median(r[name] / r[bare] for r in rounds):7.2f}\n")
    sys.stdout.write(f"check of one draft, x {imports}: {median(r[check] / r[imports] for r in rounds):.2f}\n")


if __name__ == "__main__":
    main()
