"""Which contracts take part, in which group, and why the others do not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, NamedTuple

from srtool.bundle.proposal import BundleKind, Group, LeftOut
from srtool.case.case import Case
from srtool.case.grouping import CPV_GROUP
from srtool.finding import Answer, Step
from srtool.lazy_dataclass import dataclass
from srtool.packing.item import Item
from srtool.register import status
from srtool.register.cpv import group_of_cpv
from srtool.register.model import Contract
from srtool.register.suppliers import Suppliers
from srtool.term import add_months

_WITHOUT_END = date.max.toordinal()
_FIELDS: Mapping[str, str] = {
    "no_dates": "start",
    "no_wage_sum": "wage_sum",
    "no_value": "contract_value",
    "contradictory": "wage_sum",
    "zero": "wage_sum",
    "call_off": "part_of",
    "kind_unknown": "kind",
    "supplies": "kind",
    "asks": "social_return.asked",
    "no_supplier": "supplier",
    "no_cpv": "cpv",
    "no_category": "category",
    "no_unit": "unit",
}
"""Where to look for each reason; else at the contract itself."""


class By(NamedTuple):
    """What contracts are grouped by; `digits` of a CPV code."""

    what: Literal["supplier", "cpv", "category", "unit"]
    digits: int = CPV_GROUP


class Grouping(NamedTuple):
    """How to group."""

    by: By | None
    """None: a pool by supplier, a merge by CPV group of 3 digits and unit."""
    window: int
    """Months within which one term may follow another."""
    suppliers: Suppliers
    """Who is who."""

    def supplier(self, contract: Contract) -> str | None:
        """The supplier under its own number, else by its name; a missing legal form is taken for the likely one."""
        return self.suppliers.likely_of(contract)


@dataclass(frozen=True)
class Candidate:
    """A contract that may be in a bundle."""

    case: Case
    group: Group
    amount: Step
    """In the terms of the threshold."""
    window: int
    """Months within which one term may follow another."""

    @property
    def id(self) -> str:
        return self.case.contract.id

    @property
    def end(self) -> date | None:
        """The last day; None when the term is indefinite."""
        return _end(self.case)

    @property
    def start(self) -> date:
        """Known of every candidate."""
        start = self.case.contract.start
        assert start is not None, "a contract without dates is no candidate"  # noqa: S101 - `sort` left it out
        return start

    @cached_property
    def item(self) -> Item:
        """What counts when bundles are made."""
        least = self.group.threshold.min_months or 0
        return item_of(self.case, least, self.window, int(self.amount.value * 100))


def item_of(case: Case, least: int, window: int, cents: int) -> Item:
    """A contract with dates as an item; `least` and `window` are the months of the minimum term and between terms."""
    start, end = case.contract.start, _end(case)
    assert start is not None, "a contract without dates takes no part"  # noqa: S101 - `sort` left it out
    return Item(
        start=start.toordinal(),
        end=_WITHOUT_END if end is None else end.toordinal(),
        reach=_WITHOUT_END if end is None else add_months(end + timedelta(days=1), window).toordinal(),
        long_by=add_months(start, least).toordinal() - 1,
        weight=cents,
    )


def _end(case: Case) -> date | None:
    return None if case.contract.indefinite else case.end


def sort(case: Case, grouping: Grouping) -> Candidate | LeftOut:
    """A candidate, or why it is none."""
    reason = _out_by_law(case) or _out_by_data(case) or _out_by_group(case, grouping)
    if reason is not None:
        return left_out(case, reason)
    group, amount = group_of(case, grouping), amount_of(case)
    if group is None or amount is None:
        return left_out(case, "no_rules")
    return Candidate(case, group, amount, grouping.window)


def group_of(case: Case, grouping: Grouping) -> Group | None:
    """The group that it would be in; None without rules, kind or what it is grouped by."""
    assessment, contract = case.assessment, case.contract
    if assessment.threshold is None or assessment.kind is None or case.rules is None or _out_by_group(case, grouping):
        return None
    return Group(
        _bundle(case),
        _key(case, grouping),
        assessment.kind.value,
        contract.authority,
        contract.authority_kind,
        case.rules.id,
        assessment.threshold,
        assessment.norm_rule,
    )


def _bundle(case: Case) -> BundleKind:
    return "merge" if case.assessment.status == "draft" else "pool"


def _out_by_group(case: Case, grouping: Grouping) -> str | None:
    """What is missing to group it; a draft may have no unit: that nothing is said of it is its unit."""
    missing = (what for what, value in _key(case, grouping) if value is None)
    return next((f"no_{what}" for what in missing if grouping.by is not None or what != "unit"), None)


def left_out(case: Case, reason: str) -> LeftOut:
    """The contract with its reason and the place of what that rests on."""
    place = case.assessment.places[_FIELDS.get(reason, "id")].place
    return LeftOut(case.contract.id, reason, place)


def amount_of(case: Case) -> Step | None:
    """What the threshold is held against; None when it is not known."""
    if case.assessment.threshold is None or case.assessment.threshold.basis == "wage_sum":
        return case.assessment.wage_sum
    return case.assessment.contract_value


def is_over(case: Case) -> bool:
    """Whether its term is over, by its status or by its last day; an extension that is not stated is no term."""
    return status.is_over(case.assessment.status, _end(case), case.on)


def _out_by_law(case: Case) -> str | None:
    """What the contract is: too late, in scope by itself, or of a kind from which nothing is asked."""
    assessment, contract = case.assessment, case.contract
    if is_over(case):
        return "end_passed" if case.is_end_open else "ended"
    if contract.part_of is not None:
        return "call_off"
    if assessment.asks is Answer.YES:
        return "asks"
    if assessment.threshold is None:
        return "no_rules"
    if assessment.kind is None:
        return "kind_unknown"
    if assessment.kind_fits is Answer.NO:
        return "supplies" if assessment.kind.value == "supplies" else "other_kind"
    if assessment.applies is Answer.YES:
        return "in_scope"
    if case.exemption is not None:
        return "exempted"
    return "tendered" if assessment.status == "tendered" else None


def _out_by_data(case: Case) -> str | None:
    """What is not known of it, or contradicts itself."""
    assessment, contract = case.assessment, case.contract
    if contract.start is None or (case.end is None and not contract.indefinite):
        return "no_dates"
    amount = amount_of(case)
    if amount is None:
        by_wages = assessment.threshold is None or assessment.threshold.basis == "wage_sum"
        return "no_wage_sum" if by_wages else "no_value"
    if (
        assessment.wage_sum
        and assessment.contract_value
        and assessment.wage_sum.value > assessment.contract_value.value
    ):
        return "contradictory"
    return None if amount.value else "zero"


def _key(case: Case, grouping: Grouping) -> tuple[tuple[str, str | None], ...]:
    """What it is grouped by: a pool by supplier, a merge by CPV group and unit, or for both as asked."""
    contract, by = case.contract, grouping.by
    if by is None and _bundle(case) == "merge":
        return (("cpv", group_of_cpv(contract.cpv, CPV_GROUP)), ("unit", contract.unit))
    match by.what if by else "supplier":
        case "supplier":
            return (("supplier", grouping.supplier(contract)),)
        case "cpv":
            return (("cpv", group_of_cpv(contract.cpv, by.digits if by else CPV_GROUP)),)
        case "category":
            return (("category", contract.category),)
        case "unit":
            return (("unit", contract.unit),)
