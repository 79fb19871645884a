"""The value of an effort for scripts and spreadsheets: JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from srtool import __version__
from srtool.finding import Receipt, RuleSetUsed
from srtool.texts import Lang
from srtool.views.shared.csv_table import as_text, table
from srtool.views.shared.json_document import SCHEMA_VERSION, amount, document, receipt, step
from srtool.views.value.words import Valued, certainty, dates, label, notes, text, why

_COLUMNS = ("rule_set", "block", "label", "value", "certainty", "dates", "remark")


def to_json(found: Sequence[Valued], lang: Lang, on: date) -> Iterator[str]:
    """Every value with its steps, one line per rule set."""
    used = tuple(dict.fromkeys(RuleSetUsed(one.rules.id, one.sha256) for one in found))
    head = {
        "schema_version": SCHEMA_VERSION,
        "command": "value",
        "receipt": receipt(Receipt(__version__, used, on, ())),
    }
    return document(head, values=(_record(one, lang) for one in found))


def to_csv(found: Sequence[Valued], lang: Lang) -> Iterator[str]:
    """One row per rule set and block."""
    headings = text(lang, "columns")
    return table([headings[column] for column in _COLUMNS], (_row(one, lang) for one in found), lang)


def _record(one: Valued, lang: Lang) -> dict[str, Any]:
    worth = one.worth
    return {
        "rule_set": one.rules.id,
        "block": worth.block.id if worth.block else None,
        "label": label(one, lang),
        "value": amount(worth.value),
        "why": worth.why,
        "message": why(one, lang),
        "certainty": one.certainty,
        "since": one.since and one.since.isoformat(),
        "counted_until": worth.counted_until and worth.counted_until.isoformat(),
        "limited": worth.limited,
        "notes": list(notes(one, lang)),
        "steps": [step(each) for each in worth.steps],
    }


def _row(one: Valued, lang: Lang) -> list[str]:
    worth = one.worth
    remark = " ".join(filter(None, (why(one, lang), *notes(one, lang))))
    cells = (
        one.rules.id,
        worth.block.id if worth.block else "",
        label(one, lang) or "",
        "" if worth.value is None else f"{worth.value:f}".replace(".", "," if lang == "nl" else "."),
        certainty(one, lang),
        dates(one, lang),
        remark,
    )
    return [as_text(cell) for cell in cells]
