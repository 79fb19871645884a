"""The places and steps of a finding on a tender draft: where its words stand, and what its sentence cites."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from srtool.draft.remark import Quote, Remark
from srtool.finding import Derived, Given, Origin, Step, Unit
from srtool.place import Row, TextPlace


def place_of(quote: Quote) -> TextPlace:
    """Where words of a draft stand."""
    passage = quote.passage
    heading = passage.headings[-1] if passage.headings else None
    return TextPlace(
        file=passage.file,
        heading="" if heading is None else heading.text,
        number=passage.number or (None if heading is None else heading.number),
        paragraph=passage.paragraph,
        offset=quote.start,
        words=passage.text[quote.start : quote.end],
        passage=passage.text,
    )


BASES = {
    "wage_sum": "loonsom",
    "contract_value": "opdrachtwaarde",
    "invoiced_turnover": "gefactureerde omzet",
    "yearly_turnover": "jaaromzet",
}
"""What a draft calls the base that the register has, by the word of the register."""
_OF_REGISTER = {dutch: key for key, dutch in BASES.items()}
_PERCENTAGES = frozenset({"first", "second", "here", "agreed"})


def step_of(name: str, value: object, remark: Remark, places: tuple[TextPlace, ...], agreed: Row | None) -> Step:
    """What a sentence about a draft cites."""
    if name == "agreed" and agreed is not None:
        if isinstance(value, Decimal):
            return Step(name, value, Unit.PERCENT, Given(agreed.at("social_return.percent")))
        return Step(name, _OF_REGISTER[str(value)], Unit.WORD, Given(agreed.at("social_return.basis")))
    origin: Origin = Given(places[-1] if name == "second" else places[0]) if places else Derived("text")
    if remark.says == "roles_differ":
        return Step(name, (str(value),), Unit.TERMS, origin)
    return Step(name, value, _unit(name, value), origin)


def _unit(name: str, value: object) -> Unit:
    match value:
        case Decimal():
            return Unit.PERCENT if name in _PERCENTAGES else Unit.EUR
        case date():
            return Unit.DATE
        case int():
            return Unit.COUNT
        case tuple():
            return Unit.TERMS
        case _:
            return Unit.TEXT
