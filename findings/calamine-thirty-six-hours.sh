#!/usr/bin/env bash
# python-calamine 0.9.1: thirty-six hours are a timedelta in .xlsx and the text `PT36H00M00S` in .ods.
# Expected: a timedelta in both; it reads twelve and a half hours in .ods, and knows the form.
# Seen: in a column of hours worked of an .ods file, what is below 24 hours is a time of day and what is 24 hours or
# more a text. So a sum, or a reader that passes over text, leaves out exactly the largest.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet python-calamine==0.9.1 odfpy==1.4.1 XlsxWriter==3.3.1
"$work/venv/bin/python" - <<'PY'
import io
from datetime import time, timedelta
from importlib.metadata import version

import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from python_calamine import CalamineWorkbook

HOURS = ((12, 30), (23, 59), (24, 0), (36, 0))
document, table = OpenDocumentSpreadsheet(), Table(name="S")
document.spreadsheet.addElement(table)
for hours, minutes in HOURS:
    row, cell = TableRow(), TableCell(valuetype="time", timevalue=f"PT{hours}H{minutes:02}M00S")
    cell.addElement(P(text=f"{hours}:{minutes:02}"))
    row.addElement(cell)
    table.addElement(row)
ods, xlsx = io.BytesIO(), io.BytesIO()
document.save(ods)
with xlsxwriter.Workbook(xlsx) as workbook:
    sheet, form = workbook.add_worksheet(), workbook.add_format({"num_format": "[h]:mm"})
    for line, (hours, minutes) in enumerate(HOURS):
        sheet.write_datetime(line, 0, timedelta(hours=hours, minutes=minutes), form)


def first_column(file):
    file.seek(0)
    return [row[0] for row in CalamineWorkbook.from_object(file).get_sheet_by_index(0).to_python()]


print("python-calamine", version("python-calamine"))
print("  .ods ", *first_column(ods), sep="  ")
print("  .xlsx", *first_column(xlsx), sep="  ")
assert first_column(ods) == [time(12, 30), time(23, 59), "PT24H00M00S", "PT36H00M00S"]
assert first_column(xlsx) == [timedelta(hours=hours, minutes=minutes) for hours, minutes in HOURS]
PY
