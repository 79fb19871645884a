#!/usr/bin/env bash
# openpyxl 3.1.5: a whole number or a Decimal is written with sixteen digits, without a word.
# Expected: an int goes out digit by digit and a Decimal as its own text (the file holds text, and both are exact); a
# value that comes back is of the type that went in.
# Seen: every number goes through a float format of 16 digits. 12345678901234567 comes back as the float
# 1.234567890123457e+16, three too much; Decimal("12345678901234.567") becomes 12345678901234.57; 0.1 + 0.2 comes back
# as 0.3, which Python's own text of it would not do. No error and no warning.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet openpyxl==3.1.5
"$work/venv/bin/python" - <<'PY'
import io
import re
import warnings
import zipfile
from decimal import Decimal
from importlib.metadata import version

from openpyxl import Workbook, load_workbook

warnings.simplefilter("error")
GIVEN = [1234567890123456, 12345678901234567, Decimal("12345678901234.567"), 0.1 + 0.2]
workbook = Workbook()
for value in GIVEN:
    workbook.active.append([value])
file = io.BytesIO()
workbook.save(file)
sheet = zipfile.ZipFile(file).read("xl/worksheets/sheet1.xml").decode()
stored = re.findall("<v>(.*?)</v>", sheet)
back = [row[0] for row in load_workbook(file).active.iter_rows(values_only=True)]
print("openpyxl", version("openpyxl"))
for given, text, value in zip(GIVEN, stored, back, strict=True):
    print(f"  {given!r:32} in the file {text:24} read back as {value!r}")
assert stored == ["1234567890123456", "1.234567890123457e+16", "12345678901234.57", "0.3"]
assert back == [1234567890123456, 12345678901234570.0, 12345678901234.57, 0.3]
assert [type(value) for value in back] == [int, float, float, float]
assert int(back[1]) - GIVEN[1] == 3
PY
