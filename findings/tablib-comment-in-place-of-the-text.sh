#!/usr/bin/env bash
# tablib 3.10.0: a comment on a cell of an .ods file takes the place of the text of the cell.
# Expected: the text of the cell, without its comment.
# Seen: a cell `Groenonderhoud` with a comment by Jansen is read as `Jansen`: the first text inside the cell counts, and
# the comment comes first. A cell of which one word is bold is cut off in the same way, just before that word.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet tablib==3.10.0 odfpy==1.4.1 python-calamine==0.9.1
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

import tablib
from odf.dc import Creator
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P, Span
from python_calamine import CalamineWorkbook


def cell_with(*elements):
    cell = TableCell(valuetype="string")
    for element in elements:
        cell.addElement(element)
    return cell


comment = Annotation()
comment.addElement(Creator(text="Jansen"))
comment.addElement(P(text="Klopt dit?"))
with_a_bold_word = P(text="Groen en ")
with_a_bold_word.addElement(Span(text="grijs"))
CELLS = (
    cell_with(P(text="opdracht")),
    cell_with(P(text="Groenonderhoud")),
    cell_with(comment, P(text="Groenonderhoud")),
    cell_with(with_a_bold_word),
)
document, table = OpenDocumentSpreadsheet(), Table(name="S")
document.spreadsheet.addElement(table)
for cell in CELLS:
    row = TableRow()
    row.addElement(cell)
    table.addElement(row)
file = io.BytesIO()
document.save(file)
by_tablib = [row[0] for row in tablib.Dataset().load(file.getvalue(), "ods")]
file.seek(0)
by_calamine = [row[0] for row in CalamineWorkbook.from_object(file).get_sheet_by_index(0).to_python()[1:]]
print("tablib", version("tablib"), by_tablib)
print("python-calamine", version("python-calamine"), by_calamine)
assert by_tablib == ["Groenonderhoud", "Jansen", "Groen en "]
assert by_calamine == ["Groenonderhoud", "Groenonderhoud", "Groen en grijs"]
PY
