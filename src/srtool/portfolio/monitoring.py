"""The whole portfolio on a day: the contracts in the order in which they need attention, and what stands out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.money import quotient, to_cents
from srtool.portfolio.people import People, people
from srtool.portfolio.targets import TargetReached, reached
from srtool.progress.agenda import Due
from srtool.progress.dossier import OF_EFFORTS
from srtool.progress.standing import Progress
from srtool.progress.state import State
from srtool.register.model import Target
from srtool.sums import Sum, sum_of

_NOTHING = Decimal("0.00")
QUIET = frozenset({State.MET, State.STARTING, State.ON_TRACK})


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over the contracts; euro excl. VAT."""

    contracts: int
    unknown: int
    """Contracts of which the obligation has no amount."""
    obligation: Sum
    waived: Sum
    owed: Sum
    due: Sum
    """Over the contracts with a standing agreed for the day."""
    in_proportion: Sum
    """Over the other contracts: arithmetic that binds nobody."""
    confirmed: Sum
    claimed: Sum
    open: Sum
    surplus: Sum
    expected: Sum
    best: Sum
    gap: Sum


@dataclass(frozen=True, slots=True)
class Cause:
    """What contacts say keeps execution back."""

    code: str
    contracts: int
    gap: Sum
    """Of the contracts that name it; a contract with several causes stands under each."""
    share: Decimal | None
    """Of the gap as far as it is known, in percent; None of nothing."""
    is_whole: bool
    """Whether all of both is known."""


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

    @property
    def attention(self) -> tuple[Progress, ...]:
        """Those whose state asks for somebody, or of which a deadline has passed; in order."""
        return tuple(one for one in self.contracts if one.state not in QUIET or one.dossier.contract.id in self.late)


def monitor(contracts: Iterable[Progress], targets: Sequence[Target], on: date) -> Monitoring:
    """The portfolio of these contracts on the day; their order changes nothing."""
    every = list(contracts)
    dues = [due for progress in every for due in progress.dues]
    late = frozenset(due.contract for due in dues if due.overdue)
    ranked = sorted(every, key=lambda one: _urgency(one, late))
    return Monitoring(
        contracts=tuple(ranked),
        totals=_totals(ranked),
        states={state.value: count for state in State if (count := sum(one.state is state for one in ranked))},
        people=people(ranked, on),
        targets=reached(targets, ranked, on),
        causes=_causes(ranked, on),
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


def _urgency(progress: Progress, late: Collection[str]) -> tuple[int, Decimal, str]:
    """Ended short first, then overdue deadlines, then by gap over the days left."""
    contract = progress.dossier.contract.id
    if progress.state is State.ENDED_SHORT:
        return 0, -(progress.open or _NOTHING), contract
    gap = progress.gap or _NOTHING
    per_day = quotient(gap, Decimal(max(progress.days_left or 0, 1))) if progress.days_left is not None else _NOTHING
    if contract in late:
        return 1, -per_day, contract
    if progress.state is State.MET:
        return 4, _NOTHING, contract
    return (2 if progress.state not in QUIET else 3), -per_day, contract


def total(name: str, followed: Iterable[Progress]) -> Sum:
    """The sum of one amount of these contracts."""
    return sum_of((one.shown(name), name not in OF_EFFORTS or not one.unvalued) for one in followed)


def _totals(followed: Sequence[Progress]) -> Totals:
    return Totals(
        contracts=len(followed),
        unknown=sum(progress.obligation is None for progress in followed),
        obligation=total("obligation", followed),
        waived=total("waived", followed),
        owed=total("owed", followed),
        due=_total_of_some("due", [progress for progress in followed if progress.has_interim]),
        in_proportion=_total_of_some("in_proportion", [one for one in followed if not one.has_interim]),
        confirmed=total("confirmed", followed),
        claimed=total("claimed", followed),
        open=total("open", followed),
        surplus=total("surplus", followed),
        expected=total("expected", followed),
        best=total("best", followed),
        gap=total("gap", followed),
    )


def _total_of_some(name: str, followed: Sequence[Progress]) -> Sum:
    """The same of an amount that not every contract has: over none there is no sum."""
    return total(name, followed) if followed else Sum(None, 0, 0)


def _causes(followed: Sequence[Progress], on: date) -> tuple[Cause, ...]:
    """The causes named in contacts up to the day, over contracts; the most frequent first."""
    named: dict[str, list[Progress]] = defaultdict(list)
    for progress in followed:
        codes = {_code(contact.cause) for contact, _ in progress.dossier.contacts if contact.cause and contact.on <= on}
        for code in sorted(codes):
            named[code].append(progress)
    whole = total("gap", followed)
    gaps = {code: total("gap", of) for code, of in named.items()}
    causes = [_cause(code, len(of), gaps[code], whole) for code, of in named.items()]
    return tuple(sorted(causes, key=lambda cause: (-cause.contracts, -(cause.gap.known or _NOTHING), cause.code)))


def _cause(code: str, contracts: int, gap: Sum, whole: Sum) -> Cause:
    share = to_cents(quotient(100 * gap.known, whole.known)) if gap.known is not None and whole.known else None
    return Cause(code, contracts, gap, share, is_whole=None not in {gap.whole, whole.whole})


def _code(cause: str) -> str:
    return " ".join(cause.split()).lower()


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
