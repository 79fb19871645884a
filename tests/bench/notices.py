"""What reading notices costs beside merely walking or loading their files: python -m tests.bench.notices."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.support.notices.eforms_maker import (
    BUYER,
    COURT,
    WINNER,
    Lot,
    Made,
    Organisation,
    Project,
    a_result,
    code,
    tag,
    words,
)
from tests.support.notices.ocds_maker import write_package
from tests.support.notices.table_maker import ROW, write_workbook

ROUNDS = 3
_NOTICES = 500
_RELEASES = 29_000
_ROWS = 132_000
_WALK = """
import sys
from pathlib import Path
from time import process_time
from xml.etree.ElementTree import iterparse
start = process_time()
for path in Path(sys.argv[1]).iterdir():
    for event, element in iterparse(path):
        pass
print(process_time() - start)
"""
_READ_XML = """
import sys
from pathlib import Path
from time import process_time
from srtool.readers.notices.files import read
start = process_time()
read(Path(sys.argv[1]))
print(process_time() - start)
"""
_LOAD = """
import json, sys
from time import process_time
start = process_time()
with open(sys.argv[1], encoding="utf-8") as file:
    json.load(file)
print(process_time() - start)
"""
_READ_JSON = """
import sys
from pathlib import Path
from time import process_time
from srtool.readers.notices.register import read
start = process_time()
read(Path(sys.argv[1]))
print(process_time() - start)
"""
_WALK_TABLE = """
import sys
from time import process_time
from openpyxl import load_workbook
start = process_time()
for sheet in load_workbook(sys.argv[1], read_only=True).worksheets:
    for row in sheet.iter_rows(values_only=True):
        pass
print(process_time() - start)
"""
_READ_TABLE = """
import sys
from pathlib import Path
from time import process_time
from srtool.readers.register import read
start = process_time()
kept = read(Path(sys.argv[1]))
print(process_time() - start)
"""
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
_ENVIRONMENT["PYTHONPATH"] = str(Path(__file__).parents[2] / "src")


def _cost(code: str, path: Path) -> tuple[float, float]:
    """Seconds of the processor for the reading alone, without starting up, and the peak memory in MiB."""
    command = (sys.executable, "-c", code, str(path))
    child = subprocess.Popen(command, env=_ENVIRONMENT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    seconds = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"exit code {child.returncode}: {code}")
    return float(seconds), usage.ru_maxrss / 1024


def _compare(what: str, base: str, own: str, path: Path) -> None:
    costs = [(_cost(base, path), _cost(own, path)) for _ in range(ROUNDS)]
    ratio = median(mine[0] / bare[0] for bare, mine in costs)
    memory = [median(pair[side][1] for pair in costs) for side in (0, 1)]
    seconds = [median(pair[side][0] for pair in costs) for side in (0, 1)]
    sys.stdout.write(
        f"{what}: time {ratio:.2f} x ({seconds[1]:.1f} s against {seconds[0]:.1f} s), "
        f"peak memory {memory[1]:.0f} MiB (against {memory[0]:.0f} MiB)\n"
    )
    sys.stdout.flush()


def _write_notices(folder: Path) -> None:
    """Notices of 15 to 60 kB of one to six lots, with as many elements as real ones have: one to some 85 bytes."""
    courts = tuple(Organisation(f"ORG-{k:04}", {"NLD": f"Rechtbank Voorbeeld {k}"}, f"{k:08}") for k in range(5, 25))
    for n in range(_NOTICES):
        lots = [
            Lot(f"LOT-{k:04}", Project(f"Perceel {k} van {n}", estimate=250_000, more=_text(k)), terms=_terms(k))
            for k in range(1, 2 + n % 6)
        ]
        everyone = (BUYER, COURT, WINNER, *courts)
        made = (
            a_result(lots=lots, folder=f"f-{n}", organisations=everyone) if n % 2 else Made(lots=lots, folder=f"f-{n}")
        )
        (folder / f"{n}.xml").write_bytes(replace(made, id=f"n-{n}", organisations=everyone).bytes())


def _text(k: int) -> str:
    return words("cbc:Description", f"Beschrijving van perceel {k}. " * 30)


def _terms(k: int) -> str:
    """Requirements, documents, criteria and addresses: most of what a notice holds is no fact for a register."""
    executions = (
        tag("cac:ContractExecutionRequirement", code("cbc:ExecutionRequirementCode", "no", "reserved-execution"))
        for _ in range(4)
    )
    requests = (
        tag("cac:CallForTendersDocumentReference", tag("cbc:ID", f"D{n}"), words("cbc:DocumentType", "document"))
        for n in range(12)
    )
    criteria = (
        tag(
            "cac:SubordinateAwardingCriterion",
            code("cbc:AwardingCriterionTypeCode", "quality", "award-criterion-type"),
            words("cbc:Name", f"Criterium {n} van perceel {k}"),
            words("cbc:Description", f"Hoe de kwaliteit van onderdeel {n} wordt beoordeeld. " * 4),
        )
        for n in range(6)
    )
    appeal = (tag("cac:PartyIdentification", tag("cbc:ID", f"ORG-{n:04}")) for n in range(5, 20))
    awarding = tag("cac:AwardingTerms", tag("cac:AwardingCriterion", *criteria))
    return "".join((*requests, *executions, awarding, tag("cac:AppealTerms", *appeal)))


def _rows() -> Iterator[dict[str, object]]:
    """As many as a table of all years has: some publications in several lots, few texts twice."""
    for n in range(_ROWS):
        lot = {"Naam perceel": f"Perceel {n % 4}"} if n % 3 == 0 else {}
        own = {
            "ID publicatie": 300_000 + n * 10 // 13,
            "TenderNed kenmerk": 400_000 + n // 3,
            "Waarde - bedrag": 1000 + n,
        }
        named = {"Naam aanbesteding": f"Opdracht {n // 2}", "Officiële benaming": f"Bedrijf {n % 20_000} B.V."}
        yield {**ROW, **own, **named, "ON kvknummer": str(10_000_000 + n % 20_000), **lot}


def main() -> None:
    """The comparisons, each in turn with its base."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "notices"
        folder.mkdir()
        _write_notices(folder)
        size = sum(path.stat().st_size for path in folder.iterdir()) / _NOTICES / 1000
        _compare(f"{_NOTICES} notices of {size:.0f} kB x iterparse walking them", _WALK, _READ_XML, folder)
        package = Path(name) / "2026.json"
        write_package(package, _RELEASES)
        megabytes = package.stat().st_size / 1e6
        _compare(f"OCDS of {megabytes:.0f} MB x json.load of it", _LOAD, _READ_JSON, package)
        table = Path(name) / "tenderned.xlsx"
        write_workbook(table, _rows())
        _compare(f"a table of {_ROWS} rows kept whole x openpyxl walking it", _WALK_TABLE, _READ_TABLE, table)


if __name__ == "__main__":
    main()
