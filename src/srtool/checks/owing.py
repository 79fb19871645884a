"""What the checks share that are done where something is owed: after the award, on what was done since."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from srtool.case.case import Case
from srtool.checks.check import NOT_APPLICABLE, Check, Verdict, not_met
from srtool.finding import Level, Owner, Step, Unit
from srtool.progress.dossier import Entry
from srtool.progress.standing import Progress
from srtool.progress.state import State
from srtool.register.overlaps import FULL_TIME

_AFTER_AWARD = frozenset({"awarded", "running", "ended"})


def owing_check(
    code: str,
    judge: Callable[[Case], Verdict | tuple[Verdict, ...]],
    level: Level,
    owner: Owner,
    field: str,
    *needs: str,
) -> Check:
    """A check that is done only where something is owed after the award."""
    return Check(code, judge, level, owner, field, needs, _AFTER_AWARD, owing=True, after_award=True)


def progress_of(case: Case) -> Progress:
    """Where the contract stands: known wherever such a check is done."""
    assert case.progress is not None, "these checks are done where something is owed"  # noqa: S101 - see `Check.owing`
    return case.progress


def state_of(case: Case) -> State:
    """How the contract stands, where no more is asked than that."""
    assert case.following is not None, "these checks are done where something is owed"  # noqa: S101 - see `Check.owing`
    return case.following.state


def full_time_of(case: Case, entry: Entry) -> Decimal:
    """The full-time hours a week of the rule set, else 40."""
    limit = case.rules.limit_for("full_time", entry.so_far.block) if case.rules else None
    return limit.hours_per_week if limit is not None and limit.hours_per_week else FULL_TIME


def with_efforts(entries: Iterable[Entry], field: str, *steps: Step) -> Verdict:
    """Not met with the ids of these efforts, at the place of the first; not applicable without any."""
    several = list(entries)
    if not several:
        return NOT_APPLICABLE
    place = several[0].places[field]
    ids = tuple(one.effort.id for one in several)
    return not_met(Step("efforts", ids, Unit.IDS, several[0].places["id"]), *steps)._replace(place=place.place)
