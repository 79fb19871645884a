"""Tries srtool on mutated input of every kind, in this process, and says what went wrong.

    python -m tests.fuzz 30000 --seed 7
    python -m tests.fuzz 500 --seed 7 --kind xlsx --kind csv
    python -m tests.fuzz --again xlsx:7-123

Each fault is printed with the seed by which it is run again, and kept as a folder of its own.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.support.fuzz.kinds import KINDS, case
from tests.support.fuzz.trials import Trial, keep, tried

_MOST_BYTES = 4 * 2**30
"""Of memory, so that a fault does not take the machine with it."""


@dataclass
class Figures:
    """What became of the runs of one kind."""

    codes: Counter[int | None] = field(default_factory=Counter)
    faults: int = 0
    slowest: tuple[float, str] = (0.0, "")
    largest: tuple[float, str] = (0.0, "")

    def add(self, name: str, trial: Trial) -> None:
        self.codes[trial.code] += 1
        self.faults += bool(trial.faults)
        self.slowest = max(self.slowest, (trial.seconds, name))
        self.largest = max(self.largest, (trial.mebibytes, name))

    def line(self, kind: str) -> str:
        codes = "  ".join(f"{code}: {count}" for code, count in sorted(self.codes.items(), key=str))
        return (
            f"{kind:12} {self.codes.total():6} runs  {self.faults:3} faults  {codes}  slowest "
            f"{self.slowest[0]:.2f} s ({self.slowest[1]})  largest {self.largest[0]:.0f} MiB ({self.largest[1]})"
        )


def main(typed: Sequence[str]) -> int:
    """1 when there was a fault."""
    options = _options(typed)
    _limit()
    begin, figures = perf_counter(), defaultdict[str, Figures](Figures)
    names = options.again or _names(options.runs, options.seed, options.kind or list(KINDS))
    with TemporaryDirectory() as folder:
        for count, name in enumerate(names, 1):
            kind, _, seed = name.partition(":")
            this = case(kind, seed)
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / f"running-{options.seed}.txt").write_text(name, encoding="utf-8")
            trial = tried(this, Path(folder, "home"))
            figures[kind].add(name, trial)
            if trial.faults:
                place = keep(this, trial, options.keep)
                _say(
                    f"{name}  {'; '.join(trial.faults)[:300]}\n    {' '.join(this.arguments)[:99]}\n    kept in {place}"
                )
            if count % 1000 == 0:
                _say(f"{count} of {len(names)} after {perf_counter() - begin:.0f} s")
    for kind, one in figures.items():
        _say(one.line(kind))
    _say(f"{len(names)} runs with seed {options.seed} in {perf_counter() - begin:.0f} s")
    return int(any(one.faults for one in figures.values()))


def _options(typed: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("runs", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--kind", action="append", choices=list(KINDS), help="only these kinds")
    parser.add_argument("--again", action="append", metavar="KIND:SEED", help="run one case again")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-faults"), help="the folder for cases with a fault")
    return parser.parse_args(typed)


def _names(runs: int, seed: str, kinds: Sequence[str]) -> list[str]:
    """The kinds in turns, each run with a seed of its own."""
    return [f"{kinds[number % len(kinds)]}:{seed}-{number}" for number in range(runs)]


def _limit() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))


def _say(text: str) -> None:
    sys.stdout.write(text.encode("utf-8", "replace").decode() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
