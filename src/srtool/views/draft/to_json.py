"""A check of a tender draft as JSON; keys and meanings change only with `schema_version`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from srtool.draft.claim import Claim
from srtool.finding import OPEN, Finding, Outcome
from srtool.place import TextPlace
from srtool.texts import Lang
from srtool.views.draft.answer import DraftAnswer
from srtool.views.shared.json_document import SCHEMA_VERSION, decimal, document, finding, receipt


def pieces(answer: DraftAnswer, lang: Lang) -> Iterator[str]:
    """All findings, met ones too; one line per finding."""
    counts: Counter[str] = Counter(
        one.level.value if one.outcome is Outcome.NOT_MET else one.outcome.value
        for one in answer.all
        if one.outcome in OPEN
    )
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "command": "check",
            "receipt": receipt(answer.receipt),
            "summary": {
                "errors": counts["error"],
                "warnings": counts["warning"],
                "notices": counts["notice"],
                "undecided": counts["undecided"],
            },
        },
        claims=(_claim(each) for each in answer.claims),
        findings=(_finding(each, lang) for each in answer.all),
    )


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "subject": claim.subject.value,
        "value": decimal(claim.value) if isinstance(claim.value, Decimal) else str(claim.value),
        "words": claim.words,
        "file": claim.passage.file,
        "paragraph": claim.passage.paragraph,
        "offset": claim.start,
    }


def _finding(value: Finding, lang: Lang) -> dict[str, Any]:
    return {**finding(value, lang), "places": [_place(place) for place in value.places]}


def _place(place: TextPlace) -> dict[str, Any]:
    return {
        "file": place.file,
        "heading": place.heading or None,
        "number": place.number,
        "paragraph": place.paragraph,
        "offset": place.offset,
        "words": place.words,
        "passage": place.passage,
    }
