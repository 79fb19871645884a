"""The whole portfolio on a day: the contracts in the order in which they need attention, and what stands out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.money import quotient
from srtool.portfolio.causes import Cause, causes, without_suppliers
from srtool.portfolio.people import People, people
from srtool.portfolio.targets import TargetReached, reached
from srtool.portfolio.totals import Totals, total, totals
from srtool.progress.agenda import Due
from srtool.progress.standing import Progress
from srtool.progress.state import State
from srtool.register.model import Target
from srtool.sums import Sum

_NOTHING = Decimal("0.00")
QUIET = frozenset({State.MET, State.STARTING, State.ON_TRACK})


@dataclass(frozen=True, slots=True)
class Category:
    """A procurement category; None for contracts without one."""

    name: str | None
    contracts: int
    unknown: int
    """Contracts without an amount."""
    owed: Sum
    confirmed: Sum
    expected: Sum


@dataclass(frozen=True, slots=True)
class Pilot:
    """A contract on which something is tried, and what was learned."""

    contract: str
    pilot: str
    lesson: str | None


@dataclass(frozen=True, slots=True)
class Monitoring:
    """Everything that `srtool monitor` found."""

    contracts: tuple[Progress, ...]
    """In the order in which they need attention."""
    totals: Totals
    states: dict[str, int]
    people: People
    targets: tuple[TargetReached, ...]
    causes: tuple[Cause, ...]
    categories: tuple[Category, ...]
    pilots: tuple[Pilot, ...]
    agenda: tuple[Due, ...]
    late: frozenset[str]
    """The contracts with something overdue: a plan, report, step, evaluation, instalment or shortfall."""
    on: date
    unvalued: int | None
    """Efforts of which the value cannot be said; None where it is not passed on how many."""
    demand_unknown: tuple[str, ...] = ()
    """Awarded contracts of which it is not known whether they ask social return: none of them is followed."""

    @property
    def attention(self) -> tuple[Progress, ...]:
        """Those whose state asks for somebody, or of which a deadline has passed; in order."""
        return tuple(one for one in self.contracts if one.state not in QUIET or one.dossier.contract.id in self.late)


def monitor(
    contracts: Iterable[Progress], targets: Sequence[Target], on: date, names: Mapping[str, str] | None = None
) -> Monitoring:
    """The portfolio of these contracts on the day; their order changes nothing. `names` are those of suppliers."""
    every = list(contracts)
    dues = [due for progress in every for due in progress.dues]
    late = frozenset(due.contract for due in dues if due.overdue)
    ranked = sorted(every, key=lambda one: _urgency(one, late))
    return Monitoring(
        contracts=tuple(ranked),
        totals=totals(ranked),
        states={state.value: count for state in State if (count := sum(one.state is state for one in ranked))},
        people=people(ranked, on),
        targets=reached(targets, ranked, on),
        causes=causes(ranked, on, names or {}),
        categories=_categories(ranked),
        pilots=tuple(_pilots(ranked)),
        agenda=tuple(sorted(dues, key=lambda one: (one.day, one.contract, one.what))),
        late=late,
        on=on,
        unvalued=sum(len(progress.unvalued) for progress in ranked),
    )


def per_file(followed: Iterable[Progress], files: Mapping[str, str], on: date) -> dict[str, Monitoring]:
    """What each file comes to, by its name; `files` says in which one each contract stands. None of a single one."""
    of_file: dict[str, list[Progress]] = {name: [] for name in files.values()}
    for progress in followed:
        of_file[files[progress.dossier.contract.id]].append(progress)
    return {name: monitor(part, (), on) for name, part in of_file.items()} if len(of_file) > 1 else {}


def nameless(monitoring: Monitoring, of_text: Callable[[str], str]) -> Monitoring:
    """The same portfolio for others: causes without suppliers, pilots and lessons with what `of_text` makes of them."""
    pilots = (
        Pilot(pilot.contract, of_text(pilot.pilot), pilot.lesson and of_text(pilot.lesson))
        for pilot in monitoring.pilots
    )
    return replace(monitoring, causes=without_suppliers(monitoring.causes), pilots=tuple(pilots))


def _urgency(progress: Progress, late: Collection[str]) -> tuple[int, Decimal, str]:
    """Ended short first, then overdue deadlines, then by gap over the days left."""
    contract = progress.dossier.contract.id
    if progress.state is State.ENDED_SHORT:
        return 0, -(progress.open or _NOTHING), contract
    gap = progress.shown("gap") or _NOTHING
    per_day = quotient(gap, Decimal(max(progress.days_left or 0, 1))) if progress.days_left is not None else _NOTHING
    if contract in late:
        return 1, -per_day, contract
    if progress.state is State.MET:
        return 4, _NOTHING, contract
    return (2 if progress.state not in QUIET else 3), -per_day, contract


def _categories(followed: Sequence[Progress]) -> tuple[Category, ...]:
    by: dict[str | None, list[Progress]] = defaultdict(list)
    for progress in followed:
        by[progress.dossier.contract.category].append(progress)
    return tuple(
        _category(name, of) for name, of in sorted(by.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))
    )


def _category(name: str | None, followed: Sequence[Progress]) -> Category:
    return Category(
        name,
        len(followed),
        sum(progress.owed is None for progress in followed),
        total("owed", followed),
        total("confirmed", followed),
        total("expected", followed),
    )


def _pilots(followed: Sequence[Progress]) -> Iterator[Pilot]:
    for one in sorted(followed, key=lambda one: one.dossier.contract.id):
        asked = one.dossier.contract.social_return
        if asked.pilot is not None:
            yield Pilot(one.dossier.contract.id, asked.pilot, asked.lesson)
