"""Who is who among the suppliers, and whose contract it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from srtool.register.model import Register, RegisterFile, Supplier

SUPPLIER_MARK = "srtool supplier"
REGISTER_MARK = "srtool register"
"""Document properties of a workbook that was made for one supplier: for whom, and from which register."""


def suppliers(register: Register) -> Mapping[str, str]:
    """Every number, alias and name in the suppliers table to the number under which the supplier is known.

    Suppliers that name each other are one; a name, or an alias that is no number, of several says nothing.
    """
    numbers = {supplier.id for supplier in register.suppliers}
    head = {number: number for number in sorted(numbers)}

    def top(name: str) -> str:
        while head[name] != name:
            name = head[name]
        return name

    owners: dict[str, set[str]] = defaultdict(set)
    for supplier in register.suppliers:
        for alias in supplier.aliases:
            if alias in numbers:
                one, other = sorted((top(alias), top(supplier.id)))
                head[other] = one
            else:
                owners[alias].add(supplier.id)
        owners[supplier.name].add(supplier.id)
    called = {name: {top(number) for number in of} for name, of in owners.items()}
    own = {number: top(number) for number in numbers}
    return {name: next(iter(of)) for name, of in called.items() if len(of) == 1} | own


def suppliers_by_name(register: Register) -> dict[str, Supplier]:
    """The suppliers by everything that names just one of them."""
    own = {supplier.id: supplier for supplier in register.suppliers}
    return {name: own[number] for name, number in suppliers(register).items()}


def supplier_of(register_file: RegisterFile) -> Mapping[str, str]:
    """Per contract its supplier, by number where the register knows it, else by name.

    A call-off that names none has that of the first contract above it that does; without any it is left out.
    """
    known = suppliers(register_file.register)
    contracts = {one.id: one for one in register_file.register.contracts}
    found: dict[str, str] = {}
    for name, contract in contracts.items():
        holder = contract
        while not holder.supplier and holder.part_of in contracts:
            holder = contracts[holder.part_of]
        if holder.supplier:
            found[name] = known.get(holder.supplier, holder.supplier)
    return found


def number_of(register_file: RegisterFile, name: str) -> str | None:
    """The supplier that this number, name or alias means, capitals aside; None when there is none."""
    names = names_of(register_file)
    if name in names:
        return names[name]
    alike = {number for known, number in names.items() if known.casefold() == name.strip().casefold()}
    return next(iter(alike)) if len(alike) == 1 else None


def numbers_of(register_file: RegisterFile, name: str) -> tuple[str, ...]:
    """The numbers of all suppliers that are called so, capitals aside, and the names that go without a number."""
    wanted = name.strip().casefold()
    table = register_file.register.suppliers
    called = (one.id for one in table if wanted in {alias.casefold() for alias in (one.name, *one.aliases)})
    written = (number for known, number in names_of(register_file).items() if known.casefold() == wanted)
    return tuple(dict.fromkeys((*called, *written)))


def names_of(register_file: RegisterFile) -> Mapping[str, str]:
    """Everything that suppliers are called in the register, in contracts too, to the number or name they go by."""
    known = suppliers(register_file.register)
    written = (one.supplier for one in register_file.register.contracts if one.supplier)
    return {**{name: known.get(name, name) for name in written}, **known}
