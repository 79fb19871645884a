#!/usr/bin/env bash
# python-calamine 0.9.1: a line break or tab inside a paragraph of an .ods cell vanishes, and glues two words
# together.
# Expected: a newline and a tab, as the same reader gives for .xlsx; it does spell out the spaces of `text:s` and the
# break between paragraphs.
# Seen: `loonsom<line-break/>excl. btw` is read as `loonsomexcl. btw`, `5<tab/>10` as the text `510`. In .xlsx the
# break is there.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet python-calamine==0.9.1 odfpy==1.4.1 XlsxWriter==3.3.1
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import LineBreak, P, S, Tab
from python_calamine import CalamineWorkbook


def paragraph(*parts):
    element = P()
    for part in parts:
        element.addText(part) if isinstance(part, str) else element.addElement(part)
    return element


def first_column(file):
    file.seek(0)
    return [row[0] for row in CalamineWorkbook.from_object(file).get_sheet_by_index(0).to_python()]


CELLS = (
    [paragraph("loonsom", LineBreak(), "excl. btw")],
    [paragraph("5", Tab(), "10")],
    [paragraph("a", S(c=2), "b")],
    [paragraph("a"), paragraph("b")],
)
document, table = OpenDocumentSpreadsheet(), Table(name="S")
document.spreadsheet.addElement(table)
for paragraphs in CELLS:
    row, cell = TableRow(), TableCell(valuetype="string")
    for element in paragraphs:
        cell.addElement(element)
    row.addElement(cell)
    table.addElement(row)
ods, xlsx = io.BytesIO(), io.BytesIO()
document.save(ods)
with xlsxwriter.Workbook(xlsx) as workbook:
    workbook.add_worksheet().write_column(0, 0, ["loonsom\nexcl. btw", "5\t10"])
print("python-calamine", version("python-calamine"))
print("  .ods ", first_column(ods))
print("  .xlsx", first_column(xlsx))
assert first_column(ods) == ["loonsomexcl. btw", "510", "a  b", "a\nb"]
assert first_column(xlsx) == ["loonsom\nexcl. btw", "5\t10"]
PY
