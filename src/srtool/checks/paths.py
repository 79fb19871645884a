"""SR517: one person along several contracts, who counts for more than a full-time year in twelve months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from srtool.case.case import Case
from srtool.checks.check import Verdict, met, not_applicable, undecided
from srtool.checks.owing import full_time_of, owing_check, progress_of
from srtool.finding import Derived, Level, Owner, Step, Unit
from srtool.money import quotient, to_cents
from srtool.progress.dossier import Entry
from srtool.register.twelve_months import TwelveMonths, fullest_year


def double_year(case: Case) -> Verdict | tuple[Verdict, ...]:
    """Each path along this contract and others, in the twelve months up to the day in which it counts for most."""
    years = dict(_years(case))
    if not years:
        return not_applicable()
    asked = [_asked(entry, year) for entry, year in years.values() if year.may_be_above]
    return tuple(asked) or met()


def asks_about(case: Case) -> frozenset[str]:
    """The efforts of which SR517 asks about the known hours of a path."""
    return frozenset(effort.id for _, (_, year) in _years(case) if year.is_above for effort in year.efforts)


def _years(case: Case) -> Iterator[tuple[str, tuple[Entry, TwelveMonths]]]:
    """By person: the first effort on this contract in those months, and the months."""
    entries: dict[str, list[Entry]] = {}
    shared = case.index.shared_paths
    for entry in progress_of(case).entries if shared else ():
        person = entry.effort.person
        if person is not None and person in shared:
            entries.setdefault(person, []).append(entry)
    for person, of_person in entries.items():
        full_time = Fraction(full_time_of(case, of_person[0]))
        year = fullest_year(shared[person], full_time, case.on)
        if year is None or len({case.index.top_of(effort.contract) for effort in year.efforts}) == 1:
            continue
        inside = {effort.id for effort in year.efforts}
        here = next((entry for entry in of_person if entry.effort.id in inside), None)
        if here is not None:
            yield person, (here, year)


def _asked(entry: Entry, year: TwelveMonths) -> Verdict:
    efforts = tuple(effort.id for effort in year.efforts)
    contracts = tuple(dict.fromkeys(effort.contract for effort in year.efforts))
    steps = (
        Step("efforts", efforts, Unit.IDS, entry.places["id"]),
        Step("path_contracts", contracts, Unit.IDS, Derived("efforts")),
        Step("months_from", year.start, Unit.DATE, Derived("efforts")),
        Step("months_until", year.end, Unit.DATE, Derived("months_from")),
        Step("path_hours", _hours(year.known), Unit.COUNT, Derived("round_half_up(sum(hours_per_week * days / 7))")),
        Step("full_year", _hours(year.full_time), Unit.COUNT, Derived("round_half_up(full_time * days / 7)")),
    )
    place = entry.places["path"].place
    if year.is_above:
        return undecided(*steps)._replace(place=place)
    without = tuple(effort.id for effort in year.without_hours)
    unknown = Step("without_hours", without, Unit.IDS, Derived("efforts"))
    return undecided(*steps, unknown, says="hours_unknown")._replace(place=entry.places["hours_per_week"].place)


def _hours(exact: Fraction) -> Decimal:
    return to_cents(quotient(Decimal(exact.numerator), Decimal(exact.denominator)))


ALL = (
    replace(owing_check("SR517", double_year, Level.WARNING, Owner.ADVISER, "id", "efforts"), tells_of_somebody=True),
)
