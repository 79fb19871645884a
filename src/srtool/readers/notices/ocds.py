"""OCDS releases (TenderNed's yearly files and the OCP registry) as published contracts, one release at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import IO

from srtool.lazy_dataclass import dataclass
from srtool.notice.amounts import Amount
from srtool.notice.contracts import PLACEHOLDER_DAY
from srtool.notice.published import PublishedContract, Stage, Winner
from srtool.notice.several_lots import agreed, social_return
from srtool.notice.social_return import SocialReturnStatement
from srtool.notice.stated import Stated
from srtool.place import Place
from srtool.readers.notices.json_stream import releases
from srtool.readers.notices.ocds_facts import Facts, Placed, cpv_of_lots, of_lots, of_release, period_of
from srtool.readers.notices.ocds_social import SILENT, SocialTerms, reserved_execution, social_terms, together
from srtool.readers.notices.ocds_suppliers import winners
from srtool.readers.notices.ocds_values import NOTHING, Json, day, inner, items, stated_amount, text

_STAGES = {
    "AAO": Stage.TENDERED,
    "AGO": Stage.AWARDED,
    "VBE": Stage.CLOSED,
    "MAC": Stage.PLANNED,
    "VAK": Stage.PLANNED,
}
"""Kinds of notice of TenderNed."""
_UNSUCCESSFUL = frozenset({"unsuccessful", "cancelled"})
_DIGITS = re.compile(r"\d{5,}")

_NO_CONTRACT: Placed = (0, NOTHING)


def read(file: IO[bytes], name: str, broken: list[int]) -> Iterator[PublishedContract]:
    """The published contracts of a file, release after release; InputError when it holds no releases.

    The numbers of JSON lines that cannot be read are added to `broken`.
    """
    for where, release in releases(file, name, broken):
        yield from contracts_of(release, Place(name, where))


@dataclass(slots=True)
class _Release:
    """What the contracts of one release share, looked up once; not frozen, for the sake of speed."""

    data: Json
    source: Place
    number: str
    stage: Stage
    lots: Mapping[str, Placed]
    common: Facts
    estimate: Stated[Amount] | None
    cpv_of_lots: Mapping[str, Stated[str]]
    contracts: Mapping[str, Placed]
    """By the award that they carry out."""
    references: tuple[str, ...]
    buyers: tuple[str, ...]
    social: SocialTerms
    reserved_execution: Stated[str] | None


def contracts_of(data: Json, source: Place) -> Iterator[PublishedContract]:
    """One contract per award of a release that has awards, else one per lot."""
    release = _release(data, source)
    awards = items(data, "awards")
    if awards and release.stage is not Stage.PLANNED:
        yield from _awarded(release, awards)
        return
    for lot in release.lots or ("",):
        yield _published(release, (lot,) if lot else (), release.stage, {}, ())


def _release(data: Json, source: Place) -> _Release:
    tender = inner(data, "tender")
    lots = {number: (n, lot) for n, lot in items(tender, "lots") if (number := text(lot, "id"))}
    number = (text(data, "id") or text(data, "ocid") or "").partition("#")[0]
    digits = _DIGITS.findall((text(data, "ocid") or "").rpartition("-")[2])
    return _Release(
        data=data,
        source=source,
        number=number,
        stage=_stage(data, tender),
        lots=lots,
        common=of_release(data, tender, source),
        estimate=stated_amount(inner(tender, "value"), source, "tender.value"),
        cpv_of_lots=cpv_of_lots(tender, source),
        contracts={award: (n, one) for n, one in items(data, "contracts") if (award := text(one, "awardID"))},
        references=tuple(dict.fromkeys(filter(None, (number, text(tender, "id"), *digits)))),
        buyers=_buyers(data),
        social=social_terms(tender, source, "tender"),
        reserved_execution=reserved_execution(tender, source) if "contractTerms" in tender else None,
    )


def _buyers(data: Json) -> tuple[str, ...]:
    """The names of the buyers, where there are several; the one of the release itself first."""
    buyers = [party for _, party in items(data, "parties") if "buyer" in _roles(party)]
    if len(buyers) < 2:
        return ()
    names = [text(inner(data, "buyer"), "name"), *(text(one, "name") for one in buyers)]
    named = tuple(dict.fromkeys(filter(None, names)))
    return named if len(named) > 1 else ()


def _roles(party: Json) -> Sequence[object]:
    roles = party.get("roles")
    return roles if isinstance(roles, list) else ()


def _stage(data: Json, tender: Json) -> Stage:
    stage = _STAGES.get(text(tender, "noticeType") or "")
    if stage is not None:
        return stage
    tags = data.get("tag")
    tag = set(map(str, tags)) if isinstance(tags, list) else set()
    if items(data, "awards") or tag & {"award", "contract"}:
        return Stage.AWARDED
    return Stage.PLANNED if "planning" in tag and "tender" not in tag else Stage.TENDERED


def _awarded(release: _Release, awards: list[Placed]) -> Iterator[PublishedContract]:
    """Awards of one lot with one value are one framework, whose amount is repeated for each supplier."""
    groups: dict[tuple[tuple[str, ...], object], list[Placed]] = {}
    for n, award in awards:
        value = inner(award, "value").get("amount")
        groups.setdefault((_lots(award), n if value is None else str(value)), []).append((n, award))
    per_lot: dict[tuple[str, ...], int] = {}
    for lots, _ in groups:
        per_lot[lots] = per_lot.get(lots, 0) + 1
    seen: dict[tuple[str, ...], int] = {}
    for (lots, _), group in groups.items():
        seen[lots] = seen.get(lots, 0) + 1
        n, award = group[0]
        stage = Stage.CLOSED if text(award, "status") in _UNSUCCESSFUL else Stage.AWARDED
        suffix = f"/{seen[lots]}" if per_lot[lots] > 1 else ""
        yield _published(
            release,
            lots,
            stage,
            _of_award(release, n, award),
            tuple(winners(release.data, release.source, group)),
            suffix,
        )


def _lots(award: Json) -> tuple[str, ...]:
    related = award.get("relatedLots")
    return tuple(sorted(map(str, related))) if isinstance(related, list) else ()


def _of_award(release: _Release, n: int, award: Json) -> Facts:
    path, source = f"awards[{n}]", release.source
    facts: Facts = {}
    k, contract = release.contracts.get(text(award, "id") or "", _NO_CONTRACT)
    if "period" in contract:
        facts.update(period_of(inner(contract, "period"), source, f"contracts[{k}].period"))
    awarded_on, where = day(award.get("date")), f"{path}.date"
    if awarded_on is None or awarded_on == PLACEHOLDER_DAY:
        awarded_on, where = day(contract.get("dateSigned")), f"contracts[{k}].dateSigned"
    if awarded_on is not None and awarded_on != PLACEHOLDER_DAY:
        facts["awarded_on"] = Stated(awarded_on, source, where)
    value = stated_amount(inner(award, "value"), source, f"{path}.value")
    if value is None and "value" in contract:
        value = stated_amount(inner(contract, "value"), source, f"contracts[{k}].value")
    if value is not None:
        facts["contract_value"] = value
    if "maximumValue" in award:
        maximum = stated_amount(inner(award, "maximumValue"), source, f"{path}.maximumValue")
        if maximum is not None:
            facts["framework_maximum"] = maximum
    return facts


def _published(
    release: _Release,
    lots: tuple[str, ...],
    stage: Stage,
    own: Facts,
    winners: tuple[Winner, ...],
    suffix: str = "",
) -> PublishedContract:
    source = release.source
    placed = [(number, *release.lots[number]) for number in lots if number in release.lots]
    several = len(release.lots) > 1
    by_lot = of_lots(placed, release.common, release.cpv_of_lots, source)
    if not several:
        by_lot.pop("title", None)
    facts = {**release.common, **by_lot, **own}
    if release.estimate is not None and not several:
        facts.setdefault("estimated_value", release.estimate)
    terms = [(name, social_terms(lot, source, f"tender.lots[{n}]")) for name, n, lot in placed] or [("", SILENT)]
    number = (f"{release.number}/{'+'.join(lots)}" if lots else release.number) + suffix
    return PublishedContract(
        number=number,
        publication=release.number,
        source=source,
        stage=stage,
        facts=facts,
        procedure=text(release.data, "ocid"),
        published_on=day(release.data.get("date")),
        lots=lots,
        references=(number, *release.references),
        winners=winners,
        buyers=release.buyers,
        procedure_estimate=release.estimate if several else None,
        social_return=_asked(release, terms),
        reserved_participation=agreed([one.reserved or release.social.reserved for _, one in terms]),
        reserved_execution=release.reserved_execution,
    )


def _asked(release: _Release, terms: list[tuple[str, SocialTerms]]) -> SocialReturnStatement:
    """What the lots of a contract say of social return, of which most have one, and most of these say nothing."""
    if len(terms) == 1:
        return together(terms[0][1], release.social)
    return social_return([(name, together(one, release.social)) for name, one in terms])
