"""The names of the elements of a Word file that are read."""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def w(name: str) -> str:
    """An element or attribute of the main namespace, as ElementTree writes it."""
    return f"{{{WORD}}}{name}"


VAL = w("val")
ID = w("id")
BODY = w("body")
PARAGRAPH = w("p")
PARAGRAPH_PROPERTIES = w("pPr")
RUN = w("r")
RUN_PROPERTIES = w("rPr")
TABLE = w("tbl")
ROW = w("tr")
CELL = w("tc")
CONTROL = w("sdt")
CONTROL_CONTENT = w("sdtContent")
CONTROL_PROPERTIES = w("sdtPr")
INSERTED = w("ins")
DELETED = w("del")
MOVED_FROM = w("moveFrom")
MOVED_TO = w("moveTo")
BOX = w("txbxContent")
FIELD = w("fldSimple")
STYLE = w("style")
NUMBERING_PROPERTIES = w("numPr")
ALTERNATIVES = f"{{{_MARKUP}}}AlternateContent"
CHOICE = f"{{{_MARKUP}}}Choice"
FALLBACK = f"{{{_MARKUP}}}Fallback"
CHECK_BOX = f"{{{_W14}}}checkbox"
CHECKED = f"{{{_W14}}}checked"
CHECK_VALUE = f"{{{_W14}}}val"
MATH_TEXT = f"{{{_MATH}}}t"

OFF = frozenset({"0", "false", "off", "none"})
"""How a property says that it does not hold; without a value it holds."""
