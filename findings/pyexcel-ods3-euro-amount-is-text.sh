#!/usr/bin/env bash
# pyexcel-ods3 0.6.1: an amount with a euro sign is read as text, and the one without as a number.
# Expected: a number, as of a percentage; the currency is how the cell is shown.
# Seen: a cell of 1234.50 in the format of euro gives "1234.5 EUR", in the format of a number 1234.5. A column in which
# one cell was formatted by hand becomes a mixture: a sum fails, or a reader that skips text leaves that amount out.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pyexcel-ods3==0.6.1 odfpy==1.4.1 python-calamine==0.9.1
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

import pyexcel_ods3
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from python_calamine import CalamineWorkbook

CELLS = (
    TableCell(valuetype="float", value="1234.50"),
    TableCell(valuetype="currency", currency="EUR", value="1234.50"),
    TableCell(valuetype="percentage", value="0.025"),
)
document, table = OpenDocumentSpreadsheet(), Table(name="S")
document.spreadsheet.addElement(table)
for cell, shown in zip(CELLS, ("1234,50", "€ 1.234,50", "2,5%"), strict=True):
    row = TableRow()
    cell.addElement(P(text=shown))
    row.addElement(cell)
    table.addElement(row)
file = io.BytesIO()
document.save(file)
file.seek(0)
by_calamine = [row[0] for row in CalamineWorkbook.from_object(file).get_sheet_by_index(0).to_python()]
file.seek(0)
by_pyexcel = [row[0] for row in pyexcel_ods3.get_data(file)["S"]]
print("pyexcel-ods3", version("pyexcel-ods3"), by_pyexcel)
print("python-calamine", version("python-calamine"), by_calamine)
assert by_pyexcel == [1234.5, "1234.5 EUR", 0.025]
assert by_calamine == [1234.5, 1234.5, 0.025]
PY
