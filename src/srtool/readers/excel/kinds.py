"""What kind of file it is, by its content: a name may say something else."""

from __future__ import annotations

from io import BytesIO
from lzma import LZMAError
from typing import Literal
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - zlib names it in lower case

Kind = Literal["workbook", "strict", "binary", "calc", "old", "text", "page", "document", "protected", "empty", "other"]
"""workbook: .xlsx and .xlsm; strict: Open XML; binary: .xlsb; calc: .ods; old: .xls; text: .csv; page: HTML."""

DAMAGED = (BadZipFile, ZlibError, LZMAError, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)
"""All that zipfile raises on a damaged archive."""
BROKEN = (*DAMAGED, SyntaxError, ArithmeticError, AttributeError, LookupError, TypeError)
"""All that zipfile and openpyxl raise on a damaged workbook; keep our own code out of such a `try`."""
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRICT = b"purl.oclc.org/ooxml"
_HEAD = 4096
_PAGE = (b"<!doctype html", b"<html", b"<table", b"<meta", b"<head")
_CALC = "application/vnd.oasis.opendocument.spreadsheet"


def kind_of(data: bytes) -> Kind:
    """The kind of file that these bytes are; a damaged archive is `other`."""
    head = data[:_HEAD]
    if not head.strip(b"\0"):
        return "empty"
    if head.startswith(_OLE):
        return "protected" if _ENCRYPTED in data else "old"
    if head.startswith(b"PK"):
        return _kind_of_zip(data)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_PAGE):
        return "page"
    if start.startswith((b"<?xml", b"{\\rtf", b"%pdf")):
        return "other"
    utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "text" if utf16 or b"\0" not in head else "other"


def _kind_of_zip(data: bytes) -> Kind:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if any(part.flag_bits & 0x1 for part in archive.infolist()):
                return "protected"
            if "xl/workbook.xml" in names:
                with archive.open("xl/workbook.xml") as part:
                    return "strict" if _STRICT in part.read(_HEAD) else "workbook"
            if "xl/workbook.bin" in names:
                return "binary"
            if "mimetype" in names:
                return "calc" if archive.read("mimetype").decode("ascii", "replace").strip() == _CALC else "document"
            return "document" if any(name.startswith("word/") for name in names) else "other"
    except DAMAGED:
        return "other"
