"""A register with the answers of the user where it does not say itself: each field knows which answer it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.place import Place, Row
from srtool.readers.unread import remarks
from srtool.readers.vocabulary import says_of_amount
from srtool.register.assumed_stage import Stage
from srtool.register.assumptions import Assumptions
from srtool.register.missing_fields import unread_fields
from srtool.register.model import Contract, RegisterFile
from srtool.register.price_of_term import yearly_over_term
from srtool.register.unread import UnreadCell

_WITH_VAT = (
    *("contract_value", "estimated_value", "option_value", "framework_maximum", "value_per_year", "value_per_month"),
)
"""The amounts of a contract that a register may hold with VAT."""
_VALUES = ("contract_value", "estimated_value", "value_per_year")
_REALISED_ON = "social_return.realised_on"
_PRICES = {"per_year": "value_per_year", "per_month": "value_per_month"}


@dataclass(slots=True)
class _Filled:
    """A contract while answers are filled in, with where each of its fields stands and rests on."""

    contract: Contract
    elsewhere: dict[str, Place]
    assumed: dict[str, Place]

    def empty(self, key: str) -> None:
        """The field without a value."""
        self.contract = replace(self.contract, **{key: None})  # type: ignore[arg-type] # no field that must be filled

    def fill(self, answer: Place, **values: object) -> None:
        """These fields with these values, resting on this answer."""
        self.contract = replace(self.contract, **values)  # type: ignore[arg-type] # the caller names its fields
        self.assumed.update(dict.fromkeys(values, answer))


def with_assumptions(register_file: RegisterFile, assume: Assumptions) -> RegisterFile:
    """The register as the user's answers have it; the same where nothing is answered that it does not say."""
    keys = {key for key, _ in assume.answers()}
    if not keys & {"authority_kind", "stage", "vat", "period", "extensions", "realised_on"}:
        return register_file
    headings = {(one.place.table, one.key): one.heading for one in register_file.columns}
    contracts, rows, unread = [], [], list[UnreadCell]()
    stages: dict[str, Stage] = {}
    not_read = unread_fields(register_file)
    pairs = zip(register_file.register.contracts, register_file.rows["contracts"], strict=True)
    for contract, row in pairs:
        filled = _Filled(contract, dict(row.elsewhere), dict(row.assumed))
        said = {key: heading for (table, key), heading in headings.items() if table == row.table}
        unread += _without_vat_amounts(filled, row, said, assume)
        _period(filled, row, said, assume)
        _extensions(filled, row, said, assume)
        said_unread = not_read.get(contract.id, frozenset())
        _standing(filled, assume, said_unread)
        if assume.stage not in {None, "both"} and contract.status is None and "status" not in said_unread:
            stages[contract.id] = assume.stage
        contracts.append(filled.contract)
        is_same = filled.contract is contract
        rows.append(row if is_same else replace(row, elsewhere=filled.elsewhere, assumed=filled.assumed))
    with_options = _with_options(contracts, rows, headings) if assume.extensions == "with_options" else frozenset()
    return replace(
        register_file,
        register=replace(register_file.register, contracts=tuple(contracts)),
        estimates_with_options=register_file.estimates_with_options | with_options,
        rows={**register_file.rows, "contracts": tuple(rows)},
        stages=stages,
        unread=(*register_file.unread, *unread),
        remarks=(*register_file.remarks, *remarks(unread)),
    )


def _standing(filled: _Filled, assume: Assumptions, not_read: Collection[str]) -> None:
    """The kind of authority, and the day of a running total; not where something else stands that is not read."""
    is_open = filled.contract.authority_kind is None and "authority_kind" not in not_read
    if assume.authority_kind is not None and is_open:
        filled.fill(assume.place("authority_kind"), authority_kind=assume.authority_kind)
    asked = filled.contract.social_return
    is_open = asked.realised is not None and asked.realised_on is None and _REALISED_ON not in not_read
    if assume.realised_on is not None and is_open:
        filled.fill(assume.place("realised_on"), social_return=replace(asked, realised_on=assume.realised_on))
        filled.assumed[_REALISED_ON] = filled.assumed.pop("social_return")


