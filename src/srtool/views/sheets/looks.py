"""How a cell looks: its font, its tint and the format of its number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from srtool.lazy_dataclass import dataclass
from srtool.texts import Lang
from srtool.views.shared.table import Kind, Tone
from srtool.views.sheets.cells import COUNT, DATE, EURO, FONT, LEAST_EURO, PERCENT, WHOLE_EURO

INK = "1F3A5F"
# Red, amber, bluish green and grey, in tints that colour-blind readers tell apart too; the word says it anyhow.
FILLS: Mapping[Tone, str] = {
    "bad": "E99A92",
    "warn": "FFDD80",
    "good": "A9D9C3",
    "calm": "E4E4E4",
    "open": "D9D2E9",
    "input": "FFF2CC",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks."""

    kind: Kind = "text"
    bold: bool = False
    tone: Tone | None = None
    size: int = 11
    muted: bool = False
    heading: bool = False
    framed: bool = False
    indented: bool = False
    """Text that stands beside a number."""
    right: bool = False
    """A heading that stands above numbers."""
    linked: bool = False
    """Text that leads somewhere, and must look so."""


def dress(cell: Any, look: Look, lang: Lang) -> None:  # noqa: ANN401 - openpyxl's own
    """Gives a cell its looks the slow way."""
    colour = "FFFFFF" if look.heading else "0563C1" if look.linked else "666666" if look.muted else "000000"
    underline: Literal["single"] | None = "single" if look.linked else None
    cell.font = Font(name=FONT, size=look.size, bold=look.bold or look.heading, color=colour, underline=underline)
    wraps = look.kind == "wrapped"
    of_text = look.kind in {"text", "wrapped"} and look.indented
    side_by_side: dict[str, Any] = {"horizontal": "left", "indent": 1} if of_text else {}
    side = {"horizontal": "right"} if look.right else side_by_side
    cell.alignment = Alignment(vertical="top", wrap_text=wraps or None, **side)
    if look.heading:
        cell.fill = PatternFill("solid", fgColor=INK)
    elif look.tone is not None:
        cell.fill = PatternFill("solid", fgColor=FILLS[look.tone])
    if look.framed:
        line = Side(style="thin", color="7F7F7F")
        cell.border = Border(left=line, right=line, top=line, bottom=line)
    formats = {
        "euro": EURO,
        "least_euro": LEAST_EURO,
        "whole_euro": WHOLE_EURO,
        "percent": PERCENT,
        "count": COUNT,
        "decimal": "#,##0.00",
        "date": DATE[lang],
    }
    if look.kind in formats:
        cell.number_format = formats[look.kind]
