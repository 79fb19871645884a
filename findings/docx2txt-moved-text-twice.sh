#!/usr/bin/env bash
# docx2txt 0.9: a clause that was moved with track changes is read twice, a deleted one not at all.
# Expected: the text as it will be, so the clause at its new place only; text that was deleted is left out as well.
# Seen: a move is stored as text that goes and text that comes, and both are read. A demand of 5% that was moved stands
# in the text twice, at its old place too. mammoth reads it once.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet docx2txt==0.9 mammoth==1.13.0 python-docx==1.2.0 lxml==6.1.3
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

import docx2txt
import mammoth
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def changed(kind, text, leaf="w:t"):
    run = f"<w:r><{leaf}>{text}</{leaf}></w:r>"
    return parse_xml(f'<w:p {nsdecls("w")}><w:{kind} w:id="1" w:author="A">{run}</w:{kind}></w:p>')


document = Document()
paragraphs = (
    changed("moveFrom", "Inzet 5%."),
    changed("del", "Inzet 3%.", "w:delText"),
    document.add_paragraph("Prijs.")._p,
    changed("moveTo", "Inzet 5%."),
    changed("ins", "Boete."),
)
for paragraph in paragraphs:
    document.element.body.insert(len(document.element.body) - 1, paragraph)
file = io.BytesIO()
document.save(file)
by_docx2txt = docx2txt.process(file).split()
by_mammoth = mammoth.extract_raw_text(file).value.split()
print("docx2txt", version("docx2txt"), *by_docx2txt)
print("mammoth", version("mammoth"), *by_mammoth)
assert by_docx2txt == ["Inzet", "5%.", "Prijs.", "Inzet", "5%.", "Boete."]
assert by_mammoth == ["Prijs.", "Inzet", "5%.", "Boete."]
PY
