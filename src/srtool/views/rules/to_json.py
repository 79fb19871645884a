"""A rule set as JSON: what is in force on a day, each record with the sentence that says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from srtool import __version__
from srtool.finding import Receipt, RuleSetUsed, Source
from srtool.rules.differences import TABLES
from srtool.rules.record import Record
from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang
from srtool.views.rules.to_lines import record_text
from srtool.views.shared.json_document import SCHEMA_VERSION, amount, decimal, document, receipt

_AMOUNTS = frozenset({"amount", "max_amount"})


def show(rules: RuleSet, sha256: str, lang: Lang, on: date) -> Iterator[str]:
    """The rule set and its sources, and per table the records of the day."""
    today = rules.on(on)
    named = [each.name for each in fields(RuleSet) if each.name not in {"source", *TABLES}]
    tables = {table: [record_content(record, lang) for record in getattr(today, table)] for table in TABLES}
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "command": "rulesets show",
            "receipt": receipt(Receipt(__version__, (RuleSetUsed(rules.id, sha256),), on, ())),
            "in_force": rules.covers(on),
            **{name: plain(getattr(rules, name)) for name in named},
        },
        source=(_source(source) for source in rules.source),
        **tables,
    )


def record_content(record: Record, lang: Lang) -> dict[str, Any]:
    """What a record holds, without what is absent."""
    values = {each.name: plain(getattr(record, each.name)) for each in fields(record)}
    values |= {name: amount(getattr(record, name)) for name in _AMOUNTS & values.keys()}
    return {"said": record_text(record, lang), **{name: value for name, value in values.items() if value is not None}}


def plain(value: Any) -> Any:  # noqa: ANN401 - a field of a record
    """A value as JSON has it."""
    match value:
        case Decimal():
            return decimal(value)
        case date():
            return value.isoformat()
        case tuple():
            return [plain(part) for part in value]
        case Mapping():
            return dict(value)
    return value


def _source(source: Source) -> dict[str, Any]:
    return {each.name: plain(getattr(source, each.name)) for each in fields(source)}
