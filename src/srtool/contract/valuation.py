"""What one effort counts for under a rule set, with every step; nothing is guessed and nothing rounded but the end.

Block amount * hours / full-time hours * months / 12, plus bonuses; or costs, hours or an amount at once, as the block
says. Amounts in euro excl. VAT, hours a week unless total, terms in anniversary months with the days left over as a
part of theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from srtool.contract.at_once import Part, costs, counted, gross_wage, one_period
from srtool.contract.bonuses import bonus_part, is_over_time
from srtool.contract.counted_term import NO_TERM, CountedTerm, needs_benefit_day, of_days, of_months
from srtool.contract.trace import Trace
from srtool.finding import Given, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.money import cut_off, is_whole_cents, quotient, to_cents
from srtool.register.model import Effort
from srtool.register.places import Places
from srtool.rules.ruleset import Block, RuleSet

PERSONAL = ("placement", "learning_place", "work_experience")
"""The forms that are one person at work: these have hours, months and limits."""
_COUNTED = ("hour", "day", "half_day")
_BY_AGREEMENT = ("agreement", "day_at_most", "hour_at_most")


@dataclass(frozen=True, slots=True)
class Worth:
    """What an effort counts for, in euro to the cent; undecided when `value` is None, and then `why` says why."""

    value: Decimal | None
    why: str | None
    """The key of its sentence under `why` in texts/; of a value only `below_minimum`, which counts for 0.00."""
    by: tuple[Step, ...] | Callable[[], tuple[Step, ...]]
    """The steps, or what makes them when they are to be shown."""
    block: Block | None
    counted_until: date | None
    """The last day that counts; None without a term."""
    limited: bool
    """Whether the effort lasts longer than it counts."""
    cut_off: bool = False
    """Whether a maximum over several efforts left less than it counts by itself."""

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.by() if callable(self.by) else self.by


def worth(
    effort: Effort, rules: RuleSet, places: Places, until: date | None = None, *, months: Decimal | None = None
) -> Worth:
    """What the effort counts for over its term, or only up to and including `until` (0.00 when it starts later).

    `rules` are those of one day. `months` stands for a term of which the dates are not known.
    """
    if rules.counting == "costs":
        return _at_cost(effort, rules, places, until)
    trace = Trace(places, rules.id)
    block, why = block_of(effort, rules)
    if block is None:
        return Worth(None, why, (), None, None, limited=False)
    term = _term(effort, block, rules, trace, until, months) if is_over_time(block) else NO_TERM
    part = term if isinstance(term, str) else _block_part(effort, block, rules, trace, (term, until, months))
    bonus = None if isinstance(term, str) else bonus_part(effort, rules, block, term, trace)
    if isinstance(term, str) or isinstance(part, str) or isinstance(bonus, str):
        why = next(each for each in (term, part, bonus) if isinstance(each, str))
        value = _value(Part(Fraction(0), "0"), trace) if why == "below_minimum" else None
        return Worth(value, why, tuple(trace.steps.values()), block, None, limited=False)
    if _starts_after(effort, until, trace):
        part, bonus, term = Part(Fraction(0), "0"), None, NO_TERM
    whole = part if bonus is None else Part(part.exact + bonus.exact, f"{part.formula} + {bonus.formula}")
    value = _value(whole, trace)
    return Worth(value, None, tuple(trace.steps.values()), block, term.last, limited=term.limited)


def full_time_month(block: Block, rules: RuleSet) -> Decimal | None:
    """What one full-time month of this block counts for, in euro to the cent; None where no table says so."""
    if rules.counting == "costs" or block.amount is None:
        return None
    if block.per in {"year_full_time", "year"}:
        return to_cents(quotient(block.amount, Decimal(12)))
    return block.amount if block.per == "month" else None


def block_of(effort: Effort, rules: RuleSet) -> tuple[Block | None, str | None]:
    """The one block that the effort names, else why there is none."""
    if effort.block is None:
        return None, "block_missing"
    named = rules.blocks_named(effort.block)
    if len(named) == 1:
        return named[0], None
    return None, "block_ambiguous" if named else "block_unknown"


def _is_personal(block: Block) -> bool:
    return block.form is None or block.form in PERSONAL


def _starts_after(effort: Effort, until: date | None, trace: Trace) -> bool:
    if until is None or effort.start is None or effort.start <= until:
        return False
    trace.given("start", effort.start, Unit.DATE)
    trace.keep(Step("on", until, Unit.DATE, Given("--on")))
    return True


def _block_part(
    effort: Effort,
    block: Block,
    rules: RuleSet,
    trace: Trace,
    terms: tuple[CountedTerm, date | None, Decimal | None],
) -> Part | str:
    """The amount of the block itself; else why it cannot be said."""
    term, until, months = terms
    if block.per in _BY_AGREEMENT:
        return "by_agreement"
    if block.per == "costs":
        return costs(effort, block, trace)
    if block.per == "gross_wage":
        return gross_wage(effort, block, trace)
    if block.amount is None:
        return "value_not_seen"
    if block.per is None:
        return "per_not_seen"
    if block.per in _COUNTED:
        return counted(effort, block, block.amount, trace)
    if not is_over_time(block):
        return one_period(effort, block, block.amount, trace, until, months)
    return _over_time(effort, block, rules, trace, term)


def _over_time(effort: Effort, block: Block, rules: RuleSet, trace: Trace, term: CountedTerm) -> Part | str:
    """The amount over the months that count: for a year full-time in proportion to the hours a week."""
    trace.ruled("block_amount", block.amount, Unit.EUR, block)
    amount = Fraction(block.amount or 0)
    if block.per == "month":
        return Part(amount * term.months, f"block_amount * {term.formula}")
    if block.per == "learning_year":
        return Part(amount * term.months / 12, f"block_amount * {term.formula} / 12")
    share = _share_of_full_time(effort, block, rules, trace)
    if isinstance(share, str):
        return share
    formula = f"block_amount{share.formula} * {term.formula} / 12"
    return Part(amount * share.exact * term.months / 12, formula)


def _share_of_full_time(effort: Effort, block: Block, rules: RuleSet, trace: Trace) -> Part | str:
    """Hours over the full-time hours, at most all of them, with the formula that follows the amount."""
    basis = rules.limit_for("full_time", block)
    hours = effort.hours_per_week
    full = None if basis is None else basis.hours_per_week
    if hours is not None:
        trace.given("hours_per_week", hours, Unit.COUNT)
    if effort.full_time:
        trace.given("full_time", "yes", Unit.WORD)
        contradicts = hours is not None and full is not None and hours < full
        return "hours_contradict" if contradicts else Part(Fraction(1), "")
    if hours is None:
        return "no_hours"
    minimum = rules.limit_for("minimum_hours", block) if _is_personal(block) else None
    if minimum is not None and minimum.hours_per_week is not None and hours < minimum.hours_per_week:
        trace.ruled("minimum_hours", minimum.hours_per_week, Unit.COUNT, minimum)
        return "below_minimum"
    if basis is None or full is None:
        return "no_hours_basis"
    trace.ruled("full_time_hours", full, Unit.COUNT, basis)
    if hours <= full:
        return Part(Fraction(hours) / Fraction(full), " * hours_per_week / full_time_hours")
    trace.derived("counted_hours", full, Unit.COUNT, "min(hours_per_week, full_time_hours)")
    return Part(Fraction(1), " * counted_hours / full_time_hours")


def _term(
    effort: Effort, block: Block, rules: RuleSet, trace: Trace, until: date | None, months: Decimal | None
) -> CountedTerm | str:
    """The months that count, up to the limits of the block; else why that cannot be said."""
    if months is None and (effort.start is None or (effort.end is None and until is None)):
        return "no_dates" if effort.start is None else "no_end"
    limit = rules.limit_for("maximum_months", block) if _is_personal(block) else None
    most = None if limit is None or limit.unlimited else limit.months
    benefit = rules.limit_for("years_after_benefit", block) if _is_personal(block) else None
    if benefit is not None and needs_benefit_day(effort, benefit, until, months):
        return "no_benefit_day" if months is None or effort.benefit_until is None else "no_dates"
    if months is not None or effort.start is None:
        return of_months(months or Decimal(0), limit, most, trace)
    if until is not None and until < effort.start:
        return NO_TERM
    return of_days(effort, until, (limit, most), benefit, trace)


def _at_cost(effort: Effort, rules: RuleSet, places: Places, until: date | None) -> Worth:
    """Without a table of values: the costs that were given, whole from the start of the effort on."""
    block = block_of(effort, rules)[0]
    if effort.bonuses:
        return Worth(None, "bonus_unknown", (), block, None, limited=False)
    if effort.amount is None:
        return Worth(None, "no_amount_without_table", (), block, None, limited=False)
    amount, last = effort.amount, effort.end
    if until is not None and effort.start is not None and effort.start > until:
        amount, last = Decimal(0), None
    return Worth(to_cents(amount), None, _StepsAtCost(effort, rules, places, until), block, last, limited=False)


@dataclass(frozen=True, slots=True)
class _StepsAtCost:
    """Makes the steps of an effort at its costs; held by each of many efforts, so small."""

    effort: Effort
    rules: RuleSet
    places: Places
    until: date | None

    def __call__(self) -> tuple[Step, ...]:
        trace, cost = Trace(self.places, self.rules.id), self.effort.amount or Decimal(0)
        trace.given("amount", cost, Unit.EUR)
        later = _starts_after(self.effort, self.until, trace)
        _value(Part(Fraction(0), "0") if later else Part(Fraction(cost), "amount"), trace)
        return tuple(trace.steps.values())


def _value(part: Part, trace: Trace) -> Decimal:
    """The exact amount in whole cents; where it was not, the rounding is a step of its own."""
    exact = quotient(Decimal(part.exact.numerator), Decimal(part.exact.denominator))
    value = to_cents(exact)
    if is_whole_cents(exact):
        trace.derived("effort_value", value, Unit.EUR, part.formula)
        return value
    trace.derived("effort_value_exact", cut_off(exact), Unit.EUR, part.formula)
    trace.derived("effort_value", value, Unit.EUR, "round_half_up(effort_value_exact)")
    return value
