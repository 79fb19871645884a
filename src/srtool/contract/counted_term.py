"""How many months of an effort count, up to its limit and up to a day: with the steps."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from srtool.contract.trace import Trace
from srtool.finding import Given, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.rules.ruleset import Limit
from srtool.term import add_months, months_and_days


@dataclass(frozen=True, slots=True)
class CountedTerm:
    """The months that count, with their formula; for a given number of months without a last day."""

    months: Fraction
    formula: str
    last: date | None = None
    limited: bool = False


NO_TERM = CountedTerm(Fraction(0), "0")


def of_months(months: Decimal, limit: Limit | None, most: int | None, trace: Trace) -> CountedTerm:
    trace.given("months_given", months, Unit.MONTHS)
    if limit is None or most is None or months <= most:
        return CountedTerm(Fraction(months), "months_given")
    trace.ruled("maximum_months", most, Unit.MONTHS, limit)
    trace.derived("whole_months", most, Unit.MONTHS, "min(months_given, maximum_months)")
    return CountedTerm(Fraction(most), "whole_months", limited=True)


def of_days(
    start: date, end: date | None, until: date | None, limit: tuple[Limit | None, int | None], trace: Trace
) -> CountedTerm:
    """The months from `start` up to the first of its end, the limit and `until`."""
    trace.given("start", start, Unit.DATE)
    if end is not None:
        trace.given("end", end, Unit.DATE)
    names, last = "end", end
    if until is not None and (last is None or until < last):
        trace.keep(Step("on", until, Unit.DATE, Given("--on")))
        names, last = "on" if last is None else "min(end, on)", until
    rule, most = limit
    stop = None if most is None else add_months(start, most) - timedelta(days=1)
    limited = stop is not None and last is not None and stop < last
    if limited and rule is not None:
        trace.ruled("maximum_months", most, Unit.MONTHS, rule)
        names, last = "start + maximum_months", stop
    if last is None:
        return NO_TERM
    if names != "end":
        trace.derived("counted_until", last, Unit.DATE, names)
    whole, over, length = months_and_days(start, last)
    first_to_last = "start, end" if names == "end" else "start, counted_until"
    trace.derived("whole_months", whole, Unit.MONTHS, f"months({first_to_last})")
    if over <= 0:
        return CountedTerm(Fraction(whole), "whole_months", last, limited)
    trace.derived("days_over", over, Unit.DAYS, f"days({first_to_last}, whole_months)")
    trace.derived("days_of_month", length, Unit.DAYS, "days(start, whole_months)")
    return CountedTerm(whole + Fraction(over, length), "(whole_months + days_over / days_of_month)", last, limited)
