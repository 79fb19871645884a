"""Whose contract it is: what a supplier may claim, and what it may see."""

from __future__ import annotations

from collections.abc import Mapping

from srtool.grouping import suppliers
from srtool.model import Portfolio

SUPPLIER_MARK = "srtool supplier"
REGISTER_MARK = "srtool register"
"""Document properties of a workbook that was made for one supplier: for whom, and from which register."""


def supplier_of(portfolio: Portfolio) -> Mapping[str, str]:
    """Per contract its supplier, by number where the register knows it, else by name.

    A call-off that names none has that of the first contract above it that does; without any it is left out.
    """
    known = suppliers(portfolio.register)
    contracts = {one.id: one for one in portfolio.register.contracts}
    found: dict[str, str] = {}
    for name, contract in contracts.items():
        holder = contract
        while not holder.supplier and holder.part_of in contracts:
            holder = contracts[holder.part_of]
        if holder.supplier:
            found[name] = known.get(holder.supplier, holder.supplier)
    return found


def number_of(portfolio: Portfolio, name: str) -> str | None:
    """The supplier that this number, name or alias means, capitals aside; None when there is none."""
    names = names_of(portfolio)
    if name in names:
        return names[name]
    alike = {number for known, number in names.items() if known.casefold() == name.strip().casefold()}
    return next(iter(alike)) if len(alike) == 1 else None


def numbers_of(portfolio: Portfolio, name: str) -> tuple[str, ...]:
    """The numbers of all suppliers that are called so, capitals aside, and the names that go without a number."""
    wanted = name.strip().casefold()
    table = portfolio.register.suppliers
    called = (one.id for one in table if wanted in {alias.casefold() for alias in (one.name, *one.aliases)})
    written = (number for known, number in names_of(portfolio).items() if known.casefold() == wanted)
    return tuple(dict.fromkeys((*called, *written)))


def names_of(portfolio: Portfolio) -> Mapping[str, str]:
    """Everything that suppliers are called in the register, in contracts too, to the number or name they go by."""
    known = suppliers(portfolio.register)
    written = (one.supplier for one in portfolio.register.contracts if one.supplier)
    return {**{name: known.get(name, name) for name in written}, **known}
