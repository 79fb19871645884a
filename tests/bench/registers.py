"""What checking a large Excel register costs beside merely reading it: python -m tests.bench.registers 10000.

With SRTOOL_BEFORE, the bin folder of an environment with an earlier version, that version is measured beside it, and
merely reading is done by the openpyxl of that environment.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from openpyxl import Workbook

SEED = 20261122
SIZES = (10_000, 100_000)
ROUNDS = 3
_SUPPLIERS = 400
_READ = """
import sys
from openpyxl import load_workbook
workbook = load_workbook(sys.argv[1], read_only=True, data_only=True)
for sheet in workbook.worksheets:
    for row in sheet.iter_rows(values_only=True):
        pass
"""
_READ_CALAMINE = """
import sys
from python_calamine import CalamineWorkbook
workbook = CalamineWorkbook.from_path(sys.argv[1])
for name in workbook.sheet_names:
    for row in workbook.get_sheet_by_name(name).iter_rows():
        pass
"""
_BEFORE = os.environ.get("SRTOOL_BEFORE", "")
_SRTOOL = (sys.executable, "-m", "srtool", "check")
_QUIET = ("--on", "2026-11-22", "--fail-on", "never", "--force")
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

_HEADINGS = (
    "Contractnummer",
    "Titel",
    "Soort opdracht",
    "Status",
    "Soort overheid",
    "Organisatieonderdeel",
    "Leverancier",
    "CPV-code",
    "Contractwaarde (excl. btw)",
    "Geraamde waarde (excl. btw)",
    "Loonsom (excl. btw)",
    "Begindatum",
    "Einddatum",
    "Procedure",
    "Start procedure",
    "Inkoper",
    "Contractmanager",
    "Social return gevraagd",
    "Social return percentage",
    "Grondslag",
    "Motivering",
)
_WORK = {
    "Werken": ("45210000", "45233140", "45310000"),
    "Diensten": ("90910000", "79710000", "72000000", "73110000"),
    "Leveringen": ("30200000", "39130000", "33600000"),
}
_STATUSES = ("Concept", "Aanbesteed", "Gegund", "Lopend", "Beëindigd", None)


def _contracts(count: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(1, count + 1):
        kind = chance.choice(tuple(_WORK))
        value = round(chance.lognormvariate(12.5, 1.2), 2)
        start = date(2022, 1, 1) + timedelta(days=chance.randrange(2200))
        asked = chance.random() < 0.4
        yield (
            f"CN-{number:06}",
            f"{chance.choice(('Onderhoud', 'Inhuur', 'Levering', 'Advies'))} perceel {number}",
            kind if chance.random() < 0.9 else None,
            chance.choice(_STATUSES),
            "Rijk",
            f"Directie {chance.randrange(40)}",
            f"{10_000_000 + chance.randrange(_SUPPLIERS * 2):08}" if chance.random() < 0.8 else None,
            chance.choice(_WORK[kind]),
            value,
            round(value * 1.25, 2) if chance.random() < 0.6 else None,
            round(value * chance.uniform(0.2, 0.9), 2) if chance.random() < 0.5 else None,
            start,
            start + timedelta(days=chance.randrange(90, 1800)),
            chance.choice(("Openbaar", "Niet-openbaar", None)),
            start - timedelta(days=chance.randrange(30, 300)),
            f"Inkoper {chance.randrange(60)}",
            f"Beheerder {chance.randrange(60)}" if chance.random() < 0.7 else None,
            ("Ja" if asked else "Nee") if chance.random() < 0.8 else None,
            chance.choice((2, 5, 7.5)) if asked else None,
            chance.choice(("Loonsom", "Contractwaarde")) if asked else None,
            "De markt is beperkt" if chance.random() < 0.1 else None,
        )


def write(path: Path, count: int) -> None:
    """A register of so many contracts; the same every time."""
    chance = random.Random(SEED)
    workbook = Workbook(write_only=True)
    contracts = workbook.create_sheet("Contracten")
    contracts.append(_HEADINGS)
    for row in _contracts(count, chance):
        contracts.append(row)
    suppliers = workbook.create_sheet("Leveranciers")
    suppliers.append(("KvK-nummer", "Naam"))
    for number in range(_SUPPLIERS):
        suppliers.append((f"{10_000_000 + number:08}", f"Leverancier {number}"))
    workbook.save(path)


def _cost(command: tuple[str, ...]) -> tuple[float, float]:
    """Seconds, and the peak memory in MiB of this one process."""
    start = perf_counter()
    # The earlier version must not find the sources of this one.
    of_before = _BEFORE and command[0].startswith(_BEFORE)
    environment = {k: v for k, v in _ENVIRONMENT.items() if k != "PYTHONPATH"} if of_before else _ENVIRONMENT
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{command}: exit code {child.returncode}")
    return perf_counter() - start, usage.ru_maxrss / 1024


def _compare(path: Path, count: int) -> None:
    out = str(path.with_suffix(".csv"))
    commands = {
        "reading with openpyxl": (f"{_BEFORE}/python" if _BEFORE else sys.executable, "-c", _READ, str(path)),
        "reading with calamine": (sys.executable, "-c", _READ_CALAMINE, str(path)),
        **({"check, terminal, before": (f"{_BEFORE}/srtool", "check", str(path), *_QUIET[:-1])} if _BEFORE else {}),
        "check, terminal": (*_SRTOOL, str(path), *_QUIET[:-1]),
        "check, csv": (*_SRTOOL, str(path), "--format", "csv", "--out", out, *_QUIET),
    }
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            runs[name].append(_cost(command))
    bare = runs["reading with openpyxl"]
    sys.stdout.write(f"{count} contracts, median of {ROUNDS} rounds, x reading them\n")
    for name, costs in runs.items():
        time = median(own[0] / base[0] for own, base in zip(costs, bare, strict=True))
        seconds, memory = (median(cost[part] for cost in costs) for part in (0, 1))
        more = memory / median(base[1] for base in bare)
        sys.stdout.write(
            f"  {name:<26} time {time:6.2f} ({seconds:.1f} s)   peak memory {more:6.2f} ({memory:.0f} MiB)\n"
        )
    sys.stdout.flush()


def main() -> None:
    """One register per size named on the command line, else 10,000 and 100,000 contracts."""
    with TemporaryDirectory() as folder:
        for count in map(int, sys.argv[1:] or SIZES):
            path = Path(folder) / f"register-{count}.xlsx"
            write(path, count)
            _compare(path, count)


if __name__ == "__main__":
    main()
