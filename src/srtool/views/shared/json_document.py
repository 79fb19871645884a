"""What every JSON answer is made of: keys and meanings change only with `schema_version`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from srtool.finding import Assumed, Derived, Finding, Given, Origin, Receipt, Set, Source, Step, Unit
from srtool.money import is_whole_cents
from srtool.register.unread import UnreadCell, UnreadGroup, as_problem, grouped
from srtool.sums import Sum
from srtool.texts import Lang
from srtool.texts.say import message, remedy, why_unread
from srtool.views.shared.names import capital

SCHEMA_VERSION = 2


def receipt(value: Receipt) -> dict[str, Any]:
    """Version, rule sets, day and inputs; options and settings where there were any."""
    written: dict[str, Any] = {
        "srtool": value.srtool,
        "rule_sets": [{"id": used.id, "sha256": used.sha256} for used in value.rule_sets],
        "on": value.on.isoformat(),
        "inputs": [{"name": name, "sha256": sha256} for name, sha256 in value.inputs],
    }
    if value.options:
        written["options"] = dict(value.options)
    if value.settings is not None:
        written["settings"] = value.settings
    return written


def step(value: Step) -> dict[str, Any]:
    """A step with its value in the notation of its unit."""
    return {
        "name": value.name,
        "value": _value(value.value, value.unit),
        "unit": (Unit.TEXT if value.unit is Unit.IDS else value.unit).value,
        "origin": _origin(value.origin),
    }


def document(head: dict[str, Any], **lists: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The head and the lists, one line per record."""
    yield "{" + ",\n ".join(f"{_dump(key)}: {_dump(value)}" for key, value in head.items())
    for name, records in lists.items():
        yield f",\n {_dump(name)}: ["
        before = "\n  "
        for record in records:
            yield before + _dump(record)
            before = ",\n  "
        yield "]" if before == "\n  " else "\n ]"
    yield "}\n"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def finding(value: Finding, lang: Lang) -> dict[str, Any]:
    """A finding with its sentence in that language."""
    return {
        "code": value.code,
        "contract": value.contract,
        "outcome": value.outcome.value,
        "level": value.level.value,
        "owner": value.owner.value,
        "message": message(lang, value),
        "remedy": remedy(lang, value),
        "place": str(value.place),
        "sources": [source(each) for each in value.sources],
        "steps": [step(each) for each in value.steps],
    }


def unread_list(cells: Iterable[UnreadCell], lang: Lang) -> dict[str, list[dict[str, Any]]]:
    """The list of what could not be read, by its key; no list where there is nothing."""
    groups = [unread_group(group, lang) for group in grouped(cells)]
    return {"unread": groups} if groups else {}


def unread_group(value: UnreadGroup, lang: Lang) -> dict[str, Any]:
    """A word in a column that could not be read: where first, how often, and what to do in that language."""
    cell = value.first
    return {
        "table": cell.table,
        "field": cell.key,
        "column": cell.heading,
        "word": str(cell.value),
        "count": value.count,
        "first": str(cell.place),
        "why": cell.why,
        "proposed": None if cell.proposed is None or cell.value == "…" else str(cell.proposed),
        "remedy": capital(why_unread(lang, as_problem(value))),
    }


def source(value: Source) -> dict[str, Any]:
    """Where a rule can be read."""
    return {"id": value.id, "title": value.title, "url": value.url}


def _origin(origin: Origin) -> dict[str, Any]:
    match origin:
        case Given():
            return {"kind": "given", "place": str(origin.place)}
        case Assumed():
            return {"kind": "assumed", "place": str(origin.place)}
        case Set():
            return {
                "kind": "set",
                "rule_set": origin.rule_set,
                "record": origin.record,
                "since": origin.since and origin.since.isoformat(),
                "sources": list(origin.sources),
                "certainty": origin.certainty,
            }
        case Derived():
            return {"kind": "derived", "formula": origin.formula}


def _value(value: Any, unit: Unit) -> Any:  # noqa: ANN401 - a step's value has the type of its unit
    if value is None:
        return None
    match unit:
        case Unit.EUR:
            return amount(value)
        case Unit.GROWTH:
            return [[day.isoformat(), decimal(percent)] for day, percent in value]
        case Unit.PARTS:
            return [[name, amount(part)] for name, part in value]
        case Unit.IDS:
            return "; ".join(value)
        case Unit.TERMS:
            return list(value)
        case Unit.READINGS:
            return [threshold.id for threshold in value]
    if isinstance(value, Decimal):
        return decimal(value)
    return value.isoformat() if isinstance(value, date) else value


def amount(value: Decimal | None) -> str | None:
    """Two decimals, for amounts are whole cents by now; a step before its rounding keeps what it has."""
    if value is None:
        return None
    return f"{value:.2f}" if is_whole_cents(value) else decimal(value)


def sum_of(name: str, total: Sum) -> dict[str, str | None]:
    """A sum, null where a part of it is not known, beside what is known of it."""
    return {name: amount(total.whole), f"{name}_known": amount(total.known)}


def decimal(value: Decimal) -> str:
    """A percentage or count without needless zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
