"""The contracts of a register that are looked at together, each group under the contract that carries it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from srtool.case.grouping import Carried, Order, lots, patterns, recurring
from srtool.lazy_dataclass import dataclass
from srtool.rules.ruleset import RuleSet


@dataclass(frozen=True, slots=True)
class Combinations:
    """Groups of contracts, as procurement law sees them."""

    lots: Carried = field(default_factory=Carried)
    recurring: Carried = field(default_factory=Carried)
    splits: Carried = field(default_factory=Carried)
    """Values just below a European threshold."""
    own_splits: Carried = field(default_factory=Carried)
    """Just below a limit of the organisation."""


def combinations(orders: Iterable[Order], law: RuleSet) -> Combinations:
    """The groups among these orders; none under law without the numbers for it."""
    limits = {limit.id: limit for limit in law.limit}
    near, months = limits["near-limit"], limits["recurring"].months
    if near.percent is None or near.months is None or months is None:
        return Combinations()
    every = list(orders)
    return Combinations(
        lots=Carried.of(lots(every)),
        recurring=Carried.of(recurring(every, months)),
        splits=Carried.of(patterns(every, near.percent, near.months, european=True)),
        own_splits=Carried.of(patterns(every, near.percent, near.months, european=False)),
    )
