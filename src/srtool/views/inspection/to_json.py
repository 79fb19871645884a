"""First contact as JSON: what was read, what was not, and the questions with the keys that answer them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from srtool.inspection.columns import ColumnNote
from srtool.inspection.question import Question
from srtool.register.unread import grouped
from srtool.texts import Lang
from srtool.views.inspection.asked import question_text
from srtool.views.inspection.to_lines import Inspection
from srtool.views.shared.discreet import discreet_cells
from srtool.views.shared.json_document import SCHEMA_VERSION, decimal, document, receipt, unread_group


def inspection(shown: Inspection, lang: Lang) -> Iterator[str]:
    """The whole answer, in lines."""
    contracts, before = shown.report.contracts, shown.before or shown.undecided
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "command": "inspect",
            "receipt": receipt(shown.report.receipt),
            "summary": {
                "contracts": len(contracts),
                "undecided_before": before.judgements,
                "undecided": shown.undecided.judgements,
                "contracts_undecided_before": before.contracts,
                "contracts_undecided": shown.undecided.contracts,
            },
        },
        columns=map(_column, shown.notes),
        questions=(_question(question, lang) for question in shown.questions),
        unread=(unread_group(group, lang) for group in grouped(discreet_cells(shown.register_file.unread))),
    )


def _column(note: ColumnNote) -> dict[str, Any]:
    column = note.column
    example = column.example
    return {
        "place": str(column.place),
        "heading": column.heading,
        "table": column.table,
        "field": note.taken_for or None,
        "beside": column.beside or None,
        "example": None if example is None else decimal(example) if isinstance(example, Decimal) else str(example),
        "unread_cells": note.unread_cells,
        "remarks": note.remarks,
    }


def _question(question: Question, lang: Lang) -> dict[str, Any]:
    return {
        "name": question.name,
        "question": question_text(question, lang),
        "contracts": question.contracts,
        "decides": question.decides,
        "keys": [
            {"key": list(filter(None, key.path)), "sort": key.sort, "choices": key.choices} for key in question.keys
        ],
    }
