"""One contract on a day: its amounts, its forecast, its signs of life and its state, with the steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from srtool.contract.valuation import full_time_month
from srtool.finding import Derived, Step, Unit
from srtool.money import quotient, to_cents
from srtool.progress.entries import entries, pace, total
from srtool.progress.life import life
from srtool.progress.owed import due, is_lenient, waived
from srtool.progress.record import Entry, Limits, Progress, Record, State
from srtool.register.last_day import last_day
from srtool.rules.ruleset import Block
from srtool.term import add_months, days_in

_NOTHING = Decimal("0.00")
_YEAR = 12


def progress(record: Record, on: date, limits: Limits) -> Progress:
    """Where the contract of this record stands on the day."""
    end = last_day(record.contract, (one for one, _ in record.adjustments), on)
    ledger = tuple(entries(record, on, end))
    confirmed = [one for one in ledger if one.counts == "confirmed"]
    claimed = [one for one in ledger if one.counts == "claimed"]
    obligation = None if record.asked is None else record.asked.value
    released = waived(record, on)
    owed = None if obligation is None else obligation - released
    now = total(one.so_far for one in confirmed)
    expected = total(one.whole for one in confirmed)
    yearly = pace(record, ledger, on)
    days_left = None if end is None else max(0, (end - on).days)
    found = Progress(
        record=record,
        obligation=obligation,
        waived=released,
        due=due(record, on),
        confirmed=now,
        claimed=total(one.so_far for one in claimed),
        open=None if owed is None else max(_NOTHING, owed - now),
        surplus=None if owed is None else max(_NOTHING, now - owed),
        expected=expected,
        best=expected + total(one.whole for one in claimed) + _coming(yearly, days_left, on),
        pace=yearly,
        gap=None if owed is None else max(_NOTHING, owed - expected),
        gap_months=None if owed is None else _gap_months(record, ledger, owed - expected),
        end=end,
        days_left=days_left,
        entries=ledger,
        life=life(record, ledger, on, limits),
        state=State.UNKNOWN,
        rule="no_amount",
        steps=(),
    )
    state, rule = _state(found, on, limits)
    return replace(found, state=state, rule=rule, steps=tuple(_steps(found, on, limits, rule)))


def _coming(yearly: Decimal | None, days_left: int | None, on: date) -> Decimal:
    """What efforts that are still to start would bring until the end, at the pace of the last twelve months."""
    if yearly is None or not days_left:
        return _NOTHING
    year = days_in(add_months(on, -_YEAR) + timedelta(days=1), on)
    return to_cents(quotient(yearly * days_left, Decimal(year)))


def _gap_months(record: Record, ledger: Sequence[Entry], gap: Decimal) -> tuple[Block, Decimal] | None:
    """The gap in full-time months of the block that most efforts have, else of the first that has an amount."""
    if record.rules is None or gap <= 0:
        return None
    used = Counter(one.so_far.block.id for one in ledger if one.so_far.block is not None)
    for block in sorted(record.rules.block, key=lambda block: -used[block.id]):
        month = full_time_month(block, record.rules)
        if month:
            return block, to_cents(quotient(gap, month))
    return None


def _state(found: Progress, on: date, limits: Limits) -> tuple[State, str]:
    """The first state that holds, with the rule that gave it."""
    contract = found.record.contract
    over = found.record.ended or (found.end is not None and found.end < on)
    lenient = is_lenient(found.record, on)
    if found.open and found.unvalued and (over or found.record.rules is None):
        return State.UNKNOWN, "unvalued"
    if over and found.open and not lenient:
        return State.ENDED_SHORT, "over_open"
    if found.open is not None and not found.open:
        return State.MET, "nothing_open"
    plan_due = contract.social_return.plan_due
    if plan_due is not None and on < plan_due:
        return State.STARTING, "before_plan"
    if plan_due is None and contract.start is not None and on < add_months(contract.start, limits.starting_months):
        return State.STARTING, "first_months"
    if over and found.owed is None:
        return State.UNKNOWN, "over_no_amount"
    if found.life.is_silent:
        return State.SILENT, "silent"
    return _by_amount(found, limits)


def _by_amount(found: Progress, limits: Limits) -> tuple[State, str]:
    owed = found.owed
    if owed is None:
        return State.UNKNOWN, "no_amount"
    if any(one.counts == "confirmed" for one in found.unvalued):
        return State.UNKNOWN, "unvalued"
    late = found.due is not None and found.confirmed < found.due * limits.behind_percent / 100
    if late and found.expected < owed:
        return State.BEHIND, "behind"
    if found.expected < owed:
        return State.AT_RISK, "at_risk"
    return State.ON_TRACK, "on_track"


def _steps(found: Progress, on: date, limits: Limits, rule: str) -> Iterator[Step]:
    """The amounts with how each was made; those of the efforts stand in the ledger."""
    if found.record.asked is not None:
        yield found.record.asked
    yield Step("on", on, Unit.DATE, Derived("on"))
    for name, value, unit, formula in (
        ("waived", found.waived, Unit.EUR, "sum(adjustments)"),
        ("owed", found.owed, Unit.EUR, "asked_obligation - waived"),
        ("due", found.due, Unit.EUR, _due_formula(found)),
        ("confirmed", found.confirmed, Unit.EUR, "sum(efforts)"),
        ("claimed", found.claimed, Unit.EUR, "sum(efforts)"),
        ("open", found.open, Unit.EUR, "max(0, owed - confirmed)"),
        ("surplus", found.surplus, Unit.EUR, "max(0, confirmed - owed)"),
        ("expected", found.expected, Unit.EUR, "confirmed + running"),
        ("pace", found.pace, Unit.EUR, "new efforts of 12 months"),
        ("best", found.best, Unit.EUR, "expected + claimed + pace * days_left"),
        ("gap", found.gap, Unit.EUR, "max(0, owed - expected)"),
        ("days_left", found.days_left, Unit.DAYS, "days(on, end)"),
        ("silent_days", found.life.silent_days, Unit.DAYS, "days(since, on)"),
        ("behind_percent", limits.behind_percent, Unit.PERCENT, "settings"),
        ("state_rule", rule, Unit.TEXT, "state"),
    ):
        if value is not None:
            yield Step(name, value, unit, Derived(formula))


def _due_formula(found: Progress) -> str:
    asked = found.record.contract.social_return
    return "schedule" if asked.schedule else "growth" if asked.growth else "owed * days / term_days"
