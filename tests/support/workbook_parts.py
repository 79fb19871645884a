"""Ordinary workbooks with their parts rewritten, as other programs write them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl.xml.constants import SHEET_MAIN_NS

_STRICT = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/": "http://purl.oclc.org/ooxml/officeDocument/",
    "http://schemas.openxmlformats.org/drawingml/2006/": "http://purl.oclc.org/ooxml/drawingml/",
}
"""The names of things in an ordinary workbook, and in one that is saved as Strict Open XML."""


def rewrite(path: Path, part: str, change: Callable[[str], str]) -> None:
    """Changes one part of the workbook."""
    _rewrite(path, lambda name, xml: change(xml) if name == part else xml)


def make_strict(path: Path) -> None:
    """The same workbook as Excel saves it under `Strict Open XML-werkmap`."""
    _rewrite(path, lambda _, xml: _in_strict(xml))


def add_shared_texts(path: Path, entries: str) -> None:
    """Gives the workbook a table of texts, which its cells name by number; openpyxl writes none."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    rewrite(path, "[Content_Types].xml", lambda xml: xml.replace("</Types>", override))
    with zipfile.ZipFile(path, "a") as workbook:
        workbook.writestr("xl/sharedStrings.xml", f'<sst xmlns="{SHEET_MAIN_NS}">{entries}</sst>')


def _in_strict(xml: str) -> str:
    for ordinary, strict in _STRICT.items():
        xml = xml.replace(ordinary, strict)
    return xml


def _rewrite(path: Path, change: Callable[[str, str], str]) -> None:
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name).decode() for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, xml in parts.items():
            new.writestr(name, change(name, xml))
