"""Amounts as people write them, in euro excl. VAT.

`1.234` can be a thousand or a unit; a currency sign, or another cell of the same column, settles it, for an amount has
no three decimals. What stands for another amount than the whole (about, at most, per year, with VAT) is never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from srtool.money import NotANumber, checked_amount, to_cents
from srtool.readers.values.reading import LONGEST, Read, Reading, Unread, squeezed

Sign = Literal[".", ","]

_CURRENCY = re.compile(r"€|\beur(?:o|o's|os)?\b")
_OTHER_CURRENCY = re.compile(r"\$|£|\b(?:usd|gbp|chf|dollars?|pond|nok|sek|dkk|pln)\b")
_WITHOUT_VAT = re.compile(r"\(?\b(?:ex|excl|exclusief|excluding|zonder)\b\.?\s*(?:btw|vat|omzetbelasting)\b\.?\)?")
_WITH_VAT = re.compile(r"\b(?:incl|inclusief|including|inc|met)\b\.?\s*(?:btw|vat|omzetbelasting)\b")
_PER_YEAR = re.compile(
    r"\bp\.?\s?j\b\.?|\bp/j\b|(?:/|\bper\b)\s*(?:jaar|jr|year|annum)\b\.?|\bjaarlijkse?\b|\byearly\b|\bannually\b"
    r"|\bp\.?a\.?$"
)
_PER_MONTH = re.compile(
    r"\bp\.?\s?m\b\.?|\bp/m\b|(?:/|\bper\b)\s*(?:maand|mnd|month)\b\.?|\bmaandelijkse?\b|\bmonthly\b"
)
_PER = re.compile(r"(?:/|\bper\b)\s*(?:kwartaal|quarter|uur|hour|week|dag|day|stuk|m2)\b\.?")
_ABOUT = re.compile(r"\b(?:ca|circa|ong|ongeveer|plm|approx|about|raming|geschat)\b\.?|±|~|\+/-")
_LIMIT = re.compile(r"\b(?:max|maximaal|min|minimaal|minstens|tot|vanaf|hoogstens|up to|at most|at least)\b\.?|[<>≤≥]")
_SCALES = (
    (re.compile(r"(?<=[\d\s])(?:mln|miljoen|million|mio|m)\b\.?"), Decimal(1_000_000)),
    (re.compile(r"(?<=[\d\s])(?:mrd|miljard)\b\.?"), Decimal(1_000_000_000)),
    (re.compile(r"(?<=[\d\s])(?:k|dzd|duizend|thousand|x ?1[. ]?000)\b\.?"), Decimal(1_000)),
)
_RANGE = re.compile(r"\d[^-]*\s-\s*[^-]*\d|\d-\d|\d.*\bt/m\b.*\d|\btussen\b.*\d.*\ben\b.*\d")
_TAIL = re.compile(r",\s*(?:-{1,2}|=)$")

_PLAIN = re.compile(r"\d+([.,]\d{1,2})?")
_DUTCH = re.compile(r"\d{1,3}(\.\d{3})+,\d{1,2}|\d{1,3}(\.\d{3}){2,}")
_ENGLISH = re.compile(r"\d{1,3}(,\d{3})+\.\d{1,2}|\d{1,3}(,\d{3}){2,}")
_GAPS = re.compile(r"\d{1,3}([ '])\d{3}(?:\1\d{3})*([.,]\d{1,2})?")
_EITHER = re.compile(r"\d{1,3}([.,])\d{3}")
_FRACTION = re.compile(r"[\d.,]*[.,]\d{3,}")
_LONG_FRACTION = re.compile(r"\d{4,13}[.,]\d{3,}")


_PARTLY = (
    ("amount_per_year", _PER_YEAR),
    ("amount_per_month", _PER_MONTH),
    ("amount_period", _PER),
    ("amount_about", _ABOUT),
    ("amount_limit", _LIMIT),
)
"""What an amount is that is not the whole one exactly."""


def thousands_in(texts: Iterable[str]) -> Sign | None:
    """The sign between thousands that the cells of a column prove; None when none does, or when they disagree."""
    proofs = {sign for text in texts if len(text) <= LONGEST and (sign := _proof(squeezed(text)))}
    return next(iter(proofs)) if len(proofs) == 1 else None


def _proof(text: str) -> Sign | None:
    """What one cell proves: decimals beside a group, several groups, or one group beside a currency sign."""
    bare = _bare(text)
    if _DUTCH.fullmatch(bare):
        return "."
    if _ENGLISH.fullmatch(bare):
        return ","
    whole = _TAIL.sub("", bare)
    either = _EITHER.fullmatch(whole)
    if either and (whole != bare or _CURRENCY.search(text)):
        return "." if either[1] == "." else ","
    decimals = re.fullmatch(r"\d+([.,])\d{2}", bare)
    return None if decimals is None else "." if decimals[1] == "," else ","


def amount_of(text: str, thousands: Sign | None = None) -> Reading:
    """The amount that the text stands for, in whole cents; `thousands` is what the column proves.

    Unread, with the likely amount: about, at most, per year, with VAT, in thousands or millions, a range, another
    currency, a share, a negative amount, more than two decimals.
    """
    if len(text) > LONGEST:
        return Unread("amount_long")
    plain = squeezed(text)
    for why, pattern in (
        ("amount_share", re.compile(r"%")),
        ("amount_currency", _OTHER_CURRENCY),
        ("amount_with_vat", _WITH_VAT),
    ):
        if pattern.search(plain):
            return Unread(why)
    plain = _WITHOUT_VAT.sub(" ", plain).strip()
    if _is_range(plain):
        return Unread("amount_range")
    for why, pattern in _PARTLY:
        if pattern.search(plain):
            return Unread(why, _likely(pattern.sub(" ", plain), thousands))
    for pattern, factor in _SCALES:
        if pattern.search(plain):
            return Unread("amount_scale", _scaled(pattern.sub(" ", plain), factor))
    return _amount(plain, thousands)


def _is_range(plain: str) -> bool:
    bare = _CURRENCY.sub(" ", plain).strip()
    return bool(_RANGE.search(bare)) and not _TAIL.search(bare)


def _likely(plain: str, thousands: Sign | None) -> Decimal | None:
    """The amount in what is left of a text, for a proposal."""
    for _, pattern in _PARTLY:
        plain = pattern.sub(" ", plain)
    for pattern, factor in _SCALES:
        if pattern.search(plain):
            return _scaled(pattern.sub(" ", plain), factor)
    reading = _amount(plain.strip(), thousands)
    if isinstance(reading, Read):
        return reading.value if isinstance(reading.value, Decimal) else None
    return reading.proposed if isinstance(reading.proposed, Decimal) else None


def _scaled(plain: str, factor: Decimal) -> Decimal | None:
    number = _bare(plain)
    if not re.fullmatch(r"\d{1,6}([.,]\d{1,3})?", number):
        return None
    try:
        return checked_amount(Decimal(number.replace(",", ".")) * factor)
    except NotANumber:
        return None


def _amount(plain: str, thousands: Sign | None) -> Reading:
    bare = _bare(plain)
    if bare.startswith(("-", "(")) or (bare.endswith("-") and not _TAIL.search(bare)):
        return Unread("amount_negative")
    whole = _TAIL.sub("", bare)
    either = _EITHER.fullmatch(whole)
    if either:
        return _grouped(whole, either[1], plain, thousands, tail=whole != bare)
    for pattern, group, decimal in ((_PLAIN, "", ","), (_DUTCH, ".", ","), (_ENGLISH, ",", "."), (_GAPS, " '", ",")):
        if pattern.fullmatch(whole):
            digits = re.sub(f"[{re.escape(group)}]", "", whole) if group else whole
            return _checked(digits.replace(decimal, "."), derived="'" in whole)
    if _LONG_FRACTION.fullmatch(whole):  # too many figures before the sign for one between thousands
        return Unread("amount_decimals", to_cents(Decimal(whole.replace(",", "."))))
    return Unread("amount_decimals" if _FRACTION.fullmatch(whole) else "amount_type")


def _grouped(whole: str, sign: str, plain: str, thousands: Sign | None, *, tail: bool) -> Reading:
    """`1.234`: a thousand where a currency sign, a price tag or the column says so."""
    digits = whole.replace(sign, "")
    if tail or (thousands is None and _CURRENCY.search(plain)):
        return _checked(digits, derived=not tail)
    if thousands == sign:
        return _checked(digits, derived=True)
    proposed = _checked(digits, derived=True)
    return Unread(
        "amount_decimals" if thousands else "amount_ambiguous",
        proposed.value if isinstance(proposed, Read) and thousands is None else None,
    )


def _checked(digits: str, *, derived: bool) -> Reading:
    try:
        return Read(checked_amount(Decimal(digits)), derived)
    except NotANumber as error:
        return Unread(error.code)


def _bare(plain: str) -> str:
    """The figures without currency sign, spaces around and the words on VAT."""
    return _CURRENCY.sub(" ", _WITHOUT_VAT.sub(" ", plain)).strip()
