"""What the register holds about each contract, brought together once; what a call-off did counts for its parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from srtool.contract.trace import Places
from srtool.register.call_offs import tops
from srtool.register.model import Adjustment, Contact, Effort, RegisterFile

FULL_TIME = Decimal(40)
"""Hours a week above which a person cannot count, where the rule set has no full-time hours."""
_MOST_OF_ONE = 200
"""Efforts under one code: more are no person but a word such as `unknown`."""


@dataclass(slots=True)
class Held:
    """The efforts, contacts and adjustments of one contract, in the order of the register."""

    efforts: list[tuple[Effort, Places]] = field(default_factory=list)
    contacts: list[tuple[Contact, Places]] = field(default_factory=list)
    adjustments: list[tuple[Adjustment, Places]] = field(default_factory=list)


def held(register_file: RegisterFile) -> Mapping[str, Held]:
    """By the id of the contract that carries the obligation."""
    register, rows = register_file.register, register_file.rows
    above = tops(register)
    found: dict[str, Held] = defaultdict(Held)
    for effort, row in zip(register.efforts, rows.get("efforts", ()), strict=True):
        found[above.get(effort.contract, effort.contract)].efforts.append((effort, Places(row)))
    for contact, row in zip(register.contacts, rows.get("contacts", ()), strict=True):
        found[above.get(contact.contract, contact.contract)].contacts.append((contact, Places(row)))
    for adjustment, row in zip(register.adjustments, rows.get("adjustments", ()), strict=True):
        found[above.get(adjustment.contract, adjustment.contract)].adjustments.append((adjustment, Places(row)))
    return dict(found)


def doubled(register_file: RegisterFile) -> Mapping[str, Decimal]:
    """Per effort of a person with several at once: the most hours a week that these come to, over all contracts.

    Two of one contract with the same dates count as twice full time, whatever hours they have.
    """
    by_person: dict[str, list[Effort]] = defaultdict(list)
    corrected = {effort.corrects for effort in register_file.register.efforts if effort.corrects is not None}
    for effort in register_file.register.efforts:
        counts = effort.status != "disputed" and effort.id not in corrected
        if effort.person is not None and effort.start is not None and counts:
            by_person[effort.person].append(effort)
    found: dict[str, Decimal] = {}
    for efforts in by_person.values():
        if 1 < len(efforts) <= _MOST_OF_ONE:
            _overlaps(efforts, found)
    return found


def _overlaps(efforts: Sequence[Effort], found: dict[str, Decimal]) -> None:
    seen: dict[tuple[object, ...], Effort] = {}
    for one in efforts:
        twin = seen.setdefault((one.contract, one.start, one.end), one)
        if twin is not one:
            found |= {twin.id: 2 * FULL_TIME, one.id: 2 * FULL_TIME}
        together = [other for other in efforts if _runs_on(other, one.start)]
        hours = sum((_hours(other) for other in together), Decimal(0))
        if len(together) > 1:
            found |= {other.id: max(hours, found.get(other.id, Decimal(0))) for other in together}


def _runs_on(effort: Effort, day: date | None) -> bool:
    started = effort.start is not None and day is not None and effort.start <= day
    return started and (effort.end is None or (day is not None and day <= effort.end))


def _hours(effort: Effort) -> Decimal:
    if effort.hours_per_week is not None:
        return effort.hours_per_week
    return FULL_TIME if effort.full_time else Decimal(0)
