"""The value of an effort for scripts and spreadsheets: JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from srtool import __version__
from srtool.finding import Receipt, RuleSetUsed
from srtool.texts import Lang, words
from srtool.views.shared.csv_table import csv_lines
from srtool.views.shared.json_document import SCHEMA_VERSION, amount, document, receipt, step
from srtool.views.shared.table import Column
from srtool.views.value.words import Valued, certainty, dates, label, notes, why


def to_json(values: Sequence[Valued], lang: Lang, on: date) -> Iterator[str]:
    """Every value with its steps, one line per rule set."""
    used = tuple(dict.fromkeys(RuleSetUsed(valued.rules.id, valued.sha256) for valued in values))
    head = {
        "schema_version": SCHEMA_VERSION,
        "command": "value",
        "receipt": receipt(Receipt(__version__, used, on, ())),
    }
    return document(head, values=(_record(valued, lang) for valued in values))


def to_csv(values: Sequence[Valued], lang: Lang) -> Iterator[str]:
    """One row per rule set and block."""
    return csv_lines(_columns(lang), values, words(lang, "value.columns"), lang)


def _columns(lang: Lang) -> tuple[Column[Valued], ...]:
    return (
        Column("rule_set", "text", lambda valued: valued.rules.id),
        Column("block", "text", lambda valued: valued.worth.block.id if valued.worth.block else None),
        Column("label", "text", lambda valued: label(valued, lang)),
        Column("value", "euro", lambda valued: valued.worth.value),
        Column("certainty", "text", lambda valued: certainty(valued, lang)),
        Column("dates", "text", lambda valued: dates(valued, lang)),
        Column("remark", "text", lambda valued: " ".join(filter(None, (why(valued, lang), *notes(valued, lang))))),
    )


def _record(valued: Valued, lang: Lang) -> dict[str, Any]:
    worth = valued.worth
    return {
        "rule_set": valued.rules.id,
        "block": worth.block.id if worth.block else None,
        "label": label(valued, lang),
        "value": amount(worth.value),
        "why": worth.why,
        "message": why(valued, lang),
        "certainty": valued.certainty,
        "since": valued.since and valued.since.isoformat(),
        "counted_until": worth.counted_until and worth.counted_until.isoformat(),
        "limited": worth.limited,
        "notes": list(notes(valued, lang)),
        "steps": [step(each) for each in worth.steps],
    }
