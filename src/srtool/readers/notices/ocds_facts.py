"""The facts in an OCDS release: what is bought, when it runs, and what each lot says of it by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from srtool.notice.several_lots import added, agreed
from srtool.notice.stated import Stated
from srtool.place import Place
from srtool.readers.notices.ocds_values import Json, cpv, day, inner, items, stated_amount, text

Facts = dict[str, Stated[Any]]
Placed = tuple[int, Json]
"""An object of a list with its index."""
_CATEGORIES = {"goods": "supplies", "services": "services", "works": "works"}
_PROCEDURES = {
    "openbaar": "open",
    "openbare procedure": "open",
    "niet-openbaar": "restricted",
    "niet-openbare procedure": "restricted",
}
"""By TenderNed's own words: `procurementMethod` calls a restricted procedure direct."""


def of_release(data: Json, tender: Json, source: Place) -> Facts:
    """What holds for every contract of the release, unless its lot or award says otherwise."""
    facts: Facts = {}
    if (authority := text(inner(data, "buyer"), "name")) is not None:
        facts["authority"] = Stated(authority, source, "buyer.name")
    if (title := text(tender, "title")) is not None:
        facts["title"] = Stated(title, source, "tender.title")
    if (kind := _CATEGORIES.get(text(tender, "mainProcurementCategory") or "")) is not None:
        facts["kind"] = Stated(kind, source, "tender.mainProcurementCategory")
    facts.update(_procedure(tender, source))
    facts.update(_cpv(tender, source))
    if "contractPeriod" in tender:
        facts.update(period_of(inner(tender, "contractPeriod"), source, "tender.contractPeriod"))
    return facts


def _procedure(tender: Json, source: Place) -> Facts:
    """The procedure, else the word for it: of `procurementMethod` nothing is concluded."""
    for key in ("procurementMethodDetails", "procurementMethod"):
        word = text(tender, key)
        if word is not None:
            own = _PROCEDURES.get(word.casefold()) if key == "procurementMethodDetails" else None
            return {"procedure" if own else "procedure_word": Stated(own or word, source, f"tender.{key}")}
    return {}


def _cpv(tender: Json, source: Place) -> Facts:
    """The code of the tender, else that of all its items; where these differ none of them is the main one."""
    if (code := cpv(inner(tender, "classification"))) is not None:
        return {"cpv": Stated(code, source, "tender.classification.id")}
    codes: dict[str, str] = {}
    for n, item in items(tender, "items"):
        if (code := cpv(inner(item, "classification"))) is not None:
            codes.setdefault(code, f"tender.items[{n}].classification.id")
    if not codes:
        return {}
    first, where = next(iter(codes.items()))
    if len(codes) > 1:
        return {"cpv_codes": Stated(tuple(codes), source, where)}
    return {"cpv": Stated(first, source, where)}


def period_of(period: Json, source: Place, path: str) -> Facts:
    """The days that are written; a duration in days, made of months of 30, gives no end and stays so many days."""
    facts: Facts = {}
    for field, key in (("start", "startDate"), ("end", "endDate"), ("end_latest", "maxExtentDate")):
        value = day(period.get(key))
        if value is not None:
            facts[field] = Stated(value, source, f"{path}.{key}")
    days = period.get("durationInDays")
    if isinstance(days, int) and not isinstance(days, bool) and days > 0:
        facts["term_days"] = Stated(days, source, f"{path}.durationInDays")
    return facts


def cpv_of_lots(tender: Json, source: Place) -> dict[str, Stated[str]]:
    """The code of the first item of each lot."""
    codes: dict[str, Stated[str]] = {}
    for n, item in items(tender, "items"):
        lot = text(item, "relatedLot")
        code = cpv(inner(item, "classification")) if lot and lot not in codes else None
        if lot and code is not None:
            codes[lot] = Stated(code, source, f"tender.items[{n}].classification.id")
    return codes


def of_lots(lots: list[tuple[str, int, Json]], common: Facts, codes: Mapping[str, Stated[str]], source: Place) -> Facts:
    """What the lots say by themselves; of several what they agree on, and their estimates together."""
    if len(lots) <= 1:
        return _of_lot(*lots[0], codes, source) if lots else {}
    each = [_of_lot(*lot, codes, source) for lot in lots]
    facts: Facts = {}
    for key in dict.fromkeys(key for one in each for key in one if key not in {"title", "estimated_value"}):
        stated = agreed([one.get(key) or common.get(key) for one in each])
        if stated is not None:
            facts[key] = stated
    estimate = added([one.get("estimated_value") for one in each])
    return facts if estimate is None else {**facts, "estimated_value": estimate}


def _of_lot(number: str, n: int, lot: Json, codes: Mapping[str, Stated[str]], source: Place) -> Facts:
    """What a lot says by itself."""
    path = f"tender.lots[{n}]"
    period = inner(lot, "contractPeriod")
    facts = period_of(period, source, f"{path}.contractPeriod") if period else {}
    title = text(lot, "title")
    if title is not None:
        facts["title"] = Stated(title, source, f"{path}.title")
    value = stated_amount(inner(lot, "value"), source, f"{path}.value") if "value" in lot else None
    if value is not None:
        facts["estimated_value"] = value
    if number in codes:
        facts["cpv"] = codes[number]
    return facts
