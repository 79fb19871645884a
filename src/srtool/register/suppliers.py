"""Who is who among the suppliers, and whose contract it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from srtool.register.model import Register, Supplier

SUPPLIER_MARK = "srtool supplier"
REGISTER_MARK = "srtool register"
"""Document properties of a workbook that was made for one supplier: for whom, and from which register."""


@dataclass(frozen=True)
class Suppliers:
    """The suppliers of a register by what they are called; each table is made once, when it is first asked for."""

    register: Register

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """Every number, alias and name in the suppliers table to the number under which the supplier is known.

        Suppliers that name each other are one; a name, or an alias that is no number, of several says nothing.
        """
        return _numbers(self.register)

    @cached_property
    def by_name(self) -> Mapping[str, Supplier]:
        """The suppliers by everything that names just one of them."""
        by_number = {supplier.id: supplier for supplier in self.register.suppliers}
        return {name: by_number[number] for name, number in self.numbers.items()}

    @cached_property
    def display_names(self) -> dict[str, str]:
        """The name of a supplier by everything that names just that one."""
        return {name: supplier.name for name, supplier in self.by_name.items()}

    @cached_property
    def in_table(self) -> frozenset[str]:
        """The numbers and aliases of the suppliers table: what a contract should name its supplier by."""
        return frozenset(name for supplier in self.register.suppliers for name in (supplier.id, *supplier.aliases))

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The number that stands beside each name, for a hint."""
        return {supplier.name: supplier.id for supplier in self.register.suppliers}

    @cached_property
    def doubles(self) -> Mapping[str, tuple[str, ...]]:
        """A name or alias that several suppliers bear, with their numbers."""
        bearers: dict[str, dict[str, None]] = defaultdict(dict)
        for supplier in self.register.suppliers:
            for name in (supplier.name, *supplier.aliases):
                bearers[name][supplier.id] = None
        return {name: tuple(numbers) for name, numbers in bearers.items() if len(numbers) > 1}

    @cached_property
    def called(self) -> Mapping[str, str]:
        """Everything that suppliers are called, in contracts too, to the number or name they go by."""
        written = (contract.supplier for contract in self.register.contracts if contract.supplier)
        return {**{name: self.number(name) for name in written}, **self.numbers}

    @cached_property
    def of_contracts(self) -> Mapping[str, str]:
        """Per contract its supplier, by number where the register knows it, else by name.

        A call-off that names none has that of the first contract above it that does; without any it is left out.
        """
        contracts = {contract.id: contract for contract in self.register.contracts}
        suppliers: dict[str, str] = {}
        for name, contract in contracts.items():
            holder = contract
            while not holder.supplier and holder.part_of in contracts:
                holder = contracts[holder.part_of]
            if holder.supplier:
                suppliers[name] = self.number(holder.supplier)
        return suppliers

    def number(self, written: str) -> str:
        """The number under which a supplier is known, else what it is called."""
        return self.numbers.get(written, written)

    def meant_by(self, typed: str) -> str | None:
        """The supplier that this number, name or alias means, capitals aside; None when there is none."""
        if typed in self.called:
            return self.called[typed]
        alike = {number for name, number in self.called.items() if name.casefold() == typed.strip().casefold()}
        return next(iter(alike)) if len(alike) == 1 else None

    def bearers(self, typed: str) -> tuple[str, ...]:
        """The numbers of all suppliers that are called so, capitals aside, and the names that go without a number."""
        name = typed.strip().casefold()
        table = self.register.suppliers
        known = (one.id for one in table if name in {alias.casefold() for alias in (one.name, *one.aliases)})
        written = (number for called, number in self.called.items() if called.casefold() == name)
        return tuple(dict.fromkeys((*known, *written)))


def _numbers(register: Register) -> Mapping[str, str]:
    numbers = {supplier.id for supplier in register.suppliers}
    head = {number: number for number in sorted(numbers)}

    def top(number: str) -> str:
        while head[number] != number:
            number = head[number]
        return number

    owners: dict[str, set[str]] = defaultdict(set)
    for supplier in register.suppliers:
        for alias in supplier.aliases:
            if alias in numbers:
                first, second = sorted((top(alias), top(supplier.id)))
                head[second] = first
            else:
                owners[alias].add(supplier.id)
        owners[supplier.name].add(supplier.id)
    called = {name: {top(number) for number in bearers} for name, bearers in owners.items()}
    single = {name: next(iter(tops)) for name, tops in called.items() if len(tops) == 1}
    return single | {number: top(number) for number in numbers}
