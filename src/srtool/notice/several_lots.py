"""What holds for a contract over several lots: what they agree on, their amounts together, and else nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from srtool.notice.amounts import Amount
from srtool.notice.social_return import NOT_STATED, Answer, SocialReturnStatement
from srtool.notice.stated import Stated

Value = TypeVar("Value")


def agreed(values: Sequence[Stated[Value] | None]) -> Stated[Value] | None:
    """The value that every lot states; None where one of them states another, or none."""
    first = values[0] if values else None
    return first if first is not None and all(one is not None and one.value == first.value for one in values) else None


def added(values: Sequence[Stated[Amount] | None]) -> Stated[Amount] | None:
    """The amounts in euro together, at the place of the first; that of a single lot as it is.

    None where one of several has none, for the sum would be too low.
    """
    if len(values) == 1:
        return values[0]
    euros = [None if one is None else one.value.euro for one in values]
    known = [euro for euro in euros if euro is not None]
    first = values[0] if values else None
    if first is None or len(known) < len(values):
        return None
    return first._replace(value=Amount(sum(known, Decimal(0)), "EUR"))


def social_return(lots: Sequence[tuple[str, SocialReturnStatement]]) -> SocialReturnStatement:
    """What is stated of all the lots; where it is asked in some of them only, the statement names these."""
    asked = [(number, said) for number, said in lots if said.answer is Answer.STATED]
    if not asked:
        denied = [said for _, said in lots if said.answer is Answer.STATED_NOT]
        return denied[0] if denied and len(denied) == len(lots) else NOT_STATED
    _, first = asked[0]
    form = first.form if all(said.form == first.form for _, said in asked) else None
    of_lots = tuple(number for number, _ in asked) if len(asked) < len(lots) else ()
    return first if form == first.form and not of_lots else replace(first, form=form, of_lots=of_lots)
