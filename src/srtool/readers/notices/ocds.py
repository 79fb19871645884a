"""OCDS releases (TenderNed's yearly files and the OCP registry) as published contracts, one release at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import IO, Any

from srtool.lazy_dataclass import dataclass
from srtool.notice.amounts import Amount
from srtool.notice.contracts import PLACEHOLDER_DAY
from srtool.notice.published import PublishedContract, Stage, Winner
from srtool.notice.several_lots import added, agreed, social_return
from srtool.notice.stated import Stated
from srtool.place import Place
from srtool.readers.notices.json_stream import releases
from srtool.readers.notices.ocds_social import SILENT, SocialTerms, reserved_execution, social_terms, together
from srtool.readers.notices.ocds_values import NOTHING, Json, cpv, day, inner, items, stated_amount, text

_CATEGORIES = {"goods": "supplies", "services": "services", "works": "works"}
_PROCEDURES = {
    "openbaar": "open",
    "openbare procedure": "open",
    "niet-openbaar": "restricted",
    "niet-openbare procedure": "restricted",
}
"""By TenderNed's own words: `procurementMethod` calls a restricted procedure direct."""
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

Facts = dict[str, Stated[Any]]
Placed = tuple[int, Json]
"""An object of a list with its index."""
_NO_CONTRACT: Placed = (0, NOTHING)


def read(file: IO[bytes], name: str) -> Iterator[PublishedContract]:
    """The published contracts of a file, release after release; InputError when it holds no releases."""
    for where, release in releases(file, name):
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
        common=_common(data, tender, source),
        estimate=stated_amount(inner(tender, "value"), source, "tender.value"),
        cpv_of_lots=_cpv_of_lots(tender, source),
        contracts={award: (n, one) for n, one in items(data, "contracts") if (award := text(one, "awardID"))},
        references=tuple(dict.fromkeys(filter(None, (number, text(tender, "id"), *digits)))),
        buyers=_buyers(data),
        social=social_terms(tender, source, "tender"),
        reserved_execution=reserved_execution(tender, source) if "contractTerms" in tender else None,
    )


def _buyers(data: Json) -> tuple[str, ...]:
    """The names of the buyers, where there are several; the one of the release itself first."""
    parties = data.get("parties")
    if not isinstance(parties, list):
        return ()
    buyers = [one for one in parties if isinstance(one, dict) and "buyer" in (one.get("roles") or ())]
    if len(buyers) < 2:
        return ()
    names = [text(inner(data, "buyer"), "name"), *(text(one, "name") for one in buyers)]
    named = tuple(dict.fromkeys(filter(None, names)))
    return named if len(named) > 1 else ()


def _cpv_of_lots(tender: Json, source: Place) -> dict[str, Stated[str]]:
    codes: dict[str, Stated[str]] = {}
    for n, item in items(tender, "items"):
        lot = text(item, "relatedLot")
        code = cpv(inner(item, "classification")) if lot and lot not in codes else None
        if lot and code is not None:
            codes[lot] = Stated(code, source, f"tender.items[{n}].classification.id")
    return codes


def _stage(data: Json, tender: Json) -> Stage:
    stage = _STAGES.get(text(tender, "noticeType") or "")
    if stage is not None:
        return stage
    tags = data.get("tag")
    tag = set(map(str, tags)) if isinstance(tags, list) else set()
    if items(data, "awards") or tag & {"award", "contract"}:
        return Stage.AWARDED
    return Stage.PLANNED if "planning" in tag and "tender" not in tag else Stage.TENDERED


def _common(data: Json, tender: Json, source: Place) -> Facts:
    facts: Facts = {}
    if (authority := text(inner(data, "buyer"), "name")) is not None:
        facts["authority"] = Stated(authority, source, "buyer.name")
    if (title := text(tender, "title")) is not None:
        facts["title"] = Stated(title, source, "tender.title")
    if (kind := _CATEGORIES.get(text(tender, "mainProcurementCategory") or "")) is not None:
        facts["kind"] = Stated(kind, source, "tender.mainProcurementCategory")
    if (procedure := _procedure(tender)) is not None:
        facts["procedure"] = Stated(procedure, source, "tender.procurementMethodDetails")
    if (code := cpv(inner(tender, "classification"))) is not None:
        facts["cpv"] = Stated(code, source, "tender.classification.id")
    if "contractPeriod" in tender:
        facts.update(_period(inner(tender, "contractPeriod"), source, "tender.contractPeriod"))
    return facts


