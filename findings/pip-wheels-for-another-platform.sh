#!/usr/bin/env bash
# pip 26.3: fetching the wheels for another platform leaves out what only that platform needs.
# Expected: `pip download --platform win_amd64 typer` brings colorama, which typer asks for on Windows.
# Seen: it does not, when run on Linux: which conditional packages are needed is decided by the computer that it runs
# on, and only the tags of the wheels by --platform. The folder looks complete and installing from it on Windows fails.
# The other way round it fetches too much. Whether the condition is true there, the same requirement says when asked.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pip==26.3 packaging==26.4
"$work/venv/bin/python" -m pip download --quiet --dest "$work/wheels" --only-binary :all: \
    --platform win_amd64 --python-version 3.12 --implementation cp typer==0.28.0
"$work/venv/bin/python" - "$work/wheels" <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement

folder = Path(sys.argv[1])
names = {path.name.split("-")[0] for path in folder.iterdir()}
(typer,) = folder.glob("typer-*.whl")
with ZipFile(typer) as wheel:
    (metadata,) = (name for name in wheel.namelist() if name.endswith("METADATA"))
    lines = wheel.read(metadata).decode().splitlines()
asked = [Requirement(line.split(": ", 1)[1]) for line in lines if line.startswith("Requires-Dist: ")]
(colorama,) = (requirement for requirement in asked if requirement.name == "colorama")
on_windows = colorama.marker.evaluate({"platform_system": "Windows"})
print("pip", version("pip"))
print(f"  {typer.name} asks for {colorama}")
print(f"  fetched for win_amd64: {', '.join(sorted(names))}")
assert on_windows and not colorama.marker.evaluate({"platform_system": "Linux"})
assert "colorama" not in names and {"typer", "rich"} <= names
PY
