#!/usr/bin/env bash
# tablib 3.10.0: a number in an .ods file is read from the text that it is shown as, not from its value.
# Expected: `office:value`, as of a date, which it does read by its value; at least no number that is not in the cell.
# Seen: a thousand, shown in Dutch as `1.000`, is read as 1.0; 1.250.000 raises a ValueError; 12500.75 shown without
# decimals is 12501.0. An amount in euro and a percentage come back as text. Others read the value from the same file.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet tablib==3.10.0 odfpy==1.4.1 python-calamine==0.9.1
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

import tablib
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from python_calamine import CalamineWorkbook


def file_with(shown, **value):
    document, table = OpenDocumentSpreadsheet(), Table(name="S")
    document.spreadsheet.addElement(table)
    for cell, text in ((TableCell(valuetype="string"), "waarde"), (TableCell(**value), shown)):
        row = TableRow()
        cell.addElement(P(text=text))
        row.addElement(cell)
        table.addElement(row)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def by_tablib(file):
    try:
        return tablib.Dataset().load(file, "ods")[0][0]
    except ValueError as error:
        return type(error).__name__


def by_calamine(file):
    return CalamineWorkbook.from_object(io.BytesIO(file)).get_sheet_by_index(0).to_python()[1][0]


CASES = (
    ("1.000", {"valuetype": "float", "value": "1000"}, 1.0, 1000.0),
    ("1.250.000", {"valuetype": "float", "value": "1250000"}, "ValueError", 1250000.0),
    ("12501", {"valuetype": "float", "value": "12500.75"}, 12501.0, 12500.75),
    ("€ 1.000", {"valuetype": "currency", "currency": "EUR", "value": "1000"}, "€ 1.000", 1000.0),
    ("2,5%", {"valuetype": "percentage", "value": "0.025"}, "2,5%", 0.025),
)
print("tablib", version("tablib"), "and python-calamine", version("python-calamine"))
seen = []
for shown, value, _, _ in CASES:
    file = file_with(shown, **value)
    seen.append((by_tablib(file), by_calamine(file)))
    print(f"  value {value['value']} shown as {shown}: tablib {seen[-1][0]!r}, calamine {seen[-1][1]!r}")
assert seen == [case[2:] for case in CASES]
PY
