"""OCDS releases (TenderNed's yearly files and the OCP registry) as published contracts, one release at a time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from srtool.notice.contracts import PLACEHOLDER_DAY
from srtool.notice.published import PublishedContract, Stage, Winner
from srtool.notice.stated import Stated
from srtool.readers.notices.json_stream import releases
from srtool.readers.notices.ocds_social import reserved_execution, reserved_participation, social_return
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


def read(path: Path, name: str) -> Iterator[PublishedContract]:
    """The published contracts of a file, release after release; InputError when it holds no releases."""
    for where, release in releases(path, name):
        yield from contracts_of(release, f"{name}: {where}")


@dataclass(frozen=True, slots=True)
class _Release:
    """What the contracts of one release share."""

    data: Json
    source: str
    number: str
    stage: Stage
    lots: dict[str, Placed]
    common: Facts


def contracts_of(data: Json, source: str) -> Iterator[PublishedContract]:
    """One contract per award of a release that has awards, else one per lot."""
    tender = inner(data, "tender")
    lots = {number: (n, lot) for n, lot in items(tender, "lots") if (number := text(lot, "id"))}
    number = (text(data, "id") or text(data, "ocid") or "").partition("#")[0]
    release = _Release(data, source, number, _stage(data, tender), lots, _common(data, tender, source))
    awards = items(data, "awards")
    if awards and release.stage is not Stage.PLANNED:
        yield from _awarded(release, awards)
        return
    for lot in lots or {"": (0, {})}:
        yield _published(release, (lot,) if lot else (), release.stage, {}, ())


def _stage(data: Json, tender: Json) -> Stage:
    stage = _STAGES.get(text(tender, "noticeType") or "")
    if stage is not None:
        return stage
    tags = data.get("tag")
    tag = set(map(str, tags)) if isinstance(tags, list) else set()
    if items(data, "awards") or tag & {"award", "contract"}:
        return Stage.AWARDED
    return Stage.PLANNED if "planning" in tag and "tender" not in tag else Stage.TENDERED


def _common(data: Json, tender: Json, source: str) -> Facts:
    facts: Facts = {}
    texts = (
        ("authority", text(inner(data, "buyer"), "name"), "buyer.name"),
        ("title", text(tender, "title"), "tender.title"),
        ("kind", _CATEGORIES.get(text(tender, "mainProcurementCategory") or ""), "tender.mainProcurementCategory"),
        ("procedure", _procedure(tender), "tender.procurementMethodDetails"),
        ("cpv", cpv(inner(tender, "classification")), "tender.classification.id"),
    )
    for key, value, path in texts:
        if value is not None:
            facts[key] = Stated(value, source, path)
    facts.update(_period(inner(tender, "contractPeriod"), source, "tender.contractPeriod"))
    return facts


def _procedure(tender: Json) -> str | None:
    return _PROCEDURES.get((text(tender, "procurementMethodDetails") or "").casefold())


def _period(period: Json, source: str, path: str) -> Facts:
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
    per_lot = Counter(lots for lots, _ in groups)
    seen: Counter[tuple[str, ...]] = Counter()
    for (lots, _), group in groups.items():
        seen[lots] += 1
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
    number = text(award, "id")
    k, contract = next((p for p in items(release.data, "contracts") if text(p[1], "awardID") == number), (0, NOTHING))
    facts.update(_period(inner(contract, "period"), source, f"contracts[{k}].period"))
    for written, where in (
        (award.get("date"), f"{path}.date"),
        (contract.get("dateSigned"), f"contracts[{k}].dateSigned"),
    ):
        awarded_on = day(written)
        if awarded_on is not None and awarded_on != PLACEHOLDER_DAY:
            facts["awarded_on"] = Stated(awarded_on, source, where)
            break
    amounts = {
        "contract_value": stated_amount(inner(award, "value"), source, f"{path}.value")
        or stated_amount(inner(contract, "value"), source, f"contracts[{k}].value"),
        "framework_maximum": stated_amount(inner(award, "maximumValue"), source, f"{path}.maximumValue"),
    }
    facts.update({key: value for key, value in amounts.items() if value is not None})
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
    facts = {**release.common, **_of_lot(release, lots), **own}
    tender, source = inner(release.data, "tender"), release.source
    whole = stated_amount(inner(tender, "value"), source, "tender.value")
    if whole is not None and "estimated_value" not in facts and len(release.lots) <= 1:
        facts["estimated_value"] = whole
    lot = release.lots.get(lots[0]) if lots else None
    ocid = text(release.data, "ocid")
    known = (release.number, text(tender, "id"), *_DIGITS.findall((ocid or "").rpartition("-")[2]))
    number = release.number + ("/" + "+".join(lots) if lots else "") + suffix
    return PublishedContract(
        number=number,
        publication=release.number,
        source=source,
        stage=stage,
        facts=facts,
        procedure=ocid,
        published_on=day(release.data.get("date")),
        lots=lots,
        references=tuple(dict.fromkeys(filter(None, (number, *known)))),
        winners=winners,
        procedure_estimate=whole if len(release.lots) > 1 and not _has_values(release) else None,
        social_return=social_return(tender, lot, source),
        reserved_participation=reserved_participation(tender, lot, source),
        reserved_execution=reserved_execution(tender, source),
    )


def _has_values(release: _Release) -> bool:
    return any(inner(lot, "value") for _, lot in release.lots.values())


def _of_lot(release: _Release, lots: tuple[str, ...]) -> Facts:
    """What one lot says by itself; of several lots together only the procedure speaks."""
    if len(lots) != 1 or lots[0] not in release.lots:
        return {}
    n, lot = release.lots[lots[0]]
    path, source = f"tender.lots[{n}]", release.source
    facts = _period(inner(lot, "contractPeriod"), source, f"{path}.contractPeriod")
    title = text(lot, "title")
    if title is not None and len(release.lots) > 1:
        facts["title"] = Stated(title, source, f"{path}.title")
    value = stated_amount(inner(lot, "value"), source, f"{path}.value")
    if value is not None:
        facts["estimated_value"] = value
    for k, item in items(inner(release.data, "tender"), "items"):
        code = cpv(inner(item, "classification")) if text(item, "relatedLot") == lots[0] else None
        if code is not None:
            facts["cpv"] = Stated(code, source, f"tender.items[{k}].classification.id")
            break
    return facts
