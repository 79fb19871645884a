"""What writing a large overview costs beside writing its cells bare: python -m tests.bench.reports 10000.

Both with openpyxl in its write-only mode, each in a process of its own. The ratio is of the processor time of writing
alone; beside it stands what the whole run of srtool report takes, reading and judging included.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from srtool.cli.dispatch import dispatch
from srtool.views.report import to_workbook
from tests.bench.registers import write

SIZES = (10_000, 100_000)
_ON = "2026-11-22"
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _cost(*arguments: str) -> tuple[float, float, str]:
    """Seconds, peak memory in MiB and what the process printed."""
    command = (sys.executable, "-m", "tests.bench.reports", *arguments)
    with subprocess.Popen(command, env=_ENVIRONMENT, stdout=subprocess.PIPE, text=True) as child:
        printed = child.stdout.read() if child.stdout else ""
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{arguments}: exit code {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed


def report(register: str, out: str, cells: str = "") -> None:
    """The run of srtool report; prints the processor time of the writing, or keeps the values of all cells instead."""
    saved: Callable[..., None] = to_workbook.save

    def timed(*arguments: object) -> None:
        start = process_time()
        saved(*arguments)
        sys.stdout.write(f"{process_time() - start}\n")

    to_workbook.save = timed  # type: ignore[assignment] # the same arguments, handed on
    if cells:
        _keep(Path(cells))
    dispatch(["report", register, "--out", out, "--on", _ON, "--force", "--quiet"])


def _keep(folder: Path) -> None:
    """Writes the values of each row that is appended beside the workbook as well, a file per sheet."""
    append = WriteOnlyWorksheet.append
    files: dict[str, BinaryIO] = {}

    def kept(sheet: WriteOnlyWorksheet, row: list[object]) -> None:
        if sheet.title not in files:
            files[sheet.title] = (folder / f"{len(files)}.pickle").open("wb")
        pickle.dump([getattr(cell, "value", None) for cell in row], files[sheet.title])
        append(sheet, row)

    WriteOnlyWorksheet.append = kept  # type: ignore[assignment,method-assign] # idem


def bare(cells: str, out: str) -> None:
    """Writes the kept values, unadorned; prints its processor time without that of reading them back."""
    reading = 0.0
    start = process_time()
    workbook = Workbook(write_only=True)
    for path in sorted(Path(cells).iterdir()):
        sheet = workbook.create_sheet(path.stem)
        with path.open("rb") as file:
            while True:
                before = process_time()
                try:
                    row = pickle.load(file)  # noqa: S301 - written by this script a moment ago
                except EOFError:
                    break
                reading += process_time() - before
                sheet.append(row)
    workbook.save(out)
    sys.stdout.write(f"{process_time() - start - reading}\n")


def main() -> None:
    """One register per size named on the command line, else 10,000 and 100,000 contracts."""
    for count in map(int, sys.argv[1:] or SIZES):
        with TemporaryDirectory() as name:
            folder = Path(name)
            cells = folder / "cells"
            cells.mkdir()
            register, out, plain = folder / "register.xlsx", folder / "overview.xlsx", folder / "bare.xlsx"
            write(register, count)
            _cost("report", str(register), str(out), str(cells))
            whole, peak, ours = _cost("report", str(register), str(out))
            _, bare_peak, theirs = _cost("bare", str(cells), str(plain))
            sizes = f"{out.stat().st_size / 1024**2:.1f} MiB against {plain.stat().st_size / 1024**2:.1f}"
        sys.stdout.write(
            f"{count} contracts: writing {float(ours) / float(theirs):.2f} x the same cells bare"
            f" ({float(ours):.1f} s, {sizes}); the whole run {whole:.1f} s,"
            f" peak {peak:.0f} MiB against {bare_peak:.0f}\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["report"]:
        report(*sys.argv[2:])
    elif sys.argv[1:2] == ["bare"]:
        bare(*sys.argv[2:])
    else:
        main()
