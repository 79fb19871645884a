#!/usr/bin/env bash
# pycel 1.0b30: EDATE of 31 January and one month is 3 March.
# Expected: 28 February, as Excel gives, for a month that has no such day ends earlier; EOMONTH of the same library
# knows how long a month is.
# Seen: the days that the month lacks are counted on, so a contract that starts on the 29th, 30th or 31st ends up to
# three days too late, also backwards: a month before 31 March is 3 March. A year after 29 February is 1 March. No
# warning; a register that is computed again without Excel has other end dates than the one that Excel saved.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pycel==1.0b30 openpyxl==3.1.5
cd "$work"
"$work/venv/bin/python" - <<'PY'
from datetime import date, timedelta
from importlib.metadata import version

from openpyxl import Workbook
from pycel import ExcelCompiler

TERMS = (
    (date(2026, 1, 15), 1),
    (date(2026, 1, 31), 1),
    (date(2026, 3, 31), -1),
    (date(2026, 8, 31), 6),
    (date(2024, 2, 29), 12),
)
workbook = Workbook()
sheet = workbook.active
for row, (start, months) in enumerate(TERMS, start=1):
    sheet.append([start, months, f"=EDATE(A{row},B{row})", f"=EOMONTH(A{row},B{row})"])
workbook.save("in.xlsx")
compiler = ExcelCompiler(filename="in.xlsx")


def day(address):
    return date(1899, 12, 30) + timedelta(days=compiler.evaluate(f"Sheet!{address}"))


print("pycel", version("pycel"))
seen = []
for row, (start, months) in enumerate(TERMS, start=1):
    seen.append((day(f"C{row}"), day(f"D{row}")))
    print(f"  {start} and {months} months: EDATE {seen[-1][0]}, EOMONTH {seen[-1][1]}")
assert seen == [
    (date(2026, 2, 15), date(2026, 2, 28)),
    (date(2026, 3, 3), date(2026, 2, 28)),
    (date(2026, 3, 3), date(2026, 2, 28)),
    (date(2027, 3, 3), date(2027, 2, 28)),
    (date(2025, 3, 1), date(2025, 2, 28)),
]
PY
