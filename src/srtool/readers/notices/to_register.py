"""Published contracts as raw records of a register, each value with its place, and what cannot be taken over said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, fields, replace
from decimal import Decimal
from typing import Any

from srtool.lazy_dataclass import dataclass
from srtool.money import NotANumber, checked_amount, to_cents
from srtool.notice.amounts import Amount, Flaw
from srtool.notice.joined import Joined, joined
from srtool.notice.published import STATUS_OF, PublishedContract, Stage, Winner
from srtool.notice.social_return import Answer
from srtool.notice.stated import Stated
from srtool.place import Place, Row
from srtool.readers.notices.kvk import kvk_of
from srtool.readers.notices.remarks import Remarks
from srtool.readers.raw import RawRegister, RawTable
from srtool.register.model import Contract
from srtool.register.procedure_estimate import ProcedureEstimate

_FIELDS = frozenset(f.name for f in fields(Contract))
_BEYOND = Decimal(10) ** 12
_FLAWS = {
    Flaw.PLACEHOLDER: "notice_amount_placeholder",
    Flaw.WITHHELD: "notice_amount_withheld",
    Flaw.CURRENCY: "notice_amount_currency",
    Flaw.UNIT_PRICE: "notice_amount_per_unit",
    Flaw.UNREADABLE: "notice_amount_unread",
}


_NOT_TAKEN = {
    "term_days": ("notice_term_in_days", "end"),
    "cpv_codes": ("notice_cpv_codes", "cpv"),
    "procedure_word": ("notice_procedure_word", "procedure"),
}
"""What a notice states in a way that fills no field, by the field that stays empty for it."""


@dataclass(frozen=True, slots=True)
class NoticeRow(Row):
    """The place of a record in a notice, where every value has a path of its own."""

    facts: Mapping[str, Stated[Any]] = field(default_factory=dict)
    stated: Mapping[str, Stated[Any]] = field(default_factory=dict)
    """What is stated beside the facts: the supplier and social return."""

    def at(self, key: str) -> Place:
        """`2026-1.xml: /ContractNotice/…` for what the notice states, else the file and the contract."""
        stated = self.stated.get(key) or self.facts.get(key)
        return stated.place if stated is not None else Place(self.file, self.table)


def records(published: Iterable[PublishedContract], name: str) -> RawRegister:
    """The contracts and suppliers of all notices in the folder or file of this name, those of one procedure joined."""
    whole = joined(published)
    contracts = list(whole.contracts)
    others = replace(whole, contracts=())
    del whole, published
    return _register(contracts, others, Remarks(name))


def _register(contracts: list[PublishedContract], others: Joined, remarks: Remarks) -> RawRegister:
    """A raw register with one record per contract; each is let go once it is taken over, for they are many."""
    register = RawRegister()
    suppliers: dict[str, Stated[str] | None] = {}
    table, estimates = RawTable(), register.procedure_estimates
    register.tables["contracts"] = table
    contracts.reverse()
    while contracts:
        contract = contracts.pop()
        record, stated = _record(contract, suppliers, remarks)
        table.records.append(record)
        if contract.buyers:
            authority = contract.facts.get("authority")
            remarks.add("notice_several_buyers", contract.publication, authority or contract.source, contract.buyers)
        whole = contract.procedure_estimate
        if whole is not None and (value := _amount(contract.publication, whole, remarks)) is not None:
            procedure = contract.procedure or contract.publication
            estimates[contract.number] = ProcedureEstimate(procedure, value, whole.place)
            if "estimated_value" not in record:
                remarks.add("notice_value_of_procedure", contract.publication, whole, value)
        if contract.stage is Stage.TENDERED and contract.replaces and "procedure_start" not in contract.facts:
            remarks.add("notice_start_unknown", contract.publication, Place(contract.source.file, contract.publication))
        table.rows.append(NoticeRow(contract.source.file, contract.number, 0, facts=contract.facts, stated=stated))
    for contract in others.closed:
        remarks.add("notice_lot_closed", contract.number, Place(contract.source.file, contract.number))
    for contract in others.replaced:
        remarks.add("notice_replaced", contract.number, Place(contract.source.file, contract.number))
    register.tables["suppliers"] = _suppliers(suppliers)
    register.remarks += remarks.problems()
    return register


def _record(
    contract: PublishedContract, suppliers: dict[str, Stated[str] | None], remarks: Remarks
) -> tuple[dict[str, object], dict[str, Stated[Any]]]:
    record: dict[str, object] = {"id": contract.number, "title": contract.number, "status": STATUS_OF[contract.stage]}
    stated: dict[str, Stated[Any]] = {}
    for key, fact in contract.facts.items():
        value = fact.value
        if isinstance(value, Amount):
            value = _amount(contract.number, fact, remarks)
        if value is not None and key in _FIELDS:
            record[key] = value
    for key, (code, instead) in _NOT_TAKEN.items():
        if (left := contract.facts.get(key)) is not None and instead not in record:
            remarks.add(code, contract.number, left, left.value)
    if contract.winners:
        _supplier(contract, record, stated, suppliers, remarks)
    _social_return(contract, record, stated, remarks)
    return record, stated


def _amount(name: str, fact: Stated[Amount], remarks: Remarks) -> Decimal | None:
    value = fact.value
    if value.flaw is not None or value.number is None:
        shown = f"{value.currency} {value.number}" if value.number is not None else value.currency
        remarks.add(_FLAWS[value.flaw or Flaw.UNREADABLE], name, fact, shown)
        return None
    cents = to_cents(value.number) if value.number < _BEYOND else None
    if cents == value.number:  # as nearly all are: the long check is for the others
        return cents
    try:
        return checked_amount(value.number)
    except NotANumber:
        remarks.add("notice_amount_unread", name, fact, value.number)
        return None


def _supplier(
    contract: PublishedContract,
    record: dict[str, object],
    stated: dict[str, Stated[Any]],
    suppliers: dict[str, Stated[str] | None],
    remarks: Remarks,
) -> None:
    """The one that leads, by its KvK number when it has one; that there are others is said."""
    first = contract.winners[0]
    number = _number(contract.number, first, remarks)
    supplier = number or first.name or first.number
    if supplier is not None:
        record["supplier"], stated["supplier"] = supplier.value, supplier
    if number is not None:
        suppliers[number.value] = suppliers.get(number.value) or first.name
    if len(contract.winners) > 1:
        named = [one.name or one.number for one in contract.winners]
        names = tuple(name.value for name in named if name is not None)
        remarks.add("notice_several_winners", contract.number, supplier or contract.source, names)


def _number(contract: str, winner: Winner, remarks: Remarks) -> Stated[str] | None:
    if winner.number is None or winner.is_foreign:
        return None
    kvk = kvk_of(winner.number.value)
    if kvk is None:
        return None
    if kvk.is_restored:
        remarks.add("notice_kvk_restored", contract, winner.number, kvk.number)
    return winner.number._replace(value=kvk.number)


def _social_return(
    contract: PublishedContract, record: dict[str, object], stated: dict[str, Stated[Any]], remarks: Remarks
) -> None:
    """Asked, not asked, or nothing at all: a notice that is silent, or asks it in some lots, leaves the field empty."""
    said = contract.social_return
    own: dict[str, object] = {}
    if said.of_lots:
        remarks.add("notice_social_return_of_lots", contract.number, said.passage or contract.source, said.of_lots)
    elif said.answer is not Answer.NOT_STATED:
        own["asked"] = said.answer is Answer.STATED
        own["stated_in"] = "notice"
        if said.form is not None:
            own["form"] = said.form
    reserved = contract.reserved_participation
    if reserved is not None and reserved.value != "none" and "form" not in own:
        own["form"], stated["social_return.form"] = "reserved", reserved
    if said.passage is not None:
        stated.update({f"social_return.{key}": said.passage for key in own if f"social_return.{key}" not in stated})
    if own:
        record["social_return"] = own


def _suppliers(names: Mapping[str, Stated[str] | None]) -> RawTable:
    table = RawTable()
    for number, name in names.items():
        table.records.append({"id": number, "name": name.value if name else number})
        file = name.source.file if name else ""
        table.rows.append(NoticeRow(file, number, 0, facts={"name": name} if name else {}))
    return table
