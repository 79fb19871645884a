"""A merge: drafts become one tender with lots, which the officer has to motivate (art. 1.5 Aanbestedingswet 2012).

Complaints committee, advies 673: the reasons must support each of the considerations, the risks for the entrepreneur
among them. That the supplier is the same is no ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from srtool.bundle.amounts import amount_steps, ground, newest, norm_steps, parts_of, per_year, total
from srtool.bundle.candidates import Candidate, Grouping
from srtool.bundle.proposal import Bundle, Coherence, European, MergeState
from srtool.case.grouping import CPV_GROUP, TEXTS, missing_texts
from srtool.contract.estimate import candidates, counted_once
from srtool.contract.obligation import is_reached
from srtool.contract.trace import rule_origin
from srtool.finding import Answer, Derived, Step, Unit
from srtool.register.cpv import group_of_cpv
from srtool.register.model import Merge
from srtool.rules.ruleset import Threshold

Texts = Mapping[frozenset[str], Merge]
"""The officer's texts by the contracts that they are about."""


def merge(members: Sequence[Candidate], texts: Texts, grouping: Grouping) -> Bundle:
    """The proposal for these drafts, with what the officer wrote about exactly these."""
    group, case = members[0].group, newest(members)
    steps = amount_steps(members)
    wages = parts_of(members, "wage_sum")
    name = "wage_sum" if group.norm is None or group.norm.basis != "contract_value" else "contract_value"
    base = parts_of(members, name)
    if base is not None:
        whole = Step("bundle_base", total(base), Unit.EUR, Derived(f"sum({name})"))
        steps += norm_steps("bundle_norm", whole, group.norm, group.rule_set, "norm_percent")
        steps += norm_steps("bundle_ambition", whole, case.assessment.ambition_rule, group.rule_set, "ambition_percent")
    value = {step.name: step.value for step in steps}
    european, more = against_threshold(members)
    ids = tuple(one.id for one in members)
    written = texts.get(frozenset(ids))
    least = next((limit.characters for limit in case.european.limit if limit.id == "merge-text"), None) or 0
    missing = TEXTS if written is None else missing_texts(written, least)
    norm = value.get("bundle_norm")
    return Bundle(
        group=group,
        members=ids,
        titles=tuple(one.case.contract.title for one in members),
        total=value["bundle_total"],
        wage_sum=None if wages is None else total(wages),
        excess=value["excess"],
        obligation=norm,
        obligation_ambition=value.get("bundle_ambition"),
        obligation_whole=norm,
        wage_sum_left=None,
        per_year=() if base is None else per_year(norm, members, base, None),
        state=_state(european, missing),
        missing_texts=missing,
        european=european,
        coherence=_coherence(members),
        marks=tuple(_marks(members)),
        named_suppliers=tuple(
            sorted({s for one in members if (s := grouping.supplier(one.case.contract)) is not None})
        ),
        lots="term"
        if any(is_reached(group.threshold, one.amount.value) is Answer.YES for one in members)
        else "amount",
        other_texts=tuple(sorted(tuple(sorted(of)) for of in texts if of & set(ids) and of != set(ids))),
        already=(),
        sources=ground(case, "merging"),
        steps=tuple(dict.fromkeys((*steps, *more))),
    )


def _state(european: European, missing: Sequence[str]) -> MergeState:
    if european.reached is Answer.YES and "single" in european.procedures:
        return "not_as_proposed"
    return "needs_motivation" if missing else "complete"


