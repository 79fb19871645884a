"""One contract on a day: its amounts, its forecast, its signs of life and its state, with the steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from srtool.contract.valuation import full_time_month
from srtool.finding import Derived, Owner, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.money import quotient, to_cents
from srtool.progress.acting import acts
from srtool.progress.agenda import Due, agenda
from srtool.progress.dossier import Balance, Dossier, Entry, Tolerances
from srtool.progress.entries import day_of, entries, pace, total
from srtool.progress.hours import HoursReached, hours_reached
from srtool.progress.owed import due, in_proportion, waived
from srtool.progress.signs_of_life import life
from srtool.progress.state import State, state_of
from srtool.rules.ruleset import Block
from srtool.term import add_months, days_in

_NOTHING = Decimal("0.00")
_YEAR = 12


@dataclass(frozen=True)
class Progress(Balance):
    """Where one contract stands on its day; what is due and who acts is worked out once, when it is first asked for."""

    state: State
    rule: str
    """Which rule gave the state."""
    tolerances: Tolerances
    """From when on it is called behind or silent."""
    hours: HoursReached | None = None
    """Progress in hours, where hours are asked."""

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The amounts with how each was made."""
        return tuple(_steps(self, self.tolerances, self.rule))

    @cached_property
    def dues(self) -> tuple[Due, ...]:
        """What has a date and is not done, in order of time."""
        return agenda(self, self.state)

    @property
    def overdue(self) -> tuple[Due, ...]:
        """What should have been done before the day."""
        return tuple(due for due in self.dues if due.overdue)

    @cached_property
    def acts(self) -> tuple[Owner, str | None]:
        """The role that must act first, and its name where it is known."""
        return acts(self.dossier.contract, self.state, self.overdue)


def progress(dossier: Dossier, tolerances: Tolerances) -> Progress:
    """Where the contract of this dossier stands on its day."""
    balance = _balance(dossier, tolerances)
    amounts = dict(vars(balance))  # before what is worked out of them comes beside them
    state, rule = state_of(balance, tolerances)
    return Progress(
        **amounts,
        state=state,
        rule=rule,
        tolerances=tolerances,
        hours=hours_reached(dossier, balance.entries),
    )


def _balance(dossier: Dossier, tolerances: Tolerances) -> Balance:
    ledger = tuple(entries(dossier))
    confirmed = [entry for entry in ledger if entry.counts == "confirmed"]
    claimed = [entry for entry in ledger if entry.counts == "claimed"]
    obligation = None if dossier.asked is None else dossier.asked.value
    released = waived(dossier)
    owed = None if obligation is None or released is None else obligation - released
    standing, within = _already(dossier, confirmed)
    counting = [entry for entry in confirmed if entry not in within]
    now = standing + total(entry.so_far for entry in counting)
    expected = standing + total(entry.whole for entry in counting)
    yearly = pace(dossier, ledger) if dossier.keeps_efforts else None
    if_extended = standing + _if_extended(dossier, within) if dossier.is_end_open else None
    # What both outcomes do not agree on is not known.
    is_sure = if_extended is None or if_extended == now
    days_left = None if dossier.end is None or dossier.is_end_open else max(0, (dossier.end - dossier.on).days)
    return Balance(
        dossier=dossier,
        obligation=obligation,
        waived=released,
        due=due(dossier),
        in_proportion=in_proportion(dossier),
        confirmed=now,
        confirmed_if_extended=if_extended,
        claimed=total(entry.so_far for entry in claimed),
        open=max(_NOTHING, owed - now) if owed is not None and is_sure else None,
        surplus=max(_NOTHING, now - owed) if owed is not None and is_sure else None,
        expected=expected,
        best=expected + total(entry.whole for entry in claimed) + _coming(yearly, days_left, dossier.on),
        pace=yearly,
        gap=None if owed is None or dossier.is_end_open else max(_NOTHING, owed - expected),
        gap_months=None if owed is None or dossier.is_end_open else _gap_months(dossier, ledger, owed - expected),
        days_left=days_left,
        entries=ledger,
        life=life(dossier, ledger, tolerances),
    )


def _already(dossier: Dossier, confirmed: Sequence[Entry]) -> tuple[Decimal, list[Entry]]:
    """What an approved standing counts for, and the efforts that it holds: those up to its day, without a day all."""
    asked = dossier.contract.social_return
    if asked.realised is None or not dossier.is_approved:
        return _NOTHING, []
    if asked.realised_on is None:
        return asked.realised, list(confirmed)
    days = [(entry, day_of(entry.effort)) for entry in confirmed]
    return asked.realised, [entry for entry, day in days if day is None or day <= asked.realised_on]


