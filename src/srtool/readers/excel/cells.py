"""One cell as the validators expect it, by the sort of its field; what is not understood stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import partial
from math import isfinite

from srtool.lazy_dataclass import dataclass
from srtool.money import to_ten_thousandths
from srtool.readers.vocabulary import choice_of, is_blank, is_unexpressed
from srtool.register.columns import FieldInfo

ERRORS = frozenset({"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"})
DASHES = frozenset({"-", "--", "\u2013", "\u2014", "?", "??", "...", "\u2026"})
"""Text that stands for an empty cell in any column."""


# What Excel shows for zero or nothing in an accounting format: `-`, `€ -`, `€ 0,00 -`.
_DASH = re.compile(r"(?:€|EUR)?\s*(?:0(?:[.,]0+)?\s+)?[-\u2010-\u2015\u2212]+\s*(?:€|EUR)?", re.IGNORECASE)


_KVK_PREFIX = re.compile(r"^\s*kvk(?:-?nummer|-?nr)?\b[.:]?", re.IGNORECASE)
_SEVERAL = re.compile(r"\d{7,}\D+\d{7,}")
_FRACTION = re.compile(r"\d{3,}\.\d+")
"""A number with one point far in: `1234.5678` is more likely two things than one number."""
_LONGEST_NUMBER = 300
"""Characters in which several numbers are looked for."""
_CPV_FIRST = re.compile(r"\s*(?:cpv[ :-]*)?(\d{8}(?:-\d)?)(?!-?\d)\s*[-\u2013:;,/|(\s]\s*(?=\S)", re.IGNORECASE)
"""A code with something after it: its label, or another code."""
_CPV_NEXT = re.compile(r"\D\d{8}(?:-\d)?(?!\d)")
_EIGHT = re.compile(r"\d{7,8}")
_ASCII_EIGHT = re.compile(r"[0-9]{7,8}")
_KVK = re.compile(r"[0-9]{8}")
_SEPARATORS = re.compile(r"[\s.]")


@dataclass(frozen=True, slots=True)
class NotRead:
    """In place of a value: what the cell shows, why it is not read, and the likely reading, if any."""

    seen: object
    why: str
    proposed: object = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """A value, None when it is left out, with the code of what should be said about it and what it shows."""

    value: object
    code: str
    seen: object = None


Converter = Callable[[object], object]
"""From cell value to field value, to Noted, or to None when the cell counts as empty."""


def converter(info: FieldInfo) -> Converter | None:
    """How the cells of a field that hold no text are read; None when they are taken as they are."""
    return partial(_choice, info) if info.choices else _BY_SORT.get(info.sort)


def text_converter(info: FieldInfo) -> Converter | None:
    """How the cells of a field that hold text are read; None when they are taken as they are."""
    if info.choices or info.sort in {"kvk", "cpv"}:
        return converter(info)
    return None if info.sort in {"text", "texts"} else filled


def percent(value: object, *, formatted: bool) -> object:
    """A number in a cell formatted as a percentage times 100, in four decimals; a bare one below one is not read."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    if not isfinite(value):
        return NotRead(str(value), "cell_error")
    if formatted:
        exact = _trimmed(Decimal(repr(value)) * 100)
        rounded = to_ten_thousandths(exact)
        return exact if rounded == exact else Noted(_trimmed(rounded), "percent_rounded")
    return NotRead(value, "percent_share", _trimmed(Decimal(repr(value)) * 100)) if 0 < value < 1 else value


def as_text(value: object) -> object:
    """Numbers and dates in a text field as the text they stand for; truth values stay, to be refused."""
    if value.__class__ is str or isinstance(value, str | bool):
        return value
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return value


def contract_number(value: object) -> object:
    """The number as text; what Excel took for a date is said, for `2024-03` is another number than 1 March 2024."""
    return Noted(as_text(value), "number_is_date") if isinstance(value, date) else as_text(value)


def _choice(info: FieldInfo, value: object) -> object:
    text = as_text(value)
    if not isinstance(text, str):
        return value
    if (choice := choice_of(info.choices, text)) is not None:
        return choice
    if is_unexpressed(info.key, text):
        return Noted(None, "procedure_unexpressed", value)
    return None if filled(value) is None else NotRead(value, "choice_unknown", choices=info.choices)


def filled(value: object) -> object:
    """The value as it is; None for text that only says that nothing is filled in."""
    if not isinstance(value, str) or value[0].isdigit():  # the quick answer for most cells
        return value
    return None if _DASH.fullmatch(value.strip()) or is_blank(value) else value


def _kvk(value: object) -> object:
    text = as_text(value)
    if not isinstance(text, str):
        return value
    if _KVK.fullmatch(text):  # as nearly all are written
        return text
    digits = _SEPARATORS.sub("", text)
    if re.fullmatch(r"[0-9]{7}", digits):
        return Noted("0" + digits, "kvk_restored")
    return digits if re.fullmatch(r"[0-9]+", digits) else text


def supplier(value: object) -> object:
    """A KvK number, or the name as it stands."""
    text = as_text(value)
    looks_like_kvk = isinstance(text, str) and _ASCII_EIGHT.fullmatch(_SEPARATORS.sub("", text))
    return _kvk(text) if looks_like_kvk else text


def supplier_number(value: object) -> object:
    """The KvK number beside a name; a foreign number, which has letters, as it stands."""
    text = as_text(value)
    if not isinstance(text, str) or filled(text) is None:
        return None if isinstance(text, str) else value
    bare = _KVK_PREFIX.sub("", text).strip()
    if len(bare) <= _LONGEST_NUMBER and _SEVERAL.search(bare):
        return NotRead(value, "kvk_several")
    if any(map(str.isalpha, bare)):
        return text
    if _FRACTION.fullmatch(bare) or not _EIGHT.fullmatch(_SEPARATORS.sub("", bare)):
        return NotRead(value, "kvk_type")
    return _kvk(bare)


def _cpv(value: object) -> object:
    text = as_text(value)
    if isinstance(text, str) and not isinstance(value, str) and re.fullmatch(r"[0-9]{7}", text):
        return Noted("0" + text, "cpv_restored")
    if not isinstance(value, str) or (code := _CPV_FIRST.match(value)) is None:
        return text
    return Noted(code[1], "cpv_of_several" if _CPV_NEXT.search(value, code.end(1)) else "cpv_beside_label")


def _trimmed(number: Decimal) -> Decimal:
    # What a formula leaves behind the digits that Excel shows (5.0000000000000044%) is binary noise.
    near = round(number, 10)
    whole = near.normalize()
    return whole if int(whole.as_tuple().exponent) <= 0 else whole.quantize(Decimal(1))


_BY_SORT: dict[str, Converter] = {"text": as_text, "texts": as_text, "kvk": _kvk, "cpv": _cpv}
