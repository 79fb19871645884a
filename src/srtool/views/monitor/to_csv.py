"""The portfolio as CSV, one row per contract, in the order in which they need attention."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from srtool.portfolio.monitoring import Monitoring
from srtool.progress.standing import Progress
from srtool.texts import Lang
from srtool.views.monitor.words import who, why, words
from srtool.views.shared.csv_table import as_text, number, table

_COLUMNS = (
    "id",
    "title",
    "supplier",
    "client",
    "contract_manager",
    "adviser",
    "category",
    "state",
    "why",
    "obligation",
    "waived",
    "owed",
    "due",
    "confirmed",
    "claimed",
    "open",
    "surplus",
    "expected",
    "best",
    "gap",
    "end",
    "days_left",
    "silent_days",
    "last_contact",
    "last_effort",
    "next_step",
    "next_on",
    "next_by",
    "acts",
)

_LIFE = ("silent_days", "last_contact", "last_effort", "next_step", "next_on", "next_by")


def pieces(found: Monitoring, lang: Lang, names: dict[str, str]) -> Iterator[str]:
    """The rows under their headings; `names` are those of suppliers by number."""
    headings = words(lang, "csv")
    rows = ([as_text(cell) for cell in _cells(one, lang, names)] for one in found.contracts)
    return table([headings[column] for column in _COLUMNS], rows, lang)


def _cells(one: Progress, lang: Lang, names: dict[str, str]) -> Iterator[str]:
    contract = one.dossier.contract
    cells: dict[str, object] = {
        "id": contract.id,
        "title": contract.title,
        "supplier": names.get(contract.supplier or "", contract.supplier),
        "client": contract.client,
        "contract_manager": contract.contract_manager,
        "adviser": contract.social_return_adviser,
        "category": contract.category,
        "state": words(lang, "states")[one.state.value],
        "why": why(one, lang),
        "end": one.end,
        "days_left": one.days_left,
        **{name: getattr(one.life, name) for name in _LIFE},
        "acts": who(one, lang, names),
    }
    for column in _COLUMNS:
        value = cells[column] if column in cells else getattr(one, column)
        yield _text(value, lang)


def _text(value: object, lang: Lang) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return number(value, lang)
        case date():
            return value.isoformat()
    return str(value)
