"""The contracts that one notice publishes: one per settled contract of a result, one per lot of any other notice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from srtool.notice.amounts import Amount, Flaw, is_unit_price
from srtool.notice.kinds import AWARDS, Kind
from srtool.notice.notice import NO_PROJECT, Lot, Notice, Project, Result, SettledContract, Tender
from srtool.notice.published import PublishedContract, Stage, Winner
from srtool.notice.several_lots import added, agreed, social_return
from srtool.notice.stated import Stated

PLACEHOLDER_DAY = date(2000, 1, 1)
"""What stands in a field for the day of award that had to be filled."""
_PROCEDURES = {
    "open": "open",
    "restricted": "restricted",
    "neg-w-call": "negotiated",
    "neg-wo-call": "negotiated",
    "oth-single": "single",
}
_BUYER_KINDS = {"cga": "central", "ra": "decentral", "la": "decentral"}
"""Of a body governed by public law the code does not say which threshold counts: it is left open."""
_STAGES = {
    Kind.CONSULTATION: Stage.PLANNED,
    Kind.PLANNING: Stage.PLANNED,
    Kind.CALL: Stage.TENDERED,
    Kind.UNKNOWN: Stage.PLANNED,
    Kind.DIRECT_AWARD: Stage.AWARDED,
    Kind.RESULT: Stage.AWARDED,
    Kind.COMPLETION: Stage.AWARDED,
    Kind.MODIFICATION: Stage.MODIFIED,
}

Facts = dict[str, Stated[Any]]


def contracts_of(notice: Notice) -> Iterator[PublishedContract]:
    """What the notice publishes; lots that were closed without award come last, as such."""
    if notice.kind in AWARDS and notice.result is not None:
        yield from _awarded(notice, notice.result)
        return
    lots = notice.lots or (Lot("", notice.project),)
    for lot in lots:
        yield _published(notice, notice.number + (f"/{lot.number}" if lot.number else ""), (lot,))


def _awarded(notice: Notice, result: Result) -> Iterator[PublishedContract]:
    lots = {lot.number: lot for lot in notice.lots}
    settled: set[str] = set()
    for contract in result.contracts:
        tenders = [result.tenders[number] for number in contract.tenders if number in result.tenders]
        settled.update(tender.number for tender in tenders)
        numbers = _lots_of(contract, tenders, result)
        yield _settled(notice, result, contract, tenders, tuple(lots.get(n, Lot(n, NO_PROJECT)) for n in numbers))
    for lot_result in result.lots:
        lot = lots.get(lot_result.lot or "", Lot(lot_result.lot or "", NO_PROJECT))
        number = f"{notice.number}/{lot.number}" if lot.number else notice.number
        if not lot_result.is_awarded:
            yield _published(notice, number, (lot,), stage=Stage.CLOSED)
        elif not lot_result.contracts and not settled.intersection(lot_result.tenders):
            tenders = [result.tenders[number] for number in lot_result.tenders if number in result.tenders]
            without = SettledContract(lot.number, lot_result.tenders, path=lot_result.path)
            yield _settled(notice, result, without, tenders, (lot,))


def _lots_of(contract: SettledContract, tenders: list[Tender], result: Result) -> list[str]:
    """The lots of a contract in the order of their numbers: those of its tenders, and of the results that name it."""
    named = {tender.lot for tender in tenders if tender.lot}
    named |= {one.lot for one in result.lots if one.lot and contract.number in one.contracts}
    return sorted(named)


def _settled(
    notice: Notice, result: Result, contract: SettledContract, tenders: list[Tender], lots: tuple[Lot, ...]
) -> PublishedContract:
    number = f"{notice.number}/{contract.number}" if contract.number else notice.number
    own: Facts = {}
    if contract.awarded_on is not None and contract.awarded_on.value != PLACEHOLDER_DAY:
        own["awarded_on"] = contract.awarded_on
    value = _value(notice, result, tenders, lots)
    if value is not None:
        own["contract_value"] = value
    if len(lots) != 1 and contract.title is not None:
        own["title"] = contract.title
    named = {lot.number for lot in lots}
    of_lots = {one.lot: one.framework_maximum for one in result.lots if one.lot in named}
    maximum = added(tuple(of_lots.values()))
    if maximum is None and len(result.contracts) == 1:
        maximum = result.framework_total
    winners = tuple(_winners(notice, result, tenders))
    reference = contract.reference.value if contract.reference else None
    return _published(notice, number, lots, own=own, winners=winners, maximum=maximum, reference=reference)


def _winners(notice: Notice, result: Result, tenders: list[Tender]) -> Iterator[Winner]:
    """The organisations behind the tenders, each once; courts and portals are not among them."""
    names = dict.fromkeys(name for tender in tenders for name in result.parties.get(tender.party or "", ()))
    for name in names:
        if (organisation := notice.organisations.get(name)) is not None:
            yield Winner(organisation.name, organisation.number, organisation.country not in {None, "NLD"})


def _value(notice: Notice, result: Result, tenders: list[Tender], lots: tuple[Lot, ...]) -> Stated[Amount] | None:
    """What the contract comes to: the tenders of its lots together, and several for one lot only when they agree.

    With its flaw when one of them has one: a sum without one of its parts would be too low.
    """
    per_lot: dict[str | None, Stated[Amount]] = {}
    for tender in tenders:
        if tender.amount is None:
            return None
        before = per_lot.setdefault(tender.lot, tender.amount)
        if before.value.number != tender.amount.value.number:
            return None
    if not per_lot:
        return None
    first, *others = per_lot.values()
    flawed = next((one for one in per_lot.values() if one.value.flaw is not None), None)
    if flawed is not None:
        return flawed
    total = sum((one.value.number or Decimal(0) for one in others), first.value.number or Decimal(0))
    flaw = Flaw.UNIT_PRICE if is_unit_price(total, _whole(notice, result, lots)) else None
    return first._replace(value=Amount(total, first.value.currency, flaw))


def _whole(notice: Notice, result: Result, lots: tuple[Lot, ...]) -> Decimal | None:
    """What a value is measured by: the estimate of the lots, else the total of the notice, else the estimate of it."""
    known = [lot.project.estimate.value.euro for lot in lots if lot.project.estimate]
    if known and len(known) == len(lots) and None not in known:
        return sum((value for value in known if value is not None), Decimal(0))
    if result.total is not None and (total := result.total.value.euro) is not None:
        amounts = (tender.amount.value.euro for tender in result.tenders.values() if tender.amount)
        offered = sum((amount for amount in amounts if amount is not None), Decimal(0))
        return Decimal(0) if offered * 2 >= total else total  # together they are the total: each is a value
    estimate = notice.project.estimate
    return estimate.value.euro if estimate and len(notice.lots) <= 1 else None


def _published(  # noqa: PLR0913 - all that a lot and a settled contract differ in
    notice: Notice,
    number: str,
    lots: tuple[Lot, ...],
    *,
    stage: Stage | None = None,
    own: Facts | None = None,
    winners: tuple[Winner, ...] = (),
    maximum: Stated[Amount] | None = None,
    reference: str | None = None,
) -> PublishedContract:
    own = dict(own or {})
    projects = tuple(each.project for each in lots) or (NO_PROJECT,)
    facts = {**_of_notice(notice), **_of_projects(projects, notice.project), **own}
    several = len(notice.lots) > 1
    if "estimated_value" not in facts and not several and notice.project.estimate:
        facts["estimated_value"] = notice.project.estimate
    if (maximum := maximum or added([each.project.framework_maximum for each in lots])) is not None:
        facts["framework_maximum"] = maximum
    names = [each.project.reference.value for each in lots if each.project.reference]
    whole = [notice.project.reference.value] if notice.project.reference and not several else []
    web = [reference.value for reference in notice.web_references]
    own_number = (reference,) if reference else ()
    known = dict.fromkeys((number, notice.number, *own_number, *names, *whole, *web))
    return PublishedContract(
        number=number,
        publication=notice.number,
        source=notice.source,
        stage=stage or _STAGES[notice.kind],
        facts=facts,
        procedure=notice.procedure,
        notice=notice.id,
        replaces=notice.changes,
        published_on=notice.published_on or (notice.sent_on.value if notice.sent_on else None),
        lots=tuple(each.number for each in lots if each.number),
        references=tuple(known),
        own_reference=reference,
        winners=winners,
        buyers=_buyers(notice),
        procedure_estimate=notice.project.estimate if several else None,
        social_return=social_return([(each.number, each.social_return) for each in lots]),
        reserved_participation=agreed([each.reserved_participation for each in lots]),
        reserved_execution=agreed([each.reserved_execution for each in lots]),
    )


def _buyers(notice: Notice) -> tuple[str, ...]:
    names = dict.fromkeys(buyer.name.value for buyer in notice.buyers if buyer.name is not None)
    return tuple(names) if len(names) > 1 else ()


def _of_notice(notice: Notice) -> Facts:
    facts: Facts = {}
    buyer = notice.buyers[0] if notice.buyers else None
    if buyer is not None and buyer.name is not None:
        facts["authority"] = buyer.name
    kind = notice.buyer_kind
    if kind is not None and kind.value in _BUYER_KINDS:
        facts["authority_kind"] = kind._replace(value=_BUYER_KINDS[kind.value])
    procedure = notice.procedure_type
    if procedure is not None and procedure.value in _PROCEDURES:
        facts["procedure"] = procedure._replace(value=_PROCEDURES[procedure.value])
    elif procedure is not None:
        facts["procedure_word"] = procedure
    if notice.kind is Kind.CALL and notice.sent_on is not None and notice.changes is None:
        facts["procedure_start"] = notice.sent_on  # art. 2.15 Aanbestedingswet 2012: the day the notice is sent
    return facts


def _of_projects(projects: tuple[Project, ...], whole: Project) -> Facts:
    """The facts of one lot; of several what they agree on, and their estimates together. The procedure fills gaps."""
    facts: Facts = {}
    for key, take in _TAKEN.items():
        stated = agreed([take(project) or take(whole) for project in projects])
        if stated is not None:
            facts[key] = stated
    if (estimate := added([project.estimate for project in projects])) is not None:
        facts["estimated_value"] = estimate
    if len(projects) > 1 and whole.name is not None:
        facts["title"] = whole.name
    return facts


_TAKEN: dict[str, Any] = {
    "title": lambda project: project.name,
    "kind": lambda project: project.nature,
    "cpv": lambda project: project.cpv,
    "start": lambda project: project.period.start,
    "end": lambda project: project.period.last_day,
    "term_months": lambda project: project.period.months,
    "term_days": lambda project: project.period.days,
    "indefinite": lambda project: project.period.indefinite,
}
