#!/usr/bin/env bash
# pandas 3.1.1: a yes in an .ods file made in Dutch is read as a no.
# Expected: the cell holds `office:boolean-value="true"`, whatever the language it is shown in, so True.
# Seen: the engine `odf` looks at the shown text and knows only TRUE. `WAAR`, as a Dutch LibreOffice shows it, is False,
# as `WAHR` is in German and `VRAI` in French. No warning. The engine `calamine` reads the same file as True.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1
"$work/venv/bin/python" - <<'PY'
import io
import warnings
from importlib.metadata import version

import pandas
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

warnings.simplefilter("error", UserWarning)
SHOWN = ("TRUE", "WAAR", "WAHR", "VRAI")
document, table = OpenDocumentSpreadsheet(), Table(name="S")
document.spreadsheet.addElement(table)
for shown in SHOWN:
    row, cell = TableRow(), TableCell(valuetype="boolean", booleanvalue="true")
    cell.addElement(P(text=shown))
    row.addElement(cell)
    table.addElement(row)
file = io.BytesIO()
document.save(file)


def read(engine):
    return [bool(value) for value in pandas.read_excel(file, header=None, engine=engine)[0]]


print("pandas", version("pandas"), "reads four times the same yes")
print("  shown as       ", *SHOWN)
print("  engine odf     ", *read("odf"))
print("  engine calamine", *read("calamine"))
assert read("odf") == [True, False, False, False]
assert read("calamine") == [True, True, True, True]
PY
