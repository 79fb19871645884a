"""A pool: running contracts of one supplier stay apart, and the supplier makes one joint plan, by agreement.

What a voluntary plan may come to is to be discussed; it is never part of what is owed. Whether adding social return
changes a running contract substantially is an open question of law.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from srtool.bundle.amounts import (
    amount_steps,
    days_left,
    ground,
    newest,
    norm_steps,
    parts_left,
    parts_of,
    per_year,
    total,
)
from srtool.bundle.candidates import Candidate, Grouping
from srtool.bundle.proposal import Bundle
from srtool.finding import Derived, Step, Unit
from srtool.register.model import Contract
from srtool.term import days_in

Buyer = tuple[str | None, str | None, str | None]
"""A supplier, under its own number, with the authority that buys and of which kind that is."""


def buyer_of(contract: Contract, grouping: Grouping) -> Buyer:
    """Who buys of whom."""
    return grouping.supplier(contract), contract.authority, contract.authority_kind


def pool(members: Sequence[Candidate], on: date, asking: Mapping[Buyer, Sequence[str]], grouping: Grouping) -> Bundle:
    """The proposal for these contracts; `asking` gives the contracts that ask social return already."""
    group, case = members[0].group, newest(members)
    steps = amount_steps(members)
    amounts = tuple((one.id, one.amount.value) for one in members)
    wages = parts_of(members, "wage_sum")
    base = parts_of(members, group.norm.basis or "wage_sum") if group.norm else None
    name = "wage_sum" if group.norm is None or group.norm.basis != "contract_value" else "contract_value"
    left = parts_left(members, base, on) if base is not None else None
    wages_left = parts_left(members, wages, on) if wages is not None else None
    if base is not None:
        whole = Step("bundle_base", total(base), Unit.EUR, Derived(f"sum({name})"))
        steps += norm_steps("whole_norm", whole, group.norm, group.rule_set, "norm_percent")
    if left is not None:
        steps.append(Step("on", on, Unit.DATE, Derived("on")))
        for one in members:
            steps += _day_steps(one, on)
        formula = f"round_half_up({name} * days_left / term_days)"
        steps.append(Step("left_parts", left, Unit.PARTS, Derived(formula)))
        rest = Step("left_total", total(left), Unit.EUR, Derived("sum(left_parts)"))
        steps += norm_steps("to_discuss", rest, group.norm, group.rule_set, "norm_percent")
        steps += norm_steps(
            "ambition_to_discuss", rest, case.assessment.ambition_rule, group.rule_set, "ambition_percent"
        )
    by_name = {step.name: step for step in steps}
    suppliers = sorted({known for one in members if (known := grouping.supplier(one.case.contract)) is not None})
    buyers = dict.fromkeys(buyer_of(one.case.contract, grouping) for one in members)
    to_discuss = by_name["to_discuss"].value if "to_discuss" in by_name else None
    return Bundle(
        group=group,
        members=tuple(one.id for one in members),
        titles=tuple(one.case.contract.title for one in members),
        total=total(amounts),
        wage_sum=None if wages is None else total(wages),
        excess=by_name["excess"].value,
        obligation=to_discuss,
        obligation_ambition=by_name["ambition_to_discuss"].value if "ambition_to_discuss" in by_name else None,
        obligation_whole=by_name["whole_norm"].value if "whole_norm" in by_name else None,
        wage_sum_left=None if wages_left is None else total(wages_left),
        per_year=() if left is None else per_year(to_discuss, members, left, on),
        state="by_agreement",
        missing_texts=(),
        european=None,
        coherence=None,
        marks=("several_suppliers",) if len(suppliers) > 1 else (),
        named_suppliers=tuple(suppliers),
        lots="amount",
        other_texts=(),
        already=tuple(name for buyer in buyers for name in asking.get(buyer, ())),
        sources=ground(case, "pooling"),
        steps=tuple(dict.fromkeys(steps)),
    )


def _day_steps(candidate: Candidate, on: date) -> list[Step]:
    if candidate.end is None:
        return []
    return [
        Step("term_days", days_in(candidate.start, candidate.end), Unit.DAYS, Derived("days(start, end)")),
        Step("days_left", days_left(candidate, on), Unit.DAYS, Derived("days(on, end)")),
    ]
