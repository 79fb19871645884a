"""A contract of a sheet that says in one cell what the register keeps in several fields."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from srtool.readers.values.days import INDEFINITE
from srtool.readers.values.demands import Demand
from srtool.readers.values.terms import Period, Term
from srtool.readers.vocabulary import choice_of
from srtool.register.columns import infos
from srtool.term import add_months

_MIXED = ("asked", "percent", "amount")
_BESIDE = {"term": "~term", "options": "~options", "lot": "~lot"}
DERIVABLE, NONE_DERIVED = frozenset({"end", "end_latest"}), frozenset[str]()
"""The days that may follow from what another cell says, or from a quarter or a year in words."""
_TERM, _OPTIONS = _BESIDE["term"], _BESIDE["options"]
APPROVED_AMOUNT = "~approved"
"""Under what a record keeps, until it is completed, how much was realised and approved."""
LOT = _BESIDE["lot"]
"""Kept until rows with one number are told apart."""


def beside_key(kind: str) -> str:
    """Under what a record keeps, until it is completed, what a column beside the fields says."""
    return _BESIDE[kind]


def completed(record: dict[str, Any]) -> frozenset[str]:
    """Spreads what one cell says over the fields that it speaks of; a column of their own goes before it.

    The answer is which days were derived from a term in words.
    """
    derived = NONE_DERIVED
    if record.get("end_latest") is INDEFINITE:
        del record["end_latest"]
    if record.get("end") is INDEFINITE:
        del record["end"]
        record.setdefault("indefinite", True)
    if "kind" not in record and "category" in record:
        _kind_by_category(record)
    if _TERM in record or _OPTIONS in record:
        stated = record.keys() & DERIVABLE
        _end_by_term(record, record.pop(_TERM, None), record.pop(_OPTIONS, None))
        derived = frozenset(record.keys() & DERIVABLE - stated)
    asked = record.get("social_return")
    if asked is not None:
        for leaf in _MIXED:
            if asked.get(leaf).__class__ is Demand:
                _spread(asked.pop(leaf), asked)
        if APPROVED_AMOUNT in asked:  # an amount that is only claimed gives way to it
            asked |= {"realised": asked.pop(APPROVED_AMOUNT), "realised_approved": True}
        if not asked:
            del record["social_return"]
    return derived


def _kind_by_category(record: dict[str, Any]) -> None:
    """The kind where a column that is called category says it."""
    kind = choice_of(infos("contracts")["kind"].choices, str(record["category"]))
    if kind is not None:
        record["kind"] = kind


def _end_by_term(record: dict[str, Any], term: object, options: object) -> None:
    """The end and the latest end that follow from the term, where no column says them."""
    if term is INDEFINITE:
        record.setdefault("indefinite", True)
        return
    if isinstance(term, Period):
        record.setdefault("start", term.start)
        record.setdefault("end", term.end)
    if isinstance(term, date):
        record.setdefault("end", term)
    months, more = (term.months, term.option_months) if isinstance(term, Term) else (None, None)
    more = more if more is not None else options if isinstance(options, int) else None
    for key, value in (("term_months", months), ("option_months", more)):
        if value is not None and key in infos("contracts"):
            record.setdefault(key, value)
    start = record.get("start")
    if "end" not in record and months is not None and isinstance(start, date):
        record["end"] = add_months(start, months) - timedelta(days=1)
    end = record.get("end")
    if "end_latest" not in record and more and isinstance(end, date):
        record["end_latest"] = add_months(end + timedelta(days=1), more) - timedelta(days=1)


def _spread(demand: Demand, asked: dict[str, Any]) -> None:
    """The answer, the percentage, the amount and the basis, each where nothing else was filled in."""
    choices = infos("contracts")["social_return.basis"].choices
    said = {
        "asked": demand.asked,
        "percent": demand.percent,
        "amount": demand.amount,
        "basis": demand.basis if demand.basis in choices else None,
    }
    for leaf, value in said.items():
        if value is not None and (leaf not in asked or asked[leaf].__class__ is Demand):
            asked[leaf] = value