def against_threshold(members: Sequence[Candidate]) -> tuple[European, list[Step]]:
    """The merged value against the thresholds of the days on which its procedure may start (art. 2.15).

    A tender that is still to be made starts on none of the days that are past.
    """
    days = sorted({max(one.case.on, one.case.procedure_day) for one in members})
    counted = counted_once((one.id, one.case.estimate) for one in members)
    values = tuple((number, value) for number, value in counted.items() if value is not None)
    merged = Step("merged_value", total(values), Unit.EUR, Derived("sum(merged_parts)"))
    steps = [
        Step("merged_parts", values, Unit.PARTS, Derived("procurement_value")),
        merged,
        Step("procedure_day", days[0], Unit.DATE, Derived("max(on, min(procedure_start, awarded_on, start))")),
    ]
    possible = [_thresholds(one) for one in members]
    thresholds = sorted({t for of in possible for t in of}, key=lambda t: (t.amount, t.id))
    for name, threshold in (("european_threshold", thresholds[:1]), ("european_threshold_high", thresholds[1:][-1:])):
        steps += [Step(name, t.amount, Unit.EUR, rule_origin(members[0].case.law_ahead.id, t)) for t in threshold]
    reached, why = _reached(merged.value, members, possible, complete=len(values) == len(members))
    amounts = tuple(dict.fromkeys(threshold.amount for threshold in thresholds))
    return (
        European(
            reached=reached,
            why=why,
            value=merged.value if values else None,
            day=days[0],
            low=amounts[0] if amounts else None,
            high=amounts[-1] if amounts else None,
            amounts=amounts,
            procedures=tuple(sorted({p for one in members if (p := one.case.contract.procedure) is not None})),
            without_value=tuple(one.id for one in members if one.case.estimate.value is None),
        ),
        steps,
    )


def _thresholds(candidate: Candidate) -> tuple[Threshold, ...]:
    general, social = candidates(candidate.case.contract, candidate.group.kind, candidate.case.law_ahead)
    return (*general, *social)


def _reached(
    value: Decimal, members: Sequence[Candidate], possible: Sequence[Sequence[Threshold]], *, complete: bool
) -> tuple[Answer, str | None]:
    """Whether the whole is European, or what keeps that undecided."""
    amounts = sorted({threshold.amount for of in possible for threshold in of})
    if not all(possible):
        return Answer.UNDECIDED, "no_table"
    if value >= amounts[-1]:
        return Answer.YES, None
    if value >= amounts[0]:
        answers = {tuple(sorted(threshold.regime for threshold in of)): of for of in possible}
        by_day = len({one.case.law_ahead.threshold for one in members}) > 1
        if by_day and all(len({value >= t.amount for t in of}) == 1 for of in answers.values()):
            return Answer.UNDECIDED, "day"
        if len(amounts) > 2:
            return Answer.UNDECIDED, "several"
        social = any(threshold.regime == "social_specific" for of in possible for threshold in of)
        return Answer.UNDECIDED, "social" if social else "authority"
    if not complete:
        return Answer.UNDECIDED, "no_value"
    if any(one.case.estimate.stated is None and one.case.contract.option_value is None for one in members):
        return Answer.UNDECIDED, "options"
    return Answer.NO, None


def _coherence(members: Sequence[Candidate]) -> Coherence:
    contracts = [one.case.contract for one in members]
    starts = [one.start for one in members]
    ends = [one.end for one in members if one.end is not None]
    end = min(ends) if ends else None
    return Coherence(
        kind=members[0].group.kind,
        cpv=tuple(sorted({contract.cpv for contract in contracts if contract.cpv})),
        units=tuple(sorted({contract.unit for contract in contracts if contract.unit})),
        categories=tuple(sorted({contract.category for contract in contracts if contract.category})),
        first_start=min(starts),
        last_start=max(starts),
        overlap=(max(starts), end) if end is None or max(starts) <= end else None,
    )


def _marks(members: Sequence[Candidate]) -> Iterator[str]:
    """What must be said with the proposal: none of it forbids it, none of it is a ground."""
    if len({group_of_cpv(one.case.contract.cpv, CPV_GROUP) for one in members}) > 1 or any(
        group_of_cpv(one.case.contract.cpv, CPV_GROUP) is None for one in members
    ):
        yield "no_coherence"
    if any(what == "supplier" for what, _ in members[0].group.by):
        yield "supplier_no_ground"
    if any(one.case.contract.supplier for one in members):
        yield "names_supplier"
    if len({one.case.contract.unit for one in members}) > 1:
        yield "several_units"
