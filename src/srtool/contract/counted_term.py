"""How many months of an effort count, up to its limit and up to a day: with the steps."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from srtool.contract.trace import Trace
from srtool.finding import Given, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.register.model import Effort
from srtool.rules.ruleset import Limit
from srtool.term import add_months, months_and_days


@dataclass(frozen=True, slots=True)
class CountedTerm:
    """The months that count, with their formula; for a given number of months without a last day."""

    months: Fraction
    formula: str
    last: date | None = None
    limited: bool = False


_YEAR = 12
NO_TERM = CountedTerm(Fraction(0), "0")


def of_months(months: Decimal, limit: Limit | None, most: int | None, trace: Trace) -> CountedTerm:
    trace.given("months_given", months, Unit.MONTHS)
    if limit is None or most is None or months <= most:
        return CountedTerm(Fraction(months), "months_given")
    trace.ruled("maximum_months", most, Unit.MONTHS, limit)
    trace.derived("whole_months", most, Unit.MONTHS, "min(months_given, maximum_months)")
    return CountedTerm(Fraction(most), "whole_months", limited=True)


def needs_benefit_day(effort: Effort, benefit: Limit, until: date | None, months: Decimal | None) -> bool:
    """Whether what counts turns on the last day of a benefit that is not known.

    Within so many years of its own start an effort is taken to count, and what it rests on is said beside its value.
    """
    years = benefit.years or 0
    if months is not None:
        return effort.benefit_until is not None or months > years * _YEAR
    last = min(day for day in (effort.end, until, date.max) if day is not None)
    if effort.benefit_until is not None or effort.start is None:
        return False
    return last > add_months(effort.start, years * _YEAR) - timedelta(days=1)


def of_days(
    effort: Effort, until: date | None, limit: tuple[Limit | None, int | None], benefit: Limit | None, trace: Trace
) -> CountedTerm:
    """The months of an effort with a start, up to the first of its end, its limits and `until`."""
    start, end = effort.start or date.max, effort.end
    trace.given("start", start, Unit.DATE)
    if end is not None:
        trace.given("end", end, Unit.DATE)
    names, last = "end", end
    if until is not None and (last is None or until < last):
        trace.keep(Step("on", until, Unit.DATE, Given("--on")))
        names, last = "on" if last is None else "min(end, on)", until
    if last is None:
        return NO_TERM
    stop = _last_of_limits(effort, start, limit, benefit, last, trace)
    if stop is not None:
        names, last = stop
    if names != "end":
        trace.derived("counted_until", last, Unit.DATE, names)
    limited = stop is not None
    if last < start:
        return CountedTerm(Fraction(0), "0", last, limited)
    whole, over, length = months_and_days(start, last)
    first_to_last = "start, end" if names == "end" else "start, counted_until"
    trace.derived("whole_months", whole, Unit.MONTHS, f"months({first_to_last})")
    if over <= 0:
        return CountedTerm(Fraction(whole), "whole_months", last, limited)
    trace.derived("days_over", over, Unit.DAYS, f"days({first_to_last}, whole_months)")
    trace.derived("days_of_month", length, Unit.DAYS, "days(start, whole_months)")
    return CountedTerm(whole + Fraction(over, length), "(whole_months + days_over / days_of_month)", last, limited)


def _last_of_limits(
    effort: Effort,
    start: date,
    limit: tuple[Limit | None, int | None],
    benefit: Limit | None,
    last: date,
    trace: Trace,
) -> tuple[str, date] | None:
    """The formula and the last day that count by the limit that is reached first; None where none is before `last`."""
    rule, most = limit
    stops: list[tuple[date, str]] = []
    if rule is not None and most is not None:
        stops.append((add_months(start, most) - timedelta(days=1), "start + maximum_months"))
    if benefit is not None and benefit.years is not None and effort.benefit_until is not None:
        stops.append((add_months(effort.benefit_until, benefit.years * _YEAR), "benefit_until + benefit_years"))
    stop, names = min(stops, default=(date.max, ""))
    if stop >= last:
        return None
    if rule is not None and names.startswith("start"):
        trace.ruled("maximum_months", most, Unit.MONTHS, rule)
    elif benefit is not None:
        trace.given("benefit_until", effort.benefit_until, Unit.DATE)
        trace.ruled("benefit_years", benefit.years, Unit.COUNT, benefit)
    return names, stop
