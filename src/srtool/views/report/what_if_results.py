"""What the formulas of the sheet What-if come to as long as its cells hold the tool's own numbers.

It is worked out as the formulas do it, and not taken from the verdicts: whoever computes the sheet must find the same.
Amounts in euro excl. VAT; None is an empty cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.money import to_cents, to_ten_thousandths
from srtool.portfolio.what_if import WhatIf
from srtool.views.report.contracts import ContractRow

_NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Result:
    """One contract."""

    contract: str
    title: str
    here: Decimal | None
    srtool: Decimal | None
    wage_sum: Decimal | None
    remark: str

    @property
    def difference(self) -> Decimal | None:
        """Nothing where there is no aim, here nor by the tool."""
        if self.here is None and self.srtool is None:
            return None
        return (self.here or _NOTHING) - (self.srtool or _NOTHING)


def result(row: ContractRow, what_if: WhatIf, phrases: Mapping[str, str], unchanged: Mapping[str, str]) -> Result:
    """What stands in the row of a contract; `unchanged` are the words for why one stays as it is."""
    srtool, wage_sum = row.verdict.norm_obligation, row.verdict.wage_sum
    value = row.basis.contract_value
    here = srtool if row.unchanged else _norm(wage_sum, value, what_if)
    if row.unchanged:
        remark = unchanged[row.unchanged]
    elif here is None and wage_sum is None and value is not None and _reaches(value, what_if):
        remark = phrases["no_wage_sum"]
    elif (here is None) is (srtool is None):
        remark = ""
    else:
        remark = phrases["falls_out" if here is None else "comes_in"]
    return Result(row.verdict.id, row.verdict.title, here, srtool, wage_sum, remark)


def agree(results: Sequence[Result]) -> bool:
    """Whether sheet and tool say the same of every contract."""
    count_here = sum(each.here is not None for each in results)
    count_srtool = sum(each.srtool is not None for each in results)
    return count_here == count_srtool and not any(each.difference for each in results)


def total(values: Sequence[Decimal | None]) -> Decimal | None:
    """All of them together; None where there is none."""
    known = [value for value in values if value is not None]
    return sum(known, _NOTHING) if known else None


def _norm(wage_sum: Decimal | None, value: Decimal | None, what_if: WhatIf) -> Decimal | None:
    threshold, norm = what_if.threshold, what_if.norm
    measured = wage_sum if threshold.basis == "wage_sum" or value is None else value
    base = wage_sum if norm.basis == "wage_sum" else value
    if measured is None or base is None or norm.percent is None or not _reaches(measured, what_if):
        return None
    amount = to_cents(to_cents(base) * to_ten_thousandths(norm.percent) / 100)
    return amount if norm.max_amount is None else min(amount, norm.max_amount)


def _reaches(value: Decimal, what_if: WhatIf) -> bool:
    threshold = what_if.threshold
    return value >= threshold.amount if threshold.operator == "at_least" else value > threshold.amount
