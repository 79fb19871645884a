"""What happened on each contract, brought together once; what a call-off did counts for its parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field

from srtool.lazy_dataclass import dataclass
from srtool.register.model import Adjustment, Contact, Effort, RegisterFile
from srtool.register.places import Places


@dataclass(slots=True)
class History:
    """The efforts, contacts and adjustments of one contract, in the order of the register."""

    efforts: list[tuple[Effort, Places]] = field(default_factory=list)
    contacts: list[tuple[Contact, Places]] = field(default_factory=list)
    adjustments: list[tuple[Adjustment, Places]] = field(default_factory=list)


NOTHING_HAPPENED = History()


def histories(register_file: RegisterFile, tops: Mapping[str, str], efforts: Sequence[Effort]) -> Mapping[str, History]:
    """By the id of the contract that carries the obligation; `tops` says which that is for a call-off.

    `efforts` are those of the register, in its order.
    """
    register, rows = register_file.register, register_file.rows
    by_contract: dict[str, History] = defaultdict(History)
    for effort, row in zip(efforts, rows.get("efforts", ()), strict=True):
        by_contract[tops.get(effort.contract, effort.contract)].efforts.append((effort, Places(row)))
    for contact, row in zip(register.contacts, rows.get("contacts", ()), strict=True):
        by_contract[tops.get(contact.contract, contact.contract)].contacts.append((contact, Places(row)))
    for adjustment, row in zip(register.adjustments, rows.get("adjustments", ()), strict=True):
        by_contract[tops.get(adjustment.contract, adjustment.contract)].adjustments.append((adjustment, Places(row)))
    return dict(by_contract)


def with_adjustments(by_contract: Mapping[str, History]) -> frozenset[str]:
    """The contracts on which, or on whose call-offs, something was adjusted."""
    return frozenset(name for name, history in by_contract.items() if history.adjustments)


def with_contacts(by_contract: Mapping[str, History]) -> frozenset[str]:
    """The contracts about which, or about whose call-offs, there was contact."""
    return frozenset(name for name, history in by_contract.items() if history.contacts)
