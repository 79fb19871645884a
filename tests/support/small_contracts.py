"""Registers in a few words, and the plan for them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import tomli_w

from srtool.bundle.candidates import By, Grouping
from srtool.bundle.merging import Texts
from srtool.bundle.plan import plan
from srtool.bundle.proposal import Plan
from srtool.case.build import Cases, Own, cases
from srtool.readers import register
from srtool.readers.rules import rule_sets
from srtool.register.index import Index
from srtool.rules.rulebook import EUROPEAN, RuleBook, Versions

ON = date(2026, 11, 22)


@cache
def book(forced: str | None = None) -> RuleBook:
    names = ("rijk-classic", "rijk-tailored", EUROPEAN)
    loaded = {name: rule_sets.load(rule_sets.find(name, None)) for name in names}
    return RuleBook(
        {n: it.rules for n, it in loaded.items()},
        {n: it.sha256 for n, it in loaded.items()},
        forced,
        members=rule_sets.members(None),
    )


def a_contract(number: str, thousands: float | None, **more: object) -> dict[str, Any]:
    """A draft for services in 2027, of so many thousands of wage sum."""
    wages = {} if thousands is None else {"wage_sum": (Decimal(str(thousands)) * 1000).quantize(Decimal("0.01"))}
    fields: dict[str, Any] = {
        "id": number,
        "title": f"opdracht {number}",
        "kind": "services",
        "cpv": "73110000",
        "unit": "U",
        "start": date(2027, 1, 1),
        "end": date(2027, 12, 31),
        **wages,
        **more,
    }
    return {key: value for key, value in fields.items() if value is not None}


def several(*thousands: float, **more: object) -> list[dict[str, Any]]:
    """The same with numbers A, B, C…"""
    return [a_contract(chr(ord("A") + n), amount, **more) for n, amount in enumerate(thousands)]


def planned(
    contracts: list[dict[str, Any]],
    by: By | None = None,
    window: int = 12,
    on: date = ON,
    *,
    rule_set: str | None = None,
    texts: Texts | None = None,
    **tables: object,
) -> Plan:
    """The plan for a register with these contracts and other tables."""
    made, grouping = looked_at(contracts, by, window, on, rule_set=rule_set, **tables)
    own = {frozenset(merge.members): merge for merge in made.index.register.merges}
    return plan(made, grouping, on, own if texts is None else texts)


def looked_at(
    contracts: list[dict[str, Any]],
    by: By | None = None,
    window: int = 12,
    on: date = ON,
    *,
    rule_set: str | None = None,
    **tables: object,
) -> tuple[Cases, Grouping]:
    """The same contracts before they are sorted, and how they are grouped."""
    data = tomli_w.dumps({"contracts": contracts, **tables}).encode()
    index = Index(register.from_bytes(data, "case.toml"), on)
    made = cases(index, Versions.of(book(rule_set)), Own(), after_award=False)
    return made, Grouping(by, window, index.suppliers)
