"""Values of the register as a sheet holds them."""

from __future__ import annotations

from decimal import Decimal

from srtool.register.columns import FieldInfo
from srtool.texts import Lang
from srtool.texts.say import word


def cell_value(info: FieldInfo, value: object, lang: Lang) -> object:
    """A value of the model as the cell holds it: words of the language, a percentage as Excel counts it."""
    if isinstance(value, bool):
        return word(lang, "yes" if value else "no")
    if info.choices:
        return word(lang, str(value))
    if isinstance(value, list | tuple):
        return "; ".join(value) or None
    if info.sort == "percent" and isinstance(value, Decimal | int):
        return Decimal(value) / 100
    return value
