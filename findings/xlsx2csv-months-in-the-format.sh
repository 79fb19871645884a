#!/usr/bin/env bash
# xlsx2csv 0.8.6: a number that is shown with a Dutch word behind it goes out without the number.
# Expected: 24, or `24 maanden` as the sheet shows it: what stands between quotes in a format is text.
# Seen: in the format `0 "maanden"` the m and the d are taken for month and day, and 24 becomes `0 "01aan23en"`, the
# format itself with the 23rd of January 1900 in it; an amount in `#,##0 "mln"` likewise. `0 "jaar"` is right, having no
# such letter. pylightxl 1.61 makes the date 1900/01/23 of it. calamine reads 24.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet xlsx2csv==0.8.6 pylightxl==1.61 python-calamine==0.9.1 XlsxWriter==3.3.1
cd "$work"
"$work/venv/bin/python" - <<'PY'
import csv
from importlib.metadata import version
from pathlib import Path

import pylightxl
import xlsxwriter
from python_calamine import CalamineWorkbook
from xlsx2csv import Xlsx2csv

CELLS = ((24, '0 "maanden"'), (36, '0 "dagen"'), (4, '0 "jaar"'), (2, '#,##0 "mln"'))
with xlsxwriter.Workbook("in.xlsx") as workbook:
    sheet = workbook.add_worksheet("S")
    for row, (value, shown_as) in enumerate(CELLS):
        sheet.write_number(row, 0, value, workbook.add_format({"num_format": shown_as}))
Xlsx2csv("in.xlsx").convert("out.csv")
with Path("out.csv").open(encoding="utf-8", newline="") as file:
    by_xlsx2csv = [row[0] for row in csv.reader(file)]
by_pylightxl = [row[0] for row in pylightxl.readxl("in.xlsx").ws("S").rows]
by_calamine = [row[0] for row in CalamineWorkbook.from_path("in.xlsx").get_sheet_by_index(0).to_python()]
print("given", CELLS)
print("xlsx2csv", version("xlsx2csv"), by_xlsx2csv)
print("pylightxl", version("pylightxl"), by_pylightxl)
print("python-calamine", version("python-calamine"), by_calamine)
assert by_xlsx2csv == ['0 "01aan23en"', '0 "04agen"', "4", '#,##0 "01ln"']
assert by_pylightxl == ["1900/01/23", "1900/02/04", 4, 2]
assert by_calamine == [24, 36, 4, 2]
PY
