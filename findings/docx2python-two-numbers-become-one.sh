#!/usr/bin/env bash
# docx2python 3.7.1: a hyphen at which the line may not be broken vanishes, and two numbers become one.
# Expected: a hyphen, as mammoth and python-docx give; or a gap.
# Seen: Word stores Ctrl+Shift+hyphen as an element of its own, and `2-5%` is read as `25%`, `2026-2027` as `20262027`,
# `artikel 4-2` as `artikel 42`: a text that looks right. Breaks and tabs, stored in the same way, are there, and so is
# a hyphen of that kind that was pasted in as a character.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet docx2python==3.7.1 mammoth==1.13.0 python-docx==1.2.0 lxml==6.1.3
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

import mammoth
from docx import Document
from docx.oxml import OxmlElement
from docx2python import docx2python

LINES = (
    ("Inzet 2", "w:noBreakHyphen", "5%"),
    ("In 2026", "w:noBreakHyphen", "2027"),
    ("Zie artikel 4", "w:noBreakHyphen", "2"),
    ("Inzet 2", "w:tab", "5%"),
    ("Inzet 2", "w:br", "5%"),
    ("Inzet 2\N{NON-BREAKING HYPHEN}5%",),
)
made = Document()
for line in LINES:
    paragraph = made.add_paragraph()
    for part in line:
        run = paragraph.add_run()
        run._r.append(OxmlElement(part)) if part.startswith("w:") else run.add_text(part)
file = io.BytesIO()
made.save(file)

by_docx2python = docx2python(file).text.split("\n\n")
by_mammoth = mammoth.extract_raw_text(file).value.split("\n\n")
by_python_docx = [paragraph.text for paragraph in Document(file).paragraphs]
print("docx2python", version("docx2python"), by_docx2python)
print("mammoth", version("mammoth"), by_mammoth[:3])
print("python-docx", version("python-docx"), by_python_docx[:3])
assert by_docx2python[:3] == ["Inzet 25%", "In 20262027", "Zie artikel 42"]
assert by_docx2python[3:] == ["Inzet 2\t5%", "Inzet 2\n5%", "Inzet 2\N{NON-BREAKING HYPHEN}5%"]
assert [line.replace("\N{NON-BREAKING HYPHEN}", "-") for line in by_mammoth[:3]] == by_python_docx[:3]
assert by_python_docx[:3] == ["Inzet 2-5%", "In 2026-2027", "Zie artikel 4-2"]
PY
