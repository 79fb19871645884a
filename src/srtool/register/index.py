"""The register looked up once: what follows from it by itself, on a day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from srtool.lazy_dataclass import dataclass
from srtool.place import Row
from srtool.register.call_offs import tops
from srtool.register.history import NOTHING_HAPPENED, History, histories
from srtool.register.last_day import end_of, extensions, is_end_open
from srtool.register.missing_fields import AGREED, absent_fields, is_list, unread_events, unread_fields
from srtool.register.model import Adjustment, Contract, Effort, Exemption, Merge, Register, RegisterFile, Supplier
from srtool.register.overlaps import by_person, hours_at_once
from srtool.register.persons import is_on_a_path, with_persons
from srtool.register.status import BEFORE_AWARD, NOT_ENDED, status_of
from srtool.register.suppliers import Suppliers
from srtool.register.token_amounts import token_fields, without_tokens

_Kind = TypeVar("_Kind")


@dataclass(frozen=True)
class Index:
    """A register file looked up on a day; each table is made once, when it is first asked for."""

    register_file: RegisterFile
    on: date
    extended: bool | None = None
    """What the user assumes of contracts between their end and their latest end; None: nothing."""

    @property
    def register(self) -> Register:
        return self.register_file.register

    @cached_property
    def contracts(self) -> Mapping[str, Contract]:
        """The contracts as they were written, by their number."""
        return {contract.id: contract for contract in self.register.contracts}

    @cached_property
    def unread_fields(self) -> Mapping[str, frozenset[str]]:
        """The (dotted) fields of each contract that could not be read: no answer of the user takes their place."""
        return unread_fields(self.register_file)

    @cached_property
    def unread_events(self) -> Mapping[str, frozenset[str]]:
        """By the contract that carries the obligation the tables with something on it that could not be read."""
        tables: dict[str, frozenset[str]] = {}
        for contract, names in unread_events(self.register_file).items():
            top = self.tops.get(contract, contract)
            tables[top] = tables.get(top, frozenset()) | names
        return tables

    @cached_property
    def tops(self) -> Mapping[str, str]:
        """Each call-off to the contract that carries the obligation."""
        return tops(self.register)

    @cached_property
    def call_offs(self) -> Mapping[str, Sequence[Contract]]:
        """The contracts that are part of each, itself left out."""
        by_parent: dict[str, list[Contract]] = defaultdict(list)
        for contract in self.register.contracts:
            if contract.part_of is not None:
                by_parent[contract.part_of].append(contract)
        return dict(by_parent)

    @cached_property
    def extensions(self) -> Mapping[str, Sequence[Adjustment]]:
        """What extends a contract, by its id."""
        return extensions(self.register, self.tops)

    @cached_property
    def last_days(self) -> Mapping[str, date | None]:
        """The last day of each contract as it is known on the day, with extensions."""
        longer, on, assumed = self.extensions, self.on, self.assumed_longer
        return {
            contract.id: contract.end_latest
            if contract.id in assumed
            else end_of(contract, longer.get(contract.id, ()), on)
            for contract in self.register.contracts
        }

    @cached_property
    def open_ends(self) -> frozenset[str]:
        """The contracts of which the end is past, extended or ended: neither the register nor the user says."""
        within = (one.id for one in self._past_their_end if self.extended is not None and self._may_be_assumed(one))
        return frozenset(one.id for one in self._past_their_end) - frozenset(within)

    @cached_property
    def past_their_end(self) -> frozenset[str]:
        """The contracts of which the end is past and the register does not say whether they were extended or ended."""
        return frozenset(one.id for one in self._past_their_end)

    @cached_property
    def assumed_longer(self) -> frozenset[str]:
        """The contracts past their end that the user takes to be extended, until their latest end."""
        return frozenset(one.id for one in self._past_their_end if self.extended and self._may_be_assumed(one))

    @cached_property
    def statuses(self) -> Mapping[str, str]:
        """The status of each contract on the day."""
        # Nothing says that a contract has ended of which the end is open.
        ends, on, still_open, stages = self.last_days, self.on, self.open_ends, self.register_file.stages
        return {
            contract.id: status_of(
                contract, None if contract.id in still_open else ends[contract.id], on, stages.get(contract.id)
            )
            for contract in self.register.contracts
        }

    def unread_behind_status(self, contract: Contract) -> tuple[str, ...]:
        """The unread fields without which the status of a contract is only a guess; none where it is known."""
        unread = self.unread_fields.get(contract.id)
        if not unread or contract.status is not None:
            return ()
        has_supplier = contract.supplier is not None or contract.supplier_id is not None
        says_so = ("status",) if has_supplier else ("status", "supplier", "supplier_id")
        return tuple(key for key in says_so if key in unread)

    @cached_property
    def suppliers(self) -> Suppliers:
        """Who is who."""
        return Suppliers(self.register)

    @cached_property
    def keeps_efforts(self) -> bool:
        """Whether efforts are kept: of a list without a single one nothing is known of any of its contracts."""
        return bool(self.register.efforts) or not is_list(self.register_file)

    @cached_property
    def keeps_life(self) -> bool:
        """Whether signs of life are kept: contacts, efforts, or a day of last contact with any contract."""
        register = self.register
        dated = any(contract.last_contact_on is not None for contract in register.contracts)
        return bool(register.contacts) or self.keeps_efforts or dated

    @cached_property
    def agreed_elsewhere(self) -> frozenset[str]:
        """What was agreed, and is dated, that this register nowhere has: of no contract it is known."""
        return absent_fields(self.register_file, AGREED)

    @cached_property
    def efforts(self) -> Sequence[Effort]:
        """The efforts in the order of the register, with who each is about told apart by supplier."""
        efforts = self.register.efforts
        return with_persons(efforts, self.suppliers.of_contracts) if efforts else efforts

    @cached_property
    def histories(self) -> Mapping[str, History]:
        """Efforts, contacts and adjustments by the contract that carries the obligation."""
        return histories(self.register_file, self.tops, self.efforts)

    @cached_property
    def hours_at_once(self) -> Mapping[str, Decimal]:
        """By effort of a person with several at once the most hours a week of these together."""
        return hours_at_once(self.efforts)

    @cached_property
    def shared_paths(self) -> Mapping[str, Sequence[Effort]]:
        """By each person whose path leads along several contracts the efforts that count."""
        on_paths = by_person(effort for effort in self.efforts if is_on_a_path(effort.person))
        return {
            person: efforts
            for person, efforts in on_paths.items()
            if len({self.top_of(effort.contract) for effort in efforts}) > 1
        }

    def top_of(self, contract: str) -> str:
        """The contract that carries the obligation of this one: itself, unless it is a call-off."""
        return self.tops.get(contract, contract)

    @cached_property
    def exemptions(self) -> Mapping[str, tuple[Row, Exemption]]:
        """The recorded deviation of a contract with its row: only with a reason and with who decided."""
        return {one.contract: (row, one) for row, one in self._exemptions() if one.reason and one.decided_by}

    @cached_property
    def unfinished(self) -> Mapping[str, tuple[tuple[Row, Exemption], ...]]:
        """By contract the deviations that lack the reason or who decided."""
        unfinished: dict[str, tuple[tuple[Row, Exemption], ...]] = {}
        for row, exemption in self._exemptions():
            if not (exemption.reason and exemption.decided_by):
                unfinished[exemption.contract] = (*unfinished.get(exemption.contract, ()), (row, exemption))
        return unfinished

    @cached_property
    def likely_twins(self) -> Mapping[str, str]:
        """By each contract that is probably another one as well the first of these."""
        # What makes them recognisable is let go: of a large register it is as much as the contracts themselves.
        likenesses = [likeness(contract) for contract in self.register.contracts]
        firsts = self._firsts(likenesses, lambda like: any(part is not None for part in like[1:]))
        return {
            contract.id: firsts[like]
            for contract, like in zip(self.register.contracts, likenesses, strict=True)
            if like in firsts
        }

    @cached_property
    def twins_by_figures(self) -> Mapping[str, str]:
        """By each contract with the figures of another one the first that has them: supplier, days, value to a cent."""
        written, contracts = [self.figures(contract) for contract in self.register.contracts], self.register.contracts
        firsts = self._firsts(written, lambda figures: figures is not None)
        pairs = (
            (one.id, self.figures(without_tokens(one)) if token_fields(one) else figures)
            for one, figures in zip(contracts, written, strict=True)
        )
        return {name: firsts[figures] for name, figures in pairs if figures in firsts}

    def _firsts(self, kinds: Sequence[_Kind], counts: Callable[[_Kind], bool]) -> dict[_Kind, str]:
        """What each contract is like, to the first id that is so; only what counts, and where several are."""
        times = Counter(kinds)
        firsts: dict[_Kind, str] = {}
        for contract, kind in zip(self.register.contracts, kinds, strict=True):
            if times[kind] > 1 and counts(kind):
                firsts.setdefault(kind, contract.id)
        return firsts

    def figures(self, contract: Contract) -> tuple[object, ...] | None:
        """What two records of one contract have in common under whatever title; None where a part is not known."""
        parts = (self.suppliers.of(contract), contract.start, contract.end, contract.contract_value)
        return None if None in parts else (*parts, contract.part_of)

    @cached_property
    def merges(self) -> Mapping[str, tuple[tuple[Row, Merge], ...]]:
        """The proposals to merge by the first member that has not ended; of those for the same contracts the last."""
        rows = self.register_file.rows.get("merges", ())
        proposals = zip(rows, self.register.merges, strict=True)
        last = {frozenset(merge.members): (row, merge) for row, merge in proposals}
        by_contract: dict[str, tuple[tuple[Row, Merge], ...]] = {}
        for members, proposal in last.items():
            first = next((name for name in sorted(members) if self._can_propose(name)), None)
            if first is not None:
                by_contract[first] = (*by_contract.get(first, ()), proposal)
        return by_contract

    @cached_property
    def settled(self) -> frozenset[str]:
        """Contracts that cannot be merged any more: awarded, or part of another."""
        awarded = (name for name, status in self.statuses.items() if status not in BEFORE_AWARD)
        return frozenset((*awarded, *self.tops))

    def supplier_of(self, contract: Contract) -> Supplier | None:
        """The supplier of a contract, where the table knows it."""
        return self.suppliers.by_name.get(self.suppliers.of(contract) or "")

    @cached_property
    def first_by_supplier(self) -> Mapping[str, str]:
        """Each name of a supplier, as it is written, to the first contract that has it."""
        first: dict[str, str] = {}
        for contract in self.register.contracts:
            if contract.supplier is not None:
                first.setdefault(contract.supplier, contract.id)
        return first

    def history(self, contract: Contract) -> History:
        """What happened on a contract, and on its call-offs."""
        return self.histories.get(contract.id, NOTHING_HAPPENED)

    @cached_property
    def _past_their_end(self) -> tuple[Contract, ...]:
        longer, on, unread = self.extensions, self.on, self.unread_fields
        return tuple(
            one
            for one in self.register.contracts
            if is_end_open(one, longer.get(one.id, ()), on, unread.get(one.id, frozenset()))
        )

    def _may_be_assumed(self, contract: Contract) -> bool:
        """Whether it has options left, and nothing unread says until when it was extended."""
        if "extended_until" in self.unread_fields.get(contract.id, ()):
            return False
        return contract.end_latest is not None and contract.end_latest >= self.on

    def _can_propose(self, name: str) -> bool:
        return self.statuses.get(name) in NOT_ENDED and name not in self.tops

    def _exemptions(self) -> Iterator[tuple[Row, Exemption]]:
        return zip(self.register_file.rows.get("exemptions", ()), self.register.exemptions, strict=True)


def likeness(contract: Contract) -> tuple[object, ...]:
    """What makes a contract recognisable: title, supplier, start and amounts that say something."""
    contract = without_tokens(contract)
    return contract.title.casefold(), contract.supplier, contract.start, contract.contract_value, contract.wage_sum
