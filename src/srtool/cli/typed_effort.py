"""The effort that the options of `srtool value` describe."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from srtool.cli.options import Options
from srtool.errors import Problem, UsageError
from srtool.lazy_dataclass import dataclass
from srtool.money import NotANumber, amount_from_text, percent_from_text
from srtool.place import Row
from srtool.register.model import Effort
from srtool.register.places import Places
from srtool.rules.ruleset import Block

_MOST_MONTHS = 1200
_OPTIONS = {
    "hours_per_week": "--hours",
    "hours": "--hours",
    "days": "--days",
    "full_time": "--full-time",
    "months_given": "--months",
    "start": "--start",
    "end": "--end",
    "amount": "--amount",
    "benefit_until": "--benefit-until",
}


@dataclass(frozen=True, slots=True)
class TypedEffort:
    """What was said of an effort that counts for a building block which is still to be found."""

    hours: Decimal | None
    """A week, or in total for what is paid by the hour."""
    full_time: bool
    months: Decimal | None
    """In place of a first and a last day."""
    start: date | None
    end: date | None
    amount: Decimal | None
    """Costs or invoice, in euro excl. VAT."""
    bonuses: tuple[str, ...]
    days: Decimal | None = None
    """In total, for what is paid by the day."""
    benefit_until: date | None = None
    """The last day of a benefit, where what counts turns on it."""

    @property
    def has_term(self) -> bool:
        """Whether it was said how long it lasts."""
        return self.months is not None or self.start is not None

    def of(self, block: Block) -> Effort:
        """The effort, counted for this building block."""
        return Effort(
            id="-",
            contract="-",
            kind=block.form or "placement",
            block=block.id,
            start=self.start,
            end=self.end,
            hours_per_week=self.hours,
            hours=self.hours,
            days=self.days,
            benefit_until=self.benefit_until,
            full_time=self.full_time or None,
            amount=self.amount,
            bonuses=self.bonuses,
        )


def typed_effort(options: Options) -> TypedEffort:
    """The effort as typed; UsageError for what contradicts itself or cannot be read."""
    hours = _hours(options)
    months = _months(options)
    start, end = _days(options)
    return TypedEffort(
        *(hours, options.flag("full_time"), months, start, end, _amount(options), options.texts("bonus")),
        days=_count(options, "days"),
        benefit_until=options.day("benefit_until"),
    )


def places() -> Places:
    """For each field of the effort the option that says it."""
    return Places(Row("", "", 0), _OPTIONS)


def _hours(options: Options) -> Decimal | None:
    if options.text("hours") is not None and options.flag("full_time"):
        raise UsageError([Problem("value_both_hours", "--hours")])
    return _count(options, "hours")


def _count(options: Options, name: str) -> Decimal | None:
    """Hours or days; an activity counts them in total, so only the size of what can be typed is bounded."""
    count = _number(options, name)
    if count is not None and not 0 <= count < 1_000_000:
        code = "value_days_range" if name == "days" else "value_hours_range"
        raise UsageError([Problem(code, f"--{name}", {"value": options.text(name)})])
    return count


def _months(options: Options) -> Decimal | None:
    """The term in months; UsageError when it is given in days as well."""
    if options.text("months") is not None and (options.text("start"), options.text("end")) != (None, None):
        raise UsageError([Problem("value_both_terms", "--months")])
    months = _number(options, "months")
    if months is not None and not 0 <= months <= _MOST_MONTHS:
        raise UsageError([Problem("value_months_range", "--months", {"value": options.text("months")})])
    return months


def _days(options: Options) -> tuple[date | None, date | None]:
    """The first and the last day; UsageError for one without the other, or back in time."""
    if (options.text("start") is None) != (options.text("end") is None):
        raise UsageError([Problem("value_needs_months", "--end" if options.text("end") is None else "--start")])
    first, last = options.day("start"), options.day("end")
    if first is not None and last is not None and last < first:
        raise UsageError([Problem("value_end_before_start", "--end", {"end": last, "start": first})])
    return first, last


def _amount(options: Options) -> Decimal | None:
    value = options.text("amount")
    try:
        return None if value is None else amount_from_text(value)
    except NotANumber as error:
        raise UsageError([Problem("value_amount", "--amount", {"value": value})]) from error


def _number(options: Options, name: str) -> Decimal | None:
    value = options.text(name)
    try:  # a percent sign belongs to no number
        return None if value is None else percent_from_text(value.replace("%", "?"))
    except NotANumber as error:
        raise UsageError([Problem("value_number", f"--{name}", {"value": value})]) from error
