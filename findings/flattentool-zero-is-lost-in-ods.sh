#!/usr/bin/env bash
# flattentool 0.28.0: an amount of zero is lost in an .ods file, and a text of digits becomes a number.
# Expected: the same data in each of the three formats; in .xlsx and .csv zero is there, and an id is a text.
# Seen: of an amount of 0 the .ods has an empty cell, so after the way back the field is not there: zero has become
# unknown. The id "00123" is there as the number 123, a code "1E5" as 100000. The library writes and reads both itself,
# and warns of neither.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet flattentool==0.28.0
cd "$work"
"$work/venv/bin/python" - <<'PY'
import json
import warnings
from importlib.metadata import version
from pathlib import Path

import flattentool

RECORD = {"id": "00123", "code": "1E5", "planned": 5, "realised": 0}
Path("in.json").write_text(json.dumps({"main": [RECORD]}))
SETTINGS = {"root_list_path": "main", "root_id": ""}


def there_and_back(kind):
    file = f"flat.{kind}"
    flattentool.flatten("in.json", output_name=file, output_format=kind, main_sheet_name="main", **SETTINGS)
    flattentool.unflatten(file, input_format=kind, output_name="back.json", **SETTINGS)
    (record,) = json.loads(Path("back.json").read_text())["main"]
    return record


warnings.simplefilter("error", UserWarning)
seen = {kind: there_and_back(kind) for kind in ("xlsx", "ods")}
print("flattentool", version("flattentool"), "after the way there and back")
print(f"  given {RECORD}")
for kind, record in seen.items():
    print(f"  .{kind} {record}")
assert seen["xlsx"] == RECORD
assert seen["ods"] == {"id": 123, "code": 100000, "planned": 5}
PY
