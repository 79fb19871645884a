"""The plan for a whole register: per group the bundles that are proved best, and what falls short of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from srtool.bundle.candidates import Candidate, Grouping, group_of, item_of, sort
from srtool.bundle.falling_short import shortfalls
from srtool.bundle.merging import Texts, merge
from srtool.bundle.pooling import Buyer, buyer_of, pool
from srtool.bundle.proposal import Bundle, Group, LeftOut, Overall, Plan, Proof, Shortfall
from srtool.case.case import Case
from srtool.finding import Answer
from srtool.money import from_cents, quotient, up_to_hundredths
from srtool.packing.item import Item, fits
from srtool.packing.partition import Partition, partition
from srtool.sums import sum_of

Clique = tuple[list[Item], int]
"""Contracts that hang together, and how many cents they miss."""
Watch = Callable[[Sequence[Group]], Iterable[Group]]
"""Hands on the groups one by one, and may show how far it is."""


def plan(cases: Iterable[Case], grouping: Grouping, on: date, texts: Texts, watch: Watch = iter) -> Plan:
    """The bundles of a register on a day.

    The same contracts in another order give the same plan.
    """
    groups: dict[Group, list[Candidate]] = defaultdict(list)
    out: list[tuple[Case, LeftOut]] = []
    asking: dict[Buyer, list[str]] = defaultdict(list)
    counted: list[Case] = []
    for case in cases:
        sorted_case = sort(case, grouping)
        if isinstance(sorted_case, Candidate):
            groups[sorted_case.group].append(sorted_case)
        else:
            out.append((case, sorted_case))
            buyer = buyer_of(case.contract, grouping)
            if (
                sorted_case.reason == "asks"
                and buyer[0] is not None
                and case.assessment.status in {"awarded", "running"}
            ):
                asking[buyer].append(case.contract.id)
        if case.contract.part_of is None and case.assessment.status != "ended":
            counted.append(case)
    bundles: list[Bundle] = []
    proofs: list[Proof] = []
    left: list[list[Candidate]] = []
    for group in watch(sorted(groups, key=_order)):
        members = sorted(groups[group], key=lambda one: one.id)
        best = partition([one.item for one in members], group.target, fewest=group.bundle == "pool")
        for bundle in best.bundles:
            inside = [members[n] for n in sorted(bundle)]
            bundles.append(
                pool(inside, on, asking, grouping) if group.bundle == "pool" else merge(inside, texts, grouping)
            )
        taken = {n for bundle in best.bundles for n in bundle}
        left.append([one for n, one in enumerate(members) if n not in taken])
        proofs.append(_proof(group, len(members), best, _doubted(members, grouping)))
    short = shortfalls(left, grouping)
    closest = dict(_closest(short, groups))
    return Plan(
        bundles=tuple(bundles),
        shortfalls=short,
        left_out=tuple(_with_share(case, one, grouping, closest) for case, one in out),
        proofs=tuple(proofs),
        overall=_overall(counted, bundles),
        window=grouping.window,
        on=on,
    )


def _with_share(case: Case, one: LeftOut, grouping: Grouping, short: Mapping[Group, Clique]) -> LeftOut:
    """Without a wage sum: with the labour share above which the contract would help.

    It closes the shortfall of its group, or else is in scope by itself.
    """
    group, value = group_of(case, grouping), case.assessment.contract_value or case.assessment.ceiling
    if one.reason != "no_wage_sum" or group is None or value is None or not value.value:
        return one
    items, missing = short.get(group, ([], 0))
    least = group.threshold.min_months or 0
    if missing and fits([*items, item_of(case, least, grouping.window, missing)], group.target):
        # One cent under what is missing: the share above which it is enough.
        gap = from_cents(missing - (group.threshold.operator == "above"))
        if gap < value.value:
            return _helps(one, gap, value.value, group, "group")
    if group.threshold.amount < value.value and case.assessment.term_fits is Answer.YES:
        return _helps(one, group.threshold.amount, value.value, group, "own")
    return one


def _helps(one: LeftOut, part: Decimal, value: Decimal, group: Group, how: Literal["group", "own"]) -> LeftOut:
    share = up_to_hundredths(quotient(100 * part, value))
    exact = share * value == 100 * part
    # Rounded up, the share itself is enough.
    operator = group.threshold.operator if exact else "at_least"
    return replace(one, share=share, helps=how, operator=operator)


def _closest(short: Sequence[Shortfall], groups: Mapping[Group, Sequence[Candidate]]) -> Iterator[tuple[Group, Clique]]:
    """Per group the set of contracts that misses least, and how many cents that is."""
    for one in sorted(short, key=lambda one: -one.missing):
        items = {candidate.id: candidate.item for candidate in groups[one.group]}
        yield one.group, ([items[name] for name in one.members], int(one.missing * 100))


def _order(group: Group) -> tuple[str, str, str]:
    return group.bundle, group.name, group.threshold.id


def _doubted(members: Sequence[Candidate], grouping: Grouping) -> tuple[str, ...]:
    """The names of suppliers on which this group depends, and of which it is not certain who they are."""
    if not any(what == "supplier" for what, _ in members[0].group.by):
        return ()
    written = (member.case.contract.supplier for member in members)
    doubts = ((name, doubt) for name in written if name and (doubt := grouping.suppliers.doubt(name)) is not None)
    return tuple(dict.fromkeys(name for own, doubt in doubts for name in (own, *doubt.names)))


def _proof(group: Group, contracts: int, best: Partition, doubted: tuple[str, ...]) -> Proof:
    return Proof(
        group=group,
        contracts=contracts,
        bundles=len(best.bundles),
        bound=best.bound,
        covered=from_cents(best.covered),
        covered_bound=from_cents(best.covered_bound),
        optimal=best.optimal and not doubted,
        doubted=doubted,
    )


def _overall(counted: Sequence[Case], bundles: Sequence[Bundle]) -> Overall:
    """`counted` are the contracts that carry their own obligation and have not ended."""
    merges = [bundle for bundle in bundles if bundle.group.bundle == "merge"]
    pools = [bundle for bundle in bundles if bundle.group.bundle == "pool"]
    return Overall(
        contracts=sum(Answer.YES in {case.assessment.asks, case.assessment.applies} for case in counted),
        in_scope=sum(case.assessment.applies is Answer.YES for case in counted),
        open_scope=sum(case.assessment.applies is Answer.UNDECIDED for case in counted),
        asking=sum(case.assessment.asks is Answer.YES for case in counted),
        norm=sum_of(_norms(counted)),
        merged_members=sum(len(bundle.members) for bundle in merges),
        added_norm=_sum(merges),
        pooled_contracts=sum(len(bundle.members) for bundle in pools),
        to_discuss=_sum(pools),
    )


def _norms(counted: Iterable[Case]) -> Iterator[tuple[Decimal | None, bool]]:
    """The norm of each that has or may have one; a rule set without a percentage aims for no amount."""
    for case in counted:
        assessment = case.assessment
        aims = assessment.norm_rule is None or assessment.norm_rule.percent is not None
        if assessment.norm is not None:
            yield assessment.norm.value, True
        elif assessment.applies is not Answer.NO and aims:
            yield None, False


def _sum(bundles: Iterable[Bundle]) -> Decimal:
    return sum((bundle.obligation for bundle in bundles if bundle.obligation is not None), Decimal("0.00"))
