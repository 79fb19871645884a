#!/usr/bin/env bash
# openpyxl 3.1.5 and python-calamine 0.9.1: a text such as `_x0041_` is another text for the next reader, and for
# openpyxl itself when it is the heading of a table.
# Expected: openpyxl guards what looks like an escape of Excel (as XlsxWriter does, with `_x005F_`), or nobody decodes
# it.
# Seen: openpyxl writes it as it is and its cells read it as it is, so a round trip shows nothing. calamine reads the
# cell as `A`; and openpyxl's own table says that the column is called `A` while its heading cell says `_x0041_`: they
# no longer match.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet openpyxl==3.1.5 python-calamine==0.9.1 XlsxWriter==3.3.1
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.table import Table
from python_calamine import CalamineWorkbook

CODE = "_x0041_"


def by_calamine(file):
    file.seek(0)
    return CalamineWorkbook.from_object(file).get_sheet_by_index(0).to_python()[0][0]


by_openpyxl = io.BytesIO()
workbook = Workbook()
workbook.active.append([CODE])
workbook.active.append([1])
workbook.active.add_table(Table(displayName="Codes", ref="A1:A2"))
workbook.save(by_openpyxl)
by_xlsxwriter = io.BytesIO()
with xlsxwriter.Workbook(by_xlsxwriter) as other:
    other.add_worksheet().write_string(0, 0, CODE)

sheet = load_workbook(by_openpyxl).active
heading, column = sheet["A1"].value, sheet.tables["Codes"].tableColumns[0].name
print("openpyxl", version("openpyxl"), "python-calamine", version("python-calamine"))
print(f"  {CODE} by openpyxl: cell {heading}, column of the table {column}, calamine {by_calamine(by_openpyxl)}")
print(f"  {CODE} by XlsxWriter {version('XlsxWriter')}: calamine {by_calamine(by_xlsxwriter)}")
assert (heading, column) == (CODE, "A")
assert by_calamine(by_openpyxl) == "A"
assert by_calamine(by_xlsxwriter) == CODE
PY
