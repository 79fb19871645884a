"""What `srtool report` of a large register costs, beside an earlier version and beside merely writing the same cells.

    SRTOOL_BEFORE=…/bin python -m tests.bench.reports 10000

Each in a process of its own, in turn: the earlier version whose `bin` folder SRTOOL_BEFORE names, XlsxWriter in its
constant memory merely writing the values of the same cells, this build, and this build once more with the report that
it just made as `--previous`. XlsxWriter is needed for this alone. Time is processor time; the ratios are what counts.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from openpyxl import load_workbook

from tests.bench.registers import write

SIZES = (10_000, 100_000)
ROUNDS = 3
_BEFORE = os.environ.get("SRTOOL_BEFORE", "")
_OPTIONS = ("--on", "2026-11-22", "--force", "--quiet")
_UNSET = {"PYTHONDONTWRITEBYTECODE"}
_MERELY = "merely writing its cells (XlsxWriter)"
_READ = "reading that report back"


def _cost(command: Sequence[str], *, of_before: bool = False) -> tuple[float, float, str]:
    """Seconds of processor time, peak memory in MiB and what the process printed."""
    unset = _UNSET | ({"PYTHONPATH"} if of_before else set())  # the earlier version must not find these sources
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as child:
        printed = child.stdout.read() if child.stdout else ""
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command}: exit code {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed


def keep(report: str, folder: str) -> None:
    """Writes the values of all cells beside the workbook, a file per sheet."""
    for number, sheet in enumerate(load_workbook(report, read_only=True)):
        with Path(folder, f"{number:02}.pickle").open("wb") as file:
            for row in sheet.iter_rows(values_only=True):
                pickle.dump(row, file)


def merely(folder: str, out: str) -> None:
    """Writes the kept values, unadorned; prints its processor time without that of reading them back."""
    reading, start = 0.0, process_time()
    workbook = import_module("xlsxwriter").Workbook(out, {"constant_memory": True})
    for path in sorted(Path(folder).iterdir()):
        sheet, number = workbook.add_worksheet(path.stem), 0
        with path.open("rb") as file:
            while True:
                before = process_time()
                try:
                    row = pickle.load(file)  # noqa: S301 - written by this script a moment ago
                except EOFError:
                    break
                reading += process_time() - before
                for column, value in enumerate(row):
                    if value is not None:
                        sheet.write(number, column, value)
                number += 1
    workbook.close()
    sys.stdout.write(f"{process_time() - start - reading}\n")


def earlier(report: str) -> None:
    """Reads a report as `--previous` does; prints the processor time."""
    from srtool.readers.returned.earlier_report import read  # noqa: PLC0415 - not every process needs it

    start = process_time()
    read(Path(report))
    sys.stdout.write(f"{process_time() - start}\n")


def _compare(folder: Path, count: int) -> None:
    register, out, cells = folder / "register.xlsx", folder / "overview.xlsx", folder / "cells"
    cells.mkdir()
    write(register, count)
    here = (sys.executable, "-m")
    run = (*here, "srtool", "report", str(register), *_OPTIONS, "--out")
    whole = (*run, str(out))
    _cost(whole)
    _cost((*here, "tests.bench.reports", "keep", str(out), str(cells)))
    before = (f"{_BEFORE}/srtool", "report", str(register), "--out", str(folder / "before.xlsx"), *_OPTIONS)
    commands: dict[str, tuple[str, ...]] = {
        **({"report, before": before} if _BEFORE else {}),
        _MERELY: (*here, "tests.bench.reports", "merely", str(cells), str(folder / "merely.xlsx")),
        "report": whole,
        _READ: (*here, "tests.bench.reports", "earlier", str(out)),
        "report --previous": (*run, str(folder / "next.xlsx"), "--previous", str(out)),
    }
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(ROUNDS if count < SIZES[-1] else 1):
        for name, command in commands.items():
            seconds, memory, printed = _cost(command, of_before=name == "report, before")
            runs[name].append((float(printed) if name in {_MERELY, _READ} else seconds, memory))
    _print(runs, count)


def _print(runs: dict[str, list[tuple[float, float]]], count: int) -> None:
    sys.stdout.write(f"{count} contracts, median of {len(runs['report'])}\n")
    for name, costs in runs.items():
        seconds, memory = (median(cost[part] for cost in costs) for part in (0, 1))
        ratio = median(own[0] / other[0] for own, other in zip(runs["report"], costs, strict=True))
        sys.stdout.write(f"  {name:<40} {seconds:7.1f} s   peak {memory:5.0f} MiB   report is {ratio:.2f} x this\n")
    sys.stdout.flush()


def main() -> None:
    """One register per size named on the command line, else 10,000 and 100,000 contracts."""
    for count in map(int, sys.argv[1:] or SIZES):
        with TemporaryDirectory() as name:
            _compare(Path(name), count)


if __name__ == "__main__":
    parts: dict[str, Callable[..., None]] = {"keep": keep, "merely": merely, "earlier": earlier}
    if sys.argv[1:2] and sys.argv[1] in parts:
        parts[sys.argv[1]](*sys.argv[2:])
    else:
        main()
