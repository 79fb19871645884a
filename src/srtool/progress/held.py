"""What the register holds about each contract, brought together once; what a call-off did counts for its parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from srtool.model import Adjustment, Contact, Effort, Portfolio
from srtool.trace import Places

FULL_TIME = Decimal(40)
"""Hours a week above which a person cannot count, whatever the basis of a rule set."""


@dataclass(slots=True)
class Held:
    """The efforts, contacts and adjustments of one contract, in the order of the register."""

    efforts: list[tuple[Effort, Places]] = field(default_factory=list)
    contacts: list[tuple[Contact, Places]] = field(default_factory=list)
    adjustments: list[tuple[Adjustment, Places]] = field(default_factory=list)


def held(portfolio: Portfolio) -> Mapping[str, Held]:
    """By the id of the contract that carries the obligation."""
    register, rows = portfolio.register, portfolio.rows
    tops = tops_of(portfolio)
    found: dict[str, Held] = defaultdict(Held)
    for effort, row in zip(register.efforts, rows.get("efforts", ()), strict=True):
        found[tops.get(effort.contract, effort.contract)].efforts.append((effort, Places(row)))
    for contact, row in zip(register.contacts, rows.get("contacts", ()), strict=True):
        found[tops.get(contact.contract, contact.contract)].contacts.append((contact, Places(row)))
    for adjustment, row in zip(register.adjustments, rows.get("adjustments", ()), strict=True):
        found[tops.get(adjustment.contract, adjustment.contract)].adjustments.append((adjustment, Places(row)))
    return dict(found)


def tops_of(portfolio: Portfolio) -> Mapping[str, str]:
    """Each call-off to the contract that carries the obligation; the reader has refused circles."""
    parents = {one.id: one.part_of for one in portfolio.register.contracts if one.part_of is not None}
    tops: dict[str, str] = {}
    for name in parents:
        top: str = name
        while top in parents:
            top = parents[top]
        tops[name] = top
    return tops


def doubled(portfolio: Portfolio) -> frozenset[str]:
    """The efforts of persons who at some moment count for more than full time over all contracts."""
    by_person: dict[str, list[Effort]] = defaultdict(list)
    for effort in portfolio.register.efforts:
        if effort.person is not None and effort.start is not None and effort.status != "disputed":
            by_person[effort.person].append(effort)
    corrected = {effort.corrects for effort in portfolio.register.efforts if effort.corrects is not None}
    found: set[str] = set()
    for efforts in by_person.values():
        standing = [effort for effort in efforts if effort.id not in corrected]
        for one in standing:
            together = [other for other in standing if _runs_on(other, one.start)]
            if len(together) > 1 and sum((_hours(other) for other in together), Decimal(0)) > FULL_TIME:
                found.update(other.id for other in together)
    return frozenset(found)


def _runs_on(effort: Effort, day: date | None) -> bool:
    started = effort.start is not None and day is not None and effort.start <= day
    return started and (effort.end is None or (day is not None and day <= effort.end))


def _hours(effort: Effort) -> Decimal:
    if effort.hours_per_week is not None:
        return effort.hours_per_week
    return FULL_TIME if effort.full_time else Decimal(0)
