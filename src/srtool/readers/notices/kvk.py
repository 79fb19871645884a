"""Numbers of the KvK as notices and open registers write them."""

from __future__ import annotations

import re

from srtool.lazy_dataclass import dataclass

_SEPARATORS = re.compile(r"[\s.\-]")
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Kvk:
    """A KvK number of eight digits; restored when its first zero was lost on the way."""

    number: str
    is_restored: bool = False


def kvk_of(text: str) -> Kvk | None:
    """The KvK number that this is; None for a name, a foreign number or one of another register.

    Seven digits are a number that a spreadsheet took for a quantity: the zero is put back, which is to be said.
    """
    bare = _SEPARATORS.sub("", text.strip()).removesuffix(",0")
    bare = bare.upper().removeprefix("NLKVK").removeprefix("KVK")
    if not bare.isascii() or not bare.isdigit():
        return None
    if len(bare) == _DIGITS and bare != "0" * _DIGITS:
        return Kvk(bare)
    return Kvk(f"0{bare}", is_restored=True) if len(bare) == _DIGITS - 1 else None
