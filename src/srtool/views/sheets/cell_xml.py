"""A cell as it stands in the part of a sheet, from its style on: what comes before that is its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

_DAY_ZERO = date(1899, 12, 30)
_FIRST_TRUE_DAY = date(1900, 3, 1)
"""Excel has no day before 1900, and counts a 29 February in that year."""


def empty_xml(style: int) -> str:
    """A cell that only looks like something."""
    return f' s="{style}"/>'


def text_xml(text: str, style: int) -> str:
    """Text that stays text; it must be `readable` and fit."""
    if not text:
        return empty_xml(style)
    kept = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f' s="{style}" t="inlineStr"><is><t{kept}>{escaped(text)}</t></is></c>'


def number_xml(value: int | Decimal, style: int) -> str:
    """A number, in the sixteen digits that Excel knows at most."""
    return f' s="{style}"><v>{_digits(value)}</v></c>'


def day_xml(day: date, style: int) -> str:
    """A day as the number that Excel counts it by; an earlier one than Excel can count as text."""
    if day < _FIRST_TRUE_DAY:
        return text_xml(day.isoformat(), style)
    return f' s="{style}"><v>{(day - _DAY_ZERO).days}</v></c>'


def formula_xml(formula: str, result: str | int | Decimal, style: int) -> str:
    """A formula, which begins with `=`, and what it comes to; text must be `readable` and fit."""
    computed = f"<f>{escaped(formula[1:])}</f>"
    if isinstance(result, str):
        return f' s="{style}" t="str">{computed}<v>{escaped(result)}</v></c>'
    return f' s="{style}">{computed}<v>{_digits(result)}</v></c>'


def escaped(text: str) -> str:
    """Text as it stands between two tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _digits(number: int | Decimal) -> str:
    return str(number) if isinstance(number, int) else f"{float(number):.16g}"