def _procedure(tender: Json) -> str | None:
    return _PROCEDURES.get((text(tender, "procurementMethodDetails") or "").casefold())


def _period(period: Json, source: Place, path: str) -> Facts:
    """The days that are written; a duration in days, made of months of 30, gives no end."""
    facts: Facts = {}
    for field, key in (("start", "startDate"), ("end", "endDate"), ("end_latest", "maxExtentDate")):
        value = day(period.get(key))
        if value is not None:
            facts[field] = Stated(value, source, f"{path}.{key}")
    return facts


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
        yield _published(release, lots, stage, _of_award(release, n, award), tuple(_winners(release, group)), suffix)


def _lots(award: Json) -> tuple[str, ...]:
    related = award.get("relatedLots")
    return tuple(sorted(map(str, related))) if isinstance(related, list) else ()


def _of_award(release: _Release, n: int, award: Json) -> Facts:
    path, source = f"awards[{n}]", release.source
    facts: Facts = {}
    k, contract = release.contracts.get(text(award, "id") or "", _NO_CONTRACT)
    if "period" in contract:
        facts.update(_period(inner(contract, "period"), source, f"contracts[{k}].period"))
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


def _winners(release: _Release, group: list[Placed]) -> Iterator[Winner]:
    """The suppliers of the awards, each once; where a number was lacking their id is their name again."""
    seen: set[str] = set()
    for n, award in group:
        for k, supplier in items(award, "suppliers"):
            name, number = text(supplier, "name"), text(supplier, "id")
            if (key := number or name or "") in seen:
                continue
            seen.add(key)
            path = f"awards[{n}].suppliers[{k}]"
            is_number = number is not None and number != name and any(char.isdigit() for char in number)
            yield Winner(
                Stated(name, release.source, f"{path}.name") if name else None,
                Stated(number, release.source, f"{path}.id") if number and is_number else None,
            )


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
    facts = {**release.common, **_of_lots(release, placed), **own}
    several = len(release.lots) > 1
    if release.estimate is not None and not several:
        facts.setdefault("estimated_value", release.estimate)
    terms = [(name, social_terms(lot, source, f"tender.lots[{n}]")) for name, n, lot in placed] or [("", SILENT)]
    reserved = agreed([one.reserved or release.social.reserved for _, one in terms])
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
        social_return=social_return([(name, together(one, release.social)) for name, one in terms]),
        reserved_participation=reserved,
        reserved_execution=release.reserved_execution,
    )


def _of_lots(release: _Release, placed: list[tuple[str, int, Json]]) -> Facts:
    """What the lots say by themselves; of several what they agree on, and their estimates together."""
    of_lots = [_of_lot(release, *lot) for lot in placed]
    if len(of_lots) <= 1:
        return of_lots[0] if of_lots else {}
    facts: Facts = {}
    for key in dict.fromkeys(key for one in of_lots for key in one if key not in {"title", "estimated_value"}):
        stated = agreed([one.get(key) or release.common.get(key) for one in of_lots])
        if stated is not None:
            facts[key] = stated
    estimate = added([one.get("estimated_value") for one in of_lots])
    return facts if estimate is None else {**facts, "estimated_value": estimate}


def _of_lot(release: _Release, number: str, n: int, lot: Json) -> Facts:
    """What a lot says by itself."""
    path, source = f"tender.lots[{n}]", release.source
    period = inner(lot, "contractPeriod")
    facts = _period(period, source, f"{path}.contractPeriod") if period else {}
    title = text(lot, "title") if len(release.lots) > 1 else None
    if title is not None:
        facts["title"] = Stated(title, source, f"{path}.title")
    value = stated_amount(inner(lot, "value"), source, f"{path}.value") if "value" in lot else None
    if value is not None:
        facts["estimated_value"] = value
    if number in release.cpv_of_lots:
        facts["cpv"] = release.cpv_of_lots[number]
    return facts
