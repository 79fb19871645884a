#!/usr/bin/env bash
# python-docx 1.2.0: one cell in a content control, as in any form, and `table.cell(row, column)` answers from another
# row.
# Expected: the cell is missing, or there is an error, in that row alone.
# Seen: the cells are counted through the whole table, so from the hole on each address gives its right neighbour:
# `cell(0, 1)` is the first cell of the second row, `cell(1, 0)` is the text of `(1, 1)`. Only the last address
# raises, an IndexError. `row.cells` keeps the other rows right, and is one short in its own.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet python-docx==1.2.0 lxml==6.1.3
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

made = Document()
table = made.add_table(rows=3, cols=2)
for row in range(3):
    for column in range(2):
        table.cell(row, column).text = f"r{row}c{column}"
xml_row = table.rows[0]._tr
xml_cell = xml_row.tc_lst[1]
control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
xml_row.replace(xml_cell, control)
control[0].append(xml_cell)
file = io.BytesIO()
made.save(file)

read = Document(file).tables[0]
by_address = {(row, column): read.cell(row, column).text for row, column in [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0)]}
by_row = [[cell.text for cell in row.cells] for row in read.rows]
try:
    last = read.cell(2, 1).text
except IndexError as error:
    last = type(error).__name__
print("python-docx", version("python-docx"), "with the cell (0, 1) in a content control")
print("  table.cell", by_address, "(2, 1):", last)
print("  row.cells ", by_row)
assert by_address == {(0, 0): "r0c0", (0, 1): "r1c0", (1, 0): "r1c1", (1, 1): "r2c0", (2, 0): "r2c1"}
assert last == "IndexError"
assert by_row == [["r0c0"], ["r1c0", "r1c1"], ["r2c0", "r2c1"]]
PY
