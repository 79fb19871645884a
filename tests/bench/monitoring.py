"""What following a portfolio costs beside merely reading its file: python -m tests.bench.monitoring 10000 20.

Contracts, and efforts a contract; as TOML and as Excel. Prints seconds, the ratio to the bare read, and peak memory.
With SRTOOL_BEFORE, the bin folder of an environment with an earlier version, that version is measured beside it.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from multiprocessing import Process
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import tomli_w
from openpyxl import Workbook

SEED = 20261122
_READ = {
    ".toml": "import sys, tomllib; tomllib.load(open(sys.argv[1], 'rb'))",
    ".xlsx": """
import sys
from openpyxl import load_workbook
for sheet in load_workbook(sys.argv[1], read_only=True, data_only=True).worksheets:
    for row in sheet.iter_rows(values_only=True):
        pass
""",
}
_BEFORE = os.environ.get("SRTOOL_BEFORE", "")
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def contracts(count: int, chance: random.Random) -> Iterator[dict[str, object]]:
    """Awarded contracts of four years that owe 5% of their wage sum."""
    for number in range(count):
        yield {
            "id": f"C{number}",
            "title": f"Contract {number}",
            "kind": "services",
            "supplier": f"Bedrijf {number % 400}",
            "category": f"Categorie {number % 9}",
            "wage_sum": chance.randint(250_001, 2_000_000),
            "start": date(2025, 1, 1),
            "end": date(2028, 12, 31),
            "client": "Directeur",
            "contract_manager": "Team",
            "social_return": {"percent": 5, "basis": "wage_sum", "report_every_months": 6},
        }


def efforts(count: int, each: int, chance: random.Random) -> Iterator[dict[str, object]]:
    """Placements, spread over the contracts and over two years."""
    for number in range(count * each):
        start = date(2025, 1, 1) + timedelta(days=chance.randint(0, 600))
        yield {
            "id": f"E{number}",
            "contract": f"C{number % count}",
            "kind": "placement",
            "person": f"P{number}",
            "start": start,
            "end": start + timedelta(days=chance.randint(30, 400)),
            "hours_per_week": chance.choice((16, 24, 32, 36)),
            "amount": chance.randint(100, 3_000),
            "status": "confirmed",
            "claimed_on": start,
            "confirmed_on": start + timedelta(days=30),
        }


def main() -> None:
    """A line per format."""
    count, each = (int(value) for value in (*sys.argv[1:], "10000", "20")[:2])
    with TemporaryDirectory() as folder:
        # By a process of its own: what this one holds counts as memory of the processes that it starts.
        making = Process(target=_make, args=(Path(folder), count, each))
        making.start()
        making.join()
        for path in sorted(Path(folder).iterdir()):
            bare, _ = _timed(sys.executable, "-c", _READ[path.suffix], str(path))
            followed = ("monitor", str(path), "--on", "2026-11-22")
            ours, peak = _timed(sys.executable, "-m", "srtool", *followed)
            sys.stdout.write(
                f"{path.suffix} {count} contracts, {count * each} efforts: {ours:.1f} s, "
                f"{ours / bare:.2f} x reading it ({bare:.1f} s), peak {peak:.0f} MiB\n"
            )
            if _BEFORE:
                theirs, most = _timed(f"{_BEFORE}/srtool", *followed)
                sys.stdout.write(f"  {ours / theirs:.2f} x before ({theirs:.1f} s), memory {peak / most:.2f} x\n")
            sys.stdout.flush()


def _make(folder: Path, count: int, each: int) -> None:
    chance = random.Random(SEED)
    tables = {"contracts": list(contracts(count, chance)), "efforts": list(efforts(count, each, chance))}
    _toml(folder, tables)
    _workbook(folder, tables)


def _toml(folder: Path, tables: dict[str, list[dict[str, object]]]) -> None:
    (folder / "register.toml").write_text(tomli_w.dumps(tables), encoding="utf-8")


def _workbook(folder: Path, tables: dict[str, list[dict[str, object]]]) -> None:
    book = Workbook(write_only=True)
    for name, records in tables.items():
        sheet = book.create_sheet(name.capitalize())
        flat = [_flat(record) for record in records]
        sheet.append(list(flat[0]))
        for record in flat:
            sheet.append(list(record.values()))
    book.save(folder / "register.xlsx")


def _flat(record: dict[str, object]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in record.items():
        if isinstance(value, dict):
            found |= {f"{key}.{inner}": part for inner, part in value.items()}
        else:
            found[key] = value
    return found


def _timed(*command: str) -> tuple[float, float]:
    """Seconds, and the peak memory in MiB of this one process."""
    started = perf_counter()
    # The earlier version must not find the sources of this one.
    of_before = _BEFORE and command[0].startswith(_BEFORE)
    environment = {k: v for k, v in _ENVIRONMENT.items() if k != "PYTHONPATH"} if of_before else _ENVIRONMENT
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in {0, 1}:
        raise SystemExit(f"{command}: exit code {child.returncode}")
    return perf_counter() - started, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
