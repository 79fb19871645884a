"""The amounts of a bundle: its total, the norm over it, what is left on a day, and how it falls over the years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from srtool.bundle.candidates import Candidate
from srtool.bundle.proposal import Parts
from srtool.case.answers import Behind, answers_behind
from srtool.case.case import Case
from srtool.contract.trace import rule_origin
from srtool.finding import Derived, Source, Step, Unit
from srtool.money import is_whole_cents, quotient, to_cents
from srtool.rules.ruleset import Obligation
from srtool.term import days_in

_ORIGINS = (
    "estimated_value",
    "option_value",
    "value_per_month",
    "value_per_year",
    "contract_value",
    "labour_share",
    "wage_sum_exact",
)

_BEHIND: tuple[Behind, ...] = ("policy", "status", "amounts")
"""The answers of the user that a proposal rests on."""


def parts_of(members: Sequence[Candidate], basis: str) -> Parts | None:
    """The wage sum or contract value of each member; None when one is not known."""
    parts = [(member.id, step.value) for member in members if (step := _step(member, basis)) is not None]
    return tuple(parts) if len(parts) == len(members) else None


def total(parts: Parts) -> Decimal:
    """The sum in whole cents."""
    return sum((value for _, value in parts), Decimal("0.00"))


def newest(members: Sequence[Candidate]) -> Case:
    """The member under the newest version of the rules: its ambition and the law of its day hold for the proposal."""
    return max(members, key=lambda one: (one.case.rules_day, one.id)).case


def parts_left(members: Sequence[Candidate], parts: Parts, on: date) -> Parts | None:
    """What is left of each on the day, that day included, spread evenly over its term; None without an end."""
    if any(one.end is None for one in members):
        return None
    return tuple(
        (name, to_cents(quotient(value * days_left(one, on), Decimal(days_in(one.start, one.end)))))
        for one, (name, value) in zip(members, parts, strict=True)
        if one.end is not None
    )


def days_left(candidate: Candidate, on: date) -> int:
    """Days of the term from the day on, both included; the whole term before it starts."""
    return 0 if candidate.end is None else max(0, days_in(max(candidate.start, on), candidate.end))


def percent_of(amount: Decimal, rule: Obligation | None) -> Decimal | None:
    """The percentage of a rule over an amount, at most its maximum, in whole cents."""
    if rule is None or rule.percent is None:
        return None
    exact = amount * rule.percent / 100
    return to_cents(exact if rule.max_amount is None else min(exact, rule.max_amount))


def per_year(
    obligation: Decimal | None, members: Sequence[Candidate], parts: Parts, since: date | None
) -> tuple[tuple[int, Decimal], ...]:
    """The obligation by calendar year, as the amounts fall evenly over the days of the terms from `since` on.

    Rounded along the way, so that the years add up to the obligation.
    """
    terms = [
        (max(one.start, since or one.start), one.end, value)
        for one, (_, value) in zip(members, parts, strict=True)
        if one.end is not None
    ]
    whole = sum((value for _, _, value in terms), Decimal(0))
    if obligation is None or not whole or len(terms) < len(members):
        return ()
    years = range(min(start.year for start, _, _ in terms), max(end.year for _, end, _ in terms) + 1)
    shares: list[tuple[int, Decimal]] = []
    given = Decimal("0.00")
    for year in years:
        until = date(year, 12, 31)
        passed = sum((_passed(start, end, value, until) for start, end, value in terms), Decimal(0))
        by_now = to_cents(quotient(obligation * passed, whole))
        shares.append((year, by_now - given))
        given = by_now
    return tuple(shares)


def _passed(start: date, end: date, value: Decimal, until: date) -> Decimal:
    """How much of an amount falls until a day."""
    if end < start or until < start:
        return Decimal(0)
    return quotient(value * days_in(start, min(end, until)), Decimal(days_in(start, end)))


def amount_steps(members: Sequence[Candidate]) -> list[Step]:
    """Where each amount came from, and their sum against the threshold."""
    group = members[0].group
    steps: list[Step] = []
    for one in members:
        if one.case.assessment.wage_sum_origin == "estimated":
            steps += one.case.assessment.named(*_ORIGINS)
        steps.append(one.amount)
        steps += [answer for behind in _BEHIND for answer in answers_behind(one.case, behind)]
    parts: Parts = tuple((one.id, one.amount.value) for one in members)
    name = members[0].amount.name
    threshold = group.threshold
    return [
        *steps,
        Step("bundle_parts", parts, Unit.PARTS, Derived(name)),
        Step("bundle_total", total(parts), Unit.EUR, Derived("sum(bundle_parts)")),
        Step("threshold", threshold.amount, Unit.EUR, rule_origin(group.rule_set, threshold)),
        Step("excess", total(parts) - threshold.amount, Unit.EUR, Derived("bundle_total - threshold")),
    ]


def norm_steps(name: str, base: Step, rule: Obligation | None, rule_set: str, percent: str) -> list[Step]:
    """The percentage of a rule over a base, under this name; nothing when the rule has none."""
    amount = percent_of(base.value, rule)
    if rule is None or amount is None:
        return []
    formula = f"{base.name} * {percent} / 100"
    steps = [base, Step(percent, rule.percent, Unit.PERCENT, rule_origin(rule_set, rule))]
    exact = base.value * (rule.percent or 0) / 100
    if rule.max_amount is not None and exact > rule.max_amount:
        steps.append(Step("norm_maximum", rule.max_amount, Unit.EUR, rule_origin(rule_set, rule)))
        formula = f"min({formula}, norm_maximum)"
    elif not is_whole_cents(exact):
        formula = f"round_half_up({formula})"
    return [*steps, Step(name, amount, Unit.EUR, Derived(formula))]


def ground(case: Case, process: str) -> tuple[Source, ...]:
    """The sources of what procurement law says of merging or pooling."""
    law = case.european
    cited = {name for rule in law.process if rule.id == process for name in rule.source}
    return tuple(source for source in law.source if source.id in cited)


def _step(candidate: Candidate, basis: str) -> Step | None:
    return candidate.case.assessment.wage_sum if basis == "wage_sum" else candidate.case.assessment.contract_value
