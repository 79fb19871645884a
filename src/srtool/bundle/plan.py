"""The plan for a whole register: per group the bundles that are proved best, and what falls short of one."""

from __future__ import annotations

from collections import Counter, defaultdict
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
    sorting = Sorting(grouping)
    for case in cases:
        sorting.add(case)
    return plan_of(sorting, on, texts, watch)


class Sorting:
    """Takes the contracts one by one: which take part, in which group, and why the others do not."""

    def __init__(self, grouping: Grouping, *, keep_left_out: bool = True) -> None:
        """With `keep_left_out` off nothing is held of contracts that take no part: of a large register nearly all."""
        self.grouping = grouping
        self.groups: dict[Group, list[Candidate]] = defaultdict(list)
        self.left_out: list[tuple[Case, LeftOut]] = []
        self.asking: dict[Buyer, list[str]] = defaultdict(list)
        """The running contracts of each buyer that ask social return already."""
        self.counts: Counter[str] = Counter()
        """How many that have not ended are in scope, may be, ask social return, and are in scope or ask it."""
        self.norms: list[tuple[Decimal | None, bool]] = []
        """What each of those aims for that is or may be in scope, and whether that is known; euro excl. VAT."""
        self._keep_left_out = keep_left_out

    def add(self, case: Case) -> None:
        """One more contract."""
        sorted_case = sort(case, self.grouping)
        if isinstance(sorted_case, Candidate):
            self.groups[sorted_case.group].append(sorted_case)
        else:
            self._leave_out(case, sorted_case)
        if case.contract.part_of is None and case.assessment.status != "ended":
            self.counts.update(_counts_as(case))
            self.norms += _norm(case)

    def _leave_out(self, case: Case, left_out: LeftOut) -> None:
        if self._keep_left_out:
            self.left_out.append((case, left_out))
        buyer = buyer_of(case.contract, self.grouping)
        if left_out.reason == "asks" and buyer[0] is not None and case.assessment.status in {"awarded", "running"}:
            self.asking[buyer].append(case.contract.id)


def plan_of(sorting: Sorting, on: date, texts: Texts, watch: Watch = iter) -> Plan:
    """The same of contracts that were sorted."""
    groups, grouping = sorting.groups, sorting.grouping
    bundles: list[Bundle] = []
    proofs: list[Proof] = []
    left: list[list[Candidate]] = []
    for group in watch(sorted(groups, key=_order)):
        members = sorted(groups[group], key=lambda one: one.id)
        best = partition([one.item for one in members], group.target, fewest=group.bundle == "pool")
        for bundle in best.bundles:
            inside = [members[n] for n in sorted(bundle)]
            bundles.append(
                pool(inside, on, sorting.asking, grouping) if group.bundle == "pool" else merge(inside, texts, grouping)
            )
        taken = {n for bundle in best.bundles for n in bundle}
        left.append([one for n, one in enumerate(members) if n not in taken])
        proofs.append(_proof(group, len(members), best, _doubted(members, grouping)))
    short = shortfalls(left, grouping)
    closest = dict(_closest(short, groups))
    return Plan(
        bundles=tuple(bundles),
        shortfalls=short,
        left_out=tuple(_with_share(case, one, grouping, closest) for case, one in sorting.left_out),
        proofs=tuple(proofs),
        overall=_overall(sorting, bundles),
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


def _overall(sorting: Sorting, bundles: Sequence[Bundle]) -> Overall:
    merges = [bundle for bundle in bundles if bundle.group.bundle == "merge"]
    pools = [bundle for bundle in bundles if bundle.group.bundle == "pool"]
    return Overall(
        contracts=sorting.counts["contracts"],
        in_scope=sorting.counts["in_scope"],
        open_scope=sorting.counts["open_scope"],
        asking=sorting.counts["asking"],
        norm=sum_of(sorting.norms),
        merged_members=sum(len(bundle.members) for bundle in merges),
        added_norm=_sum(merges),
        pooled_contracts=sum(len(bundle.members) for bundle in pools),
        to_discuss=_sum(pools),
    )


def _counts_as(case: Case) -> Iterator[str]:
    """As what a contract counts that carries its own obligation and has not ended."""
    assessment = case.assessment
    if assessment.applies is not Answer.NO:
        yield "in_scope" if assessment.applies is Answer.YES else "open_scope"
    if assessment.asks is Answer.YES:
        yield "asking"
    if Answer.YES in {assessment.asks, assessment.applies}:
        yield "contracts"


def _norm(case: Case) -> Iterator[tuple[Decimal | None, bool]]:
    """The norm where there is or may be one; a rule set without a percentage aims for no amount."""
    assessment = case.assessment
    aims = assessment.norm_rule is None or assessment.norm_rule.percent is not None
    if assessment.norm is not None:
        yield assessment.norm.value, True
    elif assessment.applies is not Answer.NO and aims:
        yield None, False


def _sum(bundles: Iterable[Bundle]) -> Decimal:
    return sum((bundle.obligation for bundle in bundles if bundle.obligation is not None), Decimal("0.00"))
