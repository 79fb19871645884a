"""What counts on top of a block: which bonuses an effort has, and what they come to, with the steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from srtool.contract.at_once import Part
from srtool.contract.counted_term import CountedTerm
from srtool.contract.trace import Trace
from srtool.finding import Derived, Set, Step, Unit
from srtool.money import to_cents
from srtool.register.model import Effort
from srtool.rules.ruleset import Block, Bonus, RuleSet

_OVER_TIME = frozenset({"year_full_time", "year", "month"})
_YEARLY = frozenset({"year_full_time", "year"})


def is_over_time(block: Block) -> bool:
    """Whether it counts by the months: also a learning year of which a part counts for its part."""
    return block.per in _OVER_TIME or (block.per == "learning_year" and block.pro_rata)


def bonus_part(effort: Effort, rules: RuleSet, block: Block, term: CountedTerm, trace: Trace) -> Part | str | None:
    """All bonuses together; None without, else why they cannot be said."""
    bonuses = bonuses_of(effort, rules, block)
    if isinstance(bonuses, str):
        return bonuses
    if block.per not in _YEARLY and any(bonus.per == "yearly_value" for bonus in bonuses):
        return "bonus_unfit"
    bonuses = tuple(_of_the_block(bonus, block) for bonus in bonuses)
    parts = []
    at_cost = [bonus for bonus in bonuses if bonus.per == "costs"]
    once = [bonus for bonus in bonuses if bonus.per in {None, "once"}]
    yearly = [bonus for bonus in bonuses if bonus.per == "year"]
    if yearly and not is_over_time(block):
        return "bonus_unfit"
    if any(one.amount is None for one in (*once, *yearly)):
        return "value_not_seen"
    if once:
        # A period that was not seen is never made up: such a bonus counts once, in full.
        parts.append(_sum("bonus", once, trace))
    if yearly:
        total = _sum("yearly_bonus", yearly, trace)
        parts.append(Part(total.exact * term.months / 12, f"yearly_bonus * {term.formula} / 12"))
    if at_cost:
        if effort.amount is None:
            return "no_amount"
        parts.append(_of_costs(effort.amount, at_cost[0], trace))
    if not parts:
        return None
    return Part(sum((part.exact for part in parts), Fraction(0)), " + ".join(part.formula for part in parts))


def _of_the_block(bonus: Bonus, block: Block) -> Bonus:
    """A bonus of the yearly value as one of that amount, once."""
    return replace(bonus, amount=block.amount, per="once") if bonus.per == "yearly_value" else bonus


def _of_costs(amount: Decimal, bonus: Bonus, trace: Trace) -> Part:
    """The costs, as far as the bonus counts them."""
    trace.given("amount", amount, Unit.EUR)
    if bonus.at_most is None:
        return Part(Fraction(amount), "amount")
    trace.ruled("bonus_at_most", bonus.at_most, Unit.EUR, bonus)
    counted = min(amount, bonus.at_most)
    trace.derived("bonus_of_costs", to_cents(counted), Unit.EUR, "min(amount, bonus_at_most)")
    return Part(Fraction(counted), "bonus_of_costs")


def _sum(name: str, bonuses: Sequence[Bonus], trace: Trace) -> Part:
    """The bonuses of one kind together; one whose period was not seen makes the whole inferred."""
    amounts = tuple((one.id, one.amount) for one in bonuses if one.amount is not None)
    certain = all(one.certainty == "stated" and one.per is not None for one in bonuses)
    origin = Set(
        trace.rule_set,
        ", ".join(one.id for one in bonuses),
        max((one.since for one in bonuses if one.since is not None), default=None),
        tuple(dict.fromkeys(source for one in bonuses for source in one.source)),
        "stated" if certain else "inferred",
    )
    trace.keep(Step(f"{name}_parts", amounts, Unit.PARTS, origin))
    total = sum((amount for _, amount in amounts), Decimal(0))
    trace.keep(Step(name, to_cents(total), Unit.EUR, Derived(f"sum({name}_parts)")))
    return Part(Fraction(total), name)


def bonuses_of(effort: Effort, rules: RuleSet, block: Block) -> tuple[Bonus, ...] | str:
    """The bonuses that count, of a group only the highest; else why that cannot be said."""
    named = [rules.bonuses_named(name) for name in effort.bonuses]
    if not all(named):
        return "bonus_unknown"
    ids = {bonus.id for each in named for bonus in each}
    claimed = [bonus for bonus in rules.bonus if bonus.id in ids]
    if any(not _goes_with(bonus, block) for bonus in claimed):
        return "bonus_unfit"
    return tuple(bonus for bonus in claimed if not any(_outdoes(other, bonus) for other in claimed))


def _goes_with(bonus: Bonus, block: Block) -> bool:
    of_form = not bonus.forms or block.form is None or block.form in bonus.forms
    return of_form and (not bonus.blocks or block.id in bonus.blocks)


def _outdoes(bonus: Bonus, other: Bonus) -> bool:
    return bonus.group is not None and bonus.group == other.group and (bonus.amount or 0) > (other.amount or 0)
