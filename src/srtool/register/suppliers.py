"""Who is who among the suppliers, and whose contract it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Literal, NamedTuple

from srtool.lazy_dataclass import dataclass
from srtool.register.model import Contract, Register, Supplier
from srtool.register.supplier_names import SpellingTable, supplier_name

SUPPLIER_MARK = "srtool supplier"
REGISTER_MARK = "srtool register"
"""Document properties of a workbook that was made for one supplier: for whom, and from which register."""


class Doubt(NamedTuple):
    """Why a name may be another supplier than it is taken for, or the same as another."""

    why: Literal["likely", "forms", "alike"]
    """Only the legal form is missing; or it is another one; or the names are close."""
    names: tuple[str, ...]


@dataclass(frozen=True)
class Suppliers:
    """The suppliers of a register by what they are called; each table is made once, when it is first asked for."""

    register: Register

    @cached_property
    def table(self) -> tuple[Supplier, ...]:
        """The suppliers table, with who stands only in contracts by a name and a number beside it."""
        named = {supplier.id: supplier for supplier in self.register.suppliers}
        for contract in self.register.contracts:
            if contract.supplier_id is None or contract.supplier is None:
                continue
            known = named.get(contract.supplier_id)
            if known is None:
                named[contract.supplier_id] = Supplier(contract.supplier_id, contract.supplier)
            elif contract.supplier not in {known.id, known.name, *known.aliases}:
                named[known.id] = replace(known, aliases=(*known.aliases, contract.supplier))
        return tuple(named.values())

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """Every number, alias and name in the suppliers table to the number under which the supplier is known.

        Suppliers that name each other are one; a name, or an alias that is no number, of several says nothing.
        """
        return _numbers(self.table)

    @cached_property
    def by_name(self) -> Mapping[str, Supplier]:
        """The suppliers by everything that names just one of them."""
        by_number = {supplier.id: supplier for supplier in self.table}
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
        return {supplier.name: supplier.id for supplier in self.table}

    @cached_property
    def doubles(self) -> Mapping[str, tuple[str, ...]]:
        """A name or alias that several suppliers bear, with their numbers."""
        bearers: dict[str, dict[str, None]] = defaultdict(dict)
        for supplier in self.table:
            for name in (supplier.name, *supplier.aliases):
                bearers[name][supplier.id] = None
        return {name: tuple(numbers) for name, numbers in bearers.items() if len(numbers) > 1}

    @cached_property
    def called(self) -> Mapping[str, str]:
        """Everything that suppliers are called, in contracts too, to the number or name they go by."""
        written = (contract.supplier for contract in self.register.contracts if contract.supplier)
        return {**{name: self.number(name) for name in written}, **self.numbers}

    @cached_property
    def spelling(self) -> SpellingTable:
        """Every name in the suppliers table and in the contracts, compared; a name that several bear says nothing."""
        written = (contract.supplier for contract in self.register.contracts if contract.supplier)
        names = dict.fromkeys((*self.display_names, *written))
        return SpellingTable(tuple(name for name in names if name not in self.doubles))

    @cached_property
    def of_contracts(self) -> Mapping[str, str]:
        """Per contract its supplier, by number where the register knows it, else by name.

        A call-off that names none has that of the first contract above it that does; without any it is left out.
        """
        contracts = {contract.id: contract for contract in self.register.contracts}
        suppliers: dict[str, str] = {}
        for name, contract in contracts.items():
            holder = contract
            while self.of(holder) is None and holder.part_of in contracts:
                holder = contracts[holder.part_of]
            number = self.of(holder)
            if number is not None:
                suppliers[name] = number
        return suppliers

    def of(self, contract: Contract) -> str | None:
        """The number of the supplier of a contract: the one beside its name, else by that name; None without both."""
        if contract.supplier_id is not None:
            return self.number(contract.supplier_id)
        return None if contract.supplier is None else self.number(contract.supplier)

    def likely_of(self, contract: Contract) -> str | None:
        """The same, with a missing legal form taken for the one that is written elsewhere."""
        if contract.supplier_id is not None or contract.supplier is None:
            return self.of(contract)
        return self.likely_number(contract.supplier)

    def number(self, written: str) -> str:
        """The number under which a supplier is known, else its first spelling."""
        return self.numbers.get(written) or self._first_spellings.get(written, written)

    def likely_number(self, written: str) -> str:
        """The same, with a missing legal form taken for the one that is written elsewhere: a likely match."""
        return self._likely_numbers.get(written) or self.number(written)

    def doubt(self, written: str) -> Doubt | None:
        """What is not certain about who this is: the most likely match first; a number on both sides settles it."""
        return self._doubts.get(written)

    def likely_others(self, number: str) -> Mapping[str, tuple[str, ...]]:
        """The other names that are probably this supplier (by number or name), with the contracts that have them."""
        others: dict[str, tuple[str, ...]] = {}
        meant = {number, *(self.likely_number(name) for name, known in self.called.items() if known == number)}
        for contract in self.register.contracts:
            written = contract.supplier
            if written is not None and self.of(contract) != number and self.likely_number(written) in meant:
                others[written] = (*others.get(written, ()), contract.id)
        return others

    @cached_property
    def _first_spellings(self) -> Mapping[str, str]:
        """Each name to the one number that its spellings have, else to the first of these."""
        first: dict[str, str] = {}
        for spellings in self.spelling.spellings.values():
            numbers = {self.numbers[written] for written in spellings if written in self.numbers}
            if len(numbers) < 2:
                first |= dict.fromkeys(spellings, numbers.pop() if numbers else spellings[0])
        return first

    @cached_property
    def _likely_numbers(self) -> Mapping[str, str]:
        """For each name with a likely match the number of the two, if only one has it, else the name with the form."""
        likely: dict[str, str] = {}
        for written in self.spelling.written:
            others = self.spelling.likely(written)
            if not others:
                continue
            both = {self.number(written), self.number(others[0])}
            known = both & self.numbers.keys()
            if len(known) < 2:
                likely[written] = next(iter(known), min(both, key=_without_form))
        return likely

    @cached_property
    def _doubts(self) -> Mapping[str, Doubt]:
        table = self.spelling
        doubts: dict[str, Doubt] = {}
        for written in table.written:
            several = (
                Doubt("likely", table.likely(written)[:1] if self._is_taken_for_another(written) else ()),
                Doubt("forms", table.other_forms(written)),
                Doubt("alike", table.alike(written)),
            )
            open_ = (Doubt(why, tuple(n for n in names if not self._settled(written, n))) for why, names in several)
            if (first := next((doubt for doubt in open_ if doubt.names), None)) is not None:
                doubts[written] = first
        return doubts

    def _is_taken_for_another(self, written: str) -> bool:
        """Whether the other of two likely names is the one that counts, and not this one."""
        return self.likely_number(written) != self.number(written)

    def _settled(self, one: str, other: str) -> bool:
        """Whether it is known that two names are the same, or not: by their numbers."""
        return self.number(one) == self.number(other) or {self.number(one), self.number(other)} <= self.by_name.keys()

    def meant_by(self, typed: str) -> str | None:
        """The supplier that this number, name or alias means, in any spelling; None when there is none."""
        if typed in self.called:
            return self.called[typed]
        alike = {number for name, number in self.called.items() if supplier_name(name) == supplier_name(typed)}
        return next(iter(alike)) if len(alike) == 1 else None

    def bearers(self, typed: str) -> tuple[str, ...]:
        """The numbers of all suppliers that are called so, capitals aside, and the names that go without a number."""
        name = typed.strip().casefold()
        known = (one.id for one in self.table if name in {alias.casefold() for alias in (one.name, *one.aliases)})
        written = (number for called, number in self.called.items() if called.casefold() == name)
        return tuple(dict.fromkeys((*known, *written)))


def _without_form(written: str) -> bool:
    return supplier_name(written).form is None


def _numbers(table: Sequence[Supplier]) -> Mapping[str, str]:
    numbers = {supplier.id for supplier in table}
    head = {number: number for number in sorted(numbers)}

    def top(number: str) -> str:
        while head[number] != number:
            number = head[number]
        return number

    owners: dict[str, set[str]] = defaultdict(set)
    for supplier in table:
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