def _without_vat_amounts(
    filled: _Filled, row: Row, headings: Mapping[str, str], assume: Assumptions
) -> Iterator[UnreadCell]:
    """Amounts with VAT are not read, as in a column that is called so: no register tells the rate of each."""
    if assume.vat != "including_vat":
        return
    for key in _WITH_VAT:
        amount: Decimal | None = getattr(filled.contract, key)
        heading = headings.get(key)
        if amount is None or heading is None or says_of_amount("vat", heading):
            continue
        yield UnreadCell("contracts", key, row.at(key), heading, amount, "assumed_with_vat")
        filled.empty(key)


def _period(filled: _Filled, row: Row, headings: Mapping[str, str], assume: Assumptions) -> None:
    """An amount for a year or a month as the price that it is; that of a year over the term is the contract value."""
    if assume.period is None or assume.period == "whole_term":
        return
    answer, price = assume.place("period"), _PRICES[assume.period]
    for key in ("contract_value", "estimated_value"):
        amount: Decimal | None = getattr(filled.contract, key)
        heading = headings.get(key)
        if amount is None or heading is None or says_of_amount("period", heading):
            continue
        if getattr(filled.contract, price) is None:
            filled.fill(answer, **{price: amount})
            filled.elsewhere[price] = row.at(key)
        filled.empty(key)
    if assume.period == "per_year":
        _year_over_term(filled, answer)


def _year_over_term(filled: _Filled, answer: Place) -> None:
    contract = filled.contract
    over_term = yearly_over_term(contract)
    if contract.contract_value is None and contract.estimated_value is None and over_term is not None:
        filled.fill(answer, contract_value=over_term[0])
        filled.assumed["value_per_year"] = answer


def _extensions(filled: _Filled, row: Row, headings: Mapping[str, str], assume: Assumptions) -> None:
    """A value that holds the extensions as well is an estimate; a contract that has none keeps its value."""
    if assume.extensions == "without_options":
        _value_without_options(filled, row, headings, assume.place("extensions"))
    heading, contract = headings.get("contract_value"), filled.contract
    if assume.extensions != "with_options" or heading is None or contract.contract_value is None:
        return
    has_none = contract.option_months == 0 or (contract.end_latest is not None and contract.end_latest == contract.end)
    if has_none or "contract_value" in filled.assumed or says_of_amount("extensions", heading):
        return
    if contract.estimated_value is None:
        filled.fill(assume.place("extensions"), estimated_value=contract.contract_value)
        filled.elsewhere["estimated_value"] = row.at("contract_value")
    filled.empty("contract_value")


def _with_options(
    contracts: Iterable[Contract], rows: Iterable[Row], headings: Mapping[tuple[str, str], str]
) -> frozenset[str]:
    """The contracts whose estimate holds the extensions, unless its heading says something of these itself."""
    pairs = zip(contracts, rows, strict=True)
    return frozenset(
        contract.id
        for contract, row in pairs
        if contract.estimated_value is not None
        and (
            "estimated_value" in row.assumed
            or not says_of_amount("extensions", headings.get((row.table, "estimated_value"), "opties"))
        )
    )


def _value_without_options(filled: _Filled, row: Row, headings: Mapping[str, str], answer: Place) -> None:
    """An estimate that does not hold the extensions is the value of the contract."""
    heading, contract = headings.get("estimated_value"), filled.contract
    if heading is None or contract.contract_value is not None or contract.estimated_value is None:
        return
    if not says_of_amount("extensions", heading):
        filled.fill(answer, contract_value=contract.estimated_value)
        filled.elsewhere["contract_value"] = row.at("estimated_value")
        filled.empty("estimated_value")


def open_about_amounts(register_file: RegisterFile) -> Mapping[str, str]:
    """What the headings of contract values leave open: the key that answers it, and the first heading that does.

    Of TOML nothing, for its keys say it.
    """
    columns = [one for one in register_file.columns if one.table == "contracts" and one.key in _VALUES]
    columns.sort(key=lambda column: _VALUES.index(column.key))
    with_units = _with_units(register_file)
    leave_open = {
        about: [one.heading for one in columns if not says_of_amount(about, one.heading)]
        for about in ("vat", "period", "extensions")
    }
    leave_open["unit"] = [one.heading for one in columns if one.place.table not in with_units]
    return {about: headings[0] for about, headings in leave_open.items() if headings}


def _with_units(register_file: RegisterFile) -> frozenset[str]:
    """The sheets that say what their amounts are counted in."""
    pairs = zip(register_file.register.contracts, register_file.rows["contracts"], strict=True)
    return frozenset(row.table for contract, row in pairs if register_file.units.get(contract.id) == "stated")