def _if_extended(dossier: Dossier, within: Sequence[Entry]) -> Decimal:
    """What would be confirmed if the contract was extended: to its latest end, or not known until when."""
    latest = dossier.contract.end_latest
    end = dossier.on if latest is None else max(latest, dossier.on)
    longer = replace(dossier, end=end, is_end_open=False)
    held = {entry.effort.id for entry in within}
    counting = (entry for entry in entries(longer) if entry.effort.id not in held)
    return total(entry.so_far for entry in counting if entry.counts == "confirmed")


def _coming(yearly: Decimal | None, days_left: int | None, on: date) -> Decimal:
    """What efforts that are still to start would bring until the end, at the pace of the last twelve months."""
    if yearly is None or not days_left:
        return _NOTHING
    year = days_in(add_months(on, -_YEAR) + timedelta(days=1), on)
    return to_cents(quotient(yearly * days_left, Decimal(year)))


def _gap_months(dossier: Dossier, ledger: Sequence[Entry], gap: Decimal) -> tuple[Block, Decimal] | None:
    """The gap in full-time months of the block that most efforts have, else of the first that has an amount."""
    if dossier.rules is None or gap <= 0:
        return None
    used = Counter(entry.so_far.block.id for entry in ledger if entry.so_far.block is not None)
    for block in sorted(dossier.rules.block, key=lambda block: -used[block.id]):
        month = full_time_month(block, dossier.rules)
        if month:
            return block, to_cents(quotient(gap, month))
    return None


def _steps(balance: Balance, tolerances: Tolerances, rule: str) -> Iterator[Step]:
    """The amounts with how each was made; those of the efforts stand in the ledger."""
    if balance.dossier.asked is not None:
        yield balance.dossier.asked
    yield Step("on", balance.on, Unit.DATE, Derived("on"))
    counted = _confirmed_formula(balance)
    for name, value, unit, origin in (
        ("waived", balance.waived, Unit.EUR, "sum(adjustments)"),
        ("owed", balance.owed, Unit.EUR, "asked_obligation - waived"),
        ("due", balance.due, Unit.EUR, _due_formula(balance)),
        ("in_proportion", balance.in_proportion, Unit.EUR, "owed * days / term_days"),
        ("realised", balance.realised, Unit.EUR, balance.dossier.places["social_return.realised"]),
        ("confirmed", balance.shown("confirmed"), Unit.EUR, counted),
        ("confirmed_if_extended", balance.shown("confirmed_if_extended"), Unit.EUR, counted),
        ("claimed", balance.shown("claimed"), Unit.EUR, "sum(efforts)"),
        ("open", balance.shown("open"), Unit.EUR, "max(0, owed - confirmed)"),
        ("surplus", balance.shown("surplus"), Unit.EUR, "max(0, confirmed - owed)"),
        ("expected", balance.shown("expected"), Unit.EUR, "confirmed + running"),
        ("pace", balance.pace if balance.is_kept else None, Unit.EUR, "new efforts of 12 months"),
        ("best", balance.shown("best"), Unit.EUR, "expected + claimed + pace * days_left"),
        ("gap", balance.shown("gap"), Unit.EUR, "max(0, owed - expected)"),
        ("days_left", balance.days_left, Unit.DAYS, "days(on, end)"),
        ("silent_days", balance.life.known_silence, Unit.DAYS, "days(since, on)"),
        ("behind_percent", tolerances.behind_percent, Unit.PERCENT, "settings"),
        ("state_rule", rule, Unit.TEXT, "state"),
    ):
        if value is not None:
            yield Step(name, value, unit, Derived(origin) if isinstance(origin, str) else origin)


def _confirmed_formula(balance: Balance) -> str:
    """An approved standing holds the efforts up to its day; those after it come beside it."""
    if balance.realised is None or not balance.dossier.is_approved:
        return "sum(efforts)"
    return "realised + sum(later_efforts)" if balance.dossier.keeps_efforts else "realised"


def _due_formula(balance: Balance) -> str:
    asked = balance.dossier.contract.social_return
    return "schedule" if asked.schedule else "growth" if asked.growth else "owed"
