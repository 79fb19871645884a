"""What a cell of a register accepts, and what Excel says, in the officer's language, when it is something else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation

from srtool.register.columns import FieldInfo
from srtool.register.fields import MOST_MONTHS
from srtool.texts import Lang, words
from srtool.texts.say import word
from srtool.views.register.choice_lists import in_formula

_Kind = Literal["decimal", "whole", "date"]
# The days as Excel counts them: 1 is the first of 1900.
_LAST_DAY = (date(2999, 12, 31) - date(1899, 12, 30)).days
_BOUNDS: Mapping[str, tuple[_Kind, str, str]] = {
    "amount": ("decimal", "0", "9999999999999.99"),
    "percent": ("decimal", "0", "1"),
    "number": ("decimal", "0", "999999.99"),
    "count": ("whole", "0", "999999"),
    "months": ("whole", "0", str(MOST_MONTHS)),
    "day": ("date", "1", str(_LAST_DAY)),
}
"""Per sort what Excel calls it, and the least and the most that the reader takes."""


def validation(info: FieldInfo, lang: Lang, offered: str | None = None) -> DataValidation | None:
    """The rule for the cells of a field, still without cells; None where any text will do.

    `offered` is the formula of a drop-down for a field that has no fixed choices: another value is questioned only.
    """
    if offered is not None:
        return _list(offered, "offered", lang, stops=False)
    if info.choices:
        return _list(in_formula([word(lang, choice) for choice in info.choices]), "choice", lang)
    if info.sort == "yes_no":
        return _list(in_formula([word(lang, "yes"), word(lang, "no")]), "yes_no", lang)
    if info.sort not in _BOUNDS:
        return None
    kind, least, most = _BOUNDS[info.sort]
    rule = DataValidation(kind, formula1=least, formula2=most, operator="between", allow_blank=True)
    return _said(rule, info.sort, lang)


def _list(formula: str, name: str, lang: Lang, *, stops: bool = True) -> DataValidation:
    rule = DataValidation("list", formula1=formula, allow_blank=True)
    rule.errorStyle = "stop" if stops else "warning"
    return _said(rule, name, lang)


def _said(rule: DataValidation, name: str, lang: Lang) -> DataValidation:
    wrong = words(lang, "fields.wrong")
    rule.errorTitle, rule.error, rule.showErrorMessage = wrong["title"], wrong[name], True
    return rule
