"""Where a notice and the register say something else of one contract: figures, social return and reservation."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from srtool.contract.demand import asks
from srtool.finding import Answer as Asked
from srtool.lazy_dataclass import dataclass
from srtool.notice.amounts import Amount
from srtool.notice.matching import SameSupplier, same_supplier
from srtool.notice.published import PublishedContract
from srtool.notice.social_return import Answer
from srtool.notice.stated import Stated
from srtool.register.model import Contract

_COMPARED = ("contract_value", "estimated_value", "start", "end", "awarded_on", "cpv", "procedure")
_CPV_DIGITS = 8
_RESERVED = frozenset({"res-ws", "res-pub-ser"})


@dataclass(frozen=True, slots=True)
class Difference:
    """SR703: a field of the register, its value there, and what the notice states."""

    field: str
    registered: object
    published: Stated[Any]
    doubt: SameSupplier | None = None
    """Of two names of a supplier: why they may be one and the same."""


class SocialReturnGap(StrEnum):
    """SR704: where the register and the notice disagree on social return."""

    NOT_IN_NOTICE = "not_in_notice"
    """A question: the notice is silent, and art. 2.80 Aanbestedingswet 2012 asks for the notice or the documents."""
    DENIED_IN_NOTICE = "denied_in_notice"
    NOT_IN_REGISTER = "not_in_register"
    DENIED_IN_REGISTER = "denied_in_register"


class ReservationGap(StrEnum):
    """SR705: reserved in one of them only."""

    NOT_IN_NOTICE = "not_in_notice"
    NOT_IN_REGISTER = "not_in_register"


def differences(published: PublishedContract, contract: Contract) -> Iterator[Difference]:
    """The fields that both fill in and that are not the same; an amount with a flaw is compared with nothing."""
    for key in _COMPARED:
        stated, own = published.facts.get(key), getattr(contract, key)
        value = _comparable(key, stated.value) if stated is not None else None
        if stated is not None and value is not None and own is not None and value != _comparable(key, own):
            yield Difference(key, own, stated._replace(value=value))
    named = next((winner.name or winner.number for winner in published.winners), None)
    if contract.supplier is not None and named is not None:
        same = same_supplier(published, contract)
        if same is not SameSupplier.YES:
            yield Difference("supplier", contract.supplier, named, same if same is not SameSupplier.NO else None)


def _comparable(key: str, value: object) -> object:
    if isinstance(value, Amount):
        return value.euro
    if key == "cpv":
        return str(value).replace(" ", "")[:_CPV_DIGITS]
    return value


def social_return_gap(published: PublishedContract, contract: Contract) -> SocialReturnGap | None:
    """What SR704 has to say; None where both agree, or the register says that it stands in the documents."""
    own = contract.social_return
    asked = asks(contract)
    is_asked = asked is Asked.YES
    match published.social_return.answer:
        case Answer.STATED:
            if asked is Asked.NO:
                return SocialReturnGap.DENIED_IN_REGISTER
            return None if is_asked else SocialReturnGap.NOT_IN_REGISTER
        case Answer.STATED_NOT:
            return SocialReturnGap.DENIED_IN_NOTICE if is_asked else None
        case Answer.NOT_STATED:
            return SocialReturnGap.NOT_IN_NOTICE if is_asked and own.stated_in != "documents" else None


def reservation_gap(published: PublishedContract, contract: Contract) -> ReservationGap | None:
    """What SR705 has to say (art. 2.82): only on what a call says of participation, for a result cannot say it."""
    code = published.reserved_participation
    if code is None:
        return None
    execution = published.reserved_execution
    is_reserved = code.value in _RESERVED or (execution is not None and execution.value == "yes")
    in_register = contract.social_return.form == "reserved"
    if is_reserved == in_register:
        return None
    return ReservationGap.NOT_IN_REGISTER if is_reserved else ReservationGap.NOT_IN_NOTICE
