"""What a column on social return says where yes, no, percentages and amounts stand in it together."""

from __future__ import annotations

import re
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.readers.values.amounts import amount_of
from srtool.readers.values.reading import LONGEST, Read, Reading, Unread, squeezed


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked; None for what the cell does not say. The percentage as 5 for 5%, the amount in euro excl. VAT."""

    asked: bool
    percent: Decimal | None = None
    amount: Decimal | None = None
    basis: str | None = None


_YES = re.compile(r"ja|j|yes|y|true|waar|wel|1(?:[.,]0)?")
_NO = re.compile(r"nee|neen|n|no|false|onwaar|niet|geen|n\.?v\.?t\.?|0|niet van toepassing|not applicable|n/a")
_NOTHING = re.compile(r"[?\-.…]*|onbekend|n\.?t\.?b\.?|unknown|tbd|pm")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?) ?(?:%|procent|percent|pct)")
_BARE = re.compile(r"\d{1,2}(?:[.,]\d{1,2})?|0?[.,]\d{1,4}")
_BASES = (
    ("wage_sum", re.compile(r"\b(?:loonsom|loonkosten|wage sum|wages)\b")),
    ("invoiced_turnover", re.compile(r"\b(?:gefactureerde omzet|facturen|factuurwaarde|invoiced turnover)\b")),
    ("yearly_turnover", re.compile(r"\b(?:jaaromzet|yearly turnover)\b")),
    (
        "contract_value",
        re.compile(
            r"\b(?:(?:opdracht|aanneem|inschrijf|gunnings|contract)som|opdrachtwaarde|contractwaarde|contract value)\b"
        ),
    ),
)
_WORDS = re.compile(r"\b(?:van|de|of|the|over|excl|exclusief|btw|asked|gevraagd)\b|[,;:()/.]")


def demand_of(text: str) -> Reading:
    """`ja, 5% van de loonsom`, `5%`, `J`, `nvt`, `€ 15.000`; a bare 5 is a percentage, and derived.

    Read(None) where nothing is filled in (`?`); a mark such as `x` is unread: only the officer knows what it means.
    """
    if len(text) > LONGEST:
        return Unread("demand_long")
    plain = squeezed(text)
    if _NOTHING.fullmatch(plain):
        return Read(None)
    if _NO.fullmatch(plain):
        return Read(Demand(asked=False))
    if _YES.fullmatch(plain):
        return Read(Demand(asked=True))
    if "%" not in plain and (amount := _amount(plain)) is not None:
        return Read(Demand(asked=True, amount=amount), derived=True)
    if _BARE.fullmatch(plain):
        return _of_percent(plain, None, derived=True)
    return _in_words(plain)


def _in_words(plain: str) -> Reading:
    """Yes or no, one percentage and one basis, and nothing else."""
    percents = _PERCENT.findall(plain)
    bases = [name for name, pattern in _BASES if pattern.search(plain)]
    rest = _PERCENT.sub(" ", plain)
    for _, pattern in _BASES:
        rest = pattern.sub(" ", rest)
    rest = _WORDS.sub(" ", rest).strip()
    if len(percents) > 1 or len(bases) > 1 or not (percents or bases):
        return Unread("demand_type")
    if rest and not _YES.fullmatch(rest):
        return Unread("demand_type")
    basis = bases[0] if bases else None
    return _of_percent(percents[0], basis, derived=False) if percents else Read(Demand(asked=True, basis=basis))


def _of_percent(figures: str, basis: str | None, *, derived: bool) -> Reading:
    number = Decimal(figures.replace(",", "."))
    if not 0 < number <= 100:
        return Unread("demand_percent")
    if number < 1 and derived:  # 0.05: five per cent, or a twentieth of one? With its sign it says so itself
        return Unread("demand_share", number * 100)
    return Read(Demand(asked=True, percent=number, basis=basis), derived)


def _amount(plain: str) -> Decimal | None:
    """The amount of a cell that can only be one: with a currency sign, or too large for a percentage."""
    reading = amount_of(plain)
    if not isinstance(reading, Read) or not isinstance(reading.value, Decimal):
        return None
    return reading.value if re.search(r"€|\beur", plain) or reading.value > 100 else None
