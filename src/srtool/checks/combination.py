"""SR403-SR405: contracts that procurement law looks at together, and what must be written before merging."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from srtool.case.case import Case
from srtool.case.grouping import Carried, Together, missing_texts
from srtool.checks.check import NOT_APPLICABLE, Check, Verdict, Whole, met, not_applicable, not_met, undecided
from srtool.contract.trace import rule_origin
from srtool.finding import Derived, Given, Level, Outcome, Owner, Step, Unit
from srtool.money import is_whole_cents, to_cents
from srtool.place import Row
from srtool.register.model import Merge
from srtool.register.status import NOT_ENDED
from srtool.rules.ruleset import Limit

_WITHIN = "within_file"
"""What the authority buys elsewhere counts as well, and is not in the register."""


def splitting(case: Case) -> Verdict:
    """Several contracts, each just below the same limit: a neutral notice, for the law forbids an aim (art. 2.14)."""
    name, groups = case.contract.id, case.combinations
    european, own = groups.splits.by.get(name), groups.own_splits.by.get(name)
    if european is None and own is None:
        return _elsewhere(groups.splits, groups.own_splits, name=name)
    steps = tuple(dict.fromkeys(step for one in (european, own) if one is not None for step in _pattern(case, one)))
    also = [f"shared_{one.shared}" for one in (european, own) if one is not None][:1]
    if european is None:
        return undecided(*steps, says="own", also=[*also, _WITHIN])
    also += ["limits_differ"] if european.limits else []
    return undecided(*steps, also=[*also, *(["own_too"] if own is not None else []), _WITHIN])


def _with_split(whole: Whole) -> Collection[str]:
    return whole.combinations.splits.by.keys() | whole.combinations.own_splits.by.keys()


def _pattern(case: Case, together: Together) -> tuple[Step, ...]:
    before = "near" if together.limit.name is None else "own"
    steps = [
        Step(f"{before}_parts", together.parts, Unit.PARTS, Derived("procurement_value")),
        Step(f"{before}_limit", together.limit.amount, Unit.EUR, together.limit.origin),
        _ruled(case, "near_percent", "near-limit"),
    ]
    if together.limits:
        steps.append(Step("near_limits", together.limits, Unit.PARTS, Derived("european_threshold")))
    if together.limit.name is not None:
        steps.append(Step("limit_name", together.limit.name, Unit.TEXT, together.limit.origin))
    return tuple(steps)


def counting(case: Case) -> Verdict:
    """Lots placed at the same time (art. 2.18-2.19) and recurring orders (art. 2.21): the value is that of all."""
    name, groups = case.contract.id, case.combinations
    lots, orders = groups.lots.by.get(name), groups.recurring.by.get(name)
    if lots is None and orders is None:
        return _elsewhere(groups.lots, groups.recurring, name=name)
    if lots is None:
        if orders is None:
            return NOT_APPLICABLE
        period = _ruled(case, "recurring_months", "recurring")
        return undecided(period, *_steps("recurring", orders), also=[*_rest_says(orders), _WITHIN])._replace(
            ground=(_limit(case, "recurring"),)
        )
    ground = [_limit(case, _together(lots))]
    steps = (*_small(case, lots), *_steps("lots", lots))
    also = [_small_says(steps), *_rest_says(lots)]
    if orders is not None and set(orders.parts) != set(lots.parts):
        steps += (*_steps("recurring", orders), _ruled(case, "recurring_months", "recurring"))
        also.append("recurring_too")
        ground.append(_limit(case, "recurring"))
    return undecided(*steps, says="lots", also=[*also, _WITHIN])._replace(ground=tuple(ground))


def _counted_with_others(whole: Whole) -> Collection[str]:
    return whole.combinations.lots.by.keys() | whole.combinations.recurring.by.keys()


def _steps(before: str, together: Together) -> tuple[Step, ...]:
    rests = together.rests
    of_procedure = Step("rest_parts", rests, Unit.PARTS, Derived("procedure_estimate - sum(procurement_value)"))
    return (
        Step(f"{before}_parts", together.parts, Unit.PARTS, Derived("procurement_value")),
        *((of_procedure,) if rests else ()),
        Step(f"{before}_total", together.total, Unit.EUR, Derived(f"sum({before}_parts)")),
        Step(f"{before}_threshold", together.limit.amount, Unit.EUR, together.limit.origin),
    )


def _rest_says(together: Together) -> tuple[str, ...]:
    return ("rest_of_procedure",) if together.rests else ()


def _small(case: Case, together: Together) -> tuple[Step, ...]:
    """The lots that may stay outside the European rules, and what they may come to together."""
    most = _ruled(case, "small_lot", f"small-lot-{together.members[0].kind}")
    share = _ruled(case, "small_percent", _together(together))
    parts = together.below(most.value)
    room, formula = together.total * share.value / 100, "lots_total * small_percent / 100"
    if not is_whole_cents(room):
        formula = f"round_half_up({formula})"
    return (
        most,
        Step("small_parts", parts, Unit.PARTS, Derived("procurement_value < small_lot")),
        Step("small_total", _sum(parts), Unit.EUR, Derived("sum(small_parts)")),
        share,
        Step("small_room", to_cents(room), Unit.EUR, Derived(formula)),
    )


def _together(lots: Together) -> str:
    """The record for what small lots may come to: of supplies another article speaks than of works and services."""
    return "small-lots-together-supplies" if lots.members[0].kind == "supplies" else "small-lots-together"


def _small_says(steps: tuple[Step, ...]) -> str:
    value = {step.name: step.value for step in steps}
    if not value["small_parts"]:
        return "no_small"
    return "small_fit" if value["small_total"] <= value["small_room"] else "small_part"


def _sum(parts: tuple[tuple[str, Decimal], ...]) -> Decimal:
    return sum((value for _, value in parts), Decimal("0.00"))


def _ruled(case: Case, name: str, record: str) -> Step:
    """A number of procurement law as a step."""
    rule = _limit(case, record)
    value, unit = _number(rule)
    return Step(name, value, unit, rule_origin(case.european.id, rule))


def _limit(case: Case, record: str) -> Limit:
    return next(limit for limit in case.european.limit if limit.id == record)


def _number(rule: Limit) -> tuple[object, Unit]:
    known = (
        (rule.amount, Unit.EUR),
        (rule.percent, Unit.PERCENT),
        (rule.characters, Unit.COUNT),
        (rule.months, Unit.MONTHS),
    )
    return next((value, unit) for value, unit in known if value is not None)


def _elsewhere(*several: Carried, name: str) -> Verdict:
    """Whether the contract is in a group that is reported with another."""
    for one in several:
        if name in one.elsewhere:
            break
    else:
        return NOT_APPLICABLE
    carrier = one.elsewhere[name]
    return not_applicable(Step("carrier", carrier, Unit.TEXT, Derived("first(contracts)")), says="elsewhere")


def merging(case: Case) -> Verdict | tuple[Verdict, ...]:
    """The texts of each merging proposal in the register (art. 1.5); it stands with its first contract."""
    proposals = case.index.merges.get(case.contract.id)
    if not proposals:
        return NOT_APPLICABLE
    verdicts = [_merge(case, row, merge) for row, merge in proposals]
    return tuple(sorted(verdicts, key=lambda verdict: verdict.outcome is Outcome.MET))


def _with_proposals(whole: Whole) -> Collection[str]:
    return whole.index.merges.keys()


def _merge(case: Case, row: Row, merge: Merge) -> Verdict:
    members = Step("members", merge.members, Unit.IDS, Given(row.at("members")))
    least = _ruled(case, "min_length", "merge-text")
    missing = missing_texts(merge, least.value)
    settled = [name for name in merge.members if name in case.index.settled]
    if settled:
        names = Step("settled", tuple(settled), Unit.IDS, Given(row.at("members")))
        return not_met(members, names, says="not_draft")._replace(place=row.at("members"))
    if not missing:
        return met(members)._replace(place=row.at("members"))
    fields = " ".join(f"merges.{name}" for name in missing)
    absent = Step("missing_texts", fields, Unit.FIELDS, Derived("text < min_length"))
    return not_met(members, least, absent)._replace(place=row.at(missing[0]))


_VALUE = ("estimated_value", "contract_value", "value_per_month")

ALL = (
    Check(
        "SR403",
        splitting,
        Level.NOTICE,
        Owner.BUYER,
        "estimated_value",
        _VALUE,
        NOT_ENDED,
        combined=True,
        opens_on=_with_split,
    ),
    Check(
        "SR404",
        counting,
        Level.WARNING,
        Owner.BUYER,
        "estimated_value",
        _VALUE,
        NOT_ENDED,
        combined=True,
        opens_on=_counted_with_others,
    ),
    Check("SR405", merging, Level.ERROR, Owner.BUYER, "id", (), NOT_ENDED, opens_on=_with_proposals),
)
