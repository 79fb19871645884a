"""Cells of TenderNed's table and of open registers as values: days in either order, amounts, terms in words."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from srtool.money import NotANumber, amount_from_text
from srtool.notice.period import Duration

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\s.*)?")
_CPV = re.compile(r"(?<!\d)(\d{7,8})(?:-\d)?(?:\.0)?(?!\d)")
_TERM = re.compile(r"(\d{1,4})(?:[.,]0)?\s*([a-zA-Z]*)")
_UNITS = {"dag": "DAY", "wek": "WEEK", "wee": "WEEK", "maa": "MONTH", "mnd": "MONTH", "jaa": "YEAR", "jar": "YEAR"}
_UNITS |= {"day": "DAY", "mon": "MONTH", "yea": "YEAR"}
_BLANK = frozenset({"", "-", "nvt", "onbekend", "leeg", "null", "none", "nan", "zie bijlage", "diverse", "divers"})


def text_of(cell: object) -> str | None:
    """The text of a cell; None when it is empty or only says that nothing is filled in."""
    if cell is None or isinstance(cell, bool):
        return None
    if isinstance(cell, float) and cell == int(cell):
        cell = int(cell)
    text = " ".join(str(cell).split())
    return None if text.casefold().replace(".", "") in _BLANK else text


def day_of(cell: object) -> date | None:
    """A date cell, `2026-03-02` or `02-03-2026`."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = cell.strip() if isinstance(cell, str) else ""
    if match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _DUTCH.fullmatch(text):
        day, month, year = map(int, match.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def number_of(cell: object) -> Decimal | None:
    """An amount as a number or as clear text; None for `Onbekend`, `30%` and what can be read in two ways."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float | Decimal):
        return Decimal(repr(cell)) if isinstance(cell, float) else Decimal(cell)
    try:
        return amount_from_text(str(cell))
    except NotANumber:
        return None


def cpv_of(cell: object) -> str | None:
    """The eight digits of the first code, also beside its label, as a number, or without its first zero."""
    text = text_of(cell)
    match = _CPV.search(text) if text else None
    return match[1].zfill(8) if match else None


def duration_of(number: object, unit: object) -> Duration | None:
    """`12` with `Maanden` beside it, or `12 Maanden` together."""
    match = _TERM.match(text_of(number) or "")
    name = (match[2] if match else "") or (text_of(unit) or "")
    code = _UNITS.get(name.casefold()[:3])
    return Duration(int(match[1]), code) if match and code and int(match[1]) else None
