"""One contract on a day: its amounts, its forecast, its signs of life and its state, with the steps."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from srtool.finding import Derived, Owner, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.progress.acting import acts
from srtool.progress.agenda import Due, agenda
from srtool.progress.dossier import Balance, Tolerances
from srtool.progress.hours import HoursReached
from srtool.progress.state import State


@dataclass(frozen=True, slots=True)
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
