"""A check of a tender draft as CSV that a Dutch or English Excel opens as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from srtool.finding import OPEN, Finding, Outcome
from srtool.place import TextPlace
from srtool.texts import Lang, words
from srtool.texts.say import message, remedy
from srtool.views.draft.answer import DraftAnswer
from srtool.views.shared.csv_table import csv_lines
from srtool.views.shared.names import check_title, source_titles
from srtool.views.shared.quotes import shortened
from srtool.views.shared.table import Column


def pieces(answer: DraftAnswer, lang: Lang, *, is_full: bool = False) -> Iterator[str]:
    """One row per finding that asks something (`is_full`: every finding); several passages stand side by side."""
    findings = [finding for finding in answer.all if is_full or finding.outcome in OPEN]
    return csv_lines(_columns(lang), findings, words(lang, "tender.csv"), lang)


def _columns(lang: Lang) -> tuple[Column[Finding], ...]:
    outcomes, labels, owners = (words(lang, part) for part in ("shared.outcomes", "shared.labels", "shared.owners"))
    return (
        Column("file", "text", lambda finding: _each(finding, lambda place: place.file) or str(finding.place)),
        Column("number", "text", lambda finding: _each(finding, lambda place: place.number or "")),
        Column("heading", "text", lambda finding: _each(finding, lambda place: place.heading)),
        Column("passage", "text", lambda finding: _each(finding, shortened)),
        Column("code", "text", lambda finding: finding.code),
        Column("check", "text", lambda finding: check_title(lang, finding.code)),
        Column("outcome", "text", lambda finding: outcomes[finding.outcome.value]),
        Column(
            "level",
            "text",
            lambda finding: labels[finding.level.value] if finding.outcome is Outcome.NOT_MET else None,
        ),
        Column("owner", "text", lambda finding: owners[finding.owner.value]),
        Column("message", "text", lambda finding: message(lang, finding)),
        Column("remedy", "text", lambda finding: remedy(lang, finding)),
        Column("sources", "text", lambda finding: source_titles(finding.sources)),
    )


def _each(finding: Finding, part: Callable[[TextPlace], str]) -> str:
    return " | ".join(dict.fromkeys(filter(None, map(part, finding.places))))
