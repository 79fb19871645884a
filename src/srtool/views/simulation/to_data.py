"""A simulation for scripts and spreadsheets: JSON with every contract that comes in or goes out, and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from srtool.portfolio.simulation import Part, Result, jobs
from srtool.texts import Lang, words
from srtool.texts.say import word
from srtool.views.shared.csv_table import csv_lines
from srtool.views.shared.json_document import SCHEMA_VERSION, amount, decimal, document, receipt
from srtool.views.shared.table import Column
from srtool.views.simulation.words import Shown, is_unknown, name


def to_json(shown: Shown) -> Iterator[str]:
    """Today and every scheme, with the contracts in each."""
    bundling = shown.bundling
    head = {
        "schema_version": SCHEMA_VERSION,
        "command": "simulate",
        "receipt": receipt(shown.receipt),
        "summary": {
            "contracts": shown.simulation.counted,
            "job_price": amount(shown.price),
            "bundling": {
                "contracts": bundling.merged_members,
                "norm": amount(bundling.added_norm),
                "pooled_contracts": bundling.pooled_contracts,
                "to_discuss": amount(bundling.to_discuss),
            },
        },
    }
    return document(head, schemes=(_record(result, shown) for result in shown.results))


def to_csv(shown: Shown, lang: Lang) -> Iterator[str]:
    """A row for today and for every scheme."""
    return csv_lines(columns(shown, lang), shown.results, words(lang, "simulation.data"), lang)


def columns(shown: Shown, lang: Lang) -> tuple[Column[Result], ...]:
    """The same columns for CSV and a sheet."""
    return (
        Column("scheme", "text", lambda result: name(result, shown.simulation.results, lang), 34),
        Column("threshold", "euro", lambda result: None if result.scheme is None else result.scheme.threshold, 16),
        Column("norm_percent", "percent", lambda result: None if result.scheme is None else result.scheme.norm, 10),
        Column("basis", "text", lambda result: None if result.scheme is None else word(lang, result.scheme.basis), 18),
        Column("min_months", "count", lambda result: None if result.scheme is None else result.scheme.min_months, 12),
        Column("in_scope", "count", lambda result: result.whole.sure, 12),
        Column("possible", "count", lambda result: result.whole.possible, 12),
        Column("enters", "count", lambda result: len(result.enters), 12),
        Column("leaves", "count", lambda result: len(result.leaves), 12),
        Column("small", "count", lambda result: result.small, 12),
        Column("norm_low", "euro", lambda result: result.whole.norm.low, 18),
        Column("norm_high", "euro", lambda result: None if result.whole.norm.unbounded else result.whole.norm.high, 18),
        Column("unbounded", "count", lambda result: result.whole.norm.unbounded, 12),
        Column("jobs", "decimal", lambda result: _jobs(result, shown)),
        Column("may_enter", "count", lambda result: len(result.may_enter), 12),
        Column("may_leave", "count", lambda result: len(result.may_leave), 12),
    )


def _record(result: Result, shown: Shown) -> dict[str, Any]:
    scheme = result.scheme
    return {
        "today": scheme is None,
        "threshold": None if scheme is None else amount(scheme.threshold),
        "operator": None if scheme is None else scheme.operator,
        "norm_percent": None if scheme is None else decimal(scheme.norm),
        "basis": None if scheme is None else scheme.basis,
        "min_months": None if scheme is None else scheme.min_months,
        "kinds": None if scheme is None else list(scheme.kinds),
        **_part(result.whole),
        "small": result.small,
        "jobs": None if (least := _jobs(result, shown)) is None else decimal(least),
        "by_category": _named(result.by_category),
        "by_unit": _named(result.by_unit),
        "in_scope_contracts": list(result.in_scope),
        "possible_contracts": list(result.possible),
        "enters": list(result.enters),
        "leaves": list(result.leaves),
        "may_enter": list(result.may_enter),
        "may_leave": list(result.may_leave),
    }


def _jobs(result: Result, shown: Shown) -> Decimal | None:
    """At least so many; None where no price was given, or nothing of the norm is known."""
    norm = result.whole.norm
    return None if shown.price is None or is_unknown(norm) else jobs(norm.low, shown.price)


def _named(parts: Sequence[Part]) -> list[dict[str, Any]]:
    return [{"name": part.name, **_part(part)} for part in parts]


def _part(part: Part) -> dict[str, Any]:
    norm = part.norm
    return {
        "in_scope": part.sure,
        "possible": part.possible,
        "norm_low": amount(norm.low),
        "norm_high": None if norm.unbounded else amount(norm.high),
        "without_upper_bound": norm.unbounded,
    }
