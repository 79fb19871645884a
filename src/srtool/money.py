"""Euro amounts and percentages as Decimal. The only module that rounds: half up, to whole cents or hundredths."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

CENT = Decimal("0.01")
LONGEST = 500
"""Characters of a text that may be a number or a day; to look for one in more takes the square of its length."""
_MAX_DIGITS = 15
_SURELY_SHORT = 10 ** (_MAX_DIGITS - 2)
# A quotient of our sizes (26 digits by 9) that is not a tie lies further than 1e-20 from one, so at 60 digits rounding
# the quotient is rounding the exact value.
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)

_PLAIN = re.compile(r"\d+([.,]\d{1,2})?")
_GROUPED_DUTCH = re.compile(r"\d{1,3}(\.\d{3})+,\d{1,2}|\d{1,3}(\.\d{3}){2,}")
_GROUPED_ENGLISH = re.compile(r"\d{1,3}(,\d{3})+\.\d{1,2}|\d{1,3}(,\d{3}){2,}")
_GROUPED_SPACES = re.compile(r"\d{1,3}( \d{3})+([.,]\d{1,2})?")
_AMBIGUOUS = re.compile(r"\d{1,3}[.,]\d{3}")
_DECIMALS = re.compile(r"\d*[.,]\d{3,}")


class NotANumber(ValueError):  # noqa: N818 - says what is the matter, as StopIteration does
    """Raised with the code of the problem: amount_ambiguous, amount_decimals, amount_digits, …"""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def to_cents(value: Decimal) -> Decimal:
    """Rounded half up to whole cents (or, for a percentage, to hundredths)."""
    return value if value.same_quantum(CENT) else value.quantize(CENT, context=_WIDE)


def up_to_hundredths(value: Decimal) -> Decimal:
    """A percentage rounded up to hundredths: from there on it is enough."""
    return value.quantize(CENT, rounding=ROUND_CEILING)


def from_cents(cents: int) -> Decimal:
    """Whole cents as an amount in euro."""
    return Decimal(cents).scaleb(-2)


def to_ten_thousandths(value: Decimal) -> Decimal:
    """A percentage rounded half up to the four decimals that it may have."""
    return value.quantize(Decimal("0.0001"), context=_WIDE)


def cut_off(value: Decimal) -> Decimal:
    """The amount cut off after six decimals, to be shown: half up it gives the same cents as the whole of it."""
    return value.quantize(Decimal("0.000001"), rounding=ROUND_DOWN, context=_WIDE).normalize(_WIDE)


def quotient(numerator: Decimal, denominator: Decimal) -> Decimal:
    """The quotient at so many digits that rounding it to cents is rounding the exact value."""
    return _WIDE.divide(numerator, denominator)


def is_whole_cents(value: Decimal) -> bool:
    return value == to_cents(value)


def checked_amount(value: Decimal) -> Decimal:
    """An amount in whole cents, at least zero; NotANumber otherwise."""
    if not value.is_finite():
        raise NotANumber("amount_type")
    if value < 0:
        raise NotANumber("amount_negative")
    if len(value.as_tuple().digits) + max(0, int(value.as_tuple().exponent)) > _MAX_DIGITS:
        raise NotANumber("amount_digits")
    if not is_whole_cents(value):
        raise NotANumber("amount_decimals")
    return to_cents(value)


def amount_from_float(value: float) -> Decimal:
    """An Excel number as an amount: within a millionth of a whole cent, at most 15 digits; NotANumber otherwise."""
    if 0 < value < _SURELY_SHORT:
        # The quick answer for nearly all: the number that is nearest to so many whole cents was written as just that.
        cents = round(value * 100)
        if cents / 100 == value:
            return from_cents(cents)
    exact = Decimal(repr(value))
    if not exact.is_finite():
        raise NotANumber("amount_type")
    near = to_cents(exact) if abs(exact) < Decimal(10) ** _MAX_DIGITS else exact
    if abs(exact - near) > CENT / 1_000_000:
        raise NotANumber("amount_decimals")
    return checked_amount(near)


def amount_from_text(text: str) -> Decimal:
    """`1.234,56`, `€ 250.000,-` and `1,234.56` are clear; `1.234` and `1,234` are not and raise NotANumber."""
    if len(text) > LONGEST:
        raise NotANumber("amount_type")
    bare = text.replace("\u00a0", " ").replace("\u202f", " ").strip()
    bare = re.sub(r"^(€|EUR)\s*|\s*(€|EUR|euro)$", "", bare, flags=re.IGNORECASE).strip()
    if bare.startswith("-"):
        raise NotANumber("amount_negative")
    whole = re.fullmatch(r"(.*\d),(?:-|--|–|—)", bare)  # noqa: RUF001 - Dutch price tags end in ",-" or a dash
    if whole:
        bare = whole[1].replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})*", whole[1]) else whole[1]
    return checked_amount(_decimal(bare, "amount"))


def percent_from_text(text: str) -> Decimal:
    """`5`, `5%`, `5,5 %` and `5.5%` as 5 or 5.5 percent; NotANumber otherwise."""
    if len(text) > LONGEST:
        raise NotANumber("percent_type")
    bare = text.replace("\u00a0", " ").strip().removesuffix("%").strip()
    if not re.fullmatch(r"-?\d{1,4}([.,]\d{1,10})?", bare):
        raise NotANumber("percent_type")
    return Decimal(bare.replace(",", "."))


def _decimal(bare: str, what: str) -> Decimal:
    if _PLAIN.fullmatch(bare):
        return Decimal(bare.replace(",", "."))
    if _GROUPED_DUTCH.fullmatch(bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    if _GROUPED_ENGLISH.fullmatch(bare):
        return Decimal(bare.replace(",", ""))
    if _GROUPED_SPACES.fullmatch(bare):
        return Decimal(bare.replace(" ", "").replace(",", "."))
    if _AMBIGUOUS.fullmatch(bare):
        raise NotANumber(f"{what}_ambiguous")
    if _DECIMALS.fullmatch(bare):
        raise NotANumber(f"{what}_decimals")
    raise NotANumber(f"{what}_type")
