"""SR701-SR705 on one contract: what its notices say beside what the register says."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.checks.check import Verdict, met, not_applicable, not_met, undecided
from srtool.finding import Given, Outcome, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.money import to_cents
from srtool.notice.differences import (
    Difference,
    ReservationGap,
    SocialReturnGap,
    differences,
    reservation_gap,
    social_return_gap,
)
from srtool.notice.matching import Ground, Match
from srtool.notice.published import PublishedContract
from srtool.notice.social_return import Answer
from srtool.notice.stated import Stated
from srtool.place import Row
from srtool.register.model import Contract

_UNITS = {
    "contract_value": Unit.EUR,
    "estimated_value": Unit.EUR,
    "start": Unit.DATE,
    "end": Unit.DATE,
    "awarded_on": Unit.DATE,
    "procedure": Unit.WORD,
}
"""Of the fields that are compared; the others are text."""
_FORM = "social_return.form"
_ASKED = "social_return.asked"


@dataclass(frozen=True, slots=True)
class Compared:
    """A contract of the register, with each publication that it is, surely or perhaps."""

    contract: Contract
    row: Row
    pairs: tuple[Match, ...]
    is_missed: bool
    """Whether a notice of it can be expected, and none of those given is."""

    @property
    def doubt(self) -> tuple[str, ...]:
        """Why what differs is only asked: the title alone says that it is the same, or several notices are of it."""
        if any(pair.ground is Ground.TITLE for pair in self.pairs):
            return ("by_title",)
        return ("of_several",) if len(self.pairs) > 1 else ()

    @property
    def publications(self) -> Step:
        """The numbers of its publications, at the place of the first."""
        numbers = tuple(pair.published.number for pair in self.pairs)
        return Step("publications", numbers, Unit.IDS, Given(self.pairs[0].published.source))


def registered(compared: Compared) -> tuple[Verdict, ...]:
    """SR701 of a contract: with a number it is what was published, with only a title perhaps."""
    if not compared.pairs:
        return (not_applicable(),)
    if all(pair.ground is Ground.TITLE for pair in compared.pairs):
        return (undecided(compared.publications, says="by_title", field="title"),)
    return (met(compared.publications),)


def is_published(compared: Compared) -> tuple[Verdict, ...]:
    """SR702: not being among the notices given proves nothing."""
    if compared.pairs:
        return (met(compared.publications),)
    return (undecided() if compared.is_missed else not_applicable(),)


def figures(compared: Compared) -> tuple[Verdict, ...]:
    """SR703: one answer per field; of several notices what all of them contradict."""
    if not compared.pairs:
        return (not_applicable(),)
    per_notice = [{one.field: one for one in differences(pair.published, compared.contract)} for pair in compared.pairs]
    shared = [one for field, one in per_notice[0].items() if all(field in fields for fields in per_notice)]
    answers = tuple(_different(compared, one) for one in shared)
    return answers or (met(compared.publications),)


def _different(compared: Compared, difference: Difference) -> Verdict:
    unit = _UNITS.get(difference.field, Unit.TEXT)
    stated = difference.published.value
    verdict = not_met(
        compared.publications,
        Step("which", difference.field, Unit.FIELDS, Given(compared.row.at(difference.field))),
        Step("registered", difference.registered, unit, Given(compared.row.at(difference.field))),
        Step("stated", to_cents(stated) if unit is Unit.EUR else stated, unit, Given(difference.published.place)),
        field=difference.field,
    )
    if difference.doubt is not None:
        verdict = verdict._replace(outcome=Outcome.UNDECIDED, also=(difference.doubt.value,))
    return _doubted(compared, verdict)


def social_return(compared: Compared) -> tuple[Verdict, ...]:
    """SR704: silence is a question, for the documents may say it (art. 2.80); one notice that states it is enough."""
    if not compared.pairs or compared.contract.part_of is not None:
        return (not_applicable(),)
    gaps = [(pair.published, social_return_gap(pair.published, compared.contract)) for pair in compared.pairs]
    for published, gap in gaps:
        if gap in {SocialReturnGap.NOT_IN_REGISTER, SocialReturnGap.DENIED_IN_REGISTER}:
            verdict = not_met(compared.publications, *_passage(published), says=gap.value, field=_ASKED)
            return (_doubted(compared, _of_some_lots(published, verdict)),)
    if any(gap is None for _, gap in gaps):
        return (met(compared.publications),)
    denied = [published for published, gap in gaps if gap is SocialReturnGap.DENIED_IN_NOTICE]
    says = SocialReturnGap.DENIED_IN_NOTICE if denied else SocialReturnGap.NOT_IN_NOTICE
    steps = (step for published in denied[:1] for step in _passage(published))
    also = tuple(one for one in compared.doubt if one == "by_title")
    return (undecided(compared.publications, *steps, says=says.value, also=also, field=_ASKED),)


def _of_some_lots(published: PublishedContract, verdict: Verdict) -> Verdict:
    """As a question where the notice asks it of some lots of the contract: of the whole it says nothing."""
    lots = published.social_return.of_lots
    if not lots:
        return verdict
    asked = Step("asked_lots", lots, Unit.IDS, Given(published.source))
    return verdict._replace(outcome=Outcome.UNDECIDED, also=("of_some_lots",), by=(*verdict.steps, asked))


def _passage(published: PublishedContract) -> Iterator[Step]:
    """The words or the code that say it."""
    passage = published.social_return.passage
    if passage is not None and published.social_return.answer is not Answer.NOT_STATED:
        yield Step("passage", passage.value, Unit.TEXT, Given(passage.place))


def reservation(compared: Compared) -> tuple[Verdict, ...]:
    """SR705: only of calls, for a result notice has no field for it (BT-71)."""
    calls = [pair.published for pair in compared.pairs if pair.published.reserved_participation is not None]
    if not calls or compared.contract.part_of is not None:
        return (not_applicable(),)
    gaps = [reservation_gap(published, compared.contract) for published in calls]
    if ReservationGap.NOT_IN_REGISTER in gaps:
        gap = ReservationGap.NOT_IN_REGISTER
    elif None in gaps:
        return (met(compared.publications),)
    else:
        gap = ReservationGap.NOT_IN_NOTICE
    steps = (Step("reserved", code.value, Unit.TEXT, Given(code.place)) for code in _codes(calls[gaps.index(gap)]))
    return (_doubted(compared, not_met(compared.publications, *steps, says=gap.value, field=_FORM)),)


def _codes(call: PublishedContract) -> Iterator[Stated[str]]:
    if call.reserved_participation is not None:
        yield call.reserved_participation


def _doubted(compared: Compared, verdict: Verdict) -> Verdict:
    """The verdict, as a question where it is not sure that this notice is of this contract alone."""
    if not compared.doubt:
        return verdict
    return verdict._replace(outcome=Outcome.UNDECIDED, also=(*verdict.also, *compared.doubt))
